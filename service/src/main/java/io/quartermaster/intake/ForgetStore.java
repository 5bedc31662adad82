package io.quartermaster.intake;

import io.quartermaster.intake.InboxStore.Message;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The table of persons whose raw messages are still to be found.
@Repository
class ForgetStore {

    private static final int WISHES_AT_ONCE = 20;

    private final JdbcClient jdbc;

    ForgetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Somebody to be forgotten.
    ///
    /// @param message who asked: nothing that came later is touched
    /// @param names what to look for, sealed by the vault
    /// @param after how far the inbox has been looked through
    record Wish(long message, String connection, byte[] names, long after) {}

    void wish(Message message, byte[] names) {
        jdbc.sql("""
                        INSERT INTO intake.forgetting (message, connection, names) VALUES (?, ?, ?)
                        ON CONFLICT (message) DO NOTHING""").params(message.id(), message.connection(), names).update();
    }

    List<Wish> wishes() {
        return jdbc.sql("SELECT message, connection, names, after FROM intake.forgetting ORDER BY message LIMIT ?")
                .param(WISHES_AT_ONCE)
                .query((row, _) -> new Wish(row.getLong(1), row.getString(2), row.getBytes(3), row.getLong(4)))
                .list();
    }

    /// The next messages of the one who asked, oldest first.
    List<Message> stretch(Wish wish, int limit) {
        return jdbc.sql("""
                        SELECT id, connection, delivery, topic, correlation, received_at, body FROM intake.inbox
                         WHERE connection = ? AND id > ? AND id <= ? ORDER BY id LIMIT ?""")
                .params(wish.connection, wish.after, wish.message, limit)
                .query((row, _) -> InboxStore.message(row))
                .list();
    }

    /// Leaves nothing of these messages but that they came, and remembers how far the search is.
    @Transactional
    public void blank(Wish wish, List<Message> found, long after, byte[] nothing) {
        jdbc.sql("UPDATE intake.inbox SET body = ? WHERE id = ANY(?)")
                .params(nothing, found.stream().map(Message::id).toArray(Long[]::new))
                .update();
        jdbc.sql("UPDATE intake.forgetting SET after = ? WHERE message = ?")
                .params(after, wish.message)
                .update();
    }

    void done(Wish wish) {
        jdbc.sql("DELETE FROM intake.forgetting WHERE message = ?")
                .param(wish.message)
                .update();
    }
}

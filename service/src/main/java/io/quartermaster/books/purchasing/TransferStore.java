package io.quartermaster.books.purchasing;

import io.quartermaster.retail.TransferId;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of transfers: each with all that was told of it.
@Component
class TransferStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final OrderStore orders;

    TransferStore(JdbcClient database, OrderStore orders) {
        this.database = database;
        this.orders = orders;
    }

    private record Heard(TransferId id, TransferStory story) {}

    long nextTransferNumber() {
        return database.sql("select nextval('purchasing.transfer_number')")
                .query(Long.class)
                .single();
    }

    void change(TransferId id, UnaryOperator<TransferStory> step) {
        var before = database.sql("select content from purchasing.transfer where id = :id for update")
                .param("id", id.value())
                .query((row, _) -> JSON.readValue(row.getString(1), TransferStory.class))
                .optional()
                .orElse(TransferStory.EMPTY);
        var story = step.apply(before);
        var approval = story.approval();
        database.sql("""
                        insert into purchasing.transfer (id, content, known, approved_at)
                        values (:id, :content, :known, :approvedAt)
                        on conflict (id) do update set content = excluded.content, known = excluded.known,
                            approved_at = excluded.approved_at""")
                .param("id", id.value())
                .param("content", JSON.writeValueAsString(story))
                .param("known", approval != null)
                .param(
                        "approvedAt",
                        approval == null ? null : approval.step().at().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    Optional<Transfer> find(TransferId id) {
        return standing(database.sql("select id, content from purchasing.transfer where known and id = :id")
                        .param("id", id.value())
                        .query((row, _) -> heard(row.getString("id"), row.getString("content")))
                        .list())
                .stream()
                .findFirst();
    }

    List<Transfer> newest(int limit) {
        return standing(database.sql("""
                        select id, content from purchasing.transfer where known
                        order by approved_at desc, id desc limit :limit""")
                .param("limit", limit)
                .query((row, _) -> heard(row.getString("id"), row.getString("content")))
                .list());
    }

    private List<Transfer> standing(List<Heard> heard) {
        var successors =
                orders.successors(heard.stream().flatMap(it -> it.story().variants()));
        return heard.stream()
                .flatMap(it -> Optional.ofNullable(it.story().approval()).stream()
                        .map(approval ->
                                it.story().standing(it.id(), approval, name -> successors.getOrDefault(name, name))))
                .toList();
    }

    private static Heard heard(String id, String content) {
        return new Heard(new TransferId(id), JSON.readValue(content, TransferStory.class));
    }
}

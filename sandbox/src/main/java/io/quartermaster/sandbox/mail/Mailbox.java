package io.quartermaster.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// A mail server on this machine's own address that takes mail for anybody, and keeps the newest.
public final class Mailbox implements AutoCloseable {

    private static final int LETTERS_MAX = 500;

    private final GreenMail server;
    private final InstantSource clock;
    private final Consumer<Letter> reader;
    private final Deque<Letter> letters = new ArrayDeque<>();
    private long received;

    /// Opens the mail server.
    ///
    /// @param port zero for any that is free
    /// @param reader is handed each letter as it comes
    public Mailbox(int port, InstantSource clock, Consumer<Letter> reader) {
        this.clock = clock;
        this.reader = reader;
        this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::deliver);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /// The newest first.
    public synchronized List<Letter> letters() {
        return List.copyOf(letters);
    }

    public synchronized long received() {
        return received;
    }

    @Override
    public void close() {
        server.stop();
    }

    private GreenMailUser deliver(MovingMessage mail, MailAddress recipient) throws MessagingException, UserException {
        reader.accept(keep(mail, recipient));
        return user(recipient.getEmail());
    }

    private synchronized Letter keep(MovingMessage mail, MailAddress recipient) throws MessagingException {
        try {
            var letter = LetterReader.read(mail.getMessage(), recipient.getEmail(), ++received, clock.instant());
            letters.addFirst(letter);
            if (letters.size() > LETTERS_MAX) {
                letters.removeLast();
                server.purgeEmailFromAllMailboxes(); // what we show, we keep ourselves
            }
            return letter;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (FolderException fault) {
            throw new IllegalStateException("The mail server's own folders cannot be emptied.", fault);
        }
    }

    private GreenMailUser user(String email) throws UserException {
        var known = server.getUserManager().getUserByEmail(email);
        return known != null ? known : server.getUserManager().createUser(email, email, email);
    }
}

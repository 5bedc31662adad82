package io.quartermaster.connectors.email;

import io.quartermaster.connectors.Delivery;
import io.quartermaster.connectors.Outcome;
import io.quartermaster.connectors.Outcome.Call;
import io.quartermaster.connectors.Outcome.Done;
import io.quartermaster.connectors.Outcome.Refused;
import io.quartermaster.connectors.Outcome.TryLater;
import io.quartermaster.connectors.Outcome.Uncertain;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.stereotype.Component;

/// Hands a mail to the server, and says honestly how that ended: taken, refused, not now, or
/// nobody knows, for once the first byte has left a lost answer says nothing.
@Component
class PostOffice {

    private static final Duration BUSY = Duration.ofMinutes(1);
    private static final int PERMANENT = 500;
    private static final int TEMPORARY = 400;

    Outcome send(Letter letter, Delivery delivery, MailSettings settings) {
        var session = Session.getInstance(settings.properties());
        try {
            var mail = new OutgoingMail(session, letter, delivery, settings.from());
            return send(mail, session, settings, call(letter, delivery, mail));
        } catch (MessagingException fault) {
            throw new MailNotPossible("The mail could not be written: " + fault.getMessage());
        }
    }

    private static Outcome send(OutgoingMail mail, Session session, MailSettings settings, String call)
            throws MessagingException {
        var number = mail.getMessageID();
        var taken = false;
        try (var transport = session.getTransport(settings.scheme())) {
            if (settings.password().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            transport.sendMessage(mail, mail.getAllRecipients());
            taken = true;
            return new Done(number, new Call(call, "the server took it"));
        } catch (MessagingException fault) {
            // a fault on hanging up, after the server took it, is none
            return taken ? new Done(number, new Call(call, "the server took it")) : failed(fault, mail, call);
        }
    }

    private static Outcome failed(MessagingException fault, OutgoingMail mail, String call) {
        var answer = new Call(call, oneLine(fault));
        var code = code(fault);
        if (code >= PERMANENT) {
            return new Refused("The mail server refused it: " + oneLine(fault), answer);
        }
        if (code >= TEMPORARY) {
            return new TryLater(BUSY, "The mail server said not now: " + oneLine(fault), answer);
        }
        if (fault instanceof AuthenticationFailedException) {
            return new Refused("""
                    The mail server does not let us in.
                    Maybe the user or the password of the connection changed.""", answer);
        }
        return mail.isLeaving()
                ? new Uncertain("The line broke while the mail was leaving: nobody knows whether it arrived.", answer)
                : new TryLater(Duration.ZERO, "The mail server cannot be reached: " + oneLine(fault), answer);
    }

    /// The server's own code, if it answered at all; 0 if not.
    private static int code(MessagingException fault) {
        for (Exception each = fault; each instanceof MessagingException next; each = next.getNextException()) {
            var code =
                    switch (each) {
                        case SMTPAddressFailedException address -> address.getReturnCode();
                        case SMTPSenderFailedException sender -> sender.getReturnCode();
                        case SMTPSendFailedException send -> send.getReturnCode();
                        default -> 0;
                    };
            if (code >= TEMPORARY) {
                return code;
            }
        }
        return 0;
    }

    /// For the journal: what was sent, without the address of anybody.
    private static String call(Letter letter, Delivery delivery, OutgoingMail mail) throws MessagingException {
        return "SMTP mail to %s, Message-ID %s, subject: %s"
                .formatted(Letter.oneLine(delivery.to().name()), mail.getMessageID(), letter.subject());
    }

    private static String oneLine(MessagingException fault) {
        var message = fault.getMessage();
        return Letter.oneLine(message == null ? fault.getClass().getSimpleName() : message)
                .replaceAll("<[^<>@\\s]+@[^<>\\s]+>", "<address>");
    }
}

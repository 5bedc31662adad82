package io.quartermaster.connectors.email;

import io.quartermaster.connectors.Delivery;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/// A mail with a number of its own choosing, that knows whether its first byte has left.
final class OutgoingMail extends MimeMessage {

    private final String number;
    private boolean leaving;

    /// Writes the mail.
    ///
    /// @throws MailNotPossible if the address is none
    OutgoingMail(Session session, Letter letter, Delivery delivery, InternetAddress from) throws MessagingException {
        super(session);
        number = number(delivery, from);
        setFrom(from);
        setRecipient(RecipientType.TO, address(delivery.to()));
        setSubject(letter.subject(), "UTF-8");
        setHeader("Auto-Submitted", "auto-generated");
        setContent(content(letter));
        saveChanges();
    }

    /// The same for each try of one action, so that a repeat can be recognised.
    static String number(Delivery delivery, InternetAddress from) {
        var address = from.getAddress();
        var local = delivery.key().value().replaceAll("[^A-Za-z0-9.-]", "_");
        return "<quartermaster.%s@%s>".formatted(local, address.substring(address.indexOf('@') + 1));
    }

    /// Whether the server let us begin to hand it over: from here on it may have arrived.
    boolean isLeaving() {
        return leaving;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        leaving = true;
        super.writeTo(out, ignored);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", number);
    }

    private static MimeMultipart content(Letter letter) throws MessagingException {
        var words = new MimeMultipart("alternative");
        words.addBodyPart(part(letter.text(), "plain"));
        words.addBodyPart(part(letter.html(), "html"));
        var paper = letter.paper();
        if (paper == null) {
            return words;
        }
        var first = new MimeBodyPart();
        first.setContent(words);
        var whole = new MimeMultipart("mixed");
        whole.addBodyPart(first);
        whole.addBodyPart(attached(paper));
        return whole;
    }

    private static BodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    private static BodyPart attached(Letter.Paper paper) throws MessagingException {
        var part = new MimeBodyPart();
        var type = "application/json; name=\"%s\"".formatted(paper.file());
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(paper.json().getBytes(StandardCharsets.UTF_8), type)));
        part.setFileName(paper.file());
        part.setDisposition("attachment");
        return part;
    }

    private static InternetAddress address(Delivery.Recipient to) {
        try {
            var address = new InternetAddress(to.address(), true);
            address.validate();
            if (address.isGroup() || address.getPersonal() != null) {
                throw new MailNotPossible("The address (%s) is not one plain mail address.".formatted(to.address()));
            }
            address.setPersonal(Letter.oneLine(to.name()), "UTF-8");
            return address;
        } catch (MessagingException | UnsupportedEncodingException _) {
            throw new MailNotPossible("""
                    The address (%s) of %s is no mail address.
                    Maybe correct it, then try again.""".formatted(Letter.oneLine(to.address()), to.name()));
        }
    }
}

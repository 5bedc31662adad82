package io.quartermaster.connectors.email;

/// The mail cannot be written as things are set up.
final class MailNotPossible extends RuntimeException {

    MailNotPossible(String why) {
        super(why);
    }
}

package io.quartermaster.connectors.email;

/// The mail cannot be written as things are set up.
final class MailNotPossible extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String why;

    MailNotPossible(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}

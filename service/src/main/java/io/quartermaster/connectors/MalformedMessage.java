package io.quartermaster.connectors;

/// A message is not what it should be. The text names the field and what is wrong with it, and
/// never quotes what a person may have written.
public final class MalformedMessage extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedMessage(String why) {
        super(why, null, false, false); // an answer, not a fault: it needs no stack trace
    }
}

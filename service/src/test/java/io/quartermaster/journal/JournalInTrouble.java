package io.quartermaster.journal;

/// How a journal says that it cannot just now, for the tests of those who tell it things.
public final class JournalInTrouble {

    private JournalInTrouble() {}

    public static JournalBusy busy() {
        return new JournalBusy("The queue of the journal (1) is full.");
    }
}

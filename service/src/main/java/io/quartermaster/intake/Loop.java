package io.quartermaster.intake;

/// Something that is done over and over, on a thread of its own, as long as the service runs.
interface Loop {

    /// The name of its thread.
    String title();

    /// Does it once.
    ///
    /// @return whether there was anything to do
    boolean turn() throws InterruptedException;
}

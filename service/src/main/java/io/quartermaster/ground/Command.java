package io.quartermaster.ground;

import java.io.PrintStream;
import java.util.List;

/// Something that Quartermaster does on the command line and then ends, such as `audit verify`.
///
/// A room offers one as a bean that is named `command:` and the word that calls it. What it
/// needs is made for it; followers, schedules and the web server stay still.
public interface Command {

    /// What the bean's name begins with.
    String BEAN_PREFIX = "command:";

    int DONE = 0;
    int FAILED = 1;
    int NOT_UNDERSTOOD = 2;

    /// Does it.
    ///
    /// @param arguments what followed the word that called it
    /// @param out where people read
    /// @return [#DONE], [#FAILED] or [#NOT_UNDERSTOOD]
    int run(List<String> arguments, PrintStream out);
}

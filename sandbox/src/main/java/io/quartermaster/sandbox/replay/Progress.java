package io.quartermaster.sandbox.replay;

import java.io.PrintStream;

/// A bar that fills on a terminal; a line at each twentieth elsewhere.
final class Progress {

    private static final int WIDTH = 40;
    private static final int STEPS = 20;

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private final long all;
    private final long began = System.nanoTime();
    private long shown = -1;

    Progress(PrintStream out, boolean terminal, String what, long all) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.all = Math.max(1, all);
    }

    synchronized void at(long done) {
        var step = done * (terminal ? 200 : STEPS) / all;
        if (step > shown) {
            shown = step;
            show(done);
        }
    }

    synchronized void done(long done) {
        show(done);
        if (terminal) {
            out.println();
        }
    }

    private void show(long done) {
        var seconds = (System.nanoTime() - began) / 1e9;
        var filled = (int) (WIDTH * done / all);
        var text = "%s [%s%s] %3d %%  %,d of %,d  %,.0f/s"
                .formatted(
                        what,
                        "█".repeat(filled),
                        "·".repeat(WIDTH - filled),
                        100 * done / all,
                        done,
                        all,
                        done / Math.max(seconds, 0.001));
        if (terminal) {
            out.print("\r" + text);
        } else {
            out.println(text);
        }
        out.flush();
    }
}

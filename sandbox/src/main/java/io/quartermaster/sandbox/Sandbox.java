package io.quartermaster.sandbox;

import io.quartermaster.sandbox.demo.ConnectionLines;
import io.quartermaster.sandbox.demo.Demo;
import io.quartermaster.sandbox.demo.DemoSettings;
import io.quartermaster.sandbox.load.BurstCommand;
import io.quartermaster.sandbox.load.IntakeCommand;
import io.quartermaster.sandbox.load.ProposalCommand;
import io.quartermaster.sandbox.replay.CrashCommand;
import io.quartermaster.sandbox.replay.ReplayCommand;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The sandbox's commands: the first word says which, the rest are its flags.
public final class Sandbox {

    private static final int WRONG_USE = 2;
    private static final Map<String, Command> COMMANDS = new TreeMap<>(Map.of(
            "demo", Sandbox::demo,
            "connections", Sandbox::connections,
            "replay", flags -> end(new ReplayCommand(System.out).run(List.of(flags))),
            "bench", Sandbox::bench));

    private Sandbox() {}

    /// Runs a command; ends with 2 if it was not understood.
    public static void main(String[] arguments) throws Exception {
        var command = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (command == null) {
            System.err.println("sandbox: the command is one of " + COMMANDS.keySet());
            System.exit(WRONG_USE);
        } else {
            try {
                command.run(Arrays.copyOfRange(arguments, 1, arguments.length));
            } catch (IOException | IllegalArgumentException | IllegalStateException fault) {
                System.err.println("sandbox: " + fault.getMessage());
                System.exit(WRONG_USE);
            }
        }
    }

    private static void demo(String[] flags) throws InterruptedException {
        var real = InstantSource.system();
        try (var demo = new Demo(DemoSettings.from(flags, real), real)) {
            demo.run();
        }
    }

    /// Prints the settings with which the service hears the demo.
    private static void connections(String[] flags) {
        ConnectionLines.of(DemoSettings.from(flags, InstantSource.system())).forEach(System.out::println);
    }

    private static void bench(String[] flags) throws Exception {
        var rest = List.of(flags).subList(Math.min(1, flags.length), flags.length);
        switch (flags.length == 0 ? "" : flags[0]) {
            case "intake" -> end(new IntakeCommand(System.out).run(rest));
            case "proposal" -> end(new ProposalCommand(System.out).run(rest));
            case "burst" -> end(new BurstCommand(System.out).run(rest));
            case "crash" -> end(new CrashCommand(System.out).run(rest));
            default -> throw new IllegalArgumentException("bench wants one of: intake, proposal, burst, crash.");
        }
    }

    private static void end(int exitCode) {
        System.out.flush();
        System.exit(exitCode);
    }

    @FunctionalInterface
    private interface Command {

        void run(String[] flags) throws Exception;
    }
}

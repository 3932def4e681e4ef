package io.customerroom.app;

import io.customerroom.app.cli.Console;
import io.customerroom.app.cli.CustomerRoom;
import java.nio.file.Path;
import java.time.Clock;

/** Starts the command line, which starts everything else. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int exitCode = new CustomerRoom(Console.system(), Clock.systemUTC(), Path.of("")).run(arguments);
        System.exit(exitCode);
    }
}

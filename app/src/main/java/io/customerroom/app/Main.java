package io.customerroom.app;

import io.customerroom.app.cli.Console;
import io.customerroom.app.cli.CustomerRoom;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;

/** Starts the command line, which starts everything else. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // numbers that scripts read are written in plain digits, whatever the machine's language writes
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        int exitCode = new CustomerRoom(Console.system(), Clock.systemUTC(), Path.of("")).run(arguments);
        System.exit(exitCode);
    }
}

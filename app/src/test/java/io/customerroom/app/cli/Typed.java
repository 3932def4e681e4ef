package io.customerroom.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** One command as somebody types it, and what it answered. */
record Typed(int exitCode, String out, String err) {

    static final Clock NOON = Clock.fixed(Instant.parse("2026-01-05T12:00:00Z"), ZoneOffset.UTC);

    static Typed in(Path currentFolder, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        int exitCode = new CustomerRoom(console, NOON, currentFolder).run(words);
        return new Typed(exitCode, out.toString(), err.toString());
    }
}

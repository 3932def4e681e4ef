package io.customerroom.acceptance.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.cli.Console;
import io.customerroom.app.cli.CustomerRoom;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;

/** One command as somebody types it, and what it answered. */
public record Typed(int exitCode, String out, String err) {

    /** The day on which these tests happen. */
    public static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    /** Runs a verb in this process; {@code --dir} is the workspace. */
    public static Typed in(Path workspace, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        String[] all = Stream.concat(Stream.of("--dir", workspace.toString()), Arrays.stream(words))
                .toArray(String[]::new);
        int exitCode = new CustomerRoom(console, TODAY, workspace).run(all);
        return new Typed(exitCode, out.toString(), err.toString());
    }

    /** The same, and it has to succeed. */
    public static Typed well(Path workspace, String... words) {
        Typed typed = in(workspace, words);
        assertThat(typed.exitCode())
                .as(() -> "%s said: %s%s".formatted(String.join(" ", words), typed.out, typed.err))
                .isZero();
        return typed;
    }

    /** A sentence and a next step are fine; the inside of the program is not. */
    public void showsNoInsides() {
        assertThat(out + err)
                .doesNotContainPattern("(?m)^\\s+at [a-z]")
                .doesNotContain("Exception", "org.duckdb", "java.lang", "NullPointer");
    }
}

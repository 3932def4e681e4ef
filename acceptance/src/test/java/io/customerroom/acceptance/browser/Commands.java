package io.customerroom.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.cli.Console;
import io.customerroom.app.cli.CustomerRoom;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;

/** Commands typed beside the browser, on the same clock. Every one has to succeed. */
record Commands(Path folder, Clock clock) {

    void run(String... words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int exitCode = new CustomerRoom(new Console(writer, writer, false), clock, folder).run(words);
        assertThat(exitCode)
                .as(() -> String.join(" ", words) + " said: " + said)
                .isZero();
    }
}

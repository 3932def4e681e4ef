package io.customerroom.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where the command line writes: results to {@code out}, everything else to {@code err}.
 *
 * @param terminal a person is watching: progress is a bar that is drawn over itself, not lines
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    public static Console system() {
        java.io.Console console = System.console();
        return new Console(
                writer(FileDescriptor.out, StandardCharsets.UTF_8),
                writer(FileDescriptor.err, Charset.forName(System.getProperty("stderr.encoding", "UTF-8"))),
                console != null && console.isTerminal());
    }

    /** A message, on a line of its own. */
    void say(String message) {
        err.println(message);
        err.flush();
    }

    private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
        OutputStream stream = new FileOutputStream(descriptor);
        return new PrintWriter(stream, false, charset);
    }
}

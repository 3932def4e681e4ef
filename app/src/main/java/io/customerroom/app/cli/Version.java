package io.customerroom.app.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, as the build wrote it into the jar. */
final class Version implements IVersionProvider {

    static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "in development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"customer-room " + current()};
    }
}

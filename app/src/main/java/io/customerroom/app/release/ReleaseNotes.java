package io.customerroom.app.release;

import java.util.List;

/** What changed in one version: its section of the changelog. */
final class ReleaseNotes {

    private static final String HEADING = "## ";
    private static final String UNRELEASED = "-SNAPSHOT";

    private ReleaseNotes() {}

    /**
     * The section whose heading begins with the version; for a snapshot that of the version it becomes.
     * No such section: one sentence that says so.
     */
    static String of(String version, List<String> changelog) {
        String wanted =
                version.endsWith(UNRELEASED) ? version.substring(0, version.length() - UNRELEASED.length()) : version;
        StringBuilder notes = new StringBuilder("# Customer Room %s%n".formatted(version));
        boolean inside = false;
        boolean found = false;
        for (String line : changelog) {
            if (line.startsWith(HEADING)) {
                inside = heads(line, wanted);
                found |= inside;
            } else if (inside) {
                notes.append(line).append('\n');
            }
        }
        if (!found) {
            notes.append("\nNo notes were written for this version.\n");
        }
        return notes.toString();
    }

    private static boolean heads(String line, String version) {
        String title = line.substring(HEADING.length());
        return title.equals(version) || title.startsWith(version + ",") || title.startsWith(version + " ");
    }
}

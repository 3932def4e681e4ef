package io.customerroom.app.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseNotesTest {

    private static final List<String> CHANGELOG = """
            # Changelog

            ## 0.2.0, not released

            * Second.

            ## 0.1.0

            * First.
            """.lines().toList();

    @Test
    void aVersionHasItsOwnSectionOnly() {
        assertThat(ReleaseNotes.of("0.1.0", CHANGELOG)).isEqualTo("# Customer Room 0.1.0\n\n* First.\n");
    }

    @Test
    void aSnapshotHasTheNotesOfTheVersionItBecomes() {
        assertThat(ReleaseNotes.of("0.2.0-SNAPSHOT", CHANGELOG))
                .isEqualTo("# Customer Room 0.2.0-SNAPSHOT\n\n* Second.\n\n");
    }

    @Test
    void aVersionWithoutNotesSaysSo() {
        assertThat(ReleaseNotes.of("0.1.0.1", CHANGELOG)).contains("No notes were written for this version.");
    }
}

package io.customerroom.room.remarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.RoomFixture;
import io.customerroom.state.TrailFilter;
import io.customerroom.walls.operations.Remark;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemarksTest {

    private static final Authorship LEO = RoomFixture.by("leo", "");
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");

    @Test
    void remarksStandByDayAndAreWrittenOnce(@TempDir Path folder) {
        try (RoomFixture fixture = new RoomFixture(folder)) {
            RemarkBook remarks = fixture.room.boards().remarks();
            String before = fixture.room.boards().edition();
            remarks.write(LEO, "hotline", JULY, "Two people more.", true);
            remarks.write(LEO, "hotline", JULY, " Two people more. ", true);
            remarks.write(LEO, "hotline", JULY.minusDays(9), "The big outage.", false);

            assertThat(remarks.on("hotline"))
                    .containsExactly(
                            new Remark("hotline", JULY.minusDays(9), "The big outage.", "leo", false),
                            new Remark("hotline", JULY, "Two people more.", "leo", true));
            assertThat(remarks.on("visit")).isEmpty();
            assertThat(fixture.store.trail().entries(TrailFilter.about("hotline"), 9))
                    .extracting(entry -> entry.event())
                    .containsExactly("remark-written", "limits-renewed");
            assertThat(fixture.room.boards().edition()).isNotEqualTo(before);
            assertThatThrownBy(() -> remarks.write(LEO, "hotline", JULY, " ", false))
                    .hasMessageContaining("A remark says something.");
        }
    }
}

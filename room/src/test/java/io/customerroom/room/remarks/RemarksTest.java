package io.customerroom.room.remarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.RoomFixture;
import io.customerroom.state.TrailFilter;
import io.customerroom.walls.exhibit.Remark;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemarksTest {

    private static final Authorship LEO = RoomFixture.by("leo", "");
    private static final Authorship FAY = RoomFixture.by("fay", "");
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");

    @Test
    void remarksStandByDayAndAreWrittenOnce(@TempDir Path folder) {
        try (RoomFixture fixture = new RoomFixture(folder)) {
            RemarkBook remarks = fixture.room.boards().remarks();
            String before = fixture.room.boards().edition();
            remarks.write(LEO, "hotline", JULY, "Two people more.", true);
            remarks.write(LEO, "hotline", JULY, " Two people more. ", true);
            remarks.write(LEO, "hotline", JULY.minusDays(9), "The big outage.", false);

            assertThat(remarks.on("hotline", Instant.MAX))
                    .containsExactly(
                            new Remark(2, "hotline", JULY.minusDays(9), "The big outage.", "leo", false, 1, ""),
                            new Remark(1, "hotline", JULY, "Two people more.", "leo", true, 1, ""));
            assertThat(remarks.on("visit", Instant.MAX)).isEmpty();
            assertThat(fixture.store.trail().entries(TrailFilter.about("hotline"), 9))
                    .extracting(entry -> entry.event())
                    .containsExactly("remark-written", "limits-renewed");
            assertThat(fixture.room.boards().edition()).isNotEqualTo(before);
            assertThatThrownBy(() -> remarks.write(LEO, "hotline", JULY, " ", false))
                    .hasMessageContaining("A remark says something.");
        }
    }

    @Test
    void anEditedRemarkIsAnotherVersionAndTheEarlierIsShownAsKnownThen(@TempDir Path folder) {
        try (RoomFixture fixture = new RoomFixture(folder)) {
            RemarkBook remarks = fixture.room.boards().remarks();
            remarks.write(LEO, "flow", JULY, "A fair in town.", false, "promise p3");
            Instant first = fixture.clock.instant();
            fixture.clock.pass(Duration.ofMinutes(1));
            remarks.edit(FAY, 1, JULY.plusDays(1), "A fair in the next town.", false, "meeting m1");
            remarks.edit(FAY, 1, JULY.plusDays(1), "A fair in the next town.", false, "meeting m1");
            Instant second = fixture.clock.instant();
            assertThat(remarks.on("flow", first))
                    .containsExactly(new Remark(1, "flow", JULY, "A fair in town.", "leo", false, 1, "promise p3"));
            assertThat(remarks.on("flow", second))
                    .containsExactly(new Remark(
                            1, "flow", JULY.plusDays(1), "A fair in the next town.", "fay", false, 2, "meeting m1"));
            fixture.clock.pass(Duration.ofMinutes(1));
            remarks.takeBack(FAY, 1);
            remarks.takeBack(FAY, 1);
            assertThat(remarks.on("flow", Instant.MAX)).isEmpty();
            assertThat(remarks.on("flow", second)).hasSize(1);
            assertThat(remarks.history("flow"))
                    .extracting(version -> version.remark().version() + " " + version.takenBack())
                    .containsExactly("1 false", "2 false", "3 true");
            assertThat(fixture.store.trail().entries(TrailFilter.about("flow"), 9))
                    .extracting(entry -> entry.event())
                    .containsExactly("remark-taken-back", "remark-edited", "remark-written");
            assertThatThrownBy(() -> remarks.edit(LEO, 1, JULY, "Again.", false, ""))
                    .hasMessageContaining("There is no such remark.");
            assertThatThrownBy(() -> remarks.write(LEO, "flow", JULY, "x", false, "javascript:alert(1)"))
                    .hasMessageContaining("leads to a promise or to a meeting");
        }
    }
}

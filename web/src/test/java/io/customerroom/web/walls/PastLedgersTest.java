package io.customerroom.web.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.LedgerStatus.Shown;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PastLedgersTest {

    private static final Authorship BY = new Authorship("fay", "web", "", "r1");
    private static final Instant NOW = Instant.parse("2026-06-04T08:00:00Z");
    private static final Clocks MAY = new Clocks(LocalDate.of(2026, 5, 31), NOW);
    private static final Clocks MARCH = new Clocks(LocalDate.of(2026, 3, 31), NOW);

    private final Shelf shelf = new Shelf();
    private final PastLedgers ledgers = new PastLedgers(shelf, () -> Optional.of(Shown.of(build("now", MAY))));

    @AfterEach
    void stop() {
        ledgers.destroy();
    }

    @Test
    void theViewOfNowIsReadFromTheBuildThatIsShown() {
        shelf.builds.add(build("now", MAY));
        shelf.builds.add(build("newer", MAY));
        assertThat(ledgers.of(view(MAY, false))).map(Build::id).contains("now");
    }

    /** Facts that come late change what was known by a day, so two builds may have the same clocks. */
    @Test
    void ofBuildsWithTheSameClocksTheOneAskedForLastAnswers() {
        shelf.builds.add(build("before late facts", MARCH));
        shelf.answer = build("with late facts", MARCH);
        ledgers.at(BuildRequest.standard(), BY);
        shelf.builds.add(shelf.answer);
        assertThat(ledgers.of(view(MARCH, true))).map(Build::id).contains("with late facts");
    }

    @Test
    void aBuildThatIsGoneIsReplacedByOneOfItsClocksOrByNone() {
        shelf.answer = build("removed since", MARCH);
        ledgers.at(BuildRequest.standard(), BY);
        assertThat(ledgers.of(view(MARCH, true))).isEmpty();
        shelf.builds.add(build("another", MARCH));
        assertThat(ledgers.of(view(MARCH, true))).map(Build::id).contains("another");
    }

    private static WallQuery view(Clocks clocks, boolean past) {
        return new WallQuery(CompanyCalendar.utc().parse("2026-03"), Optional.empty(), Optional.empty(), clocks, past);
    }

    private static Build build(String id, Clocks clocks) {
        return new Build(id, clocks, "activity@1", List.of(), List.of(), Map.of(), NOW, Path.of(id));
    }

    /** A shelf whose next build is known beforehand. */
    private static final class Shelf implements PastLedgers.Shelf {

        private final List<Build> builds = new ArrayList<>();
        private Build answer = build("none", MAY);

        @Override
        public List<Build> all() {
            return builds;
        }

        @Override
        public Optional<Build> find(String id) {
            return builds.stream().filter(build -> build.id().equals(id)).findFirst();
        }

        @Override
        public Build at(BuildRequest request, Authorship by) {
            return answer;
        }
    }
}

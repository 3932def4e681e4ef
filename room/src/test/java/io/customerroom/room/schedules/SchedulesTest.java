package io.customerroom.room.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.schedules.Schedule.Every;
import io.customerroom.room.schedules.internal.StoredSchedules;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source is late when its schedule says so, and only then. */
class SchedulesTest {

    private static final Authorship DAN = RoomFixture.by("dan", "");
    private static final CompanyCalendar BERLIN =
            new CompanyCalendar(ZoneId.of("Europe/Berlin"), Month.JANUARY, DayOfWeek.MONDAY);
    private static final Schedule MONTHLY =
            new Schedule(FactKind.TICKET, "desk", Every.MONTH, 3, 9, 0, "the help desk");

    @Test
    void aWallNamesTheLateSourceAndWhatRestsOnIt() {
        SourceState state = state(MONTHLY, "2026-01-28", "2026-03-03T08:00:00Z");
        assertThat(state.late()).isTrue();
        assertThat(state.sentence(BERLIN))
                .isEqualTo(
                        "Data is late: tickets of “desk” were expected from the help desk by 3 March 2026,"
                                + " the last data is of 28 January 2026; issues and their volume on wall 2 are 34 days behind.");
    }

    /** 3 March, 09:00 in Berlin is 08:00 UTC; with the summer clock 3 April, 09:00 is 07:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-28, 2026-02-28T22:59:59Z, on time, 'on time, next by 3 March 2026'",
        "2026-01-28, 2026-02-28T23:00:00Z, due,     due by 3 March 2026",
        "2026-01-28, 2026-03-03T07:59:59Z, due,     due by 3 March 2026",
        "2026-01-28, 2026-03-03T08:00:00Z, late,    late since 3 March 2026",
        "2026-02-01, 2026-03-31T12:00:00Z, on time, 'on time, next by 3 April 2026'",
        "2026-02-27, 2026-04-03T06:59:59Z, due,     due by 3 April 2026",
        "2026-02-27, 2026-04-03T07:00:00Z, late,    late since 3 April 2026",
        "2025-11-30, 2026-03-01T00:00:00Z, late,    late since 3 January 2026"
    })
    void monthsAreDueOnTheCompanysDayAndHour(LocalDate last, Instant now, String standing, String words) {
        SourceState state = state(MONTHLY, last.toString(), now.toString());
        assertThat(state.standing().words()).isEqualTo(standing);
        assertThat(state.inWords(BERLIN)).isEqualTo(words);
    }

    @Test
    void daysAndWeeksHaveTheirGrace() {
        Schedule daily = new Schedule(FactKind.PURCHASE, "shop", Every.DAY, 1, 6, 12, "");
        assertThat(state(daily, "2026-06-01", "2026-06-03T15:59:00Z").late()).isFalse();
        assertThat(state(daily, "2026-06-01", "2026-06-03T16:00:00Z").late()).isTrue();
        Schedule weekly = new Schedule(FactKind.OPERATION, "main", Every.WEEK, 2, 0, 0, "");
        assertThat(state(weekly, "2026-06-01", "2026-06-15T21:59:00Z").standing())
                .isEqualTo(SourceState.Standing.DUE);
        assertThat(state(weekly, "2026-06-01", "2026-06-15T22:00:00Z").late())
                .as("the week of 8 June was due on Tuesday, 16 June, 00:00")
                .isTrue();
    }

    @Test
    void aSourceThatNeverSentAnythingIsLateFromItsFirstPeriodOn() {
        Schedules.Stated stated = new Schedules.Stated(MONTHLY, Instant.parse("2026-02-10T00:00:00Z"), "dan");
        SourceState before = SourceState.of(stated, List.of(), Instant.parse("2026-02-20T00:00:00Z"), BERLIN);
        assertThat(before.standing()).isEqualTo(SourceState.Standing.ON_TIME);
        SourceState after = SourceState.of(stated, List.of(), Instant.parse("2026-03-04T00:00:00Z"), BERLIN);
        assertThat(after.sentence(BERLIN))
                .contains("by 3 March 2026, and nothing has come yet")
                .endsWith("issues and their volume on wall 2 wait for it.");
    }

    @Test
    void theLaterScheduleHoldsAndThePastIsKept(@TempDir Path folder) {
        try (RoomFixture fixture = new RoomFixture(folder)) {
            Schedules schedules = new StoredSchedules(fixture.store);
            assertThat(schedules.at(Instant.MAX)).isEmpty();
            schedules.state(DAN, MONTHLY);
            schedules.state(DAN, MONTHLY);
            Instant first = fixture.clock.instant();
            fixture.clock.pass(Duration.ofHours(1));
            Schedule weekly = new Schedule(FactKind.TICKET, "desk", Every.WEEK, 1, 9, 24, "");
            schedules.state(DAN, weekly);
            assertThat(schedules.at(Instant.MAX))
                    .extracting(Schedules.Stated::schedule)
                    .containsExactly(weekly);
            assertThat(schedules.at(first))
                    .extracting(Schedules.Stated::schedule)
                    .containsExactly(MONTHLY);
            schedules.end(DAN, FactKind.TICKET, "desk");
            schedules.end(DAN, FactKind.TICKET, "desk");
            assertThat(schedules.at(Instant.MAX)).isEmpty();
            assertThat(fixture.store.trail().entries(io.customerroom.state.TrailFilter.about("ticket desk"), 9))
                    .extracting(entry -> entry.event())
                    .containsExactly("schedule-ended", "schedule-stated", "schedule-stated");
            assertThatThrownBy(() -> new Schedule(FactKind.TICKET, "desk", Every.MONTH, 29, 9, 0, ""))
                    .hasMessageContaining("no schedule");
        }
    }

    private static SourceState state(Schedule schedule, String last, String now) {
        return SourceState.of(
                new Schedules.Stated(schedule, Instant.parse("2025-01-01T00:00:00Z"), "dan"),
                List.of(receipt(schedule, LocalDate.parse(last), Instant.parse("2025-01-01T00:00:00Z"))),
                Instant.parse(now),
                BERLIN);
    }

    private static Receipt receipt(Schedule schedule, LocalDate last, Instant at) {
        return new Receipt(
                "b0001",
                1,
                schedule.kind(),
                schedule.source(),
                "customer",
                Feed.DELTA,
                new Receipt.File("rows.csv", "c", "m", "h", List.of()),
                new Receipt.Counts(1, 1, new TreeMap<>()),
                Optional.of(new Receipt.Span(last.minusDays(9), last, at, at)),
                true,
                at,
                "dan",
                Optional.empty());
    }
}

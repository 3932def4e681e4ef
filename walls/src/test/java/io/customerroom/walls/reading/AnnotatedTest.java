package io.customerroom.walls.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Remark;
import io.customerroom.walls.exhibit.Remarks;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people wrote stands where it belongs. */
class AnnotatedTest {

    private static final CompanyCalendar CALENDAR = CompanyCalendar.utc();
    private static final Instant KNOWN = Instant.parse("2026-07-02T08:00:00Z");
    private static final WallQuery JUNE = new WallQuery(
            CALENDAR.parse("2026-06"),
            Optional.empty(),
            Optional.empty(),
            new Clocks(LocalDate.parse("2026-06-30"), KNOWN));

    private static final Exhibit VOLUME = exhibit(
            new Chart.Line(
                    "tickets",
                    List.of("2026-05", "2026-06"),
                    List.of(new Series("opened", Tone.ORDINARY, List.of(BigDecimal.ONE, BigDecimal.TEN), 0)),
                    Optional.empty()),
            new Table(
                    "One row per period",
                    List.of(Column.key("period", "Period"), Column.count("opened", "Opened")),
                    List.of(Row.of("2026-05", "1"), Row.of("2026-06", "10"))));

    private static final Exhibit RANKS = exhibit(
            new Chart.Bars("tickets", true, List.of("2026-06"), List.of()),
            new Table("One row per issue", List.of(Column.key("issue", "Issue")), List.of(Row.of("late"))));

    @Test
    void aRemarkStandsOnThePeriodOfItsDayAndInItsRow() {
        Exhibit noted = annotated(
                        Map.of("volume", List.of(remark(2, "2026-06-30", "fair"), remark(1, "2026-05-01", "strike"))))
                .on(VOLUME, JUNE);
        assertThat(noted.chart().orElseThrow())
                .isEqualTo(new Chart.Noted(VOLUME.chart().orElseThrow(), List.of(0, 1)));
        assertThat(noted.remarks()).extracting(Remark::words).containsExactly("strike", "fair");
        assertThat(noted.table().columns().getLast().label()).isEqualTo("Remark");
        assertThat(noted.table().rows())
                .extracting(row -> row.values().getLast())
                .containsExactly("1: strike (leo, 2026-05-01)", "2: fair (leo, 2026-06-30)");
    }

    @Test
    void whatLiesOutsideOfThePeriodsShownIsLeftOut() {
        Annotated annotated = annotated(
                Map.of("volume", List.of(remark(1, "2026-04-30", "before"), remark(2, "2026-07-01", "after"))));
        assertThat(annotated.on(VOLUME, JUNE)).isSameAs(VOLUME);
        assertThat(annotated.on(RANKS, JUNE)).isSameAs(RANKS);
    }

    @Test
    void aPictureWithoutTimeCarriesItsNumbersInTheCorner() {
        Exhibit noted = annotated(Map.of("volume", List.of(remark(1, "2026-06-15", "fair"))))
                .on(RANKS, JUNE);
        assertThat(((Chart.Noted) noted.chart().orElseThrow()).places()).containsExactly(-1);
        assertThat(noted.table()).isEqualTo(RANKS.table());
    }

    @Test
    void aFilteredViewShowsItsOwnRemarksAndTheCompanys() {
        Annotated annotated = annotated(Map.of(
                "volume", List.of(remark(1, "2026-06-02", "all")),
                "volume · site Oslo", List.of(remark(2, "2026-06-01", "here"))));
        WallQuery oslo = new WallQuery(JUNE.period(), Optional.empty(), Optional.of("Oslo"), JUNE.clocks());
        assertThat(annotated.on(VOLUME, oslo).remarks())
                .extracting(Remark::words)
                .containsExactly("here", "all");
        assertThat(annotated.on(VOLUME, JUNE).remarks())
                .extracting(Remark::words)
                .containsExactly("all");
    }

    @Test
    void aViewOfThePastAsksForWhatWasKnownThen() {
        Annotated annotated = new Annotated(
                (series, known) -> known.equals(KNOWN) ? List.of(remark(1, "2026-06-02", "then")) : List.of(),
                CALENDAR);
        assertThat(annotated.on(VOLUME, JUNE.lookingBack()).remarks()).hasSize(1);
        assertThat(annotated.on(VOLUME, JUNE).remarks()).isEmpty();
    }

    private static Annotated annotated(Map<String, List<Remark>> written) {
        Remarks remarks = (series, known) -> written.getOrDefault(series, List.of());
        return new Annotated(remarks, CALENDAR);
    }

    private static Remark remark(long number, String day, String words) {
        return new Remark(number, "volume", LocalDate.parse(day), words, "leo", false, 1, "");
    }

    private static Exhibit exhibit(Chart chart, Table table) {
        return new Exhibit(
                "volume",
                "Volume",
                "",
                List.of(),
                Optional.of(chart),
                "",
                table,
                List.of(),
                new Exhibit.Source("tickets@1", "d", "f", "h"));
    }
}

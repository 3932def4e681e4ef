package io.customerroom.web.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.ExhibitView.Column;
import io.customerroom.room.evidence.ExhibitView.Kind;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.web.files.Piece;
import io.customerroom.web.paper.HungWall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A wall frozen in July with one exhibit: value by segment, 10.5 now and 9.123456 before. */
class PiecesTest {

    private static final Meeting JULY = new Meeting(
            "m1",
            "July",
            LocalDate.of(2026, 7, 2),
            Cadence.MONTHLY,
            Optional.of(new Meeting.Freeze(Instant.parse("2026-07-02T08:00:00Z"), "ada", "e1", "t1")));

    private static final FrozenReading SEGMENTS = new FrozenReading(
            new Reading(
                    "value-by-segment",
                    "Value by segment",
                    1,
                    "value-by-segment",
                    "2026-06",
                    new ExhibitView(
                            "Retail holds it all",
                            "Value, EUR",
                            List.of(),
                            List.of(
                                    new Column("segment", "Segment", Kind.KEY, ""),
                                    new Column("customers", "Customers", Kind.FIGURE, ""),
                                    new Column("value", "Value", Kind.FIGURE, ""),
                                    new Column("prior", "Value, May", Kind.NOTE, ""),
                                    new Column("state", "State", Kind.NOTE, ""),
                                    new Column("period", "Period", Kind.KEY, ""),
                                    new Column("complete", "Period over", Kind.NOTE, "")),
                            List.of(
                                    Arrays.asList("retail", "1200", "10.5", "9.123456", "2", "2026-06", "true"),
                                    Arrays.asList("trade", "3", null, "8", "+1", "2026-06", "true")),
                            "",
                            List.of()),
                    Optional.empty(),
                    new Clocks(LocalDate.of(2026, 6, 30), Instant.parse("2026-07-01T08:00:00Z")),
                    "activity@1,value@1",
                    List.of("b1"),
                    "q1"),
            "r1");

    @Test
    void frozenNumbersAreWrittenAsNumbersAndTextsStayTexts() {
        Piece piece = Pieces.frozen(JULY, SEGMENTS, "Golden Company");
        assertThat(piece.table().columns())
                .extracting(column -> column.label())
                .containsExactly("Segment", "Customers", "Value", "Value, May", "State");
        assertThat(piece.table().rows().stream()
                        .map(row -> piece.table().columns().stream()
                                .map(column -> column.shown(
                                        row.values().get(piece.table().columns().indexOf(column))))
                                .toList()))
                .containsExactly(
                        List.of("retail", "1,200", "10.50", "9.12", "2"), List.of("trade", "3", "–", "8.00", "+1"));
    }

    @Test
    void aFrozenWallIsCalledByItsMeetingAndItsMonth() {
        HungWall wall =
                Pieces.wall(1, JULY, List.of(SEGMENTS), "Golden Company").orElseThrow();
        assertThat(wall.period()).isEqualTo("June 2026");
        assertThat(wall.headline()).isEqualTo("Retail holds it all");
        assertThat(wall.frozen().orElseThrow().evidence()).isEqualTo("e1");
        assertThat(Pieces.wall(2, JULY, List.of(SEGMENTS), "Golden Company")).isEmpty();
    }
}

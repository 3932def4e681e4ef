package io.customerroom.room.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Clocks;
import io.customerroom.room.evidence.ExhibitView.Column;
import io.customerroom.room.evidence.ExhibitView.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestatementsTest {

    private static final LocalDate JUNE_4 = LocalDate.of(2026, 6, 4);

    @Test
    void aChangedFigureIsRestatedInASentence() {
        List<Restatement> lines = Restatements.between(
                flow(row("2026-04", "30", "true"), row("2026-05", "41", "true")),
                JUNE_4,
                flow(row("2026-04", "30.0", "true"), row("2026-05", "43", "true"), row("2026-06", "9", "false")));
        assertThat(lines)
                .extracting(Restatement::sentence)
                .containsExactly("May 2026: lost 41 as shown on 4 June 2026, 43 as known today");
    }

    @Test
    void whatWasNotSaidThenAndIsKnownNowIsARestatement() {
        assertThat(Restatements.between(flow(row("2026-05", null, "true")), JUNE_4, flow(row("2026-05", "2", "true"))))
                .extracting(Restatement::sentence)
                .containsExactly("May 2026: lost nothing as shown on 4 June 2026, 2 as known today");
    }

    @Test
    void aPeriodThatWasNotOverIsNotRestatedByItsEnd() {
        assertThat(Restatements.between(
                        flow(row("2026-05", "41", "false")), JUNE_4, flow(row("2026-05", "60", "true"))))
                .isEmpty();
    }

    @Test
    void rowsOutsideTodaysPictureAreNotRestated() {
        assertThat(Restatements.between(flow(row("2025-05", "41", "true")), JUNE_4, flow(row("2026-05", "60", "true"))))
                .isEmpty();
    }

    @Test
    void openingFiguresOfTheSamePeriodAreRestatedToo() {
        Reading then = tile("2026-05", "-11");
        assertThat(Restatements.between(then, JUNE_4, tile("2026-05", "-13")))
                .extracting(Restatement::sentence)
                .containsExactly("May 2026: net −11 as shown on 4 June 2026, −13 as known today");
        assertThat(Restatements.between(then, JUNE_4, tile("2026-06", "-13"))).isEmpty();
    }

    @Test
    void aTableThatRepeatsTheOpeningFiguresRestatesNothingTwice() {
        assertThat(Restatements.between(tile("2026-05", "1215"), JUNE_4, tile("2026-05", "1240")))
                .extracting(Restatement::sentence)
                .containsExactly("May 2026: net 1,215 as shown on 4 June 2026, 1,240 as known today");
    }

    @ParameterizedTest
    @CsvSource({"1234.5, 1234.56, '1,234.50', '1,234.56'", "0.001, 0.002, 0.001, 0.002", "3, 3.004, 3, 3.004"})
    void amountsAreWrittenToTheCentOrAsExactlyAsTellsThemApart(
            String shown, String known, String shownWords, String knownWords) {
        assertThat(Restatements.between(
                        flow(row("2026-Q1", shown, "true")), JUNE_4, flow(row("2026-Q1", known, "true"))))
                .extracting(Restatement::sentence)
                .containsExactly("2026-Q1: lost %s as shown on 4 June 2026, %s as known today"
                        .formatted(shownWords, knownWords));
    }

    private static Reading tile(String period, String net) {
        ExhibitView view = new ExhibitView(
                "Flow",
                "Customers",
                List.of(new ExhibitView.Tile("net", "Net", net, net, "")),
                List.of(
                        new Column("figure", "Figure", Kind.KEY, ""),
                        new Column("value", "Now", Kind.FIGURE, ""),
                        new Column("period", "Period", Kind.KEY, "")),
                List.of(List.of("Net", net, period)),
                "",
                List.of());
        return reading(period, view);
    }

    @Test
    void aViewComesBackFromItsTextAsItWas() {
        ExhibitView view = flow(row("2026-05", null, "true")).view();
        assertThat(ExhibitView.fromJson(view.toJson())).isEqualTo(view);
        assertThat(ExhibitView.fromJson(view.toJson()).toJson()).isEqualTo(view.toJson());
    }

    @Test
    void aRowThatDoesNotFitItsColumnsIsRefused() {
        assertThatThrownBy(() -> flow(List.of("2026-05")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must have 3 values, but one has 1");
    }

    private static List<@Nullable String> row(String period, @Nullable String lost, String complete) {
        return Arrays.asList(period, lost, complete);
    }

    @SafeVarargs
    private static Reading flow(List<@Nullable String>... rows) {
        ExhibitView view = new ExhibitView(
                "Flow",
                "Customers per month",
                List.of(new ExhibitView.Tile("net", "Net", null, "–", "")),
                List.of(
                        new Column("period", "Period", Kind.KEY, ""),
                        new Column("lost", "Lost", Kind.FIGURE, "customers"),
                        new Column(Restatements.COMPLETE, "Complete", Kind.NOTE, "")),
                List.of(rows),
                "",
                List.of());
        return reading("2026-05", view);
    }

    private static Reading reading(String period, ExhibitView view) {
        return new Reading(
                "customer-flow",
                "Customer flow",
                1,
                "customer-math",
                period,
                view,
                Optional.empty(),
                new Clocks(LocalDate.of(2026, 5, 31), Instant.EPOCH),
                "d1",
                List.of(),
                "q1");
    }
}

package io.customerroom.web.programmes;

import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Range;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Sureness;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.web.charts.Charts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What programmes did for staying, side by side: a bar each, with the interval in which its effect lies. */
@Component
final class EffectPicture {

    static final String TITLE = "What each programme goes along with";

    /** @param narrow the same for a telephone */
    record Drawn(String svg, String narrow) {}

    private final Charts charts;

    EffectPicture(Charts charts) {
        this.charts = charts;
    }

    /** Empty where nothing can be said of any. */
    Optional<Drawn> of(List<ProgrammeCard> cards) {
        List<ProgrammeCard> said =
                cards.stream().filter(card -> card.stayed().isPresent()).toList();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Chart chart = chart(said);
        return Optional.of(new Drawn(
                charts.onPage(chart, "effects", TITLE),
                charts.onTelephone(chart, "effects", TITLE).orElse("")));
    }

    private static Chart chart(List<ProgrammeCard> said) {
        return new Chart.Bars(
                "percentage points that more stayed",
                true,
                said.stream()
                        .map(card ->
                                card.programme().id() + " " + card.programme().name())
                        .toList(),
                Stream.of(
                                series("drawn by lot", Tone.FIRST, said, true),
                                series("set beside others like them", Tone.ORDINARY, said, false))
                        .filter(series -> series.values().stream().anyMatch(Objects::nonNull))
                        .toList());
    }

    private static Series series(String name, Tone tone, List<ProgrammeCard> said, boolean random) {
        return new Series(
                        name,
                        tone,
                        said.stream()
                                .<@Nullable BigDecimal>map(card -> card.programme()
                                                        .random()
                                                == random
                                        ? points(card.stayed().orElseThrow().difference())
                                        : null)
                                .toList(),
                        0)
                .within(new Sureness(
                        "95 % interval",
                        said.stream()
                                .<@Nullable Range>map(card -> card.programme().random() == random ? range(card) : null)
                                .toList()));
    }

    private static Range range(ProgrammeCard card) {
        ProgrammeCard.Effect effect = card.stayed().orElseThrow();
        return new Range(
                points(effect.interval().low()), points(effect.interval().high()));
    }

    private static BigDecimal points(double share) {
        return Numbers.rounded(100 * share, 2);
    }
}

package io.customerroom.web.programmes;

import io.customerroom.room.programmes.Programme;
import io.customerroom.statistics.Interval;
import io.customerroom.statistics.MatchedComparison;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.web.programmes.ProgrammeCard.Line;
import io.customerroom.web.programmes.ProgrammeCard.Tile;
import io.customerroom.web.programmes.Seen.Beside;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a programme did, in words: that it made customers stay is said only where chance alone decided who was kept out, and where the interval leaves out nothing. */
record EffectWords(Programme programme, String currency) {

    private String those() {
        return programme.random() ? "those whom chance kept out" : "customers of the same segment, value and tenure";
    }

    List<Tile> tiles(Audience audience, Optional<Beside> stayed) {
        int offered = audience.offered().size();
        int took = audience.tookUp().size();
        Tile takeUp = new Tile(
                "Take-up",
                offered == 0 ? "–" : Numbers.fixed(share(took, offered), 1) + " %",
                "%s of %s to whom it was offered".formatted(Numbers.whole(took), Numbers.whole(offered)));
        Tile cost = new Tile(
                "Cost, " + currency,
                Numbers.fixed(programme.cost(), 2),
                offered == 0
                        ? "nobody was offered it"
                        : "%s for each to whom it was offered".formatted(each(programme.cost(), offered))
                                + (took == 0
                                        ? ""
                                        : ", %s for each who took it up".formatted(each(programme.cost(), took))));
        Tile effect = stayed.map(beside -> new Tile(
                        programme.random() ? "Effect on staying" : "Goes along with staying",
                        points(beside.comparison().difference()) + " points",
                        "%s at 95 %%%s"
                                .formatted(
                                        interval(beside.comparison().interval()),
                                        beside.comparison().apart() ? "" : "; not told apart from nothing")))
                .orElseGet(() -> new Tile("Effect on staying", "–", "too few to say"));
        Tile kept = stayed.filter(beside -> kept(beside) > 0)
                .map(beside -> new Tile(
                        "Cost for each kept, " + currency,
                        each(programme.cost(), kept(beside)),
                        "about %s customers kept".formatted(Numbers.fixed(BigDecimal.valueOf(kept(beside)), 1))))
                .orElseGet(() -> new Tile("Cost for each kept, " + currency, "–", "cannot be told"));
        return List.of(takeUp, cost, effect, kept);
    }

    /** Customers kept; 0 where that cannot be told. */
    private static double kept(Beside beside) {
        MatchedComparison comparison = beside.comparison();
        return comparison.apart() ? Math.max(0, comparison.difference() * comparison.matched()) : 0;
    }

    String stayed(Beside beside, LocalDate until) {
        MatchedComparison comparison = beside.comparison();
        String day = PeriodWords.day(until);
        String points =
                "%s percentage points, %s".formatted(points(comparison.difference()), interval(comparison.interval()));
        if (!comparison.apart()) {
            return "By %s as many of the audience are still customers as of %s, as far as can be told (%s)."
                    .formatted(day, those(), points);
        }
        if (programme.random()) {
            return "It made %s percentage points of the audience %s, %s: set beside %s, by %s."
                    .formatted(
                            Numbers.fixed(decimal(Math.abs(comparison.difference()) * 100), 1),
                            comparison.difference() > 0 ? "stay" : "leave",
                            interval(comparison.interval()),
                            those(),
                            day);
        }
        return "It is associated with %s of the audience who are still customers, beside %s, by %s; who was chosen may explain it."
                .formatted(points, those(), day);
    }

    /** Those who took it up beside those who did not: a trap, told as one. */
    String takers(Beside beside) {
        return "Of those who took it up %s %% are still customers, of those who did not %s %%. They chose themselves, so this says nothing about what the programme did."
                .formatted(
                        Numbers.fixed(decimal(beside.mean() * 100), 1),
                        Numbers.fixed(decimal(beside.others() * 100), 1));
    }

    Line staying(Beside beside) {
        return line("still customers, %", beside, 100, 1);
    }

    Line money(Beside beside) {
        return line("contribution per customer, " + currency, beside, 1, 2);
    }

    private static Line line(String outcome, Beside beside, double unit, int digits) {
        MatchedComparison comparison = beside.comparison();
        return new Line(
                outcome,
                fixed(beside.mean() * unit, digits),
                comparison.matched() == comparison.members()
                        ? Numbers.whole(comparison.members())
                        : "%s of %s"
                                .formatted(Numbers.whole(comparison.matched()), Numbers.whole(comparison.members())),
                fixed(beside.others() * unit, digits),
                Numbers.whole(comparison.others()),
                Numbers.signed(decimal(comparison.difference() * unit), digits),
                "%s to %s"
                        .formatted(
                                Numbers.signed(decimal(comparison.interval().low() * unit), digits),
                                Numbers.signed(decimal(comparison.interval().high() * unit), digits)),
                comparison.apart());
    }

    private static BigDecimal share(long part, long whole) {
        return decimal(100.0 * part / whole);
    }

    private static String each(BigDecimal cost, double of) {
        return Numbers.fixed(cost.divide(decimal(of), 2, RoundingMode.HALF_UP), 2);
    }

    private static String interval(Interval interval) {
        return "%s to %s".formatted(points(interval.low()), points(interval.high()));
    }

    private static String points(double share) {
        return Numbers.signed(decimal(share * 100), 1);
    }

    private static String fixed(double value, int digits) {
        return Numbers.fixed(decimal(value), digits);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }
}

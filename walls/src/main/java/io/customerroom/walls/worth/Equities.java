package io.customerroom.walls.worth;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.statistics.lifetime.Scores;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows customer equity through the months, explains its change, and holds an old forecast against what came. Every day is judged by the kind of
 * model that values the customers at the end of the view, fitted to what was known on that day: else a month in which another model happened to be
 * nearer would look like a change of the customers.
 */
public final class Equities {

    /** Of what became of everybody who ever bought. */
    public static final String MOVES = "buying-moves";

    /** Steps of the course; with the month they start from, a year. */
    private static final int MONTHS = 12;

    private final Readings readings;
    private final CompanyCalendar calendar;
    private final Histories histories;
    private final Fitted fitted;
    private final int digits;

    /**
     * @param fitted what was fitted before, for this view or another
     * @param digits of the currency
     */
    public Equities(Readings readings, CompanyCalendar calendar, Histories histories, Fitted fitted, int digits) {
        this.fitted = fitted;
        this.readings = readings;
        this.calendar = calendar;
        this.histories = histories;
        this.digits = digits;
    }

    /**
     * @param course of the months up to the view's end
     * @param period against the end of the period before
     * @param year against a year before; absent where that is the period itself
     * @param forecast of a year ago
     * @param misses whose purchases that forecast missed; absent where there was none
     * @param lost who is lost at the view's end; absent where nothing is valued then
     */
    public record Answer(
            EquityCourse course,
            Changed period,
            Optional<Changed> year,
            Told<Forecast> forecast,
            Optional<Misses> misses,
            Optional<LostRules> lost,
            Reading states) {}

    /**
     * The change over a span.
     *
     * @param months that it reaches back; empty for the view's period itself
     */
    public record Changed(Optional<Integer> months, LocalDate from, Told<EquityChange> change, Reading moves) {}

    /** What could be told, or why not. */
    public sealed interface Told<T> {

        record Known<T>(T value) implements Told<T> {}

        /** @param why a sentence */
        record Refused<T>(String why) implements Told<T> {}
    }

    /** @param worth of the same view, by a model that values */
    public Answer of(WallQuery query, Worth.Valued worth, Assumptions assumptions) {
        Asked asked = new Asked(query, worth.basis().kinds(), assumptions, fitted, new Latest());
        LocalDate last = Histories.last(query.period(), query);
        List<Period> months = histories.held(last, MONTHS + 1);
        boolean whole = ChronoUnit.MONTHS.between(
                        query.period().startsOn(), query.period().endsOn())
                >= MONTHS;
        // The year first: the choice of models has just read it, and the forecast of a year ago asks what became of the
        // same customers.
        Optional<Changed> year = whole
                ? Optional.empty()
                : Optional.of(changed(Optional.of(MONTHS), asked).changed());
        Foretelling foretold = forecast(asked);
        Read period = changed(Optional.empty(), asked);
        Course course = course(months, asked);
        return new Answer(
                course.course(),
                period.changed(),
                year,
                foretold.told(),
                foretold.misses(),
                period.lost(),
                course.papers());
    }

    /**
     * One view and the kinds of models that value it.
     *
     * @param latest prices of everybody at its end, once they are known: both changes and the rules of loss ask for them
     */
    private record Asked(WallQuery query, Kinds kinds, Assumptions assumptions, Fitted fitted, Latest latest) {

        Priced on(Buyers buyers) {
            return fitted.on(buyers, kinds, assumptions);
        }
    }

    /** What was computed last of prices of one day. */
    private static final class Latest {

        private @Nullable Prices prices;

        Optional<Prices> known() {
            return Optional.ofNullable(prices);
        }

        void keep(Prices some) {
            prices = some;
        }
    }

    private record Course(EquityCourse course, Reading papers) {}

    private Course course(List<Period> months, Asked asked) {
        List<EquityCourse.Point> points = new ArrayList<>();
        List<Reading> papers = new ArrayList<>();
        for (Period month : months) {
            Histories.Read read = histories.buyers(month, asked.query());
            Buyers known = read.buyers();
            papers.add(read.papers());
            if (!known.isEmpty()) {
                long customers = Math.round(known.counts().customers());
                points.add(
                        switch (asked.on(known)) {
                            case Priced.Unpriced no ->
                                new EquityCourse.Point(month, customers, Optional.empty(), Optional.empty(), no.why());
                            case Pricing pricing ->
                                new EquityCourse.Point(
                                        month,
                                        customers,
                                        Optional.of(Cents.whole(
                                                new double[] {pricing.worth().value()}, digits)),
                                        Optional.of(pricing.worth().interval()),
                                        "");
                        });
            }
        }
        return new Course(new EquityCourse(asked.kinds(), points), papers.getLast());
    }

    /** A change, and who is lost at its end. */
    private record Read(Changed changed, Optional<LostRules> lost) {}

    private Read changed(Optional<Integer> back, Asked asked) {
        Period period = asked.query().period();
        LocalDate to = Histories.last(period, asked.query());
        LocalDate from = Histories.from(back, asked.query());
        Histories.Moved read = histories.moved(back, asked.query());
        Movements moved = read.movements();
        Priced then = asked.on(moved.known());
        Priced today = asked.on(moved.all());
        Optional<Prices> now = today instanceof Pricing pricing
                ? Optional.of(
                        pricing.on(moved.now().values(), to, asked.latest().known()))
                : Optional.empty();
        now.ifPresent(asked.latest()::keep);
        return new Read(
                new Changed(back, from, told(moved, from, to, then, today, now), read.papers()),
                now.filter(prices -> back.isEmpty())
                        .map(prices -> LostRules.of(
                                moved, to, prices, asked.assumptions().aliveBelow(), digits)));
    }

    private Told<EquityChange> told(
            Movements moved, LocalDate from, LocalDate to, Priced then, Priced today, Optional<Prices> now) {
        if (then instanceof Priced.Unpriced no) {
            return new Told.Refused<>("At the end of %s %s".formatted(PeriodWords.day(from), no.why()));
        }
        if (today instanceof Priced.Unpriced no) {
            return new Told.Refused<>("At the end of %s %s".formatted(PeriodWords.day(to), no.why()));
        }
        return new Told.Known<>(EquityChange.of(moved, from, to, (Pricing) then, now.orElseThrow(), digits));
    }

    private record Foretelling(Told<Forecast> told, Optional<Misses> misses) {

        static Foretelling refused(String why) {
            return new Foretelling(new Told.Refused<>(why), Optional.empty());
        }
    }

    private Foretelling forecast(Asked asked) {
        LocalDate last = Histories.last(asked.query().period(), asked.query());
        List<Period> held = histories.held(last, MONTHS);
        Period before = calendar.previous(held.getFirst());
        Buyers early = histories.buyers(before, asked.query()).buyers();
        if (early.isEmpty()) {
            return Foretelling.refused(
                    "A year ago nobody had bought, so that no forecast of then can be held against what came.");
        }
        Kinds kinds = asked.kinds();
        Pricing.Found found = Pricing.found(kinds.common(), early);
        if (found.fit() instanceof Fit.Refused<? extends PurchaseModel> refused) {
            return Foretelling.refused("At the end of %s %s is refused: %s"
                    .formatted(PeriodWords.day(early.through()), kinds.common().label(), refused.why()));
        }
        Season season = season(found, early, asked.query());
        Season clock = season.known() && foretoldTheYearBefore(kinds.common(), season, early.through(), asked.query())
                ? season
                : Season.NONE;
        List<Misses.Teller> tellers = new ArrayList<>();
        Set<String> alone = new TreeSet<>();
        kinds.own().forEach((segment, kind) -> {
            CountedStates some = early.of(segment::equals);
            teller(segment, Pricing.found(kind, early.counts(some)), early, some, some, clock)
                    .ifPresent(teller -> {
                        alone.add(segment);
                        tellers.add(teller);
                    });
        });
        CountedStates rest = alone.isEmpty() ? early.states() : early.of(segment -> !alone.contains(segment));
        if (rest.size() > 0) {
            teller("", found, early, early.states(), rest, clock).ifPresent(tellers::addFirst);
        }
        List<Holdout.Step> steps = histories.steps(held, asked.query());
        double level = asked.assumptions().level();
        Forecast forecast = Forecast.of(
                early.through(), tellers.stream().map(Misses.Teller::part).toList(), steps, season, level);
        double[] ends = season.ends(
                early.through(), steps.stream().map(Holdout.Step::until).toList());
        return new Foretelling(
                new Told.Known<>(forecast),
                Optional.of(Misses.of(
                        early.through(),
                        last,
                        ends[ends.length - 1],
                        tellers,
                        histories.since(early.through(), asked.query()).pairs(),
                        calendar,
                        level)));
    }

    /** Whether models that are fitted by the season's clock would have foretold the year up to the cut better than those fitted by the calendar: else only what is to come is seasonal. */
    private boolean foretoldTheYearBefore(Candidate kind, Season season, LocalDate cut, WallQuery query) {
        List<Period> year = histories.held(cut, MONTHS);
        Buyers before =
                histories.buyers(calendar.previous(year.getFirst()), query).buyers();
        if (before.isEmpty()) {
            return false;
        }
        double came = histories.steps(year, query).stream()
                .mapToLong(Holdout.Step::purchases)
                .sum();
        Counts seasonal = before.counts(before.states().by(season.clock(before.since(), before.through())));
        return Math.abs(foretold(Pricing.found(kind, seasonal), seasonal) - came)
                < Math.abs(foretold(Pricing.found(kind, before), before.counts()) - came);
    }

    /** Purchases of a year; not a number where the model is refused. */
    private static double foretold(Pricing.Found found, Counts counts) {
        if (!(found.fit() instanceof Fit.Converged<? extends PurchaseModel> fit)) {
            return Double.NaN;
        }
        Scores year = Scores.of(fit.model(), counts, Assumptions.YEAR);
        return IntStream.range(0, counts.size())
                .mapToDouble(i -> counts.weight(i) * year.expected(i))
                .sum();
    }

    /**
     * Customers foretold by a model that is fitted to all who are like them, by the season's clock where there is one and the model bears it.
     *
     * @param plain by the calendar; nothing comes of one that is refused
     */
    private static Optional<Misses.Teller> teller(
            String segment,
            Pricing.Found plain,
            Buyers early,
            CountedStates alike,
            CountedStates customers,
            Season season) {
        if (!(plain.fit() instanceof Fit.Converged<? extends PurchaseModel> fit)) {
            return Optional.empty();
        }
        Counts counts = customers == early.states() ? early.counts() : early.counts(customers);
        Forecast.Part byCalendar = new Forecast.Part(segment, plain.candidate(), fit, counts);
        if (season.known()) {
            IntUnaryOperator clock = season.clock(early.since(), early.through());
            CountedStates clocked = customers.by(clock);
            Counts seasonal = early.counts(clocked);
            Pricing.Found anew =
                    Pricing.found(plain.candidate(), alike == customers ? seasonal : early.counts(alike.by(clock)));
            if (anew.fit() instanceof Fit.Converged<? extends PurchaseModel> other) {
                return Optional.of(new Misses.Teller(
                        new Forecast.Part(segment, anew.candidate(), other, seasonal, byCalendar.plain()),
                        clocked,
                        clock));
            }
        }
        return Optional.of(new Misses.Teller(byCalendar, customers, IntUnaryOperator.identity()));
    }

    /** Of the two whole years before the forecast; none where they are not known. The first purchases known may be older ones' repeats, which the factors bear. */
    private Season season(Pricing.Found found, Buyers early, WallQuery query) {
        List<Period> before = histories.held(early.through(), MONTHS * Season.YEARS);
        return found.fit() instanceof Fit.Converged<? extends PurchaseModel> fit
                        && !early.since().isAfter(before.getFirst().lastDay())
                ? Season.of(fit.model(), early.counts(), early.through(), histories.repeats(before, query))
                : Season.NONE;
    }
}

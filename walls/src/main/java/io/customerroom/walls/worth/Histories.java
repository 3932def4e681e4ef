package io.customerroom.walls.worth;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.PurchaseModel;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Asks the ledger how customers bought, and values them. The last quarter of history is held out, a whole year as soon as two are known; what came in it
 * is what the models must foretell.
 */
public final class Histories {

    /** Of customers by how they bought. */
    public static final String STATES = "purchase-states";

    /** Of what customers known before a day bought again. */
    public static final String REPEATS = "repeat-purchases";

    /** Months of a course. */
    private static final int YEAR = 12;

    /** Shorter histories are not split. */
    private static final int FEWEST_MONTHS = 6;

    private final Readings readings;
    private final CompanyCalendar calendar;
    private final Assumptions assumptions;
    private Optional<Latest> latest = Optional.empty();
    private Optional<Walked> walked = Optional.empty();

    public Histories(Readings readings, CompanyCalendar calendar, Assumptions assumptions) {
        this.readings = readings;
        this.calendar = calendar;
        this.assumptions = assumptions;
    }

    /** @param states what the worth was computed from */
    public record Answer(Worth worth, Assumptions assumptions, Reading states) {

        /** The papers of the states, with the definition of what was assumed. */
        public Exhibit.Source source() {
            return assumptions.beside(states.source());
        }
    }

    /** The customers' worth at the end of the period; of a running one, at the last day known. */
    public Answer of(WallQuery query) {
        Read read = buyers(calendar.periodOf(Grain.MONTH, last(query.period(), query)), query);
        Buyers now = read.buyers();
        Worth worth = worth(now, query);
        return new Answer(
                assumptions.perSegment() && worth instanceof Worth.Valued valued
                        ? new Valuation(assumptions).bySegment(valued, choices(query, valued), now)
                        : worth,
                assumptions,
                read.papers());
    }

    /** Which model the holdout speaks for in each segment, whether or not it is used; none where there is but one segment. */
    public List<SegmentChoice> choices(WallQuery query, Worth.Valued worth) {
        LocalDate cut = worth.holdout().cut();
        return new SegmentTrials(cut, last(query.period(), query), worth.model()).of(since(cut, query));
    }

    /** Whose purchases the model that values foretold otherwise than they came, in the months that were held out. Nothing where it is refused on the first part of history. */
    public Optional<Misses> misses(WallQuery query, Worth.Valued worth) {
        LocalDate cut = worth.holdout().cut();
        LocalDate until = last(query.period(), query);
        Movements moved = since(cut, query);
        Pricing.Found found = Pricing.found(worth.model(), moved.known());
        if (!(found.fit() instanceof Fit.Converged<? extends PurchaseModel> fit)) {
            return Optional.empty();
        }
        Forecast.Part part =
                new Forecast.Part("", found.candidate(), fit, moved.known().counts());
        return Optional.of(Misses.of(
                cut,
                until,
                ChronoUnit.DAYS.between(cut, until),
                List.of(new Misses.Teller(part, moved.known().states(), IntUnaryOperator.identity())),
                moved.pairs(),
                calendar,
                assumptions.level()));
    }

    /** What became of customers since the end of a month. */
    Movements since(LocalDate cut, WallQuery query) {
        long months = ChronoUnit.MONTHS.between(
                cut.plusDays(1).withDayOfMonth(1), query.period().endsOn().withDayOfMonth(1));
        return moved(Optional.of(Math.toIntExact(months)), query).movements();
    }

    /** @param papers of the answer that they were read from */
    record Moved(Movements movements, Reading papers) {}

    /**
     * What became of customers in a period, or in so many months up to its end. The same span of the same view is read once by those who ask one after the other.
     *
     * @param back empty for the period itself
     */
    Moved moved(Optional<Integer> back, WallQuery query) {
        Span span = new Span(back, query);
        if (latest.isPresent() && latest.get().span().equals(span)) {
            return latest.get().moved();
        }
        Period period = query.period();
        MoverReader reader = new MoverReader();
        Movements.Builder builder = new Movements.Builder();
        Reading papers = readings.each(
                Equities.MOVES,
                period,
                period,
                query,
                back.map(months -> Map.of("months", Integer.toString(months))).orElse(Map.of()),
                line -> builder.add(reader.mover(line)));
        Buyers known =
                buyers(calendar.periodOf(Grain.MONTH, from(back, query)), query).buyers();
        Buyers all = buyers(calendar.periodOf(Grain.MONTH, last(period, query)), query)
                .buyers();
        Moved moved = new Moved(builder.build(known, all), papers);
        latest = Optional.of(new Latest(span, moved));
        return moved;
    }

    /** The last day before such a span. */
    static LocalDate from(Optional<Integer> back, WallQuery query) {
        return back.map(months -> query.period().endsOn().minusMonths(months))
                .orElse(query.period().startsOn())
                .minusDays(1);
    }

    private record Span(Optional<Integer> back, WallQuery query) {}

    private record Latest(Span span, Moved moved) {}

    private Worth worth(Buyers now, WallQuery query) {
        if (now.isEmpty()) {
            return refused("Nobody known bought by %s. What customers under contract are worth is not told here."
                    .formatted(PeriodWords.day(now.through())));
        }
        long months = ChronoUnit.MONTHS.between(now.since(), now.through().plusDays(1));
        if (months < FEWEST_MONTHS) {
            return refused(
                    "Purchases are known since %s. With less than %d months no part can be held out to see whether a forecast holds."
                            .formatted(PeriodWords.day(now.since()), FEWEST_MONTHS));
        }
        List<Period> held = held(now.through(), heldOut(months));
        Period cut = calendar.previous(held.getFirst());
        Buyers early = buyers(cut, query).buyers();
        return new Valuation(assumptions).of(early, steps(held, query), now);
    }

    /** A quarter of history; a whole year as soon as two are known, so that every season is in it once and favours no model. */
    static int heldOut(long months) {
        return months >= 24 ? 12 : Math.clamp(months / 4, 1, 12);
    }

    private static Worth refused(String why) {
        return new Worth.Refused(why, List.of(), Optional.empty());
    }

    List<Period> held(LocalDate through, int months) {
        Period last = calendar.periodOf(Grain.MONTH, through);
        Period first = last;
        for (int i = 1; i < months; i++) {
            first = calendar.previous(first);
        }
        return calendar.periods(Grain.MONTH, first.startsOn(), last.lastDay());
    }

    List<Holdout.Step> steps(List<Period> held, WallQuery query) {
        String before = held.getFirst().startsOn().toString();
        return steps(
                held, readings.part(REPEATS, held.getFirst(), held.getLast(), query, Map.of("before", before)), query);
    }

    /** What all customers bought again in each month, each from the own first purchase on. */
    List<Holdout.Step> repeats(List<Period> months, WallQuery query) {
        return steps(months, readings.read(REPEATS, months.getFirst(), months.getLast(), query), query);
    }

    private static List<Holdout.Step> steps(List<Period> held, Reading came, WallQuery query) {
        List<Holdout.Step> steps = new ArrayList<>();
        for (Period month : held) {
            long purchases = came.lines(month.name()).stream()
                    .mapToLong(line -> line.count("purchases"))
                    .sum();
            steps.add(new Holdout.Step(month.name(), last(month, query), purchases));
        }
        return steps;
    }

    static LocalDate last(Period period, WallQuery query) {
        LocalDate through = query.clocks().through();
        return period.partial(through) && through.isBefore(period.lastDay()) ? through : period.lastDay();
    }

    /** @param papers of the answer that they were counted in, at the view's end */
    record Read(Buyers buyers, Reading papers) {}

    /** Customers at the end of a month; of the running one, on the last day known. */
    Read buyers(Period month, WallQuery query) {
        Walked known = walked(query);
        LocalDate day = last(month, query);
        Buyers kept = known.kept().get(day);
        if (kept != null) {
            return new Read(kept, known.papers());
        }
        int place = known.walk().of(day);
        Read read = place < 0 ? counted(month, query) : new Read(known.walk().at(place), known.papers());
        known.kept().put(day, read.buyers());
        return read;
    }

    private Read counted(Period month, WallQuery query) {
        Buyers.Builder builder = new Buyers.Builder(last(month, query));
        StateReader reader = new StateReader();
        Reading papers = readings.each(STATES, month, month, query, Map.of(), line -> reader.add(line, builder));
        return new Read(builder.build(), papers);
    }

    /** @param kept of the ends that were asked for last */
    private record Walked(WallQuery query, BuyersWalk walk, Reading papers, Map<LocalDate, Buyers> kept) {

        private static final int MOST = 3;

        static Walked over(WallQuery query, BuyersWalk walk, Reading papers) {
            return new Walked(query, walk, papers, new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<LocalDate, Buyers> eldest) {
                    return size() > MOST;
                }
            });
        }
    }

    /** The ends of a year of months up to the view's: counted at the view's end, in one pass over the moves before it. */
    private Walked walked(WallQuery query) {
        if (walked.isPresent() && walked.get().query().equals(query)) {
            return walked.get();
        }
        LocalDate last = last(query.period(), query);
        List<Period> months = held(last, YEAR + 1);
        Buyers.Builder builder = new Buyers.Builder(last);
        StateReader states = new StateReader();
        Period end = query.period();
        Reading papers = readings.each(STATES, end, end, query, Map.of(), line -> states.add(line, builder));
        BuyersWalk walk =
                new BuyersWalk(months.stream().map(month -> last(month, query)).toList(), builder);
        Map<String, Integer> places = new HashMap<>();
        months.forEach(month -> places.put(month.name(), places.size()));
        BuyersWalk.Reader moves = new BuyersWalk.Reader();
        readings.lines(
                BuyersWalk.MOVES,
                months.get(1),
                months.getLast(),
                query,
                Map.of(),
                line -> walk.take(places.getOrDefault(line.named("period", ""), 0), moves.move(line)));
        Walked made = Walked.over(query, walk, papers);
        walked = Optional.of(made);
        return made;
    }
}

package io.customerroom.walls.stays;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the ledger how long customers stayed under contract: as of the end of the view's period, and as of a day before it, from which on the models are
 * tried on what happened.
 */
public final class ContractHistories {

    /** How long customers stayed, counted. */
    public static final String STAYS = "contract-stays";

    /** Shorter records are not split. */
    private static final int FEWEST_MONTHS = 8;

    private static final int MOST_HELD = 12;

    private final Readings readings;
    private final CompanyCalendar calendar;

    public ContractHistories(Readings readings, CompanyCalendar calendar) {
        this.readings = readings;
        this.calendar = calendar;
    }

    /**
     * @param early those who had come by the end of the month before the held ones
     * @param steps how many of those who stayed then still stayed at the end of each held month
     */
    public record Held(LocalDate cut, Stays early, List<Step> steps) {

        public Held {
            steps = List.copyOf(steps);
        }
    }

    /** @param name of a month */
    public record Step(String name, long stayed) {}

    /**
     * @param reading what the stays were counted in
     * @param held empty where the records are too short to hold a part of them out
     */
    public record Answer(Reading reading, Stays stays, Optional<Held> held) {}

    /** As {@link #of}, with nothing held out. */
    public Answer whole(WallQuery query) {
        Reading reading = readings.read(STAYS, query.period(), query.period(), query);
        return new Answer(reading, Stays.of(reading.lines(query.period().name())), Optional.empty());
    }

    /** The stay of one customer that lasts at the end of the view's period; empty for whoever is not under contract then. */
    public Optional<Stay> lasting(CustomerId customer, WallQuery query) {
        Map<String, String> one = Map.of("customer", Long.toString(customer.value()), "outcome", "staying");
        return Stays.of(readings.part(STAYS, query.period(), query.period(), query, one)
                        .lines(query.period().name()))
                .all()
                .stream()
                .filter(stay -> !stay.lost())
                .findFirst();
    }

    public Answer of(WallQuery query) {
        Reading reading = readings.read(STAYS, query.period(), query.period(), query);
        Stays stays = Stays.of(reading.lines(query.period().name()));
        int recorded = stays.all().stream()
                .mapToInt(stay -> stay.months() - stay.entered())
                .max()
                .orElse(0);
        return new Answer(
                reading,
                stays,
                recorded < FEWEST_MONTHS
                        ? Optional.empty()
                        : Optional.of(held(query, Math.clamp(recorded / 4, 1, MOST_HELD))));
    }

    private Held held(WallQuery query, int months) {
        Period last = lastWhole(query);
        Period first = last;
        for (int i = 1; i < months; i++) {
            first = calendar.previous(first);
        }
        Period cut = calendar.previous(first);
        Stays early = Stays.of(readings.read(STAYS, cut, cut, query).lines(cut.name()));
        Reading later = readings.part(
                STAYS,
                first,
                last,
                query,
                Map.of("counted", "outcome", "in_force_on", cut.lastDay().toString()));
        List<Step> steps = new ArrayList<>();
        for (Period month : calendar.periods(Grain.MONTH, first.startsOn(), last.lastDay())) {
            long stayed = later.lines(month.name()).stream()
                    .filter(line -> line.named("outcome", "").equals("staying"))
                    .mapToLong(line -> line.count("customers"))
                    .sum();
            steps.add(new Step(month.name(), stayed));
        }
        return new Held(cut.lastDay(), early, steps);
    }

    private Period lastWhole(WallQuery query) {
        LocalDate through = query.clocks().through();
        LocalDate end = query.period().lastDay();
        Period month = calendar.periodOf(Grain.MONTH, end.isAfter(through) ? through : end);
        return month.partial(through) ? calendar.previous(month) : month;
    }
}

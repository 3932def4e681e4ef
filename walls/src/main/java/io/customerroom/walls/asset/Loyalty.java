package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.definitions.LoyaltyDefinition;
import io.customerroom.ledger.definitions.LoyaltyDefinition.Behaviour;
import io.customerroom.statistics.comparison.Look;
import io.customerroom.statistics.comparison.Look.Finding;
import io.customerroom.statistics.comparison.Pair;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tests the behaviours that a definition names: of the customers active on the day before so many months that end with the period, did those who
 * had shown it by then stay more often than the others, segment by segment? And does the difference still lie where an earlier one of the same
 * length, that ended before this one began, lets us expect it?
 */
final class Loyalty {

    static final String METRIC = "loyalty-behaviours";

    /** The parameter that says how long customers are followed. */
    static final String MONTHS = "months";

    private static final String NO_SEGMENT = "no segment";

    private final LoyaltyDefinition definition;
    private final Period period;
    private final Period former;
    private final Reading source;
    private final List<Tested> tested;

    private Loyalty(LoyaltyDefinition definition, Period period, Period former, Reading source, List<Tested> tested) {
        this.definition = definition;
        this.period = period;
        this.former = former;
        this.source = source;
        this.tested = tested;
    }

    /**
     * A behaviour and what came of it.
     *
     * @param former the same look at the months before; without a comparison where the history does not reach so far
     * @param segments by name
     */
    record Tested(Behaviour behaviour, Look now, Look former, SortedMap<String, Pair> segments) {

        /** Whether the difference left the band in which the earlier one lets us expect it; never where one of them has too few. */
        boolean drifted() {
            return now.finding() != Finding.TOO_FEW
                    && former.finding() != Finding.TOO_FEW
                    && !now.compared()
                            .band(former.compared())
                            .contains(now.compared().difference());
        }

        boolean found() {
            return now.finding() == Finding.MORE;
        }
    }

    static Loyalty of(Readings readings, CompanyCalendar calendar, LoyaltyDefinition definition, WallQuery query) {
        Period former = before(calendar, query.period(), definition.followMonths());
        List<Reading> now = read(readings, definition, query.period(), query);
        List<Reading> then = read(readings, definition, former, query);
        List<Look> looks = looks(definition, now);
        List<Look> earlier = looks(definition, then);
        List<Tested> tested = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            tested.add(new Tested(definition.behaviours().get(i), looks.get(i), earlier.get(i), segments(now.get(i))));
        }
        return new Loyalty(definition, query.period(), former, now.getFirst(), List.copyOf(tested));
    }

    /** The latest period of the same grain that ended when the months that end with this one began. */
    static Period before(CompanyCalendar calendar, Period period, int months) {
        LocalDate end = period.endsOn().minusMonths(months);
        Period found = calendar.periodOf(period.grain(), end.minusDays(1));
        return found.endsOn().isAfter(end) ? calendar.previous(found) : found;
    }

    private static List<Reading> read(Readings readings, LoyaltyDefinition definition, Period period, WallQuery query) {
        return definition.behaviours().stream()
                .map(behaviour -> readings.part(METRIC, period, period, query, parameters(definition, behaviour)))
                .toList();
    }

    static Map<String, String> parameters(LoyaltyDefinition definition, Behaviour behaviour) {
        Map<String, String> parameters = new TreeMap<>(behaviour.parameters());
        parameters.put(MONTHS, Integer.toString(definition.followMonths()));
        return parameters;
    }

    private static List<Look> looks(LoyaltyDefinition definition, List<Reading> readings) {
        List<Look.Asked> asked = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            asked.add(new Look.Asked(
                    definition.behaviours().get(i).name(),
                    List.copyOf(segments(readings.get(i)).values())));
        }
        return Look.all(asked, definition.minN());
    }

    private static SortedMap<String, Pair> segments(Reading reading) {
        SortedMap<String, Pair> segments = new TreeMap<>();
        reading.lines()
                .forEach(line -> segments.put(
                        line.named("segment", NO_SEGMENT),
                        Pair.of(
                                line.count("with_stayed"),
                                line.count("with_it"),
                                line.count("without_stayed"),
                                line.count("without_it"))));
        return segments;
    }

    LoyaltyDefinition definition() {
        return definition;
    }

    Period period() {
        return period;
    }

    Period former() {
        return former;
    }

    /** Papers of the first question; all ask the same metric. */
    Reading source() {
        return source;
    }

    List<Tested> tested() {
        return tested;
    }

    /** The behaviour that separates most, of those that do. */
    Optional<Tested> strongest() {
        return tested.stream()
                .filter(Tested::found)
                .max((a, b) -> Double.compare(
                        a.now().compared().difference(), b.now().compared().difference()));
    }

    /** The first day of the months in which customers were followed. */
    LocalDate followedFrom() {
        return period.endsOn().minusMonths(definition.followMonths());
    }

    /** A segment as the ledger's filter knows it. */
    static String filter(String segment) {
        return segment.equals(NO_SEGMENT) ? "" : segment;
    }
}

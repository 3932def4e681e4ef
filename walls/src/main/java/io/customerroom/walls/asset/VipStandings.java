package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How single customers stood at the end of each month. A customer without a row was none, and worth nothing. */
public final class VipStandings {

    static final String METRIC = "customers";

    private static final Set<String> GONE = Set.of("lost", "none");

    private final Readings readings;
    private final CompanyCalendar calendar;

    public VipStandings(Readings readings, CompanyCalendar calendar) {
        this.readings = readings;
        this.calendar = calendar;
    }

    /**
     * At the end of a month.
     *
     * @param here whether a customer
     * @param value of the value definition
     */
    public record Standing(boolean here, BigDecimal value) {

        static final Standing NOBODY = new Standing(false, BigDecimal.ZERO);
    }

    /** One customer's standing by the name of the month, with the papers of the answer. */
    public record Course(Map<String, Standing> months, Reading reading) {

        public Standing at(Period month) {
            return months.getOrDefault(month.name(), Standing.NOBODY);
        }
    }

    /** The months of one customer from the month of a day to the last month the view knows of. */
    public Course of(CustomerId customer, LocalDate from, WallQuery query) {
        Period first = calendar.periodOf(Grain.MONTH, from);
        Period last = last(query);
        Reading reading = readings.part(
                METRIC,
                first.startsOn().isAfter(last.startsOn()) ? last : first,
                last,
                query,
                Map.of("customer", Long.toString(customer.value())));
        Map<String, Standing> months = new TreeMap<>();
        for (Line line : reading.lines()) {
            months.put(
                    line.named("period", ""),
                    new Standing(
                            !GONE.contains(line.named("state", "none")),
                            line.number("value").orElse(BigDecimal.ZERO)));
        }
        return new Course(months, reading);
    }

    /** The last month of the view's period that has begun. */
    public Period last(WallQuery query) {
        LocalDate end = query.period().lastDay();
        LocalDate through = query.clocks().through();
        return calendar.periodOf(Grain.MONTH, end.isAfter(through) ? through : end);
    }

    /**
     * Whether a host contact was a success: the customer is still one, and worth no less than at the end of the month in which it was held. Empty until its day of
     * judgement has passed.
     *
     * @param afterDays so many days after it was held it is judged, by the definition of touches
     */
    public Optional<Boolean> success(Course course, LocalDate held, int afterDays, WallQuery query) {
        LocalDate judged = held.plusDays(afterDays);
        if (judged.isAfter(query.clocks().through())) {
            return Optional.empty();
        }
        Standing then = course.at(calendar.periodOf(Grain.MONTH, held));
        Standing after = course.at(calendar.periodOf(Grain.MONTH, judged));
        return Optional.of(after.here() && after.value().compareTo(then.value()) >= 0);
    }
}

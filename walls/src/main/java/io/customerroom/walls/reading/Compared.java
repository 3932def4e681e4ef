package io.customerroom.walls.reading;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Mark;
import io.customerroom.walls.exhibit.Numbers;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/** A figure with the period before and the same period last year beside it. */
public record Compared(CompanyCalendar calendar, Period period, boolean partial) {

    public static Compared of(CompanyCalendar calendar, WallQuery query) {
        return new Compared(calendar, query.period(), query.partial());
    }

    /**
     * @param valueOf the figure's value in a period; empty where there is no reading
     * @param signed whether the value itself is a change
     */
    public Figure figure(
            String id,
            String label,
            String parts,
            Direction direction,
            boolean signed,
            Function<Period, Optional<BigDecimal>> valueOf,
            Optional<Drill> drill) {
        Optional<BigDecimal> now = valueOf.apply(period);
        return new Figure(
                id,
                label,
                now,
                now.map(value -> signed ? Numbers.signed(value, 0) : Numbers.whole(value))
                        .orElse("no reading"),
                parts,
                beside(calendar.previous(period), now, valueOf, direction, signed),
                beside(calendar.sameLastYear(period), now, valueOf, direction, signed),
                drill);
    }

    private Optional<Figure.Comparison> beside(
            Period other,
            Optional<BigDecimal> now,
            Function<Period, Optional<BigDecimal>> valueOf,
            Direction direction,
            boolean signed) {
        return now.flatMap(value -> valueOf.apply(other)
                .map(former -> new Figure.Comparison(
                        PeriodWords.of(other),
                        signed ? Numbers.signed(former, 0) : Numbers.whole(former),
                        value.compareTo(former) == 0 ? "unchanged" : Numbers.signed(value.subtract(former), 0),
                        // A running period is smaller than a whole one by its nature: the change means nothing yet.
                        partial ? Mark.NONE : Mark.of(value.subtract(former), direction))));
    }
}

package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.Aims;
import io.customerroom.walls.reading.Compared;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Composes wall 1. It opens with five figures in whole numbers: customers in, out, net, those who recommended us, and the five
 * reasons named most by those who left; then come the flow, the money that came and went with the customers, and the segments.
 */
public final class AssetWall {

    /** The exhibit of the five reasons named most, which is the fifth opening figure. */
    public static final String TOP_REASONS = "top-reasons";

    /** The exhibit of sales, which hangs where a sales goal is stated. */
    public static final String SALES = "sales";

    private final Readings readings;
    private final CompanyCalendar calendar;
    private final Currency currency;
    private final Course course;
    private final GainedPlan plan;

    /** Without goals. */
    public AssetWall(Readings readings, CompanyCalendar calendar, Currency currency) {
        this(readings, calendar, currency, Aims.NONE);
    }

    public AssetWall(Readings readings, CompanyCalendar calendar, Currency currency, Aims aims) {
        this.plan = new GainedPlan(readings, calendar, aims);
        this.course = new Course(readings, calendar, aims, currency);
        this.readings = readings;
        this.calendar = calendar;
        this.currency = currency;
    }

    public Wall compose(WallQuery query) {
        Period period = query.period();
        Period yearAgo = calendar.sameLastYear(period);
        Reading math = readings.read("customer-math", yearAgo, period, query);
        Reading recommenders = readings.read("recommenders", yearAgo, period, query);
        Reading reasons = readings.read("leaving-reasons", yearAgo, period, query);
        Reading value = readings.read("value-flow", yearAgo, period, query);
        Reading segments = readings.read("value-by-segment", yearAgo, period, query);
        Reading unknown = readings.read("unknown-customer", yearAgo, period, query);
        Optional<Flow> flow = Flow.of(math, period);
        List<Exhibit> exhibits = new ArrayList<>();
        flow.ifPresent(known -> exhibits.add(FlowExhibit.of(known, math, query)));
        exhibits.add(ValueExhibit.of(value, query, currency));
        exhibits.add(ReasonsExhibit.of(reasons, query, calendar, currency));
        exhibits.add(SegmentExhibit.of(segments, query, calendar, currency));
        exhibits.add(UnknownExhibit.of(unknown, query, currency));
        List<GoalReading> goals = course.of(query);
        List<Exhibit> opening = new ArrayList<>();
        opening.add(OpeningExhibit.of(math, recommenders, query, Compared.of(calendar, query), goals));
        opening.add(ReasonsExhibit.opening(reasons, query, calendar, currency));
        if (SalesExhibit.wanted(goals)) {
            Reading revenue = readings.read("revenue", yearAgo, period, query);
            opening.add(SalesExhibit.of(revenue, query, Compared.of(calendar, query), currency, goals));
        }
        List<String> notices = new ArrayList<>(notices(query));
        notices.addAll(PlanExhibit.notices(plan.of(query), query));
        return new Wall(1, "Outcome", sentence(flow, query), notices, opening, exhibits);
    }

    /** The wall in one breath: "In October 2026, 212 customers came and 187 left: 25 more customers, 1,240 in all." */
    static String sentence(Optional<Flow> flow, WallQuery query) {
        return flow.map(known -> "In %s, %s %s came and %s left: %s, %s in all."
                        .formatted(
                                PeriodWords.of(query),
                                Numbers.whole(known.incoming()),
                                known.incoming() == 1 ? "customer" : "customers",
                                Numbers.whole(known.lost()),
                                known.netInWords(),
                                Numbers.whole(known.closing())))
                .orElse("The ledger holds no customers for %s.".formatted(PeriodWords.of(query)));
    }

    static List<String> notices(WallQuery query) {
        return query.partial()
                ? List.of("%s is not over: its numbers still grow and are not comparable with a whole period."
                        .formatted(PeriodWords.of(query.period())))
                : List.of();
    }
}

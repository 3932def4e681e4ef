package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.survival.AalenJohansen;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.stays.Stay;
import io.customerroom.walls.stays.Stays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By which reason customers leave a contract, and in which month of their stay: the share that has left by each reason, where one reason ends the wait
 * for the others. Those who left without telling are a reason of their own, and the shares of all reasons and of those still there are 100 %.
 *
 * @param level of all intervals: 0.90
 */
record LeavingExhibit(WallQuery query, double level) {

    private static final String UNTOLD = "";
    private static final List<Tone> TONES = List.of(Tone.FIRST, Tone.SECOND, Tone.THIRD);

    /** Nothing where nobody left, or too few could be seen. */
    Optional<Exhibit> of(Reading reading, Stays stays) {
        int years = stays.years();
        if (years == 0 || stays.lost() == 0) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>(
                stays.where(Stay::lost).by(stay -> stay.reason().orElse(UNTOLD)).keySet());
        AalenJohansen incidence = stays.incidence(
                reasons.size(), stay -> reasons.indexOf(stay.reason().orElse(UNTOLD)));
        return Optional.of(exhibit(reading, stays, reasons, incidence, years));
    }

    private Exhibit exhibit(Reading reading, Stays stays, List<String> reasons, AalenJohansen incidence, int years) {
        int months = 12 * years;
        List<Row> rows = new ArrayList<>();
        for (int cause = 0; cause < reasons.size(); cause++) {
            String reason = reasons.get(cause);
            Interval interval = incidence.interval(cause, months, level);
            rows.add(Row.of(
                            words(reason),
                            Long.toString(stays.where(stay -> stay.lost()
                                            && stay.reason().orElse(UNTOLD).equals(reason))
                                    .customers()),
                            StayExhibits.percent(incidence.incidence(cause, 12)),
                            StayExhibits.percent(incidence.incidence(cause, months)),
                            StayExhibits.percent(interval.low()),
                            StayExhibits.percent(interval.high()))
                    .to(new Drill(
                            StayExhibits.METRIC, query.period().name(), Map.of("outcome", "lost", "reason", reason))));
        }
        Interval staying = stays.survival().interval(months, level);
        rows.add(Row.of(
                "still there",
                null,
                StayExhibits.percent(stays.survival().survival(12)),
                StayExhibits.percent(stays.survival().survival(months)),
                StayExhibits.percent(staying.low()),
                StayExhibits.percent(staying.high())));
        return new Exhibit(
                "contract-leaving",
                title(reasons, incidence, months),
                "Share that has left by each reason, by month of the stay, %%; %s; as of the end of %s"
                        .formatted(PeriodWords.population(query), PeriodWords.of(query)),
                List.of(),
                Optional.of(new Chart.Line(
                        "% have left by then",
                        StayExhibits.months(months), series(reasons, incidence, months), Optional.empty())),
                "Aalen–Johansen; with those still there the reasons are 100 %%. %s"
                        .formatted(StayExhibits.atRisk(stays.survival(), years)),
                new Table(
                        "One row per reason, the most frequent first; bounds of the %s %% interval after %d months"
                                .formatted(Math.round(100 * level), months),
                        List.of(
                                Column.key("reason", "Reason"),
                                Column.count("customers", "Customers lost"),
                                Column.amount("after_year", "Left by month 12, %", 1),
                                Column.amount("after_all", "Left by month %d, %%".formatted(months), 1),
                                Column.amount("low", "Lower bound, %", 1),
                                Column.amount("high", "Upper bound, %", 1)),
                        rows),
                reading.warnings(),
                reading.source());
    }

    /** The three most frequent reasons, and those who did not tell. */
    private List<Series> series(List<String> reasons, AalenJohansen incidence, int months) {
        List<Series> lines = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            int cause = i;
            boolean told = !reasons.get(cause).equals(UNTOLD);
            long before =
                    lines.stream().filter(line -> line.tone() != Tone.ORDINARY).count();
            if (!told || before < TONES.size()) {
                lines.add(new Series(
                                words(reasons.get(cause)),
                                told ? TONES.get((int) before) : Tone.ORDINARY,
                                StayExhibits.values(months, month -> incidence.incidence(cause, month)),
                                0)
                        .within(StayExhibits.ranges(months, month -> incidence.interval(cause, month, level), level)));
            }
        }
        return lines;
    }

    private static String title(List<String> reasons, AalenJohansen incidence, int months) {
        return reasons.stream()
                .filter(reason -> !reason.equals(UNTOLD))
                .findFirst()
                .map(reason -> "“%s” has taken %s %% within %d months, more than any other reason"
                        .formatted(
                                reason,
                                StayExhibits.percent(incidence.incidence(reasons.indexOf(reason), months)),
                                months))
                .orElse("Nobody who left has told why");
    }

    private static String words(String reason) {
        return reason.equals(UNTOLD) ? "not told" : reason;
    }
}

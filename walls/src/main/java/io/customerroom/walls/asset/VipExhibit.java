package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.asset.VipBook.Choice;
import io.customerroom.walls.asset.VipStandings.Course;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many customers leaders look after by name, what they are worth, and who of them left, month by month. */
record VipExhibit(WallQuery query, CompanyCalendar calendar, Currency currency) {

    private static final int MONTHS = 13;

    /** @param empty papers for a room without VIPs */
    Exhibit of(List<Choice> choices, VipStandings standings, Reading empty) {
        Period last = standings.last(query);
        List<Period> months = new ArrayList<>(List.of(last));
        while (months.size() < MONTHS) {
            months.addFirst(calendar.previous(months.getFirst()));
        }
        LocalDate before = calendar.previous(months.getFirst()).startsOn();
        Map<Choice, Course> courses = new LinkedHashMap<>();
        choices.forEach(choice -> courses.put(choice, standings.of(choice.customer(), before, query)));
        List<Month> told = months.stream()
                .map(month -> Month.of(month, calendar.previous(month), courses))
                .toList();
        Reading papers =
                courses.values().stream().map(Course::reading).findFirst().orElse(empty);
        boolean any = told.stream().anyMatch(month -> month.chosen() > 0);
        int unfinished =
                last.grain() == Grain.MONTH && last.partial(query.clocks().through()) ? 1 : 0;
        return new Exhibit(
                "vips",
                any ? title(told) : "Nobody is looked after by name in this period",
                "Customers whom leaders chose by name, and their value, %s; the whole company; at the end of each month up to %s"
                        .formatted(currency.getCurrencyCode(), PeriodWords.of(last)),
                List.of(),
                any
                        ? Optional.of(new Chart.Line(
                                currency.getCurrencyCode(),
                                told.stream()
                                        .map(month -> month.period().name())
                                        .toList(),
                                List.of(new Series(
                                        "value of VIPs who are here",
                                        Tone.FIRST,
                                        told.stream()
                                                .<@Nullable BigDecimal>map(
                                                        month -> month.chosen() == 0 ? null : month.value())
                                                .toList(),
                                        unfinished)),
                                Optional.empty()))
                        : Optional.empty(),
                any
                        ? "A month’s growth is of those who were VIPs at its start and at its end. Their names and plans are on the page VIPs, for those who may read them."
                        : "Leaders choose VIPs on the page VIPs, from the best customers or by hand.",
                new Table(
                        "One row per month, oldest first",
                        List.of(
                                Column.key("period", "Period"),
                                Column.count("chosen", "VIPs"),
                                Column.count("here", "Of them customers"),
                                Column.count("left", "Left in the month"),
                                MoneyWords.column("value", "Value of those here", currency),
                                MoneyWords.column("growth", "Growth of the same", currency)),
                        any ? told.stream().map(Month::row).toList() : List.of()),
                List.of(),
                papers.source());
    }

    private String title(List<Month> told) {
        Month now = told.getLast();
        long left = told.stream().skip(1).mapToLong(Month::left).sum();
        return "%s, worth %s; %s left within the year"
                .formatted(
                        Numbers.counted(now.chosen(), "VIP"),
                        MoneyWords.of(now.value(), currency),
                        left == 0 ? "nobody" : Numbers.whole(left));
    }

    /**
     * @param all VIPs at its end
     * @param customers those of them who are customers then
     * @param gone VIPs at its end who were customers at its start and are none at its end
     * @param growth of the value of those who were VIPs at both ends
     */
    private record Month(
            Period period,
            List<CustomerId> all,
            List<CustomerId> customers,
            List<CustomerId> gone,
            BigDecimal value,
            BigDecimal growth) {

        long chosen() {
            return all.size();
        }

        long here() {
            return customers.size();
        }

        long left() {
            return gone.size();
        }

        static Month of(Period period, Period before, Map<Choice, Course> courses) {
            List<CustomerId> all = new ArrayList<>();
            List<CustomerId> customers = new ArrayList<>();
            List<CustomerId> gone = new ArrayList<>();
            BigDecimal value = BigDecimal.ZERO;
            BigDecimal growth = BigDecimal.ZERO;
            for (Map.Entry<Choice, Course> entry : courses.entrySet()) {
                if (entry.getKey().on(period.lastDay())) {
                    VipStandings.Standing now = entry.getValue().at(period);
                    VipStandings.Standing then = entry.getValue().at(before);
                    CustomerId customer = entry.getKey().customer();
                    all.add(customer);
                    if (now.here()) {
                        customers.add(customer);
                    } else if (then.here()) {
                        gone.add(customer);
                    }
                    value = now.here() ? value.add(now.value()) : value;
                    growth = entry.getKey().on(before.lastDay())
                            ? growth.add(worth(now)).subtract(worth(then))
                            : growth;
                }
            }
            return new Month(period, all, customers, gone, value, growth);
        }

        private static BigDecimal worth(VipStandings.Standing standing) {
            return standing.here() ? standing.value() : BigDecimal.ZERO;
        }

        Row row() {
            Row row = Row.of(
                    period.name(),
                    Long.toString(chosen()),
                    Long.toString(here()),
                    Long.toString(left()),
                    Contribution.exact(value),
                    Contribution.exact(growth));
            row = customers.isEmpty() ? row : row.to("here", drill(customers));
            return gone.isEmpty() ? row : row.to("left", drill(gone));
        }

        private Drill drill(List<CustomerId> whom) {
            return new Drill(
                    VipStandings.METRIC,
                    period.name(),
                    Map.of(
                            "among",
                            whom.stream()
                                    .map(customer -> Long.toString(customer.value()))
                                    .collect(Collectors.joining(",", ",", ","))));
        }
    }
}

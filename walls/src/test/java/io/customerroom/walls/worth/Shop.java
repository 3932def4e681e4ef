package io.customerroom.walls.worth;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shop of {@code n} customers who came in 2024, buy at rates of their own, and leave after any purchase with a chance of one in eight; silent for 90 days means lost. */
final class Shop implements Readings {

    static final LocalDate THROUGH = LocalDate.parse("2025-11-30");

    private static final int LAPSE = 90;

    /** @param mean paid on each day */
    record Customer(String segment, List<LocalDate> days, int mean) {

        List<LocalDate> before(LocalDate end) {
            return days.stream().filter(day -> day.isBefore(end)).toList();
        }
    }

    final List<Customer> customers = new ArrayList<>();
    private final CompanyCalendar calendar;

    Shop(int n, CompanyCalendar calendar) {
        this(n, calendar, 8);
    }

    /** @param oneOf of the customers of gold so many purchases one is the last; of the others of eight */
    Shop(int n, CompanyCalendar calendar, int oneOf) {
        this.calendar = calendar;
        Random random = new Random(8);
        for (int i = 0; i < n; i++) {
            LocalDate day = LocalDate.parse("2024-01-01").plusDays(random.nextInt(690));
            double mean = 15 / (0.2 + random.nextDouble());
            List<LocalDate> days = new ArrayList<>(List.of(day));
            while (random.nextInt(i % 3 == 0 ? oneOf : 8) > 0) {
                day = day.plusDays(1 + (long) (-mean * Math.log(1 - random.nextDouble())));
                if (day.isAfter(THROUGH)) {
                    break;
                }
                days.add(day);
            }
            customers.add(new Customer(i % 3 == 0 ? "gold" : "silver", days, 20 + i * 37 % 61));
        }
    }

    @Override
    public Reading read(String metric, Period from, Period to, WallQuery query) {
        return part(metric, from, to, query, Map.of());
    }

    @Override
    public Reading part(String metric, Period from, Period to, WallQuery query, Map<String, String> parts) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<String> columns = List.of();
        for (Period period : calendar.periods(to.grain(), from.startsOn(), to.lastDay())) {
            switch (metric) {
                case Histories.STATES -> {
                    columns = List.of(
                            "period", "segment", "first_on", "last_on", "x", "spend", "customers", "sold", "kept");
                    customers.forEach(customer -> state(rows, period, customer));
                }
                case BuyersWalk.MOVES -> {
                    columns = Stream.concat(Stream.of("period"), BuyersWalk.COLUMNS.stream())
                            .toList();
                    customers.forEach(customer -> steps(rows, period, customer));
                }
                case Histories.REPEATS -> {
                    columns = List.of("period", "customers", "purchases");
                    rows.add(repeats(period, LocalDate.parse(Objects.requireNonNull(parts.get("before")))));
                }
                case Equities.MOVES -> {
                    columns = List.of(
                            "period",
                            "segment",
                            "move",
                            "standing",
                            "first_on",
                            "last_before",
                            "x_before",
                            "spend_before",
                            "last_on",
                            "x",
                            "spend",
                            "customers",
                            "sold_before",
                            "kept_before",
                            "sold",
                            "kept");
                    String months = parts.get("months");
                    LocalDate start =
                            months == null ? period.startsOn() : period.endsOn().minusMonths(Integer.parseInt(months));
                    customers.forEach(customer -> moved(rows, period, start, customer));
                }
                default -> throw new IllegalArgumentException(metric);
            }
        }
        return new Reading(
                new Rows(
                        columns.stream()
                                .map(name -> new Rows.Column(name, Object.class))
                                .toList(),
                        rows),
                List.of(),
                new Exhibit.Source(metric + "@1", "active@1", "f1", "h1"));
    }

    private static void state(List<List<@Nullable Object>> rows, Period period, Customer customer) {
        List<LocalDate> days = customer.before(period.endsOn());
        if (!days.isEmpty()) {
            BigDecimal sold = BigDecimal.valueOf((long) days.size() * customer.mean());
            rows.add(Arrays.asList(
                    period.name(),
                    customer.segment(),
                    days.getFirst(),
                    days.getLast(),
                    days.size() - 1L,
                    sold.subtract(BigDecimal.valueOf(customer.mean())),
                    1L,
                    sold,
                    sold));
        }
    }

    private static void steps(List<List<@Nullable Object>> rows, Period period, Customer customer) {
        List<LocalDate> days = customer.days();
        for (int i = 0; i < days.size(); i++) {
            if (period.contains(days.get(i))) {
                BigDecimal mean = BigDecimal.valueOf(customer.mean());
                rows.add(Arrays.asList(
                        period.name(),
                        customer.segment(),
                        days.getFirst(),
                        i == 0 ? null : days.get(i - 1),
                        i == 0 ? null : i - 1L,
                        i == 0 ? null : mean.multiply(BigDecimal.valueOf(i - 1L)),
                        days.get(i),
                        (long) i,
                        mean.multiply(BigDecimal.valueOf(i)),
                        1L,
                        mean,
                        mean));
            }
        }
    }

    private List<@Nullable Object> repeats(Period period, LocalDate before) {
        long purchases = customers.stream()
                .filter(customer -> customer.days().getFirst().isBefore(before))
                .flatMap(customer -> customer.days().stream().skip(1))
                .filter(period::contains)
                .count();
        return Arrays.asList(period.name(), 0L, purchases);
    }

    private static void moved(List<List<@Nullable Object>> rows, Period period, LocalDate start, Customer customer) {
        List<LocalDate> days = customer.before(period.endsOn());
        List<LocalDate> early = customer.before(start);
        if (!days.isEmpty()) {
            boolean known = !early.isEmpty();
            boolean stands = !period.endsOn().isAfter(days.getLast().plusDays(LAPSE + 1));
            BigDecimal mean = BigDecimal.valueOf(customer.mean());
            BigDecimal was = mean.multiply(BigDecimal.valueOf(early.size()));
            BigDecimal is = mean.multiply(BigDecimal.valueOf(days.size()));
            rows.add(Arrays.asList(
                    period.name(),
                    customer.segment(),
                    move(early, days, start, stands).id(),
                    stands ? "active" : "not active",
                    days.getFirst(),
                    known ? early.getLast() : null,
                    known ? early.size() - 1L : null,
                    known ? was.subtract(mean) : null,
                    days.getLast(),
                    days.size() - 1L,
                    is.subtract(mean),
                    1L,
                    was,
                    was,
                    is,
                    is));
        }
    }

    static Move move(List<LocalDate> early, List<LocalDate> days, LocalDate start, boolean stands) {
        if (early.isEmpty()) {
            return Move.GAINED;
        }
        boolean stood = !start.isAfter(early.getLast().plusDays(LAPSE + 1));
        return stood && !stands ? Move.LOST : early.size() < days.size() ? Move.BOUGHT : Move.SILENT;
    }
}

package io.customerroom.ledger.definitions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What it costs to serve customers and to speak to them, where nobody imports it per customer: activities with the time they take, and how
 * costs that name no customer are shared. Time-driven activity-based costing after Kaplan and Anderson (Harvard Business Review, November
 * 2004): events × minutes × rate.
 *
 * @param activities in the order of the file
 * @param companyWide by activity of the imported cost: how what stands with the company is shared among customers; what is not named stays
 * @param costOfSalesPercent an estimate, in percent of its amount, of what a purchase line costs that does not say so. Empty, and before the
 *     first day: such a line's cost is not known. The cost of contracts is never estimated
 */
public record CostRules(
        DefinitionCard card,
        List<Activity> activities,
        SortedMap<String, Basis> companyWide,
        Optional<DatedAmounts> costOfSalesPercent)
        implements Definition {

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
    /** Digits of a unit cost behind the point, as facts have. */
    private static final int UNIT_DIGITS = 6;

    /** Which of a customer's costs an activity is part of. */
    public enum Kind {
        SERVE,
        COMMUNICATE
    }

    /** What an activity is counted by, with the conditions its events may be narrowed by. */
    public enum Driver {
        TICKETS("ticket-kind", "stage", "contact", "issue"),
        /** Readings of a contact that name their customer. */
        CONTACTS("contact", "stage", "measure"),
        /** An order counts on the day of its first sale. */
        ORDERS("channel"),
        ORDER_LINES("channel", "category"),
        /** What came back of one order on one day counts once; with the line kind {@code cancellation} its credit notes count instead. */
        RETURNS("channel", "line-kind"),
        /** Imported costs of an activity: each stands for one event, such as a visit or a letter. */
        COSTS("activity");

        private final List<String> conditions;

        Driver(String... conditions) {
            this.conditions = List.of(conditions);
        }

        public List<String> conditions() {
            return conditions;
        }
    }

    /** By what a company-wide cost is shared among the customers of its month, and of its site where it has one. */
    public enum Basis {
        REVENUE,
        ORDERS,
        /** Among those who are customers at some time of the month. */
        EQUALLY,
        NOT_AT_ALL
    }

    /**
     * Something that is done for customers. Each amount may be a list with first days, so that an event costs what held on its day; an event
     * before the first day on which all three are known is counted and not costed.
     *
     * @param where narrows the events; keys are the driver's conditions
     * @param minutes one event takes
     * @param ratePerHour of the time, in the reporting currency
     * @param perEvent what one event costs besides, in the reporting currency
     * @param replaces the imported activity that this one stands for: its customers' amounts are taken back, and what is charged is drawn
     *     from what then stands with the company. Empty: nobody imports such a cost
     */
    public record Activity(
            String name,
            Kind kind,
            Driver driver,
            SortedMap<String, String> where,
            DatedAmounts minutes,
            DatedAmounts ratePerHour,
            DatedAmounts perEvent,
            String replaces) {

        public Activity {
            if (name.isBlank()) {
                throw new IllegalArgumentException("an activity must have a name");
            }
            where = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(where)));
            if (!driver.conditions().containsAll(where.keySet())) {
                throw new IllegalArgumentException(
                        "where must be among %s, but was %s".formatted(driver.conditions(), where.keySet()));
            }
        }

        /** What one event costs, by the first day of each price; never empty. */
        public List<Price> prices() {
            LocalDate known = Stream.of(minutes, ratePerHour, perEvent)
                    .map(DatedAmounts::firstOn)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return Stream.of(minutes, ratePerHour, perEvent)
                    .flatMap(amounts -> amounts.since().keySet().stream())
                    .filter(day -> !day.isBefore(known))
                    .distinct()
                    .sorted()
                    .map(this::price)
                    .toList();
        }

        private Price price(LocalDate day) {
            return new Price(
                    day,
                    minutes.on(day).orElseThrow(),
                    ratePerHour.on(day).orElseThrow(),
                    perEvent.on(day).orElseThrow());
        }
    }

    /** What one event of an activity costs from a day on. */
    public record Price(LocalDate since, BigDecimal minutes, BigDecimal ratePerHour, BigDecimal perEvent) {

        /** To a millionth. */
        public BigDecimal unitCost() {
            return minutes.multiply(ratePerHour)
                    .divide(MINUTES_PER_HOUR, UNIT_DIGITS, RoundingMode.HALF_EVEN)
                    .add(perEvent);
        }

        /** Whether it has held as long as anything. */
        public boolean always() {
            return since.equals(DatedAmounts.ALWAYS);
        }
    }

    public CostRules {
        activities = List.copyOf(activities);
        Set<String> names = new HashSet<>();
        activities.forEach(activity -> {
            if (!names.add(activity.name())) {
                throw new IllegalArgumentException("the activity '%s' is there twice".formatted(activity.name()));
            }
        });
        companyWide = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(companyWide)));
    }

    /** Whether imported costs alone count. */
    public boolean importedOnly() {
        return activities.isEmpty() && !shares() && costOfSalesPercent.isEmpty();
    }

    /** Whether any company-wide cost is shared among customers. */
    public boolean shares() {
        return companyWide.values().stream().anyMatch(basis -> basis != Basis.NOT_AT_ALL);
    }
}

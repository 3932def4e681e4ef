package io.customerroom.testkit.contract;

import io.customerroom.testkit.oracle.CustomerPeriod;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Span;
import io.customerroom.testkit.oracle.Spell;
import io.customerroom.testkit.oracle.UnknownPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the oracle expects in the ledger's tables, line by line, and the texts that read the same lines from a build. */
public final class LedgerLines {

    public static final String SPELLS = "SELECT customer, spell, started_on, ended_on FROM spell";

    public static final String CUSTOMER_PERIODS = """
            SELECT grain, period, starts_on, customer, segment, site, channel, state, opening, gained, regained, lost, closing,
                   gained_inside, regained_inside, lost_inside, orders, revenue, cost_of_sales, cost_to_serve, cost_to_communicate,
                   contribution, prior_revenue, recurring, value, prior_value
            FROM customer_period
            """;

    public static final String UNKNOWN_PERIODS =
            "SELECT grain, period, site, lines, revenue, cost_of_sales FROM unknown_period";

    public static final String CALENDAR = "SELECT grain, period, starts_on, ends_on, complete FROM calendar";

    private final Oracle oracle;
    private final Function<String, Long> keys;

    /** @param keys the key under which the ledger knows the oracle's customer */
    public LedgerLines(Oracle oracle, Function<String, Long> keys) {
        this.oracle = oracle;
        this.keys = keys;
    }

    /** What a built ledger has too little or too much, table by table; empty where it is the oracle's to the last digit. */
    public String differences(BuiltLedger built) {
        return differences(built, CALENDAR, calendar())
                + differences(built, SPELLS, spells())
                + differences(built, CUSTOMER_PERIODS, customerPeriods())
                + differences(built, UNKNOWN_PERIODS, unknownPeriods());
    }

    private static String differences(BuiltLedger built, String sql, List<String> expected) {
        List<String> surplus = new ArrayList<>(built.lines(sql));
        List<String> missing = new ArrayList<>(expected);
        expected.forEach(surplus::remove);
        built.lines(sql).forEach(missing::remove);
        return shown("missing", missing) + shown("surplus", surplus);
    }

    private static String shown(String title, List<String> lines) {
        return lines.stream()
                .sorted()
                .limit(20)
                .map(line -> title + " " + line + "\n")
                .collect(Collectors.joining());
    }

    public List<String> spells() {
        return oracle.spells().stream().map(this::spell).toList();
    }

    public List<String> customerPeriods() {
        return grains().flatMap(grain -> oracle.customerPeriods(grain).stream().map(this::customerPeriod))
                .toList();
    }

    public List<String> unknownPeriods() {
        return grains().flatMap(grain -> oracle.unknownPeriods(grain).stream().map(LedgerLines::unknownPeriod))
                .toList();
    }

    public List<String> calendar() {
        List<String> lines = new ArrayList<>();
        for (String grain : Span.GRAINS) {
            for (Span span : oracle.periods(grain)) {
                boolean complete = !oracle.through().isBefore(span.endsOn().minusDays(1));
                lines.add(line(grain, span.name(), span.startsOn(), span.endsOn(), complete));
            }
        }
        return lines;
    }

    private String spell(Spell spell) {
        return line(
                keys.apply(spell.customer()),
                spell.number(),
                spell.startedOn(),
                spell.endedOn() == null ? "9999-12-31" : spell.endedOn());
    }

    private String customerPeriod(CustomerPeriod row) {
        return line(
                row.grain(),
                row.period(),
                row.startsOn(),
                keys.apply(row.customer()),
                row.segment(),
                row.site(),
                row.channel(),
                row.state(),
                row.opening(),
                row.gained(),
                row.regained(),
                row.lost(),
                row.closing(),
                row.gainedInside(),
                row.regainedInside(),
                row.lostInside(),
                row.orders(),
                money(row.revenue()),
                money(row.costOfSales()),
                money(row.costToServe()),
                money(row.costToCommunicate()),
                money(row.contribution()),
                money(row.priorRevenue()),
                money(row.recurring()),
                money(row.value()),
                money(row.priorValue()));
    }

    private static String unknownPeriod(UnknownPeriod row) {
        return line(row.grain(), row.period(), row.site(), row.lines(), money(row.revenue()), money(row.costOfSales()));
    }

    private static Stream<String> grains() {
        return Span.GRAINS.stream();
    }

    private static @Nullable BigDecimal money(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(10);
    }

    private static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(BuiltLedger::text).collect(Collectors.joining("|"));
    }
}

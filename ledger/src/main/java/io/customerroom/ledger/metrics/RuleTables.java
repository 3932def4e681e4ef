package io.customerroom.ledger.metrics;

import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.definitions.DesiredDefinition;
import io.customerroom.ledger.definitions.DesiredDefinition.Rule;
import io.customerroom.ledger.definitions.TouchDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules that people stated, as small tables that a text reads like any other. They are written into the text, with every value bound, so that no engine needs
 * to know them and an answer's fingerprint changes with them.
 *
 * <dl>
 *   <dt>{@code desired_definition}
 *   <dd>one row per version of a rule about desired customers: {@code definition, department, in_force} (1: the company's own of the day), {@code newest}
 *       (1: its rule's of the day), {@code everybody} (1: who breaks no rule is desired)
 *   <dt>{@code desired_rule}
 *   <dd>one row per alternative of a rule: {@code definition, wanted} (1 or 0){@code , segment, site, channel, product, at_least, below}; null asks for nothing
 *   <dt>{@code touch_rule}
 *   <dd>one row per kind of touch that counts: {@code definition, days, touch_kind}
 *   <dt>{@code contracts_rule}
 *   <dd>one row per way of counting contracts: {@code variant} (empty: the question's own){@code , cutting} (equal where contracts are cut on the same days) and
 *       every switch of movements by its parameter's name; null leaves a number of days open
 * </dl>
 */
final class RuleTables {

    static final Set<String> NAMES = Set.of("desired_definition", "desired_rule", "touch_rule", "contracts_rule");

    private static final String VARCHAR = "VARCHAR";
    private static final String NUMBER = "INTEGER";
    private static final String DAYS = "BIGINT";
    private static final String AMOUNT = "DECIMAL(18, 6)";

    /** What a table's columns are called, and of which type they are. */
    private static final Map<String, List<Map.Entry<String, String>>> COLUMNS = Map.of(
            "desired_definition",
            List.of(
                    Map.entry("definition", VARCHAR),
                    Map.entry("department", VARCHAR),
                    Map.entry("in_force", NUMBER),
                    Map.entry("newest", NUMBER),
                    Map.entry("everybody", NUMBER)),
            "desired_rule",
            List.of(
                    Map.entry("definition", VARCHAR),
                    Map.entry("wanted", NUMBER),
                    Map.entry("segment", VARCHAR),
                    Map.entry("site", VARCHAR),
                    Map.entry("channel", VARCHAR),
                    Map.entry("product", VARCHAR),
                    Map.entry("at_least", AMOUNT),
                    Map.entry("below", AMOUNT)),
            "touch_rule",
            List.of(Map.entry("definition", VARCHAR), Map.entry("days", NUMBER), Map.entry("touch_kind", VARCHAR)),
            "contracts_rule",
            List.of(
                    Map.entry("variant", VARCHAR),
                    Map.entry("cutting", VARCHAR),
                    Map.entry("booked", VARCHAR),
                    Map.entry("same_period", VARCHAR),
                    Map.entry("reactivation_days", DAYS),
                    Map.entry("refunds", VARCHAR),
                    Map.entry("discounts", VARCHAR),
                    Map.entry("pauses", VARCHAR),
                    Map.entry("dunning_days", DAYS),
                    Map.entry("recovered", VARCHAR)));

    private final Definitions definitions;
    private final LocalDate through;
    private final ContractVariants contracts;

    /**
     * @param through the day on which the rules hold
     * @param contracts the ways in which the question counts them
     */
    RuleTables(Definitions definitions, LocalDate through, ContractVariants contracts) {
        this.definitions = definitions;
        this.through = through;
        this.contracts = contracts;
    }

    /** The built-in rules alone. */
    static RuleTables builtIn() {
        return new RuleTables(Definitions.of(Map.of()), LocalDate.EPOCH, ContractVariants.usual());
    }

    /** One table as a query in parentheses; its values are added to the parameters. */
    String query(String table, Map<String, String> parameters) {
        List<Map.Entry<String, String>> columns = COLUMNS.getOrDefault(table, List.of());
        List<String> lines = new ArrayList<>();
        for (List<@Nullable String> row : rows(table)) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(cell(table, row.get(i), columns.get(i), parameters));
            }
            lines.add("SELECT " + String.join(", ", cells));
        }
        if (lines.isEmpty()) {
            lines.add("SELECT "
                    + String.join(
                            ", ",
                            columns.stream()
                                    .map(column ->
                                            "CAST(NULL AS %s) AS %s".formatted(column.getValue(), column.getKey()))
                                    .toList())
                    + " WHERE 1 = 0");
        }
        return "(" + String.join(" UNION ALL ", lines) + ")";
    }

    private static String cell(
            String table, @Nullable String value, Map.Entry<String, String> column, Map<String, String> parameters) {
        if (value == null) {
            return "CAST(NULL AS %s) AS %s".formatted(column.getValue(), column.getKey());
        }
        String name = "%s_%d".formatted(table, parameters.size());
        parameters.put(name, value);
        return "CAST(:%s AS %s) AS %s".formatted(name, column.getValue(), column.getKey());
    }

    private List<List<@Nullable String>> rows(String table) {
        return switch (table) {
            case "desired_definition" -> desired().stream().map(this::card).toList();
            case "desired_rule" ->
                desired().stream().flatMap(it -> rules(it).stream()).toList();
            case "touch_rule" -> touches(definitions.touch(through));
            case "contracts_rule" -> counted();
            default -> throw new IllegalArgumentException("there is no table of rules called " + table);
        };
    }

    private List<List<@Nullable String>> counted() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Map<String, String> way : contracts.rows()) {
            List<@Nullable String> row = new ArrayList<>();
            COLUMNS.getOrDefault("contracts_rule", List.of()).forEach(column -> row.add(way.get(column.getKey())));
            rows.add(row);
        }
        return rows;
    }

    private List<DesiredDefinition> desired() {
        return definitions.all().stream()
                .filter(DesiredDefinition.class::isInstance)
                .map(DesiredDefinition.class::cast)
                .toList();
    }

    private List<@Nullable String> card(DesiredDefinition it) {
        Optional<String> company =
                definitions.desired(through).map(own -> own.card().id());
        boolean newest = definitions.current(through).stream().anyMatch(it::equals);
        return row(
                it.card().id(),
                it.card().department(),
                company.equals(Optional.of(it.card().id())) ? "1" : "0",
                newest ? "1" : "0",
                it.desired().isEmpty() ? "1" : "0");
    }

    private static List<List<@Nullable String>> rules(DesiredDefinition it) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        it.desired().forEach(rule -> add(rows, it, "1", rule));
        it.notDesired().forEach(rule -> add(rows, it, "0", rule));
        return rows;
    }

    private static void add(List<List<@Nullable String>> rows, Definition of, String wanted, Rule rule) {
        for (@Nullable String segment : orAny(rule.segments())) {
            for (@Nullable String site : orAny(rule.sites())) {
                for (@Nullable String channel : orAny(rule.channels())) {
                    for (@Nullable String product : orAny(rule.products())) {
                        rows.add(row(
                                of.card().id(),
                                wanted,
                                segment,
                                site,
                                channel,
                                product,
                                rule.atLeast().map(Object::toString).orElse(null),
                                rule.below().map(Object::toString).orElse(null)));
                    }
                }
            }
        }
    }

    private static List<List<@Nullable String>> touches(TouchDefinition touch) {
        return touch.kinds().stream()
                .map(kind -> row(touch.card().id(), Integer.toString(touch.days()), kind))
                .toList();
    }

    private static List<@Nullable String> orAny(Collection<String> names) {
        return names.isEmpty() ? row((String) null) : new ArrayList<>(names);
    }

    private static List<@Nullable String> row(@Nullable String... cells) {
        return Arrays.asList(cells);
    }
}

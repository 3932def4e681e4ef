package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows that a text lists to the customers a reader may see, inside the engine, so that limits, pages and counts are of what is shown. The text itself
 * runs whole: who is among the best of the company is so for every reader. Rows keep the text's order. A row of nobody known is within where its own site is
 * and no segment is asked for. Another customer named in a row (who was referred) is left blank where outside.
 */
final class ScopedRows {

    private static final String CUSTOMER = "customer";
    private static final String SITE = "site";
    private static final String ORDINAL = "row_of_the_whole";

    /** Further columns that hold a customer's key. */
    private static final Set<String> FURTHER = Set.of("referrer", "referred", "other");

    private ScopedRows() {}

    /** @param narrowed whether rows may have been left out */
    record Asked(String sql, Map<String, ? extends @Nullable Object> parameters, boolean narrowed) {}

    /** @param columns of the text; one that lists no customers is left as it is */
    static Asked of(Asked text, List<Rows.Column> columns, RowScope scope) {
        List<String> names = columns.stream().map(Rows.Column::name).toList();
        if (!names.contains(CUSTOMER)) {
            return text;
        }
        Map<String, Object> bound = new HashMap<>();
        String within = "SELECT known.customer FROM customer known WHERE " + condition("known", scope, bound);
        String row = "numbered.customer IN (%s)".formatted(within);
        if (names.contains(SITE) && scope.segments().isEmpty() && !scope.sites().isEmpty()) {
            row = "(%s OR numbered.customer IS NULL AND %s)".formatted(row, sites("numbered", scope, bound));
        }
        String shown = columns.stream()
                .map(column -> FURTHER.contains(column.name()) && column.type() == Long.class
                        ? "CASE WHEN numbered.%1$s IN (%2$s) THEN numbered.%1$s END AS %1$s"
                                .formatted(column.name(), within)
                        : "numbered.\"%1$s\" AS \"%1$s\"".formatted(column.name()))
                .collect(Collectors.joining(", "));
        Map<String, @Nullable Object> parameters = new HashMap<>(text.parameters());
        parameters.putAll(bound);
        String sql =
                "SELECT %s FROM (SELECT listed.*, ROW_NUMBER() OVER () AS %s FROM (%s\n) listed) numbered WHERE %s ORDER BY numbered.%s"
                        .formatted(shown, ORDINAL, text.sql(), row, ORDINAL);
        return new Asked(sql, parameters, true);
    }

    /** Which of these customers lie within. */
    static Asked among(Collection<Long> customers, RowScope scope) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (Long customer : customers) {
            String name = "key_" + keys.size();
            parameters.put(name, customer);
            keys.add("CAST(:" + name + " AS BIGINT)");
        }
        String sql = "SELECT known.customer FROM customer known WHERE known.customer IN (%s) AND %s"
                .formatted(String.join(", ", keys), condition("known", scope, parameters));
        return new Asked(sql, parameters, true);
    }

    private static String condition(String table, RowScope scope, Map<String, Object> parameters) {
        if (scope.empty()) {
            return "1 = 0";
        }
        List<String> conditions = new ArrayList<>();
        if (!scope.segments().isEmpty()) {
            conditions.add(anyOf(table, "segment", scope.segments(), parameters));
        }
        if (!scope.sites().isEmpty()) {
            conditions.add(sites(table, scope, parameters));
        }
        return conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions);
    }

    private static String sites(String table, RowScope scope, Map<String, Object> parameters) {
        return anyOf(table, SITE, scope.sites(), parameters);
    }

    private static String anyOf(
            String table, String column, Collection<String> members, Map<String, Object> parameters) {
        List<String> choices = new ArrayList<>();
        for (String member : members) {
            if (member.isEmpty()) {
                choices.add("%s.%s IS NULL".formatted(table, column));
            } else {
                String name = "scope_%s_%d".formatted(column, choices.size());
                parameters.put(name, member);
                choices.add("%s.%s = :%s".formatted(table, column, name));
            }
        }
        return "(" + String.join(" OR ", choices) + ")";
    }
}

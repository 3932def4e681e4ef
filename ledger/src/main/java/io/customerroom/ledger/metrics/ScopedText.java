package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Dialect;
import io.customerroom.ledger.engine.SqlLexer;
import io.customerroom.ledger.engine.SqlMacros;
import io.customerroom.ledger.engine.SqlToken;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A metric's text made ready for an engine: braces become the ledger's tables, narrowed by the reader's filters, and macros the engine's
 * words.
 *
 * <p>Customers are told apart by their own segment, site and channel; facts about no customer, and the lines of unknown ones, by the site
 * on them; so are tickets and feedback. Who is unknown has no segment and no channel.
 *
 * @param tables those the text reads
 * @param parameters the filters' values by name
 */
record ScopedText(String sql, Set<String> tables, Map<String, String> parameters) {

    /** Tables that carry segment, site and channel of the customer. */
    private static final Set<String> OF_CUSTOMERS = Set.of("customer_period", "customer");
    /** Tables without customer: only a site tells their rows apart. */
    private static final Set<String> OF_SITES = Set.of("unknown_period", "company_cost", "operation");
    /** Tables without customer whose rows carry a site and a channel of their own. */
    private static final Set<String> OF_PLACES = Set.of("investment");
    /** Tables whose rows of one customer are narrowed by that customer. */
    private static final Set<String> OF_FACTS = Set.of(
            "purchase",
            "contract",
            "contract_event",
            "departure",
            "referral",
            "cost",
            "cost_entry",
            "spell",
            "buying_move",
            "touch");
    /** Tables whose rows happen somewhere, also to nobody known: their own site counts, else the customer. */
    private static final Set<String> OF_EVENTS = Set.of("ticket", "feedback");

    static ScopedText of(String text, Filters filters, Dialect dialect, RuleTables rules) {
        Map<String, String> parameters = new HashMap<>();
        Set<String> tables = new LinkedHashSet<>();
        StringBuilder sql = new StringBuilder();
        for (SqlToken token : SqlLexer.tokens(text)) {
            if (token.kind() == SqlToken.Kind.BRACED && RuleTables.NAMES.contains(token.name())) {
                sql.append(rules.query(token.name(), parameters));
            } else if (token.kind() == SqlToken.Kind.BRACED) {
                tables.add(token.name());
                sql.append(table(token.name(), filters, parameters, tables));
            } else {
                sql.append(token.text());
            }
        }
        return new ScopedText(SqlMacros.render(sql.toString(), dialect), tables, parameters);
    }

    private static String table(String name, Filters filters, Map<String, String> parameters, Set<String> tables) {
        List<String> conditions = new ArrayList<>();
        Map<Dimension, List<String>> byCustomer = new EnumMap<>(Dimension.class);
        filters.values().forEach((dimension, accepted) -> {
            boolean ownSite = dimension == Dimension.SITE && (OF_SITES.contains(name) || OF_EVENTS.contains(name))
                    || dimension != Dimension.SEGMENT && OF_PLACES.contains(name);
            if (OF_CUSTOMERS.contains(name) || ownSite) {
                conditions.add(anyOf(dimension, accepted, parameters));
            } else if (OF_SITES.contains(name) || OF_PLACES.contains(name)) {
                conditions.add(accepted.contains("") ? "1 = 1" : "1 = 0");
            } else if (OF_FACTS.contains(name) || OF_EVENTS.contains(name)) {
                byCustomer.put(dimension, accepted);
            }
        });
        if (!byCustomer.isEmpty()) {
            tables.add("customer");
            String customers = table("customer", new Filters(byCustomer), parameters, tables);
            conditions.add("customer IN (SELECT customer FROM %s)".formatted(customers));
        }
        return conditions.isEmpty()
                ? name
                : "(SELECT * FROM %s WHERE %s)".formatted(name, String.join(" AND ", conditions));
    }

    private static String anyOf(Dimension dimension, List<String> accepted, Map<String, String> parameters) {
        String column = dimension.id();
        List<String> choices = new ArrayList<>();
        for (int i = 0; i < accepted.size(); i++) {
            String name = "filter_%s_%d".formatted(dimension.id(), i);
            if (accepted.get(i).isEmpty()) {
                choices.add(column + " IS NULL");
            } else {
                parameters.put(name, accepted.get(i));
                choices.add("%s = :%s".formatted(column, name));
            }
        }
        return choices.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", choices) + ")";
    }
}

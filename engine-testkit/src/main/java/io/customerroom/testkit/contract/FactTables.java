package io.customerroom.testkit.contract;

import io.customerroom.ledger.engine.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates and fills tables of facts in a session, with bound values and some hundred rows at a time. */
final class FactTables {

    private static final String COMMON =
            "key VARCHAR, source VARCHAR, customer BIGINT, occurred_at TIMESTAMP, occurred_on DATE, recorded_at TIMESTAMP, line BIGINT";

    static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("customer", "segment VARCHAR, site VARCHAR, channel VARCHAR, do_not_call BOOLEAN"),
            Map.entry(
                    "purchase",
                    "order_id VARCHAR, line_id VARCHAR, line_kind VARCHAR, product VARCHAR, category VARCHAR, quantity DECIMAL(18, 6), "
                            + "amount DECIMAL(18, 6), currency VARCHAR, cost DECIMAL(18, 6), site VARCHAR, channel VARCHAR"),
            Map.entry(
                    "contract",
                    "contract_id VARCHAR, product VARCHAR, started_on DATE, ended_on DATE, noticed_on DATE, amount DECIMAL(18, 6), "
                            + "billing_months BIGINT, monthly DECIMAL(28, 10), currency VARCHAR, site VARCHAR, channel VARCHAR"),
            Map.entry(
                    "contract_event",
                    "contract_id VARCHAR, event_kind VARCHAR, from_on DATE, until_on DATE, amount DECIMAL(18, 6), monthly DECIMAL(28, 10), "
                            + "currency VARCHAR, site VARCHAR"),
            Map.entry(
                    "ticket",
                    "ticket_id VARCHAR, ticket_kind VARCHAR, stage VARCHAR, contact VARCHAR, issue VARCHAR, opened_on DATE, "
                            + "closed_on DATE, owner VARCHAR, site VARCHAR"),
            Map.entry(
                    "feedback",
                    "feedback_id VARCHAR, stage VARCHAR, contact VARCHAR, survey VARCHAR, score DECIMAL(18, 6), "
                            + "scale_min DECIMAL(18, 6), scale_max DECIMAL(18, 6), weight DECIMAL(18, 6), theme VARCHAR, has_text BOOLEAN, site VARCHAR"),
            Map.entry(
                    "operation",
                    "contact VARCHAR, contact_kind VARCHAR, stage VARCHAR, owner VARCHAR, measure VARCHAR, unit VARCHAR, "
                            + "direction VARCHAR, standard DECIMAL(18, 6), strict BOOLEAN, min_n BIGINT, run_length BIGINT, "
                            + "value DECIMAL(18, 6), n BIGINT, promised_at TIMESTAMP, actual_at TIMESTAMP, promised_on DATE, actual_on DATE, site VARCHAR"),
            Map.entry("departure", "left_on DATE, noticed_on DATE, reason VARCHAR, site VARCHAR"),
            Map.entry("referral", "referred BIGINT, outcome VARCHAR, site VARCHAR, reason VARCHAR, channel VARCHAR"),
            Map.entry(
                    "cost",
                    "cost_kind VARCHAR, activity VARCHAR, amount DECIMAL(18, 6), currency VARCHAR, site VARCHAR"),
            Map.entry("crosswalk", "other BIGINT, linked BOOLEAN"),
            Map.entry(
                    "investment",
                    "activity VARCHAR, amount DECIMAL(18, 6), currency VARCHAR, site VARCHAR, channel VARCHAR"),
            Map.entry(
                    "touch",
                    "touch_kind VARCHAR, personal BOOLEAN, anticipated BOOLEAN, relevant BOOLEAN, made_by VARCHAR, site VARCHAR"));

    private static final int ROWS_PER_TEXT = 100;

    private FactTables() {}

    static void create(Session session, String table, List<List<@Nullable Object>> rows) {
        session.execute("CREATE TABLE %s (%s, %s, batch VARCHAR)".formatted(table, COMMON, OWN.get(table)), Map.of());
        for (int from = 0; from < rows.size(); from += ROWS_PER_TEXT) {
            insert(session, table, rows.subList(from, Math.min(rows.size(), from + ROWS_PER_TEXT)));
        }
    }

    private static void insert(Session session, String table, List<List<@Nullable Object>> rows) {
        Map<String, @Nullable Object> values = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            List<String> cells = new ArrayList<>();
            for (@Nullable Object cell : row) {
                String name = "v" + values.size();
                values.put(name, cell);
                cells.add(":" + name);
            }
            lines.add("(" + String.join(", ", cells) + ")");
        }
        session.execute("INSERT INTO " + table + " VALUES " + String.join(", ", lines), values);
    }
}

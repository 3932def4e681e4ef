package io.customerroom.ledger.build;

import io.customerroom.ledger.definitions.CostRules;
import io.customerroom.ledger.definitions.CostRules.Activity;
import io.customerroom.ledger.definitions.CostRules.Price;
import io.customerroom.ledger.definitions.DefinitionText;
import io.customerroom.ledger.engine.Session;
import io.customerroom.state.SqlFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Books what the cost rules say, beside the imported costs, as the table {@code cost_entry}:
 *
 * <ol>
 *   <li>events are counted per activity, customer and day, and charged at the activity's cost per event of that day; what lies before its
 *       first rate is counted and not costed;
 *   <li>where the activity stands for an imported one, from its first rate on, that one's amounts are taken back from its customers, and what
 *       is charged is drawn from what then stands with the company: the sum over customers and company stays what was imported;
 *   <li>what stands with the company is shared by the rules' basis, month by month, to the cent. This needs everybody's revenue, orders and
 *       presence first, so the months are derived once before.
 * </ol>
 */
final class CostSteps {

    private static final SqlFile SQL = SqlFile.beside(CostSteps.class);
    private static final SqlFile EMPTY = SqlFile.named(LedgerTables.class, "EmptyLedger.sql");
    private static final String TABLE = "cost_entry";

    private final Steps steps;
    private final CostRules rules;

    CostSteps(Steps steps) {
        this.steps = steps;
        this.rules = steps.costs();
    }

    /** The names of its texts, so that one place hands texts out. */
    static boolean has(String name) {
        return name.startsWith("cost_")
                || name.equals("write_cost_entry")
                || name.equals("no_sharing")
                || name.equals("weight");
    }

    static String text(String name) {
        return SQL.text(name);
    }

    /** What a purchase line costs: what it says, else the rules' estimate of its day. Numbers and days alone are written into the text. */
    static String lineCost(CostRules rules) {
        return rules.costOfSalesPercent()
                .map(percent -> percent.since().descendingMap().entrySet().stream()
                        .map(step -> "WHEN occurred_on >= DATE '%s' THEN CAST(amount * %s AS DECIMAL(18, 6))"
                                .formatted(
                                        step.getKey(),
                                        step.getValue().movePointLeft(2).toPlainString()))
                        .collect(Collectors.joining(" ", "COALESCE(cost, CASE ", " END)")))
                .orElse("cost");
    }

    /** Without rules the table is there, and empty. */
    static void writeNothing(Session session, Path file) {
        session.execute(EMPTY.text(TABLE).replace("CREATE TABLE ", "CREATE TABLE no_"), Map.of());
        session.write("SELECT * FROM no_" + TABLE, Map.of(), file);
    }

    /** @param months derives the months of all customers, showing them to the runnable part by part */
    void write(Session session, Path file, Consumer<Runnable> months) {
        session.execute(EMPTY.text(TABLE).replace("CREATE TABLE ", "CREATE TABLE no_"), Map.of());
        rules(session);
        steps.step(session, "cost_event");
        steps.step(session, "cost_booked");
        if (rules.shares()) {
            share(session, months);
        } else {
            steps.step(session, "no_sharing");
        }
        steps.write(session, TABLE, file);
        for (String table : List.of(
                "no_cost_entry", "cost_rule", "cost_rate", "cost_basis", "cost_event", "cost_booked", "cost_shared")) {
            session.execute("DROP TABLE " + table, Map.of());
        }
    }

    private void share(Session session, Consumer<Runnable> months) {
        session.execute(SQL.text("weight_table"), Map.of());
        months.accept(() -> steps.timed(
                "cost_weight", () -> session.execute("INSERT INTO cost_weight " + steps.text("weight"), Map.of())));
        for (String step : List.of("cost_pool", "cost_share", "cost_shared")) {
            steps.step(session, step);
        }
        for (String table : List.of("cost_weight", "cost_pool", "cost_share")) {
            session.execute("DROP TABLE " + table, Map.of());
        }
    }

    private void rules(Session session) {
        session.execute(SQL.text("rule_tables"), Map.of());
        session.execute(SQL.text("rate_table"), Map.of());
        session.execute(SQL.text("basis_table"), Map.of());
        for (Activity activity : rules.activities()) {
            session.execute(SQL.text("add_rule"), row(activity));
            addRates(session, activity);
        }
        rules.companyWide().forEach((activity, basis) -> {
            if (basis != CostRules.Basis.NOT_AT_ALL) {
                session.execute(
                        SQL.text("add_basis"), Map.of("activity", activity, "basis", DefinitionText.word(basis)));
            }
        });
    }

    private static void addRates(Session session, Activity activity) {
        List<Price> prices = activity.prices();
        for (int i = 0; i < prices.size(); i++) {
            Price price = prices.get(i);
            Map<String, @Nullable Object> rate = new HashMap<>();
            rate.put("activity", activity.name());
            rate.put("since", price.since());
            rate.put("until", i + 1 < prices.size() ? prices.get(i + 1).since() : null);
            rate.put("minutes", price.minutes());
            rate.put("unit_cost", price.unitCost());
            session.execute(SQL.text("add_rate"), rate);
        }
    }

    private static Map<String, @Nullable Object> row(Activity activity) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("activity", activity.name());
        row.put("cost_kind", DefinitionText.word(activity.kind()));
        row.put("driver", DefinitionText.word(activity.driver()));
        row.put("first_on", activity.prices().getFirst().since());
        row.put("replaces", activity.replaces().isEmpty() ? null : activity.replaces());
        for (String condition :
                List.of("ticket-kind", "stage", "contact", "issue", "measure", "channel", "category", "line-kind")) {
            row.put(condition.replace('-', '_'), activity.where().get(condition));
        }
        row.put("counted", activity.where().get("activity"));
        return row;
    }
}

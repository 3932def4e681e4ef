package io.customerroom.ledger.facts;

import static io.customerroom.ledger.facts.FactColumn.Type.AMOUNT;
import static io.customerroom.ledger.facts.FactColumn.Type.COUNT;
import static io.customerroom.ledger.facts.FactColumn.Type.CUSTOMER;
import static io.customerroom.ledger.facts.FactColumn.Type.DAY;
import static io.customerroom.ledger.facts.FactColumn.Type.FACTOR;
import static io.customerroom.ledger.facts.FactColumn.Type.INSTANT;
import static io.customerroom.ledger.facts.FactColumn.Type.MONTHLY;
import static io.customerroom.ledger.facts.FactColumn.Type.SWITCH;
import static io.customerroom.ledger.facts.FactColumn.Type.TEXT;

import io.customerroom.kernel.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The canonical facts. Each declares the columns that its rows carry beside the {@linkplain #COMMON common} ones. */
public enum FactKind {
    CUSTOMER_FACT("customer", columns(TEXT, "segment", "site", "channel"), columns(SWITCH, "do_not_call")),
    PURCHASE(
            "purchase",
            columns(TEXT, "order_id", "line_id", "line_kind", "product", "category"),
            columns(AMOUNT, "quantity", "amount"),
            columns(TEXT, "currency"),
            columns(AMOUNT, "cost"),
            columns(TEXT, "site", "channel")),
    CONTRACT(
            "contract",
            columns(TEXT, "contract_id", "product"),
            columns(DAY, "started_on", "ended_on", "noticed_on"),
            columns(AMOUNT, "amount"),
            columns(COUNT, "billing_months"),
            columns(MONTHLY, "monthly"),
            columns(TEXT, "currency", "site", "channel")),
    /** What befell a contract while it ran, as its billing tells: it is known by the contract's id inside the same source. */
    CONTRACT_EVENT(
            "contract_event",
            columns(TEXT, "contract_id", "event_kind"),
            columns(DAY, "from_on", "until_on"),
            columns(AMOUNT, "amount"),
            columns(MONTHLY, "monthly"),
            columns(TEXT, "currency", "site")),
    TICKET(
            "ticket",
            columns(TEXT, "ticket_id", "ticket_kind", "stage", "contact", "issue"),
            columns(DAY, "opened_on", "closed_on"),
            columns(TEXT, "owner", "site")),
    FEEDBACK(
            "feedback",
            columns(TEXT, "feedback_id", "stage", "contact", "survey"),
            columns(AMOUNT, "score", "scale_min", "scale_max", "weight"),
            columns(TEXT, "theme"),
            columns(SWITCH, "has_text"),
            columns(TEXT, "site")),
    OPERATION(
            "operation",
            columns(TEXT, "contact", "contact_kind", "stage", "owner", "measure", "unit", "direction"),
            columns(AMOUNT, "standard"),
            columns(SWITCH, "strict"),
            columns(COUNT, "min_n", "run_length"),
            columns(AMOUNT, "value"),
            columns(COUNT, "n"),
            columns(INSTANT, "promised_at", "actual_at"),
            columns(DAY, "promised_on", "actual_on"),
            columns(TEXT, "site")),
    DEPARTURE("departure", columns(DAY, "left_on", "noticed_on"), columns(TEXT, "reason", "site")),
    REFERRAL("referral", columns(CUSTOMER, "referred"), columns(TEXT, "outcome", "site", "reason", "channel")),
    COST("cost", columns(TEXT, "cost_kind", "activity"), columns(AMOUNT, "amount"), columns(TEXT, "currency", "site")),
    INVESTMENT(
            "investment",
            columns(TEXT, "activity"),
            columns(AMOUNT, "amount"),
            columns(TEXT, "currency", "site", "channel")),
    TOUCH(
            "touch",
            columns(TEXT, "touch_kind"),
            columns(SWITCH, "personal", "anticipated", "relevant"),
            columns(TEXT, "made_by", "site")),
    CROSSWALK("crosswalk", columns(CUSTOMER, "other"), columns(SWITCH, "linked")),
    /** What one unit of a currency is worth in the reporting currency, from a day on. */
    RATE("rate", columns(TEXT, "of_currency"), columns(FACTOR, "rate"));

    /** What every fact carries, the batch it came from included. */
    public static final List<FactColumn> COMMON = List.of(
            new FactColumn("key", TEXT),
            new FactColumn("source", TEXT),
            new FactColumn("customer", CUSTOMER),
            new FactColumn("occurred_at", INSTANT),
            new FactColumn("occurred_on", DAY),
            new FactColumn("recorded_at", INSTANT),
            new FactColumn("line", COUNT),
            new FactColumn("batch", TEXT));

    private final String table;
    private final List<FactColumn> ownColumns;

    @SafeVarargs
    FactKind(String table, List<FactColumn>... ownColumns) {
        this.table = table;
        this.ownColumns = Arrays.stream(ownColumns).flatMap(List::stream).toList();
    }

    /** Its name in files, tables and on the command line: {@code purchase}. */
    public String table() {
        return table;
    }

    /** The columns of this kind alone, in order. */
    public List<FactColumn> ownColumns() {
        return ownColumns;
    }

    /** All columns in order: the common ones first. */
    public List<FactColumn> columns() {
        List<FactColumn> all = new ArrayList<>(COMMON);
        all.addAll(ownColumns);
        return List.copyOf(all);
    }

    /**
     * Whether its rows are things that happened on a day. Customers and crosswalks say who somebody is: no day cuts them. Nor does one cut touches: a call
     * made after the last day of the other facts is known, and neither moves that day nor waits for it. A rate is no event of a customer either.
     */
    public boolean happens() {
        return this != CUSTOMER_FACT && this != CROSSWALK && this != TOUCH && this != RATE;
    }

    /** Whether its rows tell amounts in a currency of their own. */
    public boolean priced() {
        return ownColumns.stream().anyMatch(column -> column.name().equals("currency"));
    }

    /** The columns with the days on which something happened to a fact of this kind: it began, was announced, ended. */
    List<String> days() {
        return columns().stream()
                .filter(column -> column.type() == DAY)
                .map(FactColumn::name)
                .toList();
    }

    /** Reads {@code purchase} or {@code purchases}, {@code contract_event} or {@code contract-event}. */
    public static FactKind named(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        for (FactKind kind : values()) {
            if (kind.table.equals(wanted) || (kind.table + "s").equals(wanted)) {
                return kind;
            }
        }
        throw Failure.yours(
                "FACT_UNKNOWN",
                "'%s' is not a kind of fact.".formatted(name),
                "Use one of: " + Arrays.stream(values()).map(FactKind::table).collect(Collectors.joining(", ")) + ".");
    }

    private static List<FactColumn> columns(FactColumn.Type type, String... names) {
        return Arrays.stream(names).map(name -> new FactColumn(name, type)).toList();
    }
}

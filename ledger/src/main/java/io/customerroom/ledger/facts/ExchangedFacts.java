package io.customerroom.ledger.facts;

import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.SqlFile;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Facts told in other currencies than the company reports in. The rate of a fact is the last one stated on or before its day, if it is at most
 * {@link Reporting#rateDays} days old. An amount times its rate is rounded to the smallest unit of the reporting currency, row by row, halves away
 * from zero; a value per month to ten decimals. So the rows behind a figure add up to it. A fact without a rate waits outside of the ledger.
 *
 * <p>The session's table {@code conversion} has one row per such fact: {@code kind, key, source, batch, line, customer, occurred_on, currency,
 * original, rate, rate_on, amount}; of one that waits, the last three are null.
 */
final class ExchangedFacts {

    /** What a kind's facts are called before they are converted. */
    static final String TOLD = "told_";

    private static final SqlFile SQL = SqlFile.beside(ExchangedFacts.class);

    private final Workspace workspace;
    private final Reporting reporting;
    /** Batches never change, so each is looked at once. */
    private final Map<Path, Boolean> foreign = new ConcurrentHashMap<>();

    ExchangedFacts(Workspace workspace, Reporting reporting) {
        this.workspace = workspace;
        this.reporting = reporting;
    }

    /** The kinds of which some fact is told in another currency. */
    Set<FactKind> kinds(Session session, List<Receipt> receipts) {
        Set<FactKind> kinds = EnumSet.noneOf(FactKind.class);
        receipts.stream()
                .filter(receipt -> !kinds.contains(receipt.kind()) && foreign(session, receipt))
                .forEach(receipt -> kinds.add(receipt.kind()));
        return kinds;
    }

    boolean none(Session session, List<Receipt> receipts) {
        return receipts.stream().noneMatch(receipt -> foreign(session, receipt));
    }

    /** Whether the batch holds an amount in another currency. */
    boolean foreign(Session session, Receipt receipt) {
        return receipt.kind().priced()
                && foreign.computeIfAbsent(workspace.facts(receipt.kind().table(), receipt.batch()), file -> {
                    session.table("maybe_foreign", List.of(file));
                    return !Long.valueOf(0)
                            .equals(session.query(text("foreign"), Map.of())
                                    .rows()
                                    .getFirst()
                                    .getFirst());
                });
    }

    /** The rate of every day on which one holds, from the session's table {@code rate}. */
    void prepare(Session session) {
        String ages = IntStream.rangeClosed(0, reporting.rateDays())
                .mapToObj("(INTERVAL '%d' DAY)"::formatted)
                .collect(Collectors.joining(", "));
        session.execute(text("rate-of-day").replace("{ages}", ages), Map.of());
        session.execute(text("conversion"), Map.of());
    }

    /** Makes the kind's table of what was told. */
    void convert(Session session, FactKind kind) {
        String columns = kind.columns().stream().map(this::converted).collect(Collectors.joining(",\n    "));
        session.execute(text("converted").replace("{kind}", kind.table()).replace("{columns}", columns), Map.of());
        session.execute(text("keep").replace("{kind}", kind.table()), Map.of());
    }

    private String converted(FactColumn column) {
        String name = column.name();
        return switch (name) {
            case "currency" -> "CAST('%s' AS VARCHAR) AS currency".formatted(reporting.code());
            case "amount", "cost" -> exchanged(name, reporting.digits(), column.type());
            case "monthly" -> exchanged(name, 10, column.type());
            default -> "f." + name;
        };
    }

    private static String exchanged(String name, int digits, FactColumn.Type type) {
        return "CASE WHEN d.rate IS NULL THEN f.%1$s ELSE CAST(ROUND(f.%1$s * d.rate, %2$d) AS %3$s) END AS %1$s"
                .formatted(name, digits, type.sql());
    }

    private String text(String name) {
        return SQL.text(name)
                .replace("{reporting}", "'" + reporting.code() + "'")
                .replace("{digits}", Integer.toString(reporting.digits()));
    }
}

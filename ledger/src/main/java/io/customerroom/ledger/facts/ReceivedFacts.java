package io.customerroom.ledger.facts;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.build.FactSource;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a workspace has received, as a build wants it: {@link FactsInForce} over its {@link Receipts}. */
public final class ReceivedFacts implements FactSource {

    private final Workspace workspace;
    private final Receipts receipts;
    private final Engine engine;
    private final ZoneId company;
    private final FactsInForce inForce;

    public ReceivedFacts(Workspace workspace, Receipts receipts, Engine engine, ZoneId company) {
        this.workspace = workspace;
        this.receipts = receipts;
        this.engine = engine;
        this.company = company;
        this.inForce = new FactsInForce(workspace);
    }

    @Override
    public List<String> receipts(Instant known) {
        return known(known)
                .map(receipt -> "%s %s %s"
                        .formatted(
                                receipt.batch(),
                                receipt.file().contentHash(),
                                receipt.file().mappingHash()))
                .toList();
    }

    @Override
    public Optional<Instant> latestKnown() {
        return receipts.active().stream().map(Receipt::importedAt).max(Comparator.naturalOrder());
    }

    /**
     * Never after the day of {@code known}, nor after the day of the receipt that told it: a contract that starts or ends next year is
     * known, but has not happened. Beginnings, announcements and ends count alike.
     */
    @Override
    public Optional<LocalDate> latestDay(Instant known) {
        return known(known)
                .filter(receipt -> receipt.kind().happens())
                .map(receipt -> latestDay(receipt, known))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    @Override
    public void define(Session session, Clocks clocks) {
        inForce.define(session, clocks, receipts.active());
    }

    @Override
    public List<Path> asStored(Session session, String table, Clocks clocks) {
        return inForce.asStored(session, clocks, receipts.active(), FactKind.named(table));
    }

    /** All keys of the customer with this one, itself included, as the crosswalk links them by the newest import. */
    public SortedSet<CustomerId> sameCustomer(CustomerId customer) {
        Instant newest = latestKnown().orElse(Instant.EPOCH);
        Clocks clocks = new Clocks(newest.atZone(company).toLocalDate(), newest);
        try (Session session = engine.open()) {
            return inForce.sameCustomer(session, clocks, receipts.active(), customer.value()).stream()
                    .map(CustomerId::new)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Stream<Receipt> known(Instant known) {
        return receipts.active().stream()
                .filter(receipt -> receipt.span()
                        .filter(span -> !span.firstRecordedAt().isAfter(known))
                        .isPresent());
    }

    /** From the receipt where it decides, else from the rows. */
    private Optional<LocalDate> latestDay(Receipt receipt, Instant known) {
        Instant told = receipt.importedAt().isBefore(known) ? receipt.importedAt() : known;
        LocalDate today = told.atZone(company).toLocalDate();
        Receipt.Span span = receipt.span().orElseThrow();
        List<String> days = receipt.kind().days();
        if (days.size() == 1
                && !span.lastRecordedAt().isAfter(known)
                && !span.lastOn().isAfter(today)) {
            return Optional.of(span.lastOn());
        }
        try (Session session = engine.open()) {
            session.table("stored", List.of(workspace.facts(receipt.kind().table(), receipt.batch())));
            String latest = days.stream()
                    .map("max(CASE WHEN %1$s <= :today THEN %1$s END) AS %1$s"::formatted)
                    .collect(Collectors.joining(", "));
            Rows rows = session.query(
                    "SELECT " + latest + " FROM stored WHERE recorded_at <= :known",
                    Map.of("known", known, "today", today));
            return rows.rows().getFirst().stream()
                    .filter(LocalDate.class::isInstance)
                    .map(LocalDate.class::cast)
                    .max(Comparator.naturalOrder());
        }
    }
}

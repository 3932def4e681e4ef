package io.customerroom.ledger.facts;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.build.Addition;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides whether batches only add rows to those of a former build. Each reason why they may not is looked for in the receipts first, and
 * then in the smallest and largest keys of the files.
 */
final class AddedBatches {

    private final Workspace workspace;
    private final Session session;
    private final Clocks then;
    private final Clocks now;
    private final ExchangedFacts exchanged;

    AddedBatches(Workspace workspace, Session session, Clocks then, Clocks now, ExchangedFacts exchanged) {
        this.exchanged = exchanged;
        this.workspace = workspace;
        this.session = session;
        this.then = then;
        this.now = now;
    }

    Addition beside(List<Receipt> old, List<Receipt> added) {
        return hindrance(old, added).<Addition>map(Addition.Otherwise::new).orElseGet(() -> rows(added));
    }

    private Addition.Rows rows(List<Receipt> added) {
        Map<String, List<Path>> files = new TreeMap<>();
        added.forEach(receipt -> files.computeIfAbsent(receipt.kind().table(), table -> new ArrayList<>())
                .add(file(receipt)));
        return new Addition.Rows(files);
    }

    private Optional<String> hindrance(List<Receipt> old, List<Receipt> added) {
        return Stream.<Function<List<Receipt>, Optional<String>>>of(
                        all -> first(all, FactKind.CROSSWALK, "customers are linked"),
                        all -> first(all, FactKind.CONTRACT, "contracts run on their own"),
                        all -> first(
                                all,
                                receipt -> exchanged.foreign(session, receipt),
                                "%s tells amounts in other currencies, whose rates may be others now"),
                        all -> first(added, FactKind.CUSTOMER_FACT, "%s says who customers are"),
                        all -> first(old, receipt -> !shown(receipt, then), "the former ledger did not show all of %s"),
                        all -> first(added, receipt -> !shown(receipt, now), "not all of %s has happened and is known"),
                        all -> first(added, this::late, "%s tells of days the former ledger had"),
                        all -> first(
                                added, receipt -> !alone(receipt, all), "%s may hold versions of rows that were there"),
                        all -> first(
                                added,
                                receipt -> receipt.kind() == FactKind.PURCHASE && sharesOrders(receipt, old),
                                "%s may hold lines of orders that were there"))
                .map(rule ->
                        rule.apply(Stream.concat(old.stream(), added.stream()).toList()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> first(List<Receipt> among, FactKind kind, String why) {
        return first(among, receipt -> receipt.kind() == kind, why);
    }

    private static Optional<String> first(
            List<Receipt> among, java.util.function.Predicate<Receipt> hinders, String why) {
        return among.stream()
                .filter(hinders)
                .map(receipt -> why.formatted(receipt.batch()))
                .findFirst();
    }

    private static boolean shown(Receipt receipt, Clocks clocks) {
        Receipt.Span span = receipt.span().orElseThrow();
        return !span.lastRecordedAt().isAfter(clocks.known())
                && (!receipt.kind().happens() || !span.lastOn().isAfter(clocks.through()));
    }

    /** What moves money or customers must follow; the other kinds may come late. */
    private boolean late(Receipt receipt) {
        return (receipt.kind() == FactKind.PURCHASE || receipt.kind() == FactKind.COST)
                && !receipt.span().orElseThrow().firstOn().isAfter(then.through());
    }

    /** Whether no other batch of its source can hold a version of one of its rows, nor withdraw one. */
    private boolean alone(Receipt receipt, List<Receipt> all) {
        List<Receipt> same = all.stream()
                .filter(other ->
                        other.kind() == receipt.kind() && other.source().equals(receipt.source()))
                .toList();
        if (!receipt.keysUnique() || same.stream().anyMatch(other -> other.feed() != Feed.DELTA)) {
            return false;
        }
        KeyRange mine = KeyRange.of(session, file(receipt));
        return same.stream()
                .filter(other -> !other.batch().equals(receipt.batch()))
                .noneMatch(other -> KeyRange.of(session, file(other)).overlaps(mine));
    }

    private boolean sharesOrders(Receipt receipt, List<Receipt> old) {
        Optional<KeyRange> mine = KeyRange.ofOrders(session, file(receipt));
        return mine.isEmpty()
                || old.stream()
                        .filter(other -> other.kind() == FactKind.PURCHASE
                                && other.source().equals(receipt.source()))
                        .anyMatch(other -> KeyRange.ofOrders(session, file(other))
                                .map(range -> range.overlaps(mine.get()))
                                .orElse(true));
    }

    private Path file(Receipt receipt) {
        return workspace.facts(receipt.kind().table(), receipt.batch());
    }
}

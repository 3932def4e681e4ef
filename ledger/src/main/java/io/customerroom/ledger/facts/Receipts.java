package io.customerroom.ledger.facts;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.internal.ReceiptRows;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The workspace's receipts. Each change leaves its entry in the trail, in the same transaction. */
public final class Receipts {

    private final StateStore store;

    public Receipts(StateStore store) {
        this.store = store;
    }

    /** In order of arrival, undone ones included. */
    public List<Receipt> all() {
        return store.read(ReceiptRows::all);
    }

    public List<Receipt> active() {
        return all().stream().filter(Receipt::active).toList();
    }

    /** Refused with {@code BATCH_UNKNOWN}. Its number alone, with or without {@code b}, is enough. */
    public Receipt named(String batch) {
        String wanted = batch.strip();
        List<Receipt> all = all();
        return all.stream()
                .filter(receipt -> receipt.batch().equals(wanted)
                        || wanted.matches("b?\\d{1,9}")
                                && Integer.parseInt(wanted.replace("b", "")) == receipt.number())
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "BATCH_UNKNOWN",
                        "There is no batch '%s'."
                                .formatted(wanted.length() > 80 ? wanted.substring(0, 80) + "…" : wanted),
                        all.isEmpty()
                                ? "Nothing was imported yet."
                                : "Run './customer-room batches' for their names."));
    }

    /** Makes a batch count. Its files must be in place; the facts are as measured, and empty where no row was kept. */
    public void add(Authorship by, Receipt receipt, Optional<FactsFile> facts) {
        store.write(by, writing -> {
            ReceiptRows.insert(writing.handle(), receipt);
            facts.ifPresent(file -> ReceiptRows.keep(writing.handle(), receipt.batch(), file));
            writing.record(
                    "batch-imported",
                    receipt.batch(),
                    Change.made("rows in force: " + receipt.counts().kept()),
                    Map.of(
                            "kind", receipt.kind().table(),
                            "source", receipt.source(),
                            "read", receipt.counts().read(),
                            "kept", receipt.counts().kept(),
                            "content", receipt.file().contentHash()));
            return null;
        });
    }

    /** What the facts of each batch were on disk when it was received. Batches without kept rows are not in it. */
    public Map<String, FactsFile> factsFiles() {
        return store.read(ReceiptRows::files);
    }

    /** Makes a batch count no longer. Asking twice changes nothing. */
    public Receipt withdraw(Authorship by, String batch) {
        String name = named(batch).batch();
        store.write(by, writing -> {
            Optional<Receipt> receipt = ReceiptRows.all(writing.handle()).stream()
                    .filter(one -> one.batch().equals(name) && one.active())
                    .findFirst();
            if (receipt.isEmpty()) {
                writing.unchanged();
                return null;
            }
            ReceiptRows.withdraw(
                    writing.handle(), name, new Receipt.Withdrawal(writing.now(), by.actor(), by.reason()));
            writing.record(
                    "batch-undone",
                    name,
                    Change.of("rows in force: " + receipt.get().counts().kept(), "undone"),
                    Map.of("kept", receipt.get().counts().kept()));
            return null;
        });
        return named(name);
    }

    /** Keys of the customers whose names must not come back. */
    public Set<Long> erased() {
        return new TreeSet<>(store.read(ReceiptRows::erased));
    }

    /** Remembers that these customers were erased. One entry in the trail; it names keys only. */
    public void erase(Authorship by, Set<Long> customers) {
        store.write(by, writing -> {
            customers.forEach(customer -> ReceiptRows.erase(writing.handle(), customer, writing.now()));
            writing.record(
                    "person-erased",
                    customers.stream()
                            .map(customer -> new io.customerroom.kernel.CustomerId(customer).toString())
                            .sorted()
                            .findFirst()
                            .orElseThrow(),
                    Change.of("known", "erased"),
                    Map.of("keys", customers.size()));
            return null;
        });
    }
}

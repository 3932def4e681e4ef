package io.customerroom.ledger.imports;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.staging.Stager;
import io.customerroom.ledger.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Notices where a new batch replaces rows that a file of another name brought: a correction, or two systems that number alike and
 * overwrite each other.
 */
final class Replacements {

    private final Workspace workspace;
    private final Stager stager;

    Replacements(Workspace workspace, Stager stager) {
        this.workspace = workspace;
        this.stager = stager;
    }

    /**
     * A note where earlier batches of the kind and the source, from files of other names, share keys with the new one.
     *
     * @param active the receipts in force before this import
     * @param file name of the new file
     * @param parquet the new batch; not there where every row was set aside
     */
    Optional<String> note(List<Receipt> active, FactKind kind, String source, String file, Path parquet) {
        List<Receipt> others = active.stream()
                .filter(receipt -> receipt.kind() == kind && receipt.source().equals(source))
                .filter(receipt -> !receipt.file().name().equals(file))
                .filter(receipt -> Files.exists(facts(receipt)))
                .toList();
        if (others.isEmpty() || !Files.exists(parquet)) {
            return Optional.empty();
        }
        SequencedMap<String, Long> shared =
                stager.shared(others.stream().map(this::facts).toList(), parquet);
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, Long> most = shared.firstEntry();
        String name = others.stream()
                .filter(receipt -> receipt.batch().equals(most.getKey()))
                .map(receipt -> receipt.file().name())
                .findFirst()
                .orElseThrow();
        int more = shared.size() - 1;
        return Optional.of("%s of %s (%s)%s; two systems that number alike need --source"
                .formatted(
                        most.getValue() == 1 ? "1 row replaces a row" : most.getValue() + " rows replace rows",
                        most.getKey(),
                        name,
                        more == 0 ? "" : more == 1 ? ", and of another batch" : ", and of " + more + " other batches"));
    }

    /** What has replaced rows of this batch since, and how to bring them back. */
    Optional<String> since(List<Receipt> active, Receipt before) {
        List<Receipt> later = active.stream()
                .filter(receipt -> receipt.kind() == before.kind()
                        && receipt.source().equals(before.source())
                        && receipt.number() > before.number())
                .filter(receipt -> Files.exists(facts(receipt)))
                .toList();
        if (later.isEmpty() || !Files.exists(facts(before))) {
            return Optional.empty();
        }
        SequencedMap<String, Long> shared =
                stager.shared(later.stream().map(this::facts).toList(), facts(before));
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Rows of it were replaced since by %s; undo %s, or undo %s and import this file again, to have them back."
                                .formatted(
                                        String.join(", ", shared.sequencedKeySet()),
                                        shared.size() == 1 ? "that" : "those",
                                        before.batch()));
    }

    private Path facts(Receipt receipt) {
        return workspace.facts(receipt.kind().table(), receipt.batch());
    }
}

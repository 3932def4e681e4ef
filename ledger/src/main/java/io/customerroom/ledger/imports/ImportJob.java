package io.customerroom.ledger.imports;

import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.mapping.Mapping;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one import works with.
 *
 * @param folder for what is in the making
 * @param batch the name that the batch will have
 * @param now the receipt's time
 * @param earlier the receipts in force
 * @param told what the receipt says beside what the file does; may grow while the file is read
 */
record ImportJob(
        ImportRequest request,
        Opening opening,
        Path folder,
        String batch,
        Instant now,
        Progress progress,
        List<Receipt> earlier,
        List<String> told) {

    /** A job that leaves nothing behind. */
    static ImportJob trial(
            ImportRequest request, Opening opening, Path folder, String name, Instant now, Progress progress) {
        return new ImportJob(request, opening, folder, name, now, progress, List.of(), List.of());
    }

    /** Where the batch is made. */
    Path facts() {
        return folder.resolve("facts.parquet");
    }

    /** The receipt in force of the same bytes, brought in as the same kind by the same mapping. */
    Optional<Receipt> before(String content, Mapping mapping) {
        String mappingHash = NewReceipt.hash(mapping);
        return earlier.stream()
                .filter(receipt -> receipt.kind() == request.fact()
                        && receipt.file().contentHash().equals(content)
                        && receipt.file().mappingHash().equals(mappingHash))
                .findFirst();
    }
}

package io.customerroom.ledger.imports;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.imports.mapping.Mapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file somebody wants to import.
 *
 * @param file where its bytes lie
 * @param name as the user called it; only the last part is used
 * @param fact what its rows are
 * @param mapping how; empty = guessed from header and sample
 * @param source overrides the mapping's and the file's name
 * @param feed overrides the mapping's; delta where nobody says
 */
public record ImportRequest(
        Path file,
        String name,
        FactKind fact,
        Optional<Mapping> mapping,
        Optional<String> source,
        Optional<Feed> feed) {

    public static ImportRequest of(Path file, FactKind fact) {
        return new ImportRequest(
                file, file.getFileName().toString(), fact, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same file, called otherwise. */
    public ImportRequest named(String called) {
        return new ImportRequest(file, called, fact, mapping, source, feed);
    }

    /** Another file, imported alike. */
    public ImportRequest at(Path other, String called) {
        return new ImportRequest(other, called, fact, mapping, source, feed);
    }

    public ImportRequest with(Mapping chosen) {
        return new ImportRequest(file, name, fact, Optional.of(chosen), source, feed);
    }

    public ImportRequest with(Feed chosen) {
        return new ImportRequest(file, name, fact, mapping, source, Optional.of(chosen));
    }

    public ImportRequest from(String chosen) {
        return new ImportRequest(file, name, fact, mapping, Optional.of(chosen), feed);
    }
}

package io.customerroom.ledger.imports.lookup;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.mapping.Lookup;
import io.customerroom.ledger.imports.source.Limits;
import io.customerroom.ledger.imports.source.NotUtf8;
import io.customerroom.ledger.imports.source.OpenedFile;
import io.customerroom.ledger.imports.source.Row;
import io.customerroom.ledger.imports.source.SourceFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two columns of a file in memory. */
final class LookupTable {

    /** A million words take about 150 MB; beyond that the files are better joined where they come from. */
    private static final int MOST_WORDS = 1_000_000;

    private final Map<String, String> words;
    private final String sha256;

    private LookupTable(Map<String, String> words, String sha256) {
        this.words = words;
        this.sha256 = sha256;
    }

    Optional<String> find(String word) {
        return Optional.ofNullable(words.get(word));
    }

    String sha256() {
        return sha256;
    }

    static LookupTable read(Path path, Lookup lookup, Limits limits) {
        if (!Files.isRegularFile(path)) {
            throw Failure.yours(
                    "LOOKUP_FILE_MISSING",
                    "The mapping looks words up in '%s', which does not lie beside the imported file."
                            .formatted(lookup.file()),
                    "Put both into one folder and import from there on the command line.");
        }
        SourceFile file = SourceFile.of(path, lookup.file(), limits);
        try {
            return read(file, lookup, Optional.empty());
        } catch (NotUtf8 e) {
            return read(file, lookup, Optional.of(Charset.forName("windows-1252")));
        }
    }

    private static LookupTable read(SourceFile file, Lookup lookup, Optional<Charset> encoding) {
        SourceFile.Reading reading = new SourceFile.Reading(encoding, Optional.empty(), Optional.empty(), 1);
        try (OpenedFile opened = file.open(reading, bytes -> {})) {
            Row row = new Row();
            List<String> header =
                    opened.next(row) ? row.texts().stream().map(String::strip).toList() : List.of();
            int by = column(header, lookup.by(), lookup);
            int take = column(header, lookup.take(), lookup);
            Map<String, String> words = new HashMap<>();
            while (opened.next(row)) {
                if (row.size() != header.size()) {
                    throw Failure.yours(
                            "LOOKUP_RAGGED",
                            "Row %d of '%s' has %d cells, its header %d."
                                    .formatted(row.number(), lookup.file(), row.size(), header.size()),
                            "Mend or remove that row.");
                }
                List<String> cells = row.texts();
                add(words, cells.get(by).strip(), cells.get(take).strip(), row.number(), lookup);
            }
            return new LookupTable(words, opened.contentHash());
        }
    }

    private static void add(Map<String, String> words, String word, String found, long row, Lookup lookup) {
        if (word.isEmpty() || found.isEmpty()) {
            return;
        }
        String before = words.putIfAbsent(word, found);
        if (before != null && !before.equals(found)) {
            throw Failure.yours(
                    "LOOKUP_AMBIGUOUS",
                    "'%s' has more than one %s for a %s, the second in row %d."
                            .formatted(lookup.file(), lookup.take(), lookup.by(), row),
                    "Look the word up by a column that is unique in that file, or keep one row for each.");
        }
        if (words.size() > MOST_WORDS) {
            throw Failure.yours(
                    "LOOKUP_TOO_LARGE",
                    "'%s' has more than %,d different words in '%s'.".formatted(lookup.file(), MOST_WORDS, lookup.by()),
                    "Join the two files where they come from, and import the result.");
        }
    }

    private static int column(List<String> header, String name, Lookup lookup) {
        int column = header.indexOf(name);
        if (column < 0 || column != header.lastIndexOf(name)) {
            throw Failure.yours(
                    "LOOKUP_COLUMN",
                    "'%s' has %s column '%s'.".formatted(lookup.file(), column < 0 ? "no" : "more than one", name),
                    "Its columns are: %s."
                            .formatted(
                                    String.join(", ", header.stream().limit(60).toList())));
        }
        return column;
    }
}

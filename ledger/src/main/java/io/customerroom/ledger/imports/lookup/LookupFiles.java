package io.customerroom.ledger.imports.lookup;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.mapping.Lookup;
import io.customerroom.ledger.imports.mapping.Lookups;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.source.Limits;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that lie beside an imported one and are looked up in, each read once. */
public final class LookupFiles implements Lookups {

    private final Map<Lookup, LookupTable> tables = new HashMap<>();

    private LookupFiles() {}

    /** Reads what the mapping asks for. Refused: a file that is not there, has not the columns, or says two things of one word. */
    public static Lookups of(Mapping mapping, Path imported, Limits limits) {
        List<Lookup> wanted = mapping.columns().values().stream()
                .flatMap(rule -> rule.lookups().stream())
                .distinct()
                .toList();
        if (wanted.isEmpty()) {
            return NONE;
        }
        LookupFiles files = new LookupFiles();
        Path folder = Objects.requireNonNullElse(imported.toAbsolutePath().getParent(), imported.toAbsolutePath());
        for (Lookup lookup : wanted) {
            files.tables.computeIfAbsent(plain(lookup), key -> LookupTable.read(path(folder, key.file()), key, limits));
        }
        return files;
    }

    @Override
    public Words of(List<Lookup> chain) {
        List<LookupTable> steps = chain.stream().map(this::table).toList();
        return word -> {
            Optional<String> found = Optional.of(word);
            for (LookupTable step : steps) {
                found = found.flatMap(step::find);
            }
            return found;
        };
    }

    @Override
    public String sha256(Lookup lookup) {
        return table(lookup).sha256();
    }

    private LookupTable table(Lookup lookup) {
        return Objects.requireNonNull(tables.get(plain(lookup)), lookup.file());
    }

    /** The hash of an earlier reading is no part of the question. */
    private static Lookup plain(Lookup lookup) {
        return new Lookup(lookup.file(), lookup.by(), lookup.take());
    }

    private static Path path(Path folder, String name) {
        boolean inside = Stream.of("/", "\\", "\0").noneMatch(name::contains)
                && !name.isBlank()
                && !name.equals(".")
                && !name.equals("..");
        if (!inside) {
            throw Failure.yours(
                    "LOOKUP_FILE_NAME",
                    "'%s' is no name of a file in the folder of the imported one.".formatted(name),
                    "Put the file beside the imported one and write its name alone, as in lookup: {file: orders.csv, …}.");
        }
        return folder.resolve(name);
    }
}

package io.customerroom.acceptance.imports;

import io.customerroom.acceptance.support.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A workspace on which commands are typed that all have to succeed. */
record Room(Path folder) {

    static Room init(Path folder, String... words) {
        Typed.well(folder, words("init", words));
        return new Room(folder);
    }

    /** Takes a text as a file of this name in. */
    void load(String name, String text, String... words) throws IOException {
        Path files = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-files"));
        Path file = files.resolve(name);
        Files.writeString(file, text);
        load(file, words);
    }

    void load(Path file, String... words) {
        Typed.well(
                folder,
                words(
                        "import",
                        Stream.concat(Stream.of(file.toString()), Arrays.stream(words))
                                .toArray(String[]::new)));
    }

    void undo(int batch) {
        Typed.well(folder, "undo", Integer.toString(batch));
    }

    String show(String metric, String grain, String... narrowed) {
        List<String> words = new ArrayList<>(List.of("show", metric, "--by", grain, "--format", "csv"));
        words.addAll(List.of(narrowed));
        return Typed.well(folder, words.toArray(String[]::new)).out();
    }

    /** Everything the ledger says of its customers, month by month, to the character. */
    String figures() {
        return Stream.of("customer-math", "revenue", "customers")
                .map(metric -> show(metric, "month"))
                .collect(Collectors.joining("\n"));
    }

    private static String[] words(String verb, String... more) {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}

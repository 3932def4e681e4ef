package io.customerroom.app.cli;

import io.customerroom.app.init.Templates;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import io.customerroom.ledger.facts.FactKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that the words after {@code import} name. */
final class ImportFiles {

    private static final List<String> ENDINGS = List.of(
            ".csv",
            ".csv.gz",
            ".tsv",
            ".tsv.gz",
            ".txt",
            ".txt.gz",
            ".xlsx",
            ".parquet",
            ".jsonl",
            ".jsonl.gz",
            ".ndjson",
            ".ndjson.gz",
            ".json",
            ".zip");

    private ImportFiles() {}

    /** Every file once, those of a folder in the order of their names. */
    static List<Path> of(CustomerRoom room, List<String> sources) {
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            Path path = room.resolve(Path.of(source));
            if (Files.isDirectory(path)) {
                files.addAll(inFolder(path));
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw Failure.yours(
                        "FILE_MISSING", "There is no file %s.".formatted(path), "Check the name and the folder.");
            }
        }
        return files.stream().distinct().toList();
    }

    /** What the rows are, where the file is named as one of our templates. */
    static Optional<FactKind> kindByName(Path file) {
        String name =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replaceFirst("\\..*", "");
        return Templates.kindOf(name);
    }

    private static List<Path> inFolder(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> files = inside.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.stream()
                            .anyMatch(ending -> String.valueOf(file.getFileName())
                                    .toLowerCase(Locale.ROOT)
                                    .endsWith(ending)))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw Failure.yours(
                        "FOLDER_WITHOUT_FILES",
                        "%s holds no file to import.".formatted(folder),
                        "Name files, or a folder with files ending in %s.".formatted(String.join(", ", ENDINGS)));
            }
            return files;
        } catch (IOException e) {
            throw Failure.yours(
                    "FOLDER_UNREADABLE",
                    "%s cannot be read (%s).".formatted(folder, FileTrouble.in(e, folder)),
                    "Check its rights.");
        }
    }
}

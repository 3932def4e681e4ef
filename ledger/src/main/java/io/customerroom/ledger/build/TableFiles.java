package io.customerroom.ledger.build;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a build's tables: {@code spell.parquet}, or parts {@code spell.1-of-4.parquet} … {@code spell.4-of-4.parquet} that hold
 * the table together. Their names say how many there must be, so that a part that is lost is noticed.
 */
final class TableFiles {

    private static final Pattern PART = Pattern.compile("[a-z_]+\\.(\\d+)-of-(\\d+)\\.parquet");

    private TableFiles() {}

    static Path whole(Path folder, String table) {
        return folder.resolve(table + ".parquet");
    }

    /** @param number from 1 */
    static Path part(Path folder, String table, int number, int parts) {
        return parts == 1
                ? whole(folder, table)
                : folder.resolve("%s.%d-of-%d.parquet".formatted(table, number, parts));
    }

    /** All files of the table, in order; empty where one is missing. */
    static List<Path> of(Path folder, String table) {
        Path whole = whole(folder, table);
        if (Files.isRegularFile(whole)) {
            return List.of(whole);
        }
        Map<Integer, Path> parts = new TreeMap<>();
        int expected = 0;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, table + ".*-of-*.parquet")) {
            for (Path path : found) {
                Matcher name = PART.matcher(String.valueOf(path.getFileName()));
                if (name.matches()) {
                    parts.put(Integer.parseInt(name.group(1)), path);
                    expected = Math.max(expected, Integer.parseInt(name.group(2)));
                }
            }
        } catch (IOException e) {
            return List.of(); // the folder is gone: so is the table
        }
        return parts.size() == expected ? List.copyOf(parts.values()) : List.of();
    }

    /** Gives files a second name as the parts of a table; copies them where the file system has no second names. */
    static void link(List<Path> files, Path folder, String table) {
        List<Path> made = new ArrayList<>();
        for (Path file : files) {
            Path part = part(folder, table, made.size() + 1, files.size());
            link(file, part, table);
            made.add(part);
        }
    }

    /** The same for one part of a table. */
    static void link(Path file, Path part, String table) {
        try {
            link(file, part);
        } catch (IOException e) {
            throw Failure.resources(
                    "LEDGER_UNWRITABLE",
                    "The table %s could not be put into the ledger (%s).".formatted(table, FileTrouble.of(e, part)),
                    "Check rights and free space of the workspace, and run ./customer-room doctor.");
        }
    }

    private static void link(Path file, Path part) throws IOException {
        try {
            Files.createLink(part, file);
        } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
            Files.copy(file, part); // where the reason was another, copying fails for it too
        }
    }
}

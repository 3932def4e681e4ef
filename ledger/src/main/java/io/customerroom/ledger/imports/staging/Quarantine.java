package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.imports.source.Row;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Writes the rows set aside: {@code set aside} (as {@code row 17}), {@code set aside
 * because}, {@code set aside explained}, then the cells as they were read, as CSV. The names do not meet those of common columns. The file is made with its first
 * row.
 */
final class Quarantine implements Closeable {

    static final List<String> COLUMNS = List.of("set aside", "set aside because", "set aside explained");
    static final String ERASED = "erased";

    private final Path file;
    private final List<String> header;
    private final Predicate<Row> erased;
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private Optional<Writer> writer = Optional.empty();

    /**
     * @param erased whether a row is about a person who was erased: then its cells are not kept
     */
    Quarantine(Path file, List<String> header, Predicate<Row> erased) {
        this.file = file;
        this.header = header;
        this.erased = erased;
    }

    void add(Row row, Problem problem) throws IOException {
        counts.merge(problem.code(), 1L, Long::sum);
        Writer out = open();
        boolean hidden = erased.test(row);
        StringBuilder line = new StringBuilder();
        line.append("row ")
                .append(row.number())
                .append(',')
                .append(problem.code())
                .append(',');
        cell(line, hidden ? ERASED : problem.sentence());
        for (String cell : row.texts()) {
            line.append(',');
            cell(line, hidden ? ERASED : cell.replace('\0', '\u2400'));
        }
        out.append(line.append('\n'));
    }

    /** Hands everything to the system, and says how long the file is. */
    long flush() throws IOException {
        if (writer.isPresent()) {
            writer.get().flush();
        }
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Goes on behind what was kept. */
    void goOn(long bytes, Map<String, Long> kept) throws IOException {
        counts.putAll(kept);
        if (bytes == 0) {
            Files.deleteIfExists(file);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (channel.size() < bytes) {
                throw new IOException("%s is shorter than it was".formatted(file.getFileName()));
            }
            channel.truncate(bytes);
        }
    }

    /** Reason codes and how many rows each. */
    Map<String, Long> counts() {
        return counts;
    }

    private Writer open() throws IOException {
        if (writer.isEmpty()) {
            boolean begun = Files.exists(file);
            BufferedWriter out = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            writer = Optional.of(out);
            if (begun) {
                return out;
            }
            StringBuilder line = new StringBuilder(String.join(",", COLUMNS));
            for (String name : header) {
                line.append(',');
                cell(line, name);
            }
            out.append(line.append('\n'));
        }
        return writer.get();
    }

    @Override
    public void close() throws IOException {
        if (writer.isPresent()) {
            writer.get().close();
        }
    }

    private static void cell(StringBuilder line, String text) {
        boolean quote = text.isEmpty()
                ? false
                : text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                        || text.strip().length() != text.length();
        if (quote) {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            line.append(text);
        }
    }
}

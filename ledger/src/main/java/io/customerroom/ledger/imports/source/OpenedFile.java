package io.customerroom.ledger.imports.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rows of a file that is being read, and how it is read. */
public final class OpenedFile implements RowSource {

    private final RowSource rows;
    private final Supplier<List<String>> notes;
    private final Supplier<String> hash;
    private final SourceFile file;
    private final Optional<Character> delimiter;

    OpenedFile(SourceFile file, RowSource rows, List<String> notes, Supplier<String> hash) {
        this(file, rows, notes, hash, Optional.empty());
    }

    /** @param notes asked when the rows have been read */
    OpenedFile(SourceFile file, RowSource rows, Supplier<List<String>> notes, Supplier<String> hash) {
        this.file = file;
        this.delimiter = Optional.empty();
        this.rows = rows;
        this.notes = notes;
        this.hash = hash;
    }

    OpenedFile(
            SourceFile file, RowSource rows, List<String> notes, Supplier<String> hash, Optional<Character> delimiter) {
        this.file = file;
        this.delimiter = delimiter;
        this.rows = rows;
        List<String> found = List.copyOf(notes);
        this.notes = () -> found;
        this.hash = hash;
    }

    @Override
    public boolean next(Row row) {
        try {
            return rows.next(row);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** What stands between the cells, where the file is read as it lies there: UTF-8 without a mark, not packed, its first line the header. */
    public Optional<Character> delimiterInPlace() {
        return delimiter;
    }

    /** What was found out about the file and may surprise: its encoding, names that came too late. */
    public List<String> notes() {
        return notes.get();
    }

    /** SHA-256 of the file's bytes as they lie there, in hexadecimal. Reads what was not read yet. */
    public String contentHash() {
        return hash.get();
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }
}

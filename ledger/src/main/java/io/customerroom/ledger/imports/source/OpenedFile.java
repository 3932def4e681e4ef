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
    private final Optional<HashedStream> bytes;

    OpenedFile(SourceFile file, RowSource rows, List<String> notes, Supplier<String> hash) {
        List<String> found = List.copyOf(notes);
        this.file = file;
        this.delimiter = Optional.empty();
        this.bytes = Optional.empty();
        this.rows = rows;
        this.notes = () -> found;
        this.hash = hash;
    }

    /** @param notes asked when the rows have been read */
    OpenedFile(SourceFile file, RowSource rows, Supplier<List<String>> notes, Supplier<String> hash) {
        this.file = file;
        this.delimiter = Optional.empty();
        this.bytes = Optional.empty();
        this.rows = rows;
        this.notes = notes;
        this.hash = hash;
    }

    OpenedFile(SourceFile file, RowSource rows, List<String> notes, HashedStream bytes, Optional<Character> delimiter) {
        this.bytes = Optional.of(bytes);
        this.hash = bytes::hash;
        this.file = file;
        this.delimiter = delimiter;
        this.rows = rows;
        List<String> found = List.copyOf(notes);
        this.notes = () -> found;
    }

    @Override
    public boolean next(Row row) {
        try {
            return rows.next(row);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** How far the reading has come; empty where nobody could go on from there. */
    public Optional<Mark> mark() {
        return bytes.flatMap(read -> rows.place()
                .map(place -> new Mark(place.offset(), place.rows(), place.line(), read.total(), read.hashSoFar())));
    }

    /**
     * Steps over the rows before a mark. That the bytes are those of then is seen while they are read again.
     *
     * @throws OtherBytes now or at one of the next rows, where they are not
     */
    public void goOn(Mark mark) throws IOException {
        bytes.orElseThrow().expect(mark.seen(), mark.hash());
        rows.goOn(new RowSource.Place(mark.offset(), mark.rows(), mark.line()));
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

package io.customerroom.ledger.imports.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads delimited text (RFC 4180 and its relatives) in UTF-8. Line ends may be LF, CR LF or CR, also mixed; a quoted cell may hold
 * delimiters, doubled quotes and line ends; a quote inside an unquoted cell is an ordinary character; empty lines are passed over.
 *
 * <p>It works on bytes: no byte of a multi-byte character equals one that matters here, and nothing is decoded that is only copied.
 */
public final class DelimitedRows implements RowSource {

    private static final byte ORDINARY = 0;
    private static final byte DELIMITER = 1;
    private static final byte LINE_FEED = 2;
    private static final byte CARRIAGE_RETURN = 3;
    private static final byte NUL = 4;

    private final InputStream in;
    private final Limits limits;
    private final byte[] kinds = new byte[256];
    private final long firstNumber;

    private byte[] buffer = new byte[1 << 18];
    /** Where the record and its current cell begin, what is read next, and where unescaped text is put. */
    private int record;

    private int cell;
    private int at;
    private int write;
    private int limit;
    private boolean ended;
    private boolean quoted;
    private long records;
    private long line = 1;
    private long openedOn;
    private long filled;

    /**
     * @param firstNumber number of the first row: 0 where it is a header
     */
    public DelimitedRows(InputStream in, char delimiter, Limits limits, long firstNumber) {
        this.in = in;
        this.limits = limits;
        this.firstNumber = firstNumber;
        kinds['\n'] = LINE_FEED;
        kinds['\r'] = CARRIAGE_RETURN;
        kinds[0] = NUL;
        kinds[delimiter] = DELIMITER;
    }

    @Override
    public boolean next(Row row) throws IOException {
        row.size = 0;
        row.nul = false;
        if (!skipEmptyLines(row)) {
            return false;
        }
        boolean more = true;
        while (more) {
            cell = at;
            more = at == limit && !fill(row) || buffer[at] != '"' ? plainCell(row) : quotedCell(row);
        }
        row.bytes = buffer;
        row.number = firstNumber + records++;
        return true;
    }

    private boolean skipEmptyLines(Row row) throws IOException {
        while (true) {
            record = at;
            cell = at;
            if (at == limit && !fill(row)) {
                return false;
            }
            if (buffer[at] != '\n' && buffer[at] != '\r') {
                return true;
            }
            endOfCell(row);
        }
    }

    /** Whether another cell follows in this record. */
    private boolean plainCell(Row row) throws IOException {
        while (true) {
            int next = at;
            while (next < limit && kinds[buffer[next] & 0xff] == ORDINARY) {
                next++;
            }
            at = next;
            if (at == limit) {
                if (!fill(row)) {
                    add(row, at, line);
                    return false;
                }
            } else if (buffer[at] == 0) {
                row.nul = true;
                at++;
            } else {
                add(row, at, line);
                return endOfCell(row);
            }
        }
    }

    /** The text without its quotes is put together from the opening quote's place on. */
    private boolean quotedCell(Row row) throws IOException {
        openedOn = line;
        quoted = true;
        write = at++;
        boolean justClosed = false;
        while (at < limit || fill(row)) {
            byte next = buffer[at++];
            if (quoted) {
                if (next == '"') {
                    quoted = false;
                    justClosed = true;
                } else {
                    keep(row, next);
                }
                continue;
            }
            boolean doubled = justClosed && next == '"';
            justClosed = false;
            if (doubled) {
                quoted = true;
                keep(row, next);
            } else if (kinds[next & 0xff] == ORDINARY || next == 0) {
                keep(row, next); // text behind a closing quote belongs to the cell
            } else {
                at--;
                add(row, write, openedOn);
                return endOfCell(row);
            }
        }
        if (quoted) {
            throw Rejection.quoteNeverClosed(openedOn, row.size + 1);
        }
        add(row, write, openedOn);
        return false;
    }

    private void keep(Row row, byte next) {
        if (next == '\n') {
            line++;
        } else if (next == 0) {
            row.nul = true;
        }
        buffer[write++] = next;
    }

    /** Steps over what ended the cell. Whether it was a delimiter. */
    private boolean endOfCell(Row row) throws IOException {
        byte kind = kinds[buffer[at++] & 0xff];
        if (kind == DELIMITER) {
            return true;
        }
        line++;
        if (kind == CARRIAGE_RETURN && (at < limit || fill(row)) && buffer[at] == '\n') {
            at++;
        }
        return false;
    }

    private void add(Row row, int end, long cellLine) {
        if (end - cell > limits.fieldBytes()) {
            throw Rejection.cellTooLong(cellLine, row.size + 1, limits);
        }
        if (row.size == limits.columns()) {
            throw Rejection.tooManyColumns(line, limits);
        }
        row.add(cell, end);
    }

    /** Moves the record to the front and reads on; offsets follow. False at the end of the file. */
    private boolean fill(Row row) throws IOException {
        if (ended) {
            return false;
        }
        int kept = limit - record;
        if (kept > limits.recordBytes()) {
            throw quoted
                    ? Rejection.quotedCellTooLong(openedOn, row.size + 1, limits)
                    : Rejection.recordTooLong(line, limits);
        }
        byte[] source = buffer;
        if (kept > buffer.length / 2) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        System.arraycopy(source, record, buffer, 0, kept);
        row.shift(record);
        cell -= record;
        at -= record;
        write -= record;
        record = 0;
        limit = kept;
        int read = in.read(buffer, limit, buffer.length - limit);
        ended = read <= 0;
        limit += Math.max(0, read);
        filled += Math.max(0, read);
        return !ended;
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place(filled - (limit - at), records, line));
    }

    @Override
    public void goOn(Place place) throws IOException {
        long ahead = place.offset() - (filled - (limit - at));
        int here = (int) Math.min(Math.max(0, ahead), limit - at);
        at += here;
        for (long rest = ahead - here; rest > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, rest));
            if (read <= 0) {
                throw new OtherBytes();
            }
            rest -= read;
            filled += read;
            at = 0;
            limit = 0;
        }
        record = at;
        cell = at;
        records = place.rows();
        line = place.line();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package io.customerroom.ledger.imports.source;

import java.io.IOException;
import java.util.function.LongConsumer;

/** The rows of a table whose columns have names already; they are the first row. */
final class TableRows implements RowSource {

    private static final int REPORT_EVERY = 1 << 12;

    /** A column that says the same in every row takes no room: a table may be far larger than its file, but not without end. */
    private static final int LEANER_THAN_TEXT = 10;

    private final TextTable table;
    private final SourceFile file;
    private final Limits limits;
    private final LongConsumer bytesRead;
    private final Cells cells;
    private long number;
    private long shown;
    private boolean begun;

    TableRows(TextTable table, SourceFile file, Limits limits, LongConsumer bytesRead) {
        this.table = table;
        this.file = file;
        this.limits = limits;
        this.bytesRead = bytesRead;
        this.cells = new Cells(limits);
        if (table.columns().size() > limits.columns()) {
            throw Rejection.tooManyColumns(1, limits);
        }
    }

    @Override
    public boolean next(Row row) {
        if (!begun) {
            begun = true;
            cells.begin(row, 0);
            table.columns().forEach(name -> cells.add(row, name));
            return row.size() > 0;
        }
        if (!table.next()) {
            bytesRead.accept(file.bytes());
            return false;
        }
        cells.begin(row, ++number);
        for (int i = 0; i < table.columns().size(); i++) {
            cells.add(row, table.cell(i));
        }
        shown += cells.size();
        if (shown > limits.ratioFromBytes()
                        && shown / Math.max(1, file.bytes()) > (long) limits.ratio() * LEANER_THAN_TEXT
                || shown > limits.unpackedBytes()) {
            throw Rejection.bomb(file.name());
        }
        if (number % REPORT_EVERY == 0 && table.rows() > 0) {
            bytesRead.accept((long) (file.bytes() * Math.min(1.0, (double) number / table.rows())));
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}

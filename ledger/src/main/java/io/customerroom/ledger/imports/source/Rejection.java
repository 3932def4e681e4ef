package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;

/** Why a file is refused as a whole, with the place and the next step. */
final class Rejection {

    private Rejection() {}

    static Failure quoteNeverClosed(long line, int column) {
        return Failure.yours(
                "QUOTE_NEVER_CLOSED",
                "The quote that opens in line %d, column %d is never closed.".formatted(line, column),
                "Close it or remove it; inside a quoted cell a quote is written twice.");
    }

    static Failure quotedCellTooLong(long line, int column, Limits limits) {
        return Failure.yours(
                "CELL_TOO_LONG",
                "The quoted cell that opens in line %d, column %d is longer than %d bytes; most likely its quote is never closed."
                        .formatted(line, column, limits.fieldBytes()),
                "Close the quote, or shorten the cell.");
    }

    static Failure cellTooLong(long line, int column, Limits limits) {
        return Failure.yours(
                "CELL_TOO_LONG",
                "The cell in line %d, column %d is longer than %d bytes.".formatted(line, column, limits.fieldBytes()),
                "Shorten it or leave the column out; if the file is not delimited text, export it as CSV.");
    }

    static Failure recordTooLong(long line, Limits limits) {
        return Failure.yours(
                "ROW_TOO_LONG",
                "The row in line %d is longer than %d bytes.".formatted(line, limits.recordBytes()),
                "Leave out long columns; if the file is not delimited text, export it as CSV.");
    }

    static Failure tooManyColumns(long line, Limits limits) {
        return Failure.yours(
                "TOO_MANY_COLUMNS",
                "Line %d has more than %d columns.".formatted(line, limits.columns()),
                "Export only the columns that are needed.");
    }

    static Failure truncated(String file) {
        return Failure.yours(
                "FILE_TRUNCATED",
                "'%s' ends in the middle: the rest is missing or damaged.".formatted(file),
                "Copy or export the file again.");
    }

    static Failure bomb(String file) {
        return Failure.yours(
                "FILE_UNPACKS_TOO_LARGE",
                "'%s' is small but unpacks to far more than a table of its size would.".formatted(file),
                "If it is really a table, unpack it yourself and import the plain file.");
    }

    static Failure unsupported(String file, String what, String next) {
        return Failure.yours("FILE_NOT_SUPPORTED", "'%s' is %s.".formatted(file, what), next);
    }
}

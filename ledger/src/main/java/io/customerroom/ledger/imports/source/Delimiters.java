package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Finds the delimiter: the one that gives the most rows as many cells as the header, and then the most cells. */
final class Delimiters {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int ROWS = 30;

    private Delimiters() {}

    static char find(byte[] start, int headerRow, Limits limits) {
        char best = ',';
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            long score = score(start, candidate, headerRow, limits);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private static long score(byte[] start, char delimiter, int headerRow, Limits limits) {
        Row row = new Row();
        int header = 0;
        int alike = 0;
        int rows = 0;
        try (DelimitedRows source = new DelimitedRows(new ByteArrayInputStream(start), delimiter, limits, 0)) {
            for (int i = 1; i < headerRow + ROWS && source.next(row); i++) {
                if (i == headerRow) {
                    header = row.size();
                } else if (i > headerRow) {
                    rows++;
                    alike += row.size() == header ? 1 : 0;
                }
            }
        } catch (Failure cutShort) {
            // the sample ends inside a quoted cell: what was counted so far decides
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (header < 2) {
            return 0;
        }
        long share = rows == 0 ? 100 : alike * 100L / rows;
        return share * 10_000 + header;
    }
}

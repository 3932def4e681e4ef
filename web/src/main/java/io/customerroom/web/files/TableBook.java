package io.customerroom.web.files;

import io.customerroom.web.files.Grid.Column;
import io.customerroom.web.files.Grid.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table as a workbook: the rows on the first sheet, under a heading that stays, with days and numbers that are such; on the second what
 * they are. Texts are texts, whatever they begin with. Rows are written as they come. A spreadsheet reckons in binary, so numbers
 * are exact to fifteen digits there; CSV and Parquet hold them all.
 */
public final class TableBook {

    /** Rows below the heading that a sheet can hold. */
    public static final int MOST_ROWS = 1_048_575;

    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_TEXT = 32_767;
    private static final int LOOKED_AT = 200;
    private static final int HELD = 1_000;
    private static final double NARROWEST = 9;
    private static final double WIDEST = 60;

    private final int most;
    private final ZoneId zone;

    /** @param zone in which moments are written */
    public TableBook(ZoneId zone) {
        this(zone, MOST_ROWS);
    }

    TableBook(ZoneId zone, int most) {
        this.zone = zone;
        this.most = most;
    }

    /** Answers the rows that were written: where there are more than a sheet holds, the second sheet says so. */
    public long write(Grid grid, Map<String, String> about, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Customer Room", "1.0")) {
            long written = rows(workbook.newWorksheet("Table"), grid);
            Map<String, String> papers = new LinkedHashMap<>(about);
            papers.put("Rows shown", "%d of %d".formatted(written, Math.max(written, grid.total())));
            if (written < grid.total()) {
                papers.put("Rows left out", "A sheet holds no more. Download CSV or Parquet for all of them.");
            }
            about(workbook.newWorksheet("About"), papers);
            return written;
        }
    }

    /** The tables of several pieces, a sheet each, and what they are on the last. Answers the rows that were written. */
    public long write(List<Piece> pieces, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Customer Room", "1.0")) {
            long written = 0;
            Map<String, String> papers = new LinkedHashMap<>();
            for (Piece piece : pieces) {
                String sheet = sheetName(piece, papers.size());
                written += rows(workbook.newWorksheet(sheet), Grid.of(piece.table()));
                papers.put(sheet, String.join("\n", lines(piece.about())));
            }
            about(workbook.newWorksheet("About"), papers);
            return written;
        }
    }

    /** At most 31 characters, and no two alike. */
    private static String sheetName(Piece piece, int before) {
        String name = "%d %s".formatted(piece.wall(), piece.name()).replaceAll("[\\[\\]:*?/\\\\]", " ");
        return name.length() <= 31 ? name : name.substring(0, 27) + " " + (before + 1);
    }

    private static List<String> lines(Map<String, String> about) {
        return about.entrySet().stream()
                .map(line -> line.getKey() + ": " + line.getValue())
                .toList();
    }

    private long rows(Worksheet sheet, Grid grid) throws IOException {
        List<Column> columns = grid.columns().stream().limit(MOST_COLUMNS).toList();
        try (Stream<List<@Nullable Object>> all = grid.rows()) {
            return rows(sheet, columns, all.iterator());
        }
    }

    private long rows(Worksheet sheet, List<Column> columns, Iterator<List<@Nullable Object>> rows) throws IOException {
        List<List<@Nullable Object>> first = new ArrayList<>();
        while (first.size() < Math.min(LOOKED_AT, most) && rows.hasNext()) {
            first.add(rows.next());
        }
        head(sheet, columns, first);
        int row = 0;
        for (List<@Nullable Object> values : first) {
            row(sheet, ++row, columns, values);
        }
        while (rows.hasNext() && row < most) {
            row(sheet, ++row, columns, rows.next());
            if (row % HELD == 0) {
                sheet.flush();
            }
        }
        return row;
    }

    private void head(Worksheet sheet, List<Column> columns, List<List<@Nullable Object>> first) {
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i).label());
            sheet.style(0, i).bold().wrapText(true).verticalAlignment("top").set();
            sheet.width(i, width(columns.get(i), i, first));
        }
    }

    private double width(Column column, int at, List<List<@Nullable Object>> first) {
        double widest = Math.min(NARROWEST + 9, column.label().length() + 2.0);
        for (List<@Nullable Object> row : first) {
            Object value = row.get(at);
            widest = Math.max(widest, value == null ? 0 : length(column, value) + 2.0);
        }
        return Math.clamp(widest, NARROWEST, WIDEST);
    }

    private static int length(Column column, Object value) {
        if (value instanceof BigDecimal amount) {
            int whole = Math.max(1, amount.precision() - amount.scale());
            return whole
                    + whole / 3
                    + (column.digits() < 0 ? Math.min(2, Math.max(0, amount.scale())) : column.digits())
                    + 2;
        }
        return column.type() == Type.MOMENT ? 19 : String.valueOf(value).length();
    }

    private void row(Worksheet sheet, int row, List<Column> columns, List<@Nullable Object> values) {
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                cell(sheet, row, i, columns.get(i), value);
            }
        }
    }

    private void cell(Worksheet sheet, int row, int column, Column of, Object value) {
        switch (value) {
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant moment -> {
                sheet.value(row, column, moment.atZone(zone).toLocalDateTime());
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            case Boolean yes -> sheet.value(row, column, yes);
            case Number number -> {
                sheet.value(row, column, number);
                sheet.style(row, column).format(format(of, number)).set();
            }
            default -> sheet.value(row, column, text(String.valueOf(value)));
        }
    }

    private static String format(Column column, Number value) {
        int scale = value instanceof BigDecimal amount
                ? Math.max(0, amount.stripTrailingZeros().scale())
                : 0;
        int digits = column.digits() < 0 ? Math.min(2, scale) : column.digits();
        return digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits);
    }

    /** Without the signs that a workbook cannot hold, and no longer than a cell. */
    private static String text(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().filter(TableBook::holds).forEach(text::appendCodePoint);
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text.toString();
    }

    private static boolean holds(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xd7ff)
                || (letter >= 0xe000 && letter <= 0xfffd)
                || letter >= 0x10000;
    }

    private static void about(Worksheet sheet, Map<String, String> about) {
        sheet.width(0, 34);
        sheet.width(1, 100);
        int row = 0;
        for (Map.Entry<String, String> line : about.entrySet()) {
            sheet.value(row, 0, line.getKey());
            sheet.style(row, 0).bold().verticalAlignment("top").set();
            sheet.value(row, 1, text(line.getValue()));
            sheet.style(row, 1).wrapText(true).verticalAlignment("top").set();
            row++;
        }
    }
}

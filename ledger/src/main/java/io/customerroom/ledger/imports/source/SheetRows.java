package io.customerroom.ledger.imports.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet. Every row has as many cells as the header; rows without content are passed over; numbers are what a spreadsheet shows
 * with 15 digits; numbers formatted as dates are ISO dates; of a formula the value counts that was saved with it.
 */
final class SheetRows implements RowSource {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15);
    private static final int MOST_PLAIN_DIGITS = 60;

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final SourceFile file;
    private final Limits limits;
    private final int headerRow;
    private byte[] bytes = new byte[1 << 12];
    private int width = -1;

    SheetRows(ReadableWorkbook workbook, Sheet sheet, SourceFile file, Limits limits, int headerRow)
            throws IOException {
        this.workbook = workbook;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.file = file;
        this.limits = limits;
        this.headerRow = headerRow;
    }

    @Override
    public boolean next(Row row) throws IOException {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row cells = rows.next();
                if (cells.getRowNum() < headerRow) {
                    continue;
                }
                fill(row, cells);
                if (!row.blank()) {
                    return true;
                }
            }
            return false;
        } catch (ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Workbooks.damaged(file); // what the reader throws when parts of a workbook contradict each other
        }
    }

    private void fill(Row row, org.dhatim.fastexcel.reader.Row cells) {
        row.size = 0;
        row.nul = false;
        row.number = cells.getRowNum() - headerRow;
        int end = 0;
        int count = cells.getCellCount();
        if (count > limits.columns()) {
            throw Rejection.tooManyColumns(cells.getRowNum(), limits);
        }
        for (int i = 0; i < Math.max(count, width); i++) {
            Cell cell = i < count ? cells.getCell(i) : null;
            byte[] text = text(cell).getBytes(StandardCharsets.UTF_8);
            if (text.length > limits.fieldBytes()) {
                throw Rejection.cellTooLong(cells.getRowNum(), i + 1, limits);
            }
            if (end + text.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + text.length));
            }
            System.arraycopy(text, 0, bytes, end, text.length);
            row.add(end, end + text.length);
            end += text.length;
        }
        while (row.size > Math.max(1, width) && row.from[row.size - 1] == row.to[row.size - 1]) {
            row.size--;
        }
        row.bytes = bytes;
        if (width < 0 && !row.blank()) {
            width = row.size;
        }
    }

    private String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.getValue() == null ? "" : cell.asString();
            case NUMBER -> number(cell, cell.getRawValue());
            case BOOLEAN -> cell.asBoolean() ? "true" : "false";
            case FORMULA -> formula(cell);
            case ERROR -> cell.getRawValue() == null ? "#ERROR" : cell.getRawValue();
        };
    }

    private String formula(Cell cell) {
        String saved = cell.getRawValue();
        return saved == null ? "" : saved.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?") ? number(cell, saved) : saved;
    }

    private String number(Cell cell, @Nullable String raw) {
        if (raw == null) {
            return "";
        }
        BigDecimal exact = new BigDecimal(raw);
        String format = cell.getDataFormatString();
        if (format != null
                && isDate(format)
                && exact.signum() >= 0
                && exact.compareTo(BigDecimal.valueOf(2_958_466)) < 0) {
            return date(exact);
        }
        BigDecimal shown = exact.round(FIFTEEN_DIGITS).stripTrailingZeros();
        boolean plain = Math.abs((long) shown.precision() - shown.scale()) <= MOST_PLAIN_DIGITS;
        return plain ? shown.toPlainString() : shown.toString(); // a billion zeros would fill the memory
    }

    /** A serial number of days; 60 is a 29 February 1900 that never was. */
    private String date(BigDecimal serial) {
        long days = serial.longValue();
        long seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValue();
        LocalDate first =
                workbook.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        LocalDateTime moment = first.plusDays(days).atStartOfDay().plusSeconds(seconds);
        return seconds == 0 ? moment.toLocalDate().toString() : MOMENT.format(moment);
    }

    /** Letters of days, months, years or hours outside quotes and brackets. */
    static boolean isDate(String format) {
        String plain =
                format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "").toLowerCase(Locale.ROOT);
        int section = plain.indexOf(';');
        String positive = section < 0 ? plain : plain.substring(0, section);
        return !positive.equals("general") && positive.matches("[^0#?]*[dmyh][^0#?]*(\\.0+)?[^0#?]*");
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            stream.close();
        }
    }
}

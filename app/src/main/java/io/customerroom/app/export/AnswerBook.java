package io.customerroom.app.export;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.AnswerWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a workbook: the rows on the first sheet, its papers on the second. Texts are texts: none is ever a formula. A spreadsheet
 * reckons in binary, so numbers are exact to fifteen digits there; CSV and JSON hold them all.
 */
public final class AnswerBook {

    private static final int MOST_ROWS = 1_048_575;

    private AnswerBook() {}

    /** Whether a sheet can hold so many rows below its header. */
    public static boolean holds(Answer answer) {
        return answer.rows().size() <= MOST_ROWS;
    }

    /** The file must not exist. */
    public static void write(Answer answer, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
                Workbook workbook = new Workbook(stream, "Customer Room", "1.0")) {
            writeRows(workbook.newWorksheet("answer"), answer.rows());
            writePapers(workbook.newWorksheet("about"), answer);
        }
    }

    private static void writeRows(Worksheet sheet, Rows rows) {
        List<Rows.Column> columns = rows.columns();
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column).name());
            sheet.style(0, column).bold().set();
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                writeCell(
                        sheet,
                        row + 1,
                        column,
                        columns.get(column),
                        rows.rows().get(row).get(column));
            }
        }
        sheet.freezePane(0, 1);
    }

    private static void writeCell(Worksheet sheet, int row, int column, Rows.Column of, @Nullable Object value) {
        String text = AnswerWriter.text(of, value);
        switch (value) {
            case null -> {}
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Boolean yes -> sheet.value(row, column, yes);
            // a customer's key is written c1z…, and is no number then
            case Number number when !text.startsWith("c") -> sheet.value(row, column, number);
            default -> sheet.value(row, column, text);
        }
    }

    private static void writePapers(Worksheet sheet, Answer answer) {
        int row = 0;
        row = line(
                sheet,
                row,
                "metric",
                answer.metric().name() + "@" + answer.metric().version());
        row = line(sheet, row, "question", answer.metric().question());
        row = line(sheet, row, "unit", answer.metric().unit());
        row = line(sheet, row, "through", answer.clocks().through().toString());
        row = line(sheet, row, "known", answer.clocks().known().toString());
        row = line(sheet, row, "definitions", answer.definitions());
        row = line(sheet, row, "ledger", answer.build());
        for (String warning : answer.warnings()) {
            row = line(sheet, row, "warning", warning);
        }
    }

    private static int line(Worksheet sheet, int row, String name, String text) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, text);
        return row + 1;
    }
}

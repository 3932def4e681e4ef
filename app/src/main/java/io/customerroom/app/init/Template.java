package io.customerroom.app.init;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A spreadsheet to fill: the first sheet holds the header alone and is what an import reads, the second explains the columns.
 *
 * @param file without the ending
 * @param fact what its rows are: the word for {@code --as}
 */
record Template(String file, String fact, String about, List<Column> columns) {

    private static final int HEADER = 0;

    /** One column, what belongs into it, and an example. */
    record Column(String name, boolean needed, String meaning, String example) {}

    static Column needed(String name, String meaning, String example) {
        return new Column(name, true, meaning, example);
    }

    static Column optional(String name, String meaning, String example) {
        return new Column(name, false, meaning, example);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (OutputStream stream = Files.newOutputStream(folder.resolve(file + ".xlsx"));
                Workbook workbook = new Workbook(stream, "Customer Room", "1.0")) {
            writeData(workbook.newWorksheet(file));
            writeAbout(workbook.newWorksheet("about"));
        }
    }

    private void writeData(Worksheet sheet) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(HEADER, i, columns.get(i).name());
            sheet.style(HEADER, i).bold().set();
            sheet.width(i, Math.max(12, columns.get(i).name().length() + 4));
        }
        sheet.freezePane(0, 1);
    }

    private void writeAbout(Worksheet sheet) {
        sheet.value(0, 0, about);
        sheet.value(1, 0, "Import: ./customer-room import %s.xlsx --as %s".formatted(file, fact));
        String[] header = {"column", "needed", "what belongs there", "example"};
        for (int i = 0; i < header.length; i++) {
            sheet.value(3, i, header[i]);
            sheet.style(3, i).bold().set();
            sheet.width(i, i == 2 ? 70 : 20);
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            sheet.value(4 + i, 0, column.name());
            sheet.value(4 + i, 1, column.needed() ? "yes" : "");
            sheet.value(4 + i, 2, column.meaning());
            sheet.value(4 + i, 3, column.example());
        }
    }
}

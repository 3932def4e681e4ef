package io.customerroom.acceptance.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.testkit.company.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Fills the templates that {@code init} wrote, column by column, as a person would. */
public final class FilledTemplates {

    /** What the template calls a column of the golden company's lists, where the names differ. */
    private static final Map<String, String> CALLED = Map.of(
            "contracts.started", "started on",
            "contracts.ended", "ended on",
            "contracts.noticed", "noticed on",
            "contracts.billing", "billing months",
            "tickets.opened", "opened on",
            "tickets.closed", "closed on",
            "contacts.kind", "contact kind",
            "contacts.minimum n", "min n");

    private FilledTemplates() {}

    /** The list as a workbook with the template's columns, in the folder. */
    public static Path fill(Path templates, Sheet list, Path folder) throws IOException {
        List<String> header = header(templates.resolve(list.name() + ".xlsx"));
        List<String> columns = list.header().stream()
                .map(name -> CALLED.getOrDefault(list.name() + "." + name, name))
                .toList();
        assertThat(header).as(list.name()).containsAll(columns);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : list.rows()) {
            List<@Nullable Object> filled = new ArrayList<>();
            for (String column : header) {
                int at = columns.indexOf(column);
                filled.add(at < 0 ? null : row.get(at));
            }
            rows.add(filled);
        }
        return new Sheet(list.name(), header, rows).writeXlsx(folder);
    }

    private static List<String> header(Path template) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(template))) {
            Row first = workbook.getFirstSheet().read().getFirst();
            return first.stream().map(cell -> cell.getText()).toList();
        }
    }
}

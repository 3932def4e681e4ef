package io.customerroom.web.tables;

import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Kind;
import io.customerroom.walls.exhibit.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table as a page prints it: every text final, links resolved. */
public record TableView(String caption, List<Heading> headings, List<List<Cell>> rows) {

    private static final int LONGEST_WORD = 14;

    private static final int LONGEST_NAME = 16;

    /** Whatever kind of column it stands in, a day or a period is not broken at its hyphens. */
    private static final Pattern DAY = Pattern.compile("\\d{4}-(Q\\d|\\d{2}(-\\d{2})?)");

    /** @param css {@code number} for what is aligned to the right, {@code nowrap} for what stays on one line, {@code short} for what does on screens */
    public record Heading(String label, String css) {}

    /**
     * @param href where the cell leads; empty for nowhere
     * @param heading whether the cell names its row
     */
    public record Cell(String shown, String css, String href, boolean heading) {}

    /** @param href resolves where a row leads; its first cell carries the link */
    public static TableView of(Table table, Function<Drill, String> href) {
        List<Heading> headings = table.columns().stream()
                .map(column -> new Heading(column.heading(), css(column)))
                .toList();
        return new TableView(
                table.caption(),
                headings,
                table.rows().stream().map(row -> cells(table, row, href)).toList());
    }

    private static List<Cell> cells(Table table, Table.Row row, Function<Drill, String> href) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            @Nullable String value = row.values().get(i);
            Optional<Drill> drill =
                    i == 0 ? row.drill() : Optional.ofNullable(row.parts().get(column.name()));
            String link = drill.filter(_ -> value != null).map(href).orElse("");
            String shown = column.shown(value);
            String css = i == 0 && word(shown) ? "nowrap" : css(column);
            cells.add(new Cell(shown, css.isEmpty() ? whole(shown) : css, link, i == 0));
        }
        return cells;
    }

    /** A day stays on one line everywhere, a name of two words wherever tables may scroll. */
    static String whole(String shown) {
        if (DAY.matcher(shown).matches()) {
            return "nowrap";
        }
        return shown.length() <= LONGEST_NAME && shown.indexOf(' ') == shown.lastIndexOf(' ') ? "short" : "";
    }

    /** A period, a customer or another short name that is not to be broken at its hyphen. */
    private static boolean word(String shown) {
        return shown.length() <= LONGEST_WORD && shown.indexOf(' ') < 0;
    }

    private static String css(Table.Column column) {
        if (column.kind().number()) {
            return "number";
        }
        return column.kind() == Kind.DAY ? "nowrap" : "";
    }
}

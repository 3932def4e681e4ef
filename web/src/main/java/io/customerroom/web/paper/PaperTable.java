package io.customerroom.web.paper;

import io.customerroom.walls.exhibit.Table;
import io.customerroom.web.paper.Picture.Colour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A table in a given space. Columns are as wide as they have to be; texts wrap before letters shrink; what does not fit is left out at
 * the end, and {@link #shown()} says how much of how much is there.
 */
final class PaperTable {

    private static final double GAP = 14;
    private static final int MOST_LINES = 3;
    /** A column of texts is not made narrower than so many times the size of its letters. */
    private static final double NARROWEST = 7;

    /** A longer word, a hash for example, may be broken. */
    private static final double LONGEST = 11;

    /**
     * Room for a table.
     *
     * @param size of the letters that is aimed at
     * @param smallest size that is accepted before columns are left out
     * @param rows at most so many
     */
    record Space(double width, double height, double size, double smallest, int rows) {}

    private final Letters letters;
    private final Table table;
    private final Space space;
    private double size;
    private double[] widths = {};
    private int columns;
    private final List<List<String>> heads = new ArrayList<>();
    private final List<List<List<String>>> cells = new ArrayList<>();

    PaperTable(Letters letters, Table table, Space space) {
        this.letters = letters;
        this.table = table;
        this.space = space;
        layOut();
    }

    /** As wide as the columns are without any wrapping of their cells. */
    static double natural(Letters letters, Table table, double size, int rows) {
        double sum = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            sum += widest(letters, table, i, size, rows) + GAP;
        }
        return sum - GAP;
    }

    private void layOut() {
        columns = table.columns().size();
        for (size = space.size(); size >= space.smallest(); size -= 0.5) {
            if (fits()) {
                break;
            }
        }
        size = Math.max(size, space.smallest());
        while (!fits() && columns > 1) {
            columns--;
        }
        for (int i = 0; i < columns; i++) {
            heads.add(letters.lines(table.columns().get(i).label(), size, true, widths[i]));
        }
        double height = leading() * most(heads) + padding();
        List<Table.Row> rows = latestFirst() ? table.rows().reversed() : table.rows();
        for (Table.Row row : rows.subList(0, Math.min(space.rows(), rows.size()))) {
            List<List<String>> line = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                line.add(wrapped(shown(i, row), widths[i], i == 0));
            }
            double next = leading() * most(line) + padding();
            if (height + next > space.height()) {
                break;
            }
            height += next;
            cells.add(line);
        }
        if (latestFirst()) {
            Collections.reverse(cells);
        }
    }

    /** Where not all fit: of periods the latest stay, of everything else the first. */
    private boolean latestFirst() {
        return table.columns().getFirst().name().equals("period");
    }

    /** Settles the widths of the columns for this size; texts give way in proportion to what they have to give. */
    private boolean fits() {
        double[] wide = new double[columns];
        double[] narrow = new double[columns];
        int rows = space.rows();
        for (int i = 0; i < columns; i++) {
            wide[i] = widest(letters, table, i, size, rows);
            narrow[i] = table.columns().get(i).kind().number()
                    ? wide[i]
                    : Math.min(wide[i], Math.max(NARROWEST * size, longestWord(i)));
        }
        double room = space.width() - GAP * (columns - 1);
        double most = Arrays.stream(wide).sum();
        double least = Arrays.stream(narrow).sum();
        widths = wide;
        if (most <= room) {
            return true;
        }
        double share = most > least ? Math.clamp((room - least) / (most - least), 0, 1) : 0;
        for (int i = 0; i < columns; i++) {
            widths[i] = narrow[i] + share * (wide[i] - narrow[i]);
        }
        return least <= room;
    }

    private static double widest(Letters letters, Table table, int column, double size, int rows) {
        Table.Column of = table.columns().get(column);
        double widest = 0;
        for (String word : of.label().split(" ", -1)) {
            widest = Math.max(widest, letters.width(word, size, true));
        }
        for (Table.Row row : table.rows().subList(0, Math.min(rows, table.rows().size()))) {
            widest = Math.max(widest, letters.width(of.shown(row.values().get(column)), size, column == 0));
        }
        return widest + 1;
    }

    private double longestWord(int column) {
        double longest = 0;
        for (String word : table.columns().get(column).label().split(" ", -1)) {
            longest = Math.max(longest, letters.width(word, size, true));
        }
        for (Table.Row row :
                table.rows().subList(0, Math.min(space.rows(), table.rows().size()))) {
            for (String word : shown(column, row).split(" ", -1)) {
                longest = Math.max(longest, Math.min(LONGEST * size, letters.width(word, size, column == 0)));
            }
        }
        return longest + 1;
    }

    private String shown(int column, Table.Row row) {
        return table.columns().get(column).shown(row.values().get(column));
    }

    private List<String> wrapped(String text, double width, boolean bold) {
        List<String> lines = letters.lines(text, size, bold, width);
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, MOST_LINES - 1));
        cut.add(letters.cut(String.join(" ", lines.subList(MOST_LINES - 1, lines.size())), size, bold, width));
        return cut;
    }

    private static int most(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private double leading() {
        return size * 1.25;
    }

    private double padding() {
        return size * 0.5;
    }

    int rows() {
        return cells.size();
    }

    double height() {
        double height = leading() * most(heads) + padding();
        for (List<List<String>> row : cells) {
            height += leading() * most(row) + padding();
        }
        return height;
    }

    /** {@code 20 of 21}, with a word about columns where some are left out. */
    String shown() {
        boolean latest = latestFirst() && cells.size() < table.rows().size();
        String rows = "%s%d of %d"
                .formatted(
                        latest ? "the latest " : "", cells.size(), table.rows().size());
        return columns == table.columns().size()
                ? rows
                : "%s rows, %d of %d columns"
                        .formatted(rows, columns, table.columns().size());
    }

    void draw(Sheet sheet, double x, double y) {
        sheet.paper().group("Table", () -> {
            double top = row(sheet, x, y, heads, true);
            for (int i = 0; i < cells.size(); i++) {
                top = row(sheet, x, top, cells.get(i), false);
            }
        });
    }

    private double row(Sheet sheet, double x, double top, List<List<String>> row, boolean head) {
        double height = leading() * most(row) + padding();
        sheet.paper().group("TR", () -> {
            double left = x;
            for (int i = 0; i < row.size(); i++) {
                cell(sheet, row.get(i), i, left, top, head);
                left += widths[i] + GAP;
            }
        });
        double bottom = top + height;
        sheet.ornament(() -> sheet.rule(x, bottom, x + total(), head ? 1 : 0.5, head ? Colour.SOFT : Colour.LINE));
        return bottom;
    }

    private double total() {
        return Arrays.stream(widths).limit(columns).sum() + GAP * (columns - 1);
    }

    private void cell(Sheet sheet, List<String> lines, int column, double left, double top, boolean head) {
        boolean bold = head || column == 0;
        Colour colour = head ? Colour.SOFT : Colour.INK;
        boolean number = table.columns().get(column).kind().number();
        sheet.tagged(head || column == 0 ? "TH" : "TD", () -> {
            double base = top + padding() / 2 + size;
            for (String line : lines) {
                if (number) {
                    sheet.textRight(line, left + widths[column], base, size, bold, colour);
                } else {
                    sheet.text(line, left, base, size, bold, colour);
                }
                base += leading();
            }
        });
    }
}

package io.customerroom.web.tables;

import io.customerroom.kernel.Csv;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.persons.Names.Called;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.web.tables.TableView.Cell;
import io.customerroom.web.tables.TableView.Heading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of the ledger as a page and a file print them. Customers appear by their opaque id, which leads to their facts. */
public final class RowsTable {

    /** A character that nobody can read; files and the store need it. */
    private static final char BETWEEN_KEY_PARTS = '\u001f';

    /** Columns that hold a customer's key. */
    private static final Set<String> CUSTOMERS = Set.of("customer", "referred", "other");

    /** Columns of money. A reading of an operation is called {@code value} too, and stands beside its measure. */
    private static final Set<String> MONEY = Set.of(
            "amount",
            "contribution",
            "cost",
            "cost_of_sales",
            "cost_to_communicate",
            "cost_to_serve",
            "cumulative",
            "monthly",
            "prior_revenue",
            "prior_value",
            "recurring",
            "revenue",
            "spend",
            "spend_before",
            "value",
            "value_from",
            "value_to");

    /** The literature's letters in everyday words. */
    private static final Map<String, String> LITERATURE =
            Map.of("x", "repeat purchases", "x_before", "repeat purchases before");

    private static final Called NOBODY = new Called(List.of(), List.of());

    private RowsTable() {}

    /** @param suffix query of the links to customers, {@code ?period=…} or empty */
    public static TableView view(String caption, Rows rows, String suffix) {
        return new TableView(
                caption,
                rows.columns().stream()
                        .map(column -> new Heading(label(column.name()), numeric(column) ? "number" : ""))
                        .toList(),
                rows.rows().stream().map(row -> cells(rows, row, suffix)).toList());
    }

    /** The same page of rows with what their customers are called, for readers who may know; files never have it. */
    public static TableView named(TableView table, Rows rows, Map<CustomerId, Called> names) {
        int at = rows.columns().stream().map(Rows.Column::name).toList().indexOf("customer");
        if (at < 0 || names.isEmpty()) {
            return table;
        }
        List<Heading> headings = new ArrayList<>(table.headings());
        headings.addAll(at + 1, List.of(new Heading("Name", ""), new Heading("Id at the source", "")));
        List<List<Cell>> named = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Cell> cells = new ArrayList<>(table.rows().get(i));
            Called called = rows.rows().get(i).get(at) instanceof Long key && key > 0
                    ? names.getOrDefault(new CustomerId(key), NOBODY)
                    : NOBODY;
            cells.addAll(at + 1, List.of(words(called.names()), words(called.ids())));
            named.add(cells);
        }
        return new TableView(table.caption(), headings, named);
    }

    private static Cell words(List<String> words) {
        String shown = words.isEmpty() ? "–" : String.join(", ", words);
        return new Cell(shown, TableView.whole(shown), "", false);
    }

    /** As CSV: exact values, customers by their opaque id. */
    public static String csv(Rows rows) {
        return Csv.of(
                rows.columns().stream().map(Rows.Column::name).toList(),
                rows.rows().stream()
                        .map(row -> {
                            List<@Nullable String> texts = new ArrayList<>();
                            for (int i = 0; i < row.size(); i++) {
                                texts.add(exact(rows.columns().get(i), row.get(i)));
                            }
                            return texts;
                        })
                        .toList());
    }

    private static List<Cell> cells(Rows rows, List<@Nullable Object> row, String suffix) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Rows.Column column = rows.columns().get(i);
            Object value = row.get(i);
            String href = value != null && CUSTOMERS.contains(column.name())
                    ? "/customers/" + exact(column, value) + suffix
                    : "";
            String shown = shown(rows, row, i);
            cells.add(new Cell(shown, numeric(column) ? "number" : TableView.whole(shown), href, i == 0));
        }
        return cells;
    }

    private static String label(String name) {
        String words = LITERATURE.getOrDefault(name, name.replace('_', ' '));
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static boolean numeric(Rows.Column column) {
        return !CUSTOMERS.contains(column.name()) && Number.class.isAssignableFrom(column.type());
    }

    private static String shown(Rows rows, List<@Nullable Object> row, int at) {
        Rows.Column column = rows.columns().get(at);
        Object value = row.get(at);
        if (value == null) {
            return "–";
        }
        return switch (value) {
            case BigDecimal amount when money(rows, row, column) -> Numbers.fixed(amount, 2);
            case BigDecimal number -> Numbers.plain(number, 2);
            case Boolean yes -> yes ? "yes" : "no";
            case Long whole when !CUSTOMERS.contains(column.name()) -> Numbers.whole(whole);
            default -> String.valueOf(exact(column, value)).replace(BETWEEN_KEY_PARTS, ' ');
        };
    }

    /** The facts of a customer hold amounts of money, and the scores of its feedback in the same column. */
    private static boolean money(Rows rows, List<@Nullable Object> row, Rows.Column column) {
        boolean reading = rows.columns().stream().anyMatch(other -> other.name().equals("measure"));
        return MONEY.contains(column.name()) && !reading && !"feedback".equals(row.getFirst());
    }

    private static @Nullable String exact(Rows.Column column, @Nullable Object value) {
        if (value instanceof Long key && key > 0 && CUSTOMERS.contains(column.name())) {
            return new CustomerId(key).toString();
        }
        return value instanceof BigDecimal amount
                ? amount.toPlainString()
                : value == null ? null : String.valueOf(value);
    }
}

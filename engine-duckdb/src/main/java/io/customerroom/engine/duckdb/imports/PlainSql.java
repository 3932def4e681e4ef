package io.customerroom.engine.duckdb.imports;

import io.customerroom.ledger.facts.FactColumn;
import io.customerroom.ledger.imports.plain.PlainFacts;
import io.customerroom.ledger.imports.plain.PlainFacts.Cell;
import io.customerroom.ledger.imports.values.ZoneClock;
import io.customerroom.state.SqlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The texts that read a plain file as rows of the staged form. The file's columns are called {@code c0, c1, …}. */
final class PlainSql {

    private static final SqlFile SQL = SqlFile.beside(PlainSql.class);
    private static final long MOST_PLACES = 1L << 30;
    private static final Pattern PATTERN_SIGN = Pattern.compile("[*?\\[]");

    private final PlainFacts facts;

    PlainSql(PlainFacts facts) {
        this.facts = facts;
    }

    /** Reads the file into a table of its own, in the order of the file. */
    String load() {
        return SQL.text("load")
                .replace("{columns}", columns())
                .replace("{cells}", String.join(", ", cells()))
                .replace("{delimiter}", String.valueOf(facts.delimiter()))
                .replace("{strict}", String.valueOf(!facts.carriageReturns()))
                .replace("{line_end}", facts.carriageReturns() ? "\\r\\n" : "\\n")
                .replace("{file}", pattern(facts.facts().file().toString()));
    }

    String ids() {
        return separated("ids")
                .replace("{customer}", text("customer"))
                .replace("{file}", DuckDbStager.literal(facts.words().ids().toString()));
    }

    String days() {
        return SQL.text("days")
                .replace("{file}", DuckDbStager.literal(facts.words().days().toString()));
    }

    /** Counts the lines that do not come behind the line before them; none means that no key comes twice. Empty without a line's name. */
    Optional<String> ordered() {
        return facts.cell("line").isEmpty()
                ? Optional.empty()
                : Optional.of(
                        SQL.text("ordered").replace("{order}", text("order")).replace("{line}", text("line")));
    }

    /**
     * Counts rows that come before an earlier day's; none means that the order of the file is the order of time. Empty where the file tells
     * more than days, whose order the clock's changes can turn, or has more rows than a place can hold.
     */
    Optional<String> later() {
        boolean days = facts.cells().stream().anyMatch(cell -> cell.type() == PlainFacts.Type.DAY);
        return days && facts.facts().rows() < MOST_PLACES ? Optional.of(SQL.text("later")) : Optional.empty();
    }

    /** One row per row of the file, in the form of a staged file. */
    String rows() {
        List<String> own = new ArrayList<>();
        for (FactColumn column : facts.facts().columns()) {
            own.add(output(column.name()) + " AS " + column.name());
        }
        return separated("rows")
                .replace("{own}", String.join(",\n    ", own))
                .replace("{customer}", text("customer"))
                .replace("{clocks}", DuckDbStager.literal(facts.words().clocks().toString()))
                .replace("{keys}", DuckDbStager.literal(facts.words().keys().toString()))
                .replace("{day}", Long.toString(ZoneClock.MICROS_PER_DAY));
    }

    private String output(String column) {
        return switch (column) {
            case "order_id" -> text("order");
            case "line_id" -> text("line");
            case "line_kind" ->
                SQL.text("line-kind")
                        .replace("{amount}", amount())
                        .replace("{quantity}", quantity())
                        .replace("{kinds}", DuckDbStager.LINE_KINDS);
            case "amount" -> amount();
            case "cost" -> facts.cell("profit").isPresent() ? cost() : text("cost");
            default -> text(column);
        };
    }

    private String amount() {
        return facts.cell("amount").isPresent()
                ? text("amount")
                : "CAST(CAST(%s AS DECIMAL(38,6)) * %s AS DECIMAL(18,6))"
                        .formatted(text("quantity"), text("unit_price"));
    }

    private String cost() {
        return "CAST(%s - %s AS DECIMAL(18,6))".formatted(amount(), text("profit"));
    }

    private String quantity() {
        return facts.cell("quantity").isPresent() ? text("quantity") : "0";
    }

    /** The cell of an input; null where it is not mapped. */
    private String text(String input) {
        return facts.cell(input)
                .map(cell -> cell.negated() ? "-" + name(cell) : name(cell))
                .orElse("CAST(NULL AS VARCHAR)");
    }

    private static String name(Cell cell) {
        return "c" + cell.column();
    }

    /** Name and type of every column, as {@code read_csv} wants them. */
    private String columns() {
        return String.join(
                ", ",
                IntStream.range(0, facts.width())
                        .mapToObj(column -> "'c%d': '%s'".formatted(column, type(column)))
                        .toList());
    }

    private String type(int column) {
        return facts.cells().stream()
                .filter(cell -> cell.column() == column)
                .map(cell -> switch (cell.type()) {
                    case TEXT, FORMATTED -> "VARCHAR";
                    case AMOUNT -> "DECIMAL(18,6)";
                    case DAY -> "DATE";
                    case MOMENT -> "TIMESTAMP";
                })
                .findFirst()
                .orElse("VARCHAR");
    }

    /** The cells that are used; the moment as {@code local}. */
    private List<String> cells() {
        return facts.cells().stream()
                .map(cell -> switch (cell.type()) {
                    case TEXT, AMOUNT -> name(cell);
                    case DAY, MOMENT -> name(cell) + " AS local";
                    case FORMATTED ->
                        "strptime(%s, '%s') AS local"
                                .formatted(name(cell), cell.format().orElseThrow());
                })
                .toList();
    }

    private static String separated(String name) {
        return SQL.text(name).replace("{separator}", "\u001f");
    }

    /** DuckDB reads the names of files as patterns; in brackets of its own, each sign of a pattern stands for itself. */
    private static String pattern(String path) {
        return DuckDbStager.literal(PATTERN_SIGN.matcher(path).replaceAll("[$0]"));
    }
}

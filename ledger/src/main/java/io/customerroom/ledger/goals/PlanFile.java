package io.customerroom.ledger.goals;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.source.Limits;
import io.customerroom.ledger.imports.source.OpenedFile;
import io.customerroom.ledger.imports.source.Row;
import io.customerroom.ledger.imports.source.SourceFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A plan as the sales office hands it out: one row per figure, period and segment, as CSV or XLSX with a header. Columns: {@code figure} ({@code gained},
 * {@code gained-value}, {@code lost}, …), {@code period} (2026-10, 2026-Q4, 2026), {@code goal}, and if wanted {@code segment}. An empty goal takes one back.
 *
 * @param stated what can be read, in the order of the file
 * @param wrong what cannot, by record, 1 = first after the header
 */
public record PlanFile(List<Stated> stated, List<Wrong> wrong) {

    private static final long MOST = 20_000;

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "figure", List.of("figure", "what", "measure"),
            "period", List.of("period", "month"),
            "goal", List.of("goal", "plan", "planned", "level", "target"),
            "segment", List.of("segment", "group"));

    public PlanFile {
        stated = List.copyOf(stated);
        wrong = List.copyOf(wrong);
    }

    /** @param level empty to take the goal back */
    public record Stated(Aimed figure, String period, Optional<String> segment, Optional<BigDecimal> level) {}

    /** A row that states nothing, and why. */
    public record Wrong(long row, String reason) {}

    /** Reads the whole file. Refused: no file of this kind, a header without the needed columns, more than 20,000 rows. */
    public static PlanFile read(Path path, String name, CompanyCalendar calendar) {
        SourceFile file = SourceFile.of(path, name, Limits.standard());
        try (OpenedFile rows = file.open(
                new SourceFile.Reading(Optional.empty(), Optional.empty(), Optional.empty(), 1), bytes -> {})) {
            Row row = new Row();
            Map<String, Integer> columns = rows.next(row) ? columns(row.texts()) : Map.of();
            for (String needed : List.of("figure", "period", "goal")) {
                if (!columns.containsKey(needed)) {
                    throw Failure.yours(
                            "PLAN_COLUMN_MISSING",
                            "The plan has no column '%s'.".formatted(needed),
                            "Name the columns figure, period, goal and, if wanted, segment.");
                }
            }
            List<Stated> stated = new ArrayList<>();
            List<Wrong> wrong = new ArrayList<>();
            while (rows.next(row)) {
                if (stated.size() + wrong.size() >= MOST) {
                    throw Failure.yours(
                            "PLAN_TOO_LONG", "The plan has more than %d rows.".formatted(MOST), "Split it by year.");
                }
                if (row.texts().stream().allMatch(String::isBlank)) {
                    continue;
                }
                try {
                    stated.add(stated(row.texts(), columns, calendar));
                } catch (Failure failure) {
                    wrong.add(new Wrong(row.number(), String.valueOf(failure.getMessage())));
                }
            }
            return new PlanFile(stated, wrong);
        }
    }

    private static Map<String, Integer> columns(List<String> header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String title = header.get(i).strip().toLowerCase(Locale.ROOT);
            int place = i;
            COLUMNS.forEach((column, names) -> {
                if (names.contains(title)) {
                    columns.putIfAbsent(column, place);
                }
            });
        }
        return columns;
    }

    private static Stated stated(List<String> cells, Map<String, Integer> columns, CompanyCalendar calendar) {
        String goal = cell(cells, columns, "goal").replace(",", "");
        Aimed figure = figure(cell(cells, columns, "figure"));
        if (!goal.isEmpty() && !goal.matches("[-−]?\\d{1,15}(\\.\\d{1,6})?")) {
            throw Failure.yours("NUMBER_MALFORMED", "'%s' is not a number.".formatted(goal), "Write it like 250.");
        }
        Optional<BigDecimal> level =
                goal.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(goal.replace('−', '-')));
        Goals.check(figure, level);
        return new Stated(
                figure,
                calendar.parse(cell(cells, columns, "period")).name(),
                Optional.of(cell(cells, columns, "segment")).filter(text -> !text.isEmpty()),
                level);
    }

    /** Sales offices plan losses; the wall calls them customers out. */
    private static Aimed figure(String word) {
        String id = word.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return id.equals("lost") ? Aimed.OUT : Aimed.of(id);
    }

    private static String cell(List<String> cells, Map<String, Integer> columns, String column) {
        Integer place = columns.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }
}

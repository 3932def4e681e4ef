package io.customerroom.walls.operations;

import io.customerroom.statistics.control.Baseline;
import io.customerroom.statistics.control.RuleSet;
import io.customerroom.statistics.control.XmRChart;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Remark;
import io.customerroom.walls.exhibit.Remarks;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one contact's measure at one site in time: what is noise, what is a signal, what breaks the minimum standard. Limits come
 * from the first readings, and anew from each day on which a remark says that the process was changed.
 */
final class ContactChart {

    /** The rules that tell a signal from noise on our walls. */
    static final RuleSet RULES = RuleSet.LIMITS_AND_RUN;

    /** More points than these are not told apart. */
    private static final int SHOWN = 120;

    private final List<Line> lines;
    private final List<Remark> remarks;
    private final Map<String, String> typists;
    private final List<@Nullable BigDecimal> mean = new ArrayList<>();
    private final List<@Nullable BigDecimal> lower = new ArrayList<>();
    private final List<@Nullable BigDecimal> upper = new ArrayList<>();
    private final Map<Integer, String> signals = new TreeMap<>();
    private Optional<Baseline> last = Optional.empty();

    private ContactChart(List<Line> oldestFirst, List<Remark> remarks, Map<String, String> typists) {
        this.lines = oldestFirst;
        this.remarks = remarks;
        this.typists = typists;
        List<Integer> starts = starts();
        for (int i = 0; i < starts.size(); i++) {
            stretch(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : lines.size());
        }
    }

    /** @param series readings of one contact, measure and site, newest first; at least one */
    static Exhibit of(String id, Reading series, Remarks remarks, Map<String, String> typists, WallQuery query) {
        List<Line> lines = series.lines();
        Line newest = lines.getFirst();
        String name =
                Remarks.series(newest.named("contact", ""), newest.named("measure", ""), newest.named("site", ""));
        List<Line> oldestFirst = lines.reversed();
        ContactChart chart = new ContactChart(oldestFirst, remarks.on(name, query.written()), typists);
        int from = Math.max(0, oldestFirst.size() - SHOWN);
        return new Exhibit(
                id,
                chart.title(newest),
                "%s at %s, in %s; minimum standard %s; readings up to %s"
                        .formatted(
                                newest.named("measure", "measure"),
                                newest.named("site", "all sites"),
                                newest.named("unit", "no unit"),
                                Standard.words(newest),
                                PeriodWords.of(query)),
                List.of(),
                Optional.of(chart.picture(from, newest.named("unit", ""))),
                chart.caption(),
                chart.table(query, newest),
                series.warnings(),
                series.source(),
                chart.remarks);
    }

    private List<Integer> starts() {
        TreeSet<Integer> starts = new TreeSet<>(List.of(0));
        remarks.stream().filter(Remark::fresh).forEach(remark -> place(remark).ifPresent(starts::add));
        return List.copyOf(starts);
    }

    private void stretch(int from, int to) {
        List<@Nullable Double> values = new ArrayList<>();
        lines.subList(from, to)
                .forEach(line -> values.add(
                        line.number("value").map(BigDecimal::doubleValue).orElse(null)));
        XmRChart chart = XmRChart.of(values, RULES);
        last = Optional.of(chart.baseline());
        for (int i = from; i < to; i++) {
            mean.add(chart.baseline().limits().map(it -> decimal(it.mean())).orElse(null));
            lower.add(chart.baseline().limits().map(it -> decimal(it.lower())).orElse(null));
            upper.add(chart.baseline().limits().map(it -> decimal(it.upper())).orElse(null));
        }
        chart.signals()
                .forEach(signal ->
                        signals.merge(from + signal.at(), signal.rule().words(), (one, other) -> one + "; " + other));
    }

    private static BigDecimal decimal(double value) {
        return Numbers.rounded(value, 4);
    }

    /** The first reading of the remark's day or after it. */
    private Optional<Integer> place(Remark remark) {
        for (int i = 0; i < lines.size(); i++) {
            if (!day(lines.get(i)).isBefore(remark.day())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static LocalDate day(Line line) {
        return LocalDate.parse(line.named("read_on", "9999-12-31"));
    }

    private String title(Line newest) {
        String where = "“%s”%s"
                .formatted(
                        newest.named("contact", "a contact"),
                        newest.text("site").map(site -> " at " + site).orElse(""));
        Standing standing = Standing.of(newest);
        boolean signal = signals.containsKey(lines.size() - 1);
        return switch (standing) {
            case BREACH ->
                "%s is %s since %s"
                        .formatted(
                                where,
                                Standard.wrongSide(newest),
                                PeriodWords.day(day(lines.get(Math.max(0, lines.size() - (int) newest.count("run"))))));
            case BELOW -> "%s: %s".formatted(where, standing.words(newest));
            case TOO_FEW, NO_READING, NO_STANDARD -> "%s: %s".formatted(where, standing.words(newest));
            case HOLDS ->
                signal ? where + " holds, but something has changed" : where + " holds and does what it usually does";
        };
    }

    private String caption() {
        String limits = last.map(baseline -> switch (baseline) {
                    case Baseline.Firm firm ->
                        "Natural limits from %d readings".formatted(firm.known().n());
                    case Baseline.Preliminary few ->
                        "Preliminary limits from %d readings only"
                                .formatted(few.known().n());
                    case Baseline.TooFew few -> "No limits: " + few.reason();
                })
                .orElse("No limits");
        return "%s. ◇ signal: %s. ■ breach of the minimum standard%s"
                .formatted(
                        limits,
                        RULES.title().toLowerCase(Locale.ROOT),
                        anyTyped() ? ". ○ typed by hand, by whom and when in the table" : "");
    }

    private boolean anyTyped() {
        return lines.stream().anyMatch(line -> typist(line) != null);
    }

    private @Nullable String typist(Line line) {
        return typists.get(line.named("batch", ""));
    }

    private Chart.Process picture(int from, String unit) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        List<@Nullable BigDecimal> standards = new ArrayList<>();
        List<Integer> breaches = new ArrayList<>();
        List<Integer> typed = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            Line line = lines.get(i);
            values.add(line.number("value").orElse(null));
            standards.add(line.number("standard").orElse(null));
            if (inBreach(i)) {
                breaches.add(i - from);
            }
            if (typist(line) != null) {
                typed.add(i - from);
            }
        }
        List<Integer> notes = new ArrayList<>();
        remarks.forEach(remark -> notes.add(
                place(remark).filter(at -> at >= from).map(at -> at - from).orElse(-1)));
        return new Chart.Process(
                unit,
                lines.subList(from, lines.size()).stream()
                        .map(line -> line.named("read_on", ""))
                        .toList(),
                values,
                mean.subList(from, lines.size()),
                lower.subList(from, lines.size()),
                upper.subList(from, lines.size()),
                standards,
                signals.keySet().stream()
                        .filter(at -> at >= from)
                        .map(at -> at - from)
                        .toList(),
                breaches,
                typed,
                notes);
    }

    /** Wrong readings in a row, as many as the rule asks for, up to this one. Readings that are not judged stand between without a say. */
    private boolean inBreach(int at) {
        if (!says(at, "wrong")) {
            return false;
        }
        int run = 0;
        for (int i = at; i >= 0 && (says(i, "wrong") || says(i, "not-judged")); i--) {
            run += says(i, "wrong") ? 1 : 0;
        }
        return run >= Math.max(1, lines.get(at).count("run_length"));
    }

    private boolean says(int at, String word) {
        return lines.get(at).named("says", "").equals(word);
    }

    private Table table(WallQuery query, Line newest) {
        List<Row> rows = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            rows.add(row(i).to(new Drill(
                    "priority-contacts",
                    query.period().name(),
                    Map.of("contact", newest.named("contact", ""), "measure", newest.named("measure", "")))));
        }
        List<Column> columns = new ArrayList<>(List.of(
                Column.key("read_on", "Read on"),
                Column.amount("value", "Reading", 2),
                Column.count("n", "n"),
                Column.text("says", "Against the standard"),
                Column.amount("standard", "Minimum standard", 2),
                Column.amount("mean", "Mean", 2),
                Column.amount("lower", "Lower natural limit", 2),
                Column.amount("upper", "Upper natural limit", 2),
                Column.text("signal", "Signal"),
                Column.text("remark", "Remark")));
        if (anyTyped()) {
            columns.add(Column.text("typed_by", "Typed by"));
        }
        return new Table("One row per reading, newest first", columns, rows);
    }

    private Row row(int at) {
        Line line = lines.get(at);
        List<@Nullable String> values = new ArrayList<>(Arrays.asList(
                line.exact("read_on"),
                line.exact("value"),
                line.exact("n"),
                says(at),
                line.exact("standard"),
                text(mean.get(at)),
                text(lower.get(at)),
                text(upper.get(at)),
                signals.get(at),
                remark(at)));
        if (anyTyped()) {
            values.add(typist(line));
        }
        return new Row(values, Optional.empty(), Map.of());
    }

    private String says(int at) {
        return switch (lines.get(at).named("says", "")) {
            case "wrong" -> inBreach(at) ? "breach" : Standard.wrongSide(lines.get(at));
            case "too-few" -> "too few";
            case "not-judged" -> "no working day";
            case "no-standard" -> "no standard";
            default -> "right";
        };
    }

    private @Nullable String remark(int at) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < remarks.size(); i++) {
            Remark remark = remarks.get(i);
            if (place(remark).equals(Optional.of(at))) {
                words.add("%d: %s".formatted(i + 1, remark.inWords()));
            }
        }
        return words.isEmpty() ? null : String.join("; ", words);
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}

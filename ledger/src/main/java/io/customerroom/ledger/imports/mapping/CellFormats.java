package io.customerroom.ledger.imports.mapping;

import io.customerroom.ledger.imports.values.DatePattern;
import io.customerroom.ledger.imports.values.Decimals;
import io.customerroom.ledger.imports.values.Moment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds out from a sample how the dates and numbers of a column are written. What the sample leaves open is told as a finding. */
final class CellFormats {

    private static final List<String> DAY_FIRST =
            List.of("d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d/M/yy", "d.M.yy", "d-M-yy");
    private static final List<String> MONTH_FIRST =
            List.of("M/d/yyyy", "M.d.yyyy", "M-d-yyyy", "M/d/yy", "M.d.yy", "M-d-yy");
    private static final List<String> PLAIN = List.of(
            "yyyy/M/d",
            "yyyyMMdd",
            "d MMM yyyy",
            "d-MMM-yyyy",
            "d-MMM-yy",
            "d/MMM/yyyy",
            "d/MMM/yy",
            "MMM d, yyyy",
            "yyyy.M.d");
    private static final List<String> TIMES = List.of(
            "",
            " H:mm",
            " H:mm:ss",
            " h:mm a",
            " h:mm:ss a",
            "'T'HH:mm:ss",
            " H:mm:ss.S",
            " H:mm X",
            " H:mm:ss X",
            " h:mm a X",
            " h:mm:ss a X");

    private final Sample sample;
    private final List<String> mappingNulls;
    private final Lookups lookups;
    private final List<String> findings;

    /** @param findings what is found is added here */
    CellFormats(Sample sample, List<String> mappingNulls, Lookups lookups, List<String> findings) {
        this.sample = sample;
        this.mappingNulls = mappingNulls;
        this.lookups = lookups;
        this.findings = findings;
    }

    /** The rule with what it leaves open. */
    ColumnRule of(Input input, ColumnRule rule) {
        if (rule.from().isEmpty()) {
            return rule;
        }
        List<String> nulls = new ArrayList<>(mappingNulls);
        nulls.addAll(rule.nulls());
        Lookups.Words words = lookups.of(rule.lookups());
        List<String> cells = sample.cells(sample.header().indexOf(rule.from().get()), nulls).stream()
                .flatMap(cell -> words.find(cell).stream())
                .toList();
        return switch (input.type()) {
            case DATE -> rule.format().isPresent() || cells.isEmpty() ? rule : dates(input, rule, cells);
            case AMOUNT, FACTOR ->
                rule.decimal().isPresent() || cells.isEmpty()
                        ? rule
                        : numbers(
                                input,
                                rule,
                                cells.stream().map(CellFormats::bare).toList());
            case CUSTOMER, TEXT, CODE, COUNT, SWITCH, PERSON, PERSONAL_TEXT -> rule;
        };
    }

    private ColumnRule dates(Input input, ColumnRule rule, List<String> cells) {
        long iso = read(DatePattern.ISO, cells);
        if (iso == cells.size()) {
            return rule.withFormat(DatePattern.ISO);
        }
        String best = DatePattern.ISO;
        long most = iso;
        boolean proven = true;
        for (String time : TIMES) {
            for (String date : PLAIN) {
                long count = read(date + time, cells);
                if (count > most) {
                    most = count;
                    best = date + time;
                    proven = true;
                }
            }
            for (int i = 0; i < DAY_FIRST.size(); i++) {
                long dayFirst = read(DAY_FIRST.get(i) + time, cells);
                long monthFirst = read(MONTH_FIRST.get(i) + time, cells);
                if (Math.max(dayFirst, monthFirst) > most) {
                    most = Math.max(dayFirst, monthFirst);
                    best = (dayFirst >= monthFirst ? DAY_FIRST : MONTH_FIRST).get(i) + time;
                    proven = dayFirst != monthFirst;
                }
            }
        }
        if (most == 0) {
            findings.add(
                    "column '%s' for '%s' holds no date we can read, for example '%s'; say how it is written: %s: {from: \"%s\", format: %s}"
                            .formatted(
                                    rule.from().orElse(""),
                                    input.name(),
                                    Guess.brief(cells.getFirst()),
                                    input.name(),
                                    rule.from().orElse(""),
                                    counted(cells)));
        } else if (!proven) {
            findings.add(
                    "column '%s' for '%s' may be written day first or month first, for example '%s'; add the line %s: {from: \"%s\", format: \"%s\"}, or the other order, to a mapping"
                            .formatted(
                                    rule.from().orElse(""),
                                    input.name(),
                                    Guess.brief(cells.getFirst()),
                                    input.name(),
                                    rule.from().orElse(""),
                                    best));
        }
        return rule.withFormat(best);
    }

    /** A number may count from a first day; which one, only somebody who knows the file can say. */
    private static String counted(List<String> cells) {
        if (cells.stream().allMatch(cell -> cell.matches("[2-6]\\d{4}(\\.\\d+)?"))) {
            return "excel} if these are days as spreadsheets count them, or {…";
        }
        if (cells.stream().allMatch(cell -> cell.matches("\\d{9,10}(\\.\\d+)?"))) {
            return "unix} if these are seconds since 1970, or {…";
        }
        if (cells.stream().allMatch(cell -> cell.matches("\\d{12,13}"))) {
            return "unix-ms} if these are milliseconds since 1970, or {…";
        }
        return "…";
    }

    private static long read(String format, List<String> cells) {
        DatePattern pattern = DatePattern.of(format).orElseThrow();
        Moment moment = new Moment();
        return cells.stream().filter(cell -> pattern.matches(cell, moment)).count();
    }

    /** A comma may separate decimals or thousands: only groups that cannot be the other prove it. */
    private ColumnRule numbers(Input input, ColumnRule rule, List<String> cells) {
        if (cells.stream().noneMatch(cell -> cell.indexOf(',') >= 0)) {
            boolean groups = cells.stream().anyMatch(cell -> cell.indexOf('.') != cell.lastIndexOf('.'));
            return groups ? rule.withDecimal(',') : rule;
        }
        long point = readable('.', cells);
        long comma = readable(',', cells);
        if (point == comma && point > 0) {
            findings.add(
                    "column '%s' for '%s' may write decimals or thousands with a comma, for example '%s'; add the line %s: {from: \"%s\", decimal: \",\"} or decimal: \".\" to a mapping"
                            .formatted(
                                    rule.from().orElse(""),
                                    input.name(),
                                    Guess.brief(cells.stream()
                                            .filter(cell -> cell.indexOf(',') >= 0)
                                            .findFirst()
                                            .orElse("")),
                                    input.name(),
                                    rule.from().orElse("")));
        }
        return rule.withDecimal(point >= comma ? '.' : ',');
    }

    /** A number without what a currency puts around it; which currency it is, is judged row by row. */
    private static String bare(String cell) {
        return cell.replaceAll("^[^0-9]+|[^0-9]+$", "");
    }

    private static long readable(char mark, List<String> cells) {
        Decimals decimals = new Decimals(mark, true);
        return cells.stream()
                .map(cell -> cell.getBytes(StandardCharsets.UTF_8))
                .filter(bytes -> decimals.read(bytes, 0, bytes.length) != Decimals.UNREADABLE)
                .count();
    }

    /** Columns that hold nothing but dates, for somebody who looks for one; of numbers in a row only those of eight digits are. */
    List<String> dated() {
        return sample.header().stream()
                .filter(column ->
                        sample.header().indexOf(column) == sample.header().lastIndexOf(column))
                .filter(column -> {
                    List<String> cells = sample.cells(sample.header().indexOf(column), mappingNulls);
                    List<String> some = cells.stream().limit(20).toList();
                    return !some.isEmpty() && anyDate(some);
                })
                .toList();
    }

    private static boolean anyDate(List<String> cells) {
        if (read(DatePattern.ISO, cells) == cells.size()) {
            return true;
        }
        List<String> dates = new ArrayList<>(PLAIN);
        dates.addAll(DAY_FIRST);
        dates.addAll(MONTH_FIRST);
        return dates.stream()
                .anyMatch(date -> TIMES.stream().anyMatch(time -> read(date + time, cells) == cells.size()));
    }
}

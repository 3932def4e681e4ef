package io.customerroom.ledger.imports.mapping;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.values.DatePattern;
import io.customerroom.ledger.imports.values.Decimals;
import io.customerroom.ledger.imports.values.Moment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Completes a mapping from the header and a sample: finds columns by their names, and how dates and numbers are written. What the sample
 * does not prove is asked for, never assumed.
 */
public final class Guess {

    private static final List<String> DAY_FIRST =
            List.of("d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d/M/yy", "d.M.yy", "d-M-yy");
    private static final List<String> MONTH_FIRST =
            List.of("M/d/yyyy", "M.d.yyyy", "M-d-yyyy", "M/d/yy", "M.d.yy", "M-d-yy");
    private static final List<String> PLAIN =
            List.of("yyyy/M/d", "yyyyMMdd", "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "MMM d, yyyy", "yyyy.M.d");
    private static final List<String> TIMES =
            List.of("", " H:mm", " H:mm:ss", " h:mm a", " h:mm:ss a", "'T'HH:mm:ss", " H:mm:ss.S");

    private static final Set<String> MONTHLY =
            Set.of("mrr", "mrramount", "monthlyfee", "monthlyprice", "monthlyamount");
    private static final List<String> MARKS = List.of("?", "N/A", "n/a", "#N/A", "NaN");
    private static final Map<String, List<String>> SURVEYS = new TreeMap<>(Map.of(
            "ces",
            List.of("effort"),
            "csat",
            List.of("satisfaction", "csat"),
            "nps",
            List.of("nps", "netpro", "recommend")));

    private final Mapping mapping;
    private final Sample sample;
    private final List<String> findings = new ArrayList<>();

    private Guess(Mapping mapping, Sample sample) {
        this.mapping = mapping;
        this.sample = sample;
    }

    /** For a file without a mapping. */
    public static Mapping columns(FactKind fact, Sample sample) {
        return complete(new Guess(Mapping.empty(fact), sample).named(), sample);
    }

    /** Fills in formats the mapping leaves open, and refuses one that does not fit the file. All findings together. */
    public static Mapping complete(Mapping mapping, Sample sample) {
        Guess guess = new Guess(mapping, sample);
        guess.checkColumns();
        guess.refuse("MAPPING_DOES_NOT_FIT");
        Map<String, ColumnRule> columns = new LinkedHashMap<>();
        mapping.columns()
                .forEach((name, rule) -> columns.put(
                        name, guess.withFormats(Inputs.of(mapping.fact(), name).orElseThrow(), rule)));
        guess.refuse("FORMAT_NOT_PROVEN");
        return mapping.withColumns(columns);
    }

    private Mapping named() {
        Map<String, ColumnRule> columns = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        List<Input> inputs = Inputs.of(mapping.fact());
        for (Input input : inputs) {
            take(input, List.of(Input.simple(input.name())), columns, taken);
        }
        for (Input input : inputs) {
            if (!columns.containsKey(input.name())) {
                take(input, input.others(), columns, taken);
            }
        }
        alreadyMonthly(columns);
        Map<String, ColumnRule> ordered = new LinkedHashMap<>();
        inputs.stream()
                .map(Input::name)
                .filter(columns::containsKey)
                .forEach(name -> ordered.put(
                        name,
                        ColumnRule.from(columns.getOrDefault(name, ColumnRule.from(name))
                                .from()
                                .orElse(name))));
        surveyOfItsScore(ordered);
        return mapping.withNulls(nulls(ordered)).withColumns(ordered);
    }

    /** A price per month is one whatever the billing: dividing it by the months of a bill would lose eleven twelfths. */
    private static void alreadyMonthly(Map<String, ColumnRule> columns) {
        ColumnRule amount = columns.get("amount");
        if (amount != null && MONTHLY.contains(Input.simple(amount.from().orElse("")))) {
            columns.remove("billing");
        }
    }

    /** The name of a score's column often says which survey it is. */
    private void surveyOfItsScore(Map<String, ColumnRule> columns) {
        ColumnRule score = columns.get("score");
        if (mapping.fact() != FactKind.FEEDBACK || score == null || columns.containsKey("survey")) {
            return;
        }
        String name = Input.simple(score.from().orElse(""));
        SURVEYS.entrySet().stream()
                .filter(survey -> survey.getValue().stream().anyMatch(name::contains))
                .findFirst()
                .ifPresent(survey -> columns.put("survey", ColumnRule.always(survey.getKey())));
    }

    /** Those of every file, and the marks for nothing that stand alone in a mapped cell of this one. */
    private List<String> nulls(Map<String, ColumnRule> columns) {
        List<String> nulls = new ArrayList<>(mapping.nulls());
        for (String mark : MARKS) {
            boolean found = columns.values().stream()
                    .flatMap(rule -> rule.from().stream())
                    .map(sample.header()::indexOf)
                    .anyMatch(column -> sample.cells(column, List.of()).contains(mark));
            if (found) {
                nulls.add(mark);
            }
        }
        return nulls;
    }

    private void take(Input input, List<String> names, Map<String, ColumnRule> columns, Set<String> taken) {
        for (String name : names) {
            for (String column : sample.header()) {
                if (Input.simple(column).equals(name) && !taken.contains(column)) {
                    columns.put(input.name(), ColumnRule.from(column));
                    taken.add(column);
                    return;
                }
            }
        }
    }

    private void checkColumns() {
        Set<String> header = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        sample.header().forEach(column -> {
            if (!header.add(column)) {
                twice.add(column);
            }
        });
        mapping.columns()
                .forEach((input, rule) -> rule.from().ifPresent(column -> {
                    if (!header.contains(column)) {
                        findings.add("there is no column '%s' for '%s'%s"
                                .formatted(
                                        column,
                                        input,
                                        Nearest.nearest(column, header)
                                                .map(near -> "; did you mean '" + near + "'?")
                                                .orElse("")));
                    } else if (twice.contains(column)) {
                        findings.add("the header names '%s' more than once; give the columns different names"
                                .formatted(column));
                    }
                }));
        for (Input input : Inputs.of(mapping.fact())) {
            if (input.mapped() && !mapping.columns().containsKey(input.name())) {
                missing(input.name(), header);
            }
        }
        if (mapping.fact() == FactKind.PURCHASE && !has("amount") && !(has("quantity") && has("unit_price"))) {
            missing("amount (or quantity and unit_price)", header);
        }
        if (mapping.fact() == FactKind.PURCHASE && has("cost") && has("profit")) {
            findings.add("'cost' and 'profit' say the same thing twice; map one of them");
        }
    }

    private boolean has(String input) {
        return mapping.columns().containsKey(input);
    }

    private void missing(String input, Set<String> header) {
        findings.add("no column for '%s'%s"
                .formatted(
                        input,
                        Nearest.nearest(input, header)
                                .map(near -> "; is it '" + near + "'?")
                                .orElse("")));
    }

    private ColumnRule withFormats(Input input, ColumnRule rule) {
        if (rule.from().isEmpty()) {
            return rule;
        }
        List<String> nulls = new ArrayList<>(mapping.nulls());
        nulls.addAll(rule.nulls());
        List<String> cells = sample.cells(sample.header().indexOf(rule.from().get()), nulls);
        return switch (input.type()) {
            case DATE -> rule.format().isPresent() || cells.isEmpty() ? rule : dates(input, rule, cells);
            case AMOUNT -> rule.decimal().isPresent() || cells.isEmpty() ? rule : numbers(input, rule, cells);
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
                    "column '%s' for '%s' holds no date we can read, for example '%s'; say how it is written: %s: {from: \"%s\", format: …}"
                            .formatted(
                                    rule.from().orElse(""),
                                    input.name(),
                                    brief(cells.getFirst()),
                                    input.name(),
                                    rule.from().orElse("")));
        } else if (!proven) {
            findings.add(
                    "column '%s' for '%s' may be written day first or month first, for example '%s'; add the line %s: {from: \"%s\", format: \"%s\"}, or the other order, to a mapping"
                            .formatted(
                                    rule.from().orElse(""),
                                    input.name(),
                                    brief(cells.getFirst()),
                                    input.name(),
                                    rule.from().orElse(""),
                                    best));
        }
        return rule.withFormat(best);
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
                                    brief(cells.stream()
                                            .filter(cell -> cell.indexOf(',') >= 0)
                                            .findFirst()
                                            .orElse("")),
                                    input.name(),
                                    rule.from().orElse("")));
        }
        return rule.withDecimal(point >= comma ? '.' : ',');
    }

    private static long readable(char mark, List<String> cells) {
        Decimals decimals = new Decimals(mark, true);
        return cells.stream()
                .map(cell -> cell.getBytes(StandardCharsets.UTF_8))
                .filter(bytes -> decimals.read(bytes, 0, bytes.length) != Decimals.UNREADABLE)
                .count();
    }

    private static String brief(String cell) {
        return cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
    }

    private void refuse(String code) {
        if (!findings.isEmpty()) {
            throw Failure.yours(
                    code,
                    "'%s' cannot be read as %s: %s."
                            .formatted(sample.file(), mapping.fact().table(), String.join("; ", findings)),
                    "Its columns are: %s. Name the right ones in a mapping (--mapping) or rename the columns."
                            .formatted(String.join(
                                    ", ",
                                    sample.header().stream()
                                            .limit(60)
                                            .map(Guess::brief)
                                            .toList())));
        }
    }
}

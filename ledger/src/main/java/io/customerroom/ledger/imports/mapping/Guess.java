package io.customerroom.ledger.imports.mapping;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Completes a mapping from the header and a sample: finds columns by their names, and how dates and numbers are written. What the sample
 * does not prove is asked for, never assumed.
 */
public final class Guess {

    private static final List<String> MARKS = List.of("?", "N/A", "n/a", "#N/A", "NaN");
    private final Mapping mapping;
    private final Sample sample;
    private final List<String> findings = new ArrayList<>();

    private Guess(Mapping mapping, Sample sample) {
        this.mapping = mapping;
        this.sample = sample;
    }

    /** For a file without a mapping. */
    public static Mapping columns(FactKind fact, Sample sample) {
        return complete(new Guess(Mapping.empty(fact), sample).named(), sample, Lookups.NONE);
    }

    /** Fills in formats the mapping leaves open, and refuses one that does not fit the file. All findings together. */
    public static Mapping complete(Mapping mapping, Sample sample, Lookups lookups) {
        Guess guess = new Guess(mapping, sample);
        guess.checkColumns();
        guess.refuse("MAPPING_DOES_NOT_FIT");
        CellFormats formats = new CellFormats(sample, mapping.nulls(), lookups, guess.findings);
        Map<String, ColumnRule> columns = new LinkedHashMap<>();
        mapping.columns()
                .forEach((name, rule) -> columns.put(
                        name,
                        formats.of(Inputs.of(mapping.fact(), name).orElseThrow(), rule)
                                .withLookups(rule.lookups().stream()
                                        .map(lookup -> lookup.with(lookups.sha256(lookup)))
                                        .toList())));
        guess.refuse("FORMAT_NOT_PROVEN");
        return mapping.withColumns(columns);
    }

    private Mapping named() {
        ColumnNames names = new ColumnNames(mapping.fact(), sample);
        Optional<ZoneId> zone = names.zone();
        findings.addAll(names.findings());
        refuse("COLUMN_NOT_PROVEN");
        Map<String, ColumnRule> columns = names.columns();
        return mapping.withNulls(nulls(columns)).withZone(zone).withColumns(columns);
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
                missing(input, input.name(), header);
            }
        }
        if (mapping.fact() == FactKind.PURCHASE && !has("amount") && !(has("quantity") && has("unit_price"))) {
            missing(Inputs.of(mapping.fact(), "amount").orElseThrow(), "amount (or quantity and unit_price)", header);
        }
        if (mapping.fact() == FactKind.PURCHASE && has("cost") && has("profit")) {
            findings.add("'cost' and 'profit' say the same thing twice; map one of them");
        }
    }

    private boolean has(String input) {
        return mapping.columns().containsKey(input);
    }

    private void missing(Input input, String said, Set<String> header) {
        List<String> dated = input.type() == Input.Type.DATE
                ? new CellFormats(sample, mapping.nulls(), Lookups.NONE, new ArrayList<>()).dated()
                : List.of();
        findings.add("no column for '%s'%s"
                .formatted(
                        said,
                        Nearest.nearest(input.name(), header)
                                .map(near -> "; is it '" + near + "'?")
                                .orElse(
                                        dated.isEmpty()
                                                ? ""
                                                : "; dates stand in '" + String.join("', '", dated) + "'")));
    }

    static String brief(String cell) {
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

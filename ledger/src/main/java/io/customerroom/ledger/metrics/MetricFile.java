package io.customerroom.ledger.metrics;

import io.customerroom.ledger.metrics.Metric.SqlText;
import io.customerroom.ledger.metrics.MetricCard.Direction;
import io.customerroom.ledger.metrics.MetricCard.NoData;
import io.customerroom.ledger.workspace.NearWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads one metric file: the card in leading comment lines, the figure's text, and after a line {@code -- rows} the rows' text. What stands before a
 * line {@code -- figure} begins both of them, so that common tables are written once.
 */
final class MetricFile {

    private static final Pattern ENTRY = Pattern.compile("--\\s*([a-z-]+):\\s*(.*?)\\s*");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");
    private static final Pattern FIGURE = Pattern.compile("--\\s*figure\\s*");
    private static final Pattern PART = Pattern.compile("--\\s*part:\\s*([a-z][a-z-]*)\\s*");
    private static final Pattern ROWS = Pattern.compile("--\\s*rows\\s*");
    private static final List<String> REQUIRED = List.of(
            "name",
            "question",
            "unit",
            "grain",
            "direction",
            "no-data",
            "source",
            "owner",
            "version",
            "not-comparable-when",
            "dimensions");
    private static final List<String> OPTIONAL = List.of("definition", "parameters", "finish");

    private final String file;
    private final List<String> lines;
    private final List<String> findings;
    private final Map<String, String> entries = new LinkedHashMap<>();

    private MetricFile(String file, String text, List<String> findings) {
        this.file = file;
        this.lines = text.lines().toList();
        this.findings = findings;
    }

    /** The metric, or nothing and at least one more finding. */
    static Optional<Metric> read(String file, String text, boolean builtIn, List<String> findings) {
        int before = findings.size();
        String whole = builtIn ? withParts(text) : text;
        Metric metric = new MetricFile(file, whole, findings).metric(builtIn);
        return findings.size() == before ? Optional.of(metric) : Optional.empty();
    }

    /** Common tables that several built-in metrics begin with stand in a file of their own; a line {@code -- part: name} names it. */
    private static String withParts(String text) {
        return text.lines()
                .map(line -> {
                    Matcher part = PART.matcher(line);
                    return part.matches() ? part(part.group(1)) : line;
                })
                .collect(Collectors.joining("\n"));
    }

    private static String part(String name) {
        return Catalogue.resource("parts/%s.sql".formatted(name))
                .lines()
                .filter(line -> !line.startsWith("--"))
                .collect(Collectors.joining("\n"));
    }

    private Metric metric(boolean builtIn) {
        int body = readEntries();
        MetricCard card = card();
        int split = next(ROWS, body);
        int begun = Math.min(next(FIGURE, body), split);
        Optional<SqlText> rows = split < lines.size() ? Optional.of(rows(body, begun, split)) : Optional.empty();
        SqlText figure = text(body, split);
        if (figure.sql().isBlank()) {
            find(body + 1, "there is no SELECT after the card.");
        }
        return new Metric(card, figure, rows, builtIn);
    }

    /** The index of the next line of this kind; the end of the file where there is none. */
    private int next(Pattern kind, int from) {
        int at = from;
        while (at < lines.size() && !kind.matcher(lines.get(at)).matches()) {
            at++;
        }
        return at;
    }

    /** What both begin with, blank lines where the figure goes its own way, and the rows: every line keeps its number. */
    private SqlText rows(int body, int begun, int split) {
        if (begun == split) {
            return text(split + 1, lines.size());
        }
        List<String> own = new ArrayList<>(lines.subList(body, begun));
        own.addAll(Collections.nCopies(split + 1 - begun, ""));
        own.addAll(lines.subList(split + 1, lines.size()));
        return new SqlText(file, body + 1, String.join("\n", own));
    }

    private SqlText text(int from, int to) {
        return new SqlText(file, from + 1, String.join("\n", lines.subList(from, to)));
    }

    /** Answers the index of the first line after the card. */
    private int readEntries() {
        int at = 0;
        for (; at < lines.size() && lines.get(at).startsWith("--"); at++) {
            Matcher entry = ENTRY.matcher(lines.get(at));
            if (!entry.matches()) {
                find(at + 1, "a line of the card reads '-- key: value'.");
                continue;
            }
            String key = entry.group(1);
            if (!REQUIRED.contains(key) && !OPTIONAL.contains(key)) {
                List<String> known = new ArrayList<>(REQUIRED);
                known.addAll(OPTIONAL);
                find(at + 1, "there is no key '%s'. %s".formatted(key, NearWord.hint(key, known)));
            } else if (entries.putIfAbsent(key, entry.group(2)) != null) {
                find(at + 1, "'%s' is given twice.".formatted(key));
            }
        }
        for (String key : REQUIRED) {
            if (entries.getOrDefault(key, "").isEmpty() && !(key.equals("dimensions") && entries.containsKey(key))) {
                find(1, "the card lacks '%s'.".formatted(key));
            }
        }
        return at;
    }

    private MetricCard card() {
        String name = value("name");
        String expected = file.substring(file.lastIndexOf('/') + 1).replace(".sql", "");
        if (!NAME.matcher(name).matches() || !name.equals(expected)) {
            find(1, "the name '%s' must be the file's name, in lower case with hyphens.".formatted(name));
        }
        return new MetricCard(
                name,
                version(),
                value("question"),
                value("unit"),
                value("grain"),
                choice("direction", Direction.values(), Direction.NONE),
                choice("no-data", NoData.values(), NoData.ZERO),
                value("source"),
                value("owner"),
                value("not-comparable-when"),
                list("dimensions").stream()
                        .map(this::dimension)
                        .flatMap(Optional::stream)
                        .toList(),
                list("parameters"),
                definition(),
                finish());
    }

    private int version() {
        if (value("version").matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(value("version"));
        }
        find(1, "version must be a number from 1, but is '%s'.".formatted(value("version")));
        return 1;
    }

    private Optional<String> definition() {
        Optional<String> definition = Optional.ofNullable(entries.get("definition"));
        definition
                .filter(name -> !Settlement.KINDS.contains(name))
                .ifPresent(name -> find(
                        1,
                        "the definitions %s settle parameters, not '%s'."
                                .formatted(String.join(", ", Settlement.KINDS), name)));
        return definition;
    }

    private Optional<String> finish() {
        Optional<String> finish = Optional.ofNullable(entries.get("finish"));
        finish.filter(step -> FinishingStep.named(step).isEmpty())
                .ifPresent(step -> find(1, "there is no finishing step '%s'.".formatted(step)));
        return finish;
    }

    private Optional<Dimension> dimension(String word) {
        Optional<Dimension> dimension = Arrays.stream(Dimension.values())
                .filter(d -> d.id().equals(word))
                .findFirst();
        if (dimension.isEmpty()) {
            find(1, "dimensions are segment, site, channel, not '%s'.".formatted(word));
        }
        return dimension;
    }

    private <E extends Enum<E>> E choice(String key, E[] constants, E otherwise) {
        for (E constant : constants) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value(key))) {
                return constant;
            }
        }
        find(
                1,
                "%s must be one of %s, but is '%s'."
                        .formatted(
                                key,
                                Arrays.stream(constants)
                                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                                        .toList(),
                                value(key)));
        return otherwise;
    }

    private List<String> list(String key) {
        return Arrays.stream(value(key).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty() && !word.equals("none"))
                .toList();
    }

    private String value(String key) {
        return entries.getOrDefault(key, "");
    }

    private void find(int line, String finding) {
        findings.add("%s:%d: %s".formatted(file, line, finding));
    }
}

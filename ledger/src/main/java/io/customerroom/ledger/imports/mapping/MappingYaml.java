package io.customerroom.ledger.imports.mapping;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.imports.values.DatePattern;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a mapping from YAML, strictly: unknown keys are refused with the nearest known one, and all findings are told together.
 */
public final class MappingYaml {

    private static final Set<String> KEYS = Set.of(
            "source",
            "fact",
            "ids",
            "encoding",
            "delimiter",
            "sheet",
            "header-row",
            "zone",
            "nulls",
            "duplicates",
            "known",
            "feed",
            "columns");
    private static final Set<String> RULE_KEYS = Set.of(
            "from",
            "constant",
            "lookup",
            "format",
            "decimal",
            "number",
            "codes",
            "prefixes",
            "otherwise",
            "sign",
            "nulls",
            "ids");
    private static final Set<String> LOOKUP_KEYS = Set.of("file", "by", "take", "sha256");
    private static final Pattern DELAY = Pattern.compile("(\\d{1,5}) (minute|hour|day|week)s?");

    private final String file;
    private final List<String> findings = new ArrayList<>();

    private MappingYaml(String file) {
        this.file = file;
    }

    /**
     * @param file its name, for messages
     * @param asked the kind of fact asked for, where the mapping does not say
     */
    public static Mapping read(String text, String file, Optional<FactKind> asked) {
        MappingYaml yaml = new MappingYaml(file);
        Mapping mapping = yaml.mapping(yaml.load(text), asked);
        yaml.refuse();
        return mapping;
    }

    private Map<String, @Nullable Object> load(String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(10)
                    .setCodePointLimit(1 << 20)
                    .setLabel(file)
                    .setSchema(new WordsSchema())
                    .build();
            Object loaded = new Load(settings).loadFromString(text);
            return loaded == null ? Map.of() : entries(loaded, "the mapping");
        } catch (YamlEngineException e) {
            throw Failure.yours(
                    "MAPPING_INVALID",
                    "%s is not YAML: %s"
                            .formatted(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " ")),
                    "Correct the place it names.");
        }
    }

    private Map<String, @Nullable Object> entries(Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            findings.add(where + " must consist of 'key: value' lines");
            return Map.of();
        }
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        map.forEach((key, entry) -> entries.put(String.valueOf(key), entry));
        return entries;
    }

    private Mapping mapping(Map<String, @Nullable Object> map, Optional<FactKind> asked) {
        known(map, KEYS, "");
        Optional<FactKind> stated = text(map, "fact").flatMap(name -> tried(() -> FactKind.named(name)));
        if (stated.isPresent() && asked.isPresent() && stated.get() != asked.get()) {
            findings.add("it is for %s, but %s was asked for"
                    .formatted(stated.get().table(), asked.get().table()));
        }
        FactKind fact = stated.or(() -> asked).orElse(FactKind.PURCHASE);
        if (stated.isEmpty() && asked.isEmpty()) {
            findings.add("'fact' is missing, for example 'fact: purchase'");
        }
        Map<String, ColumnRule> columns = columns(map.get("columns"), fact);
        Optional<Duration> delay = known(map, columns);
        return new Mapping(
                fact,
                text(map, "source"),
                text(map, "ids").orElse(Mapping.CUSTOMER_IDS),
                text(map, "encoding").flatMap(this::charset),
                text(map, "delimiter").flatMap(this::delimiter),
                text(map, "sheet"),
                text(map, "header-row").map(this::headerRow).orElse(1),
                text(map, "zone").flatMap(this::zone),
                map.containsKey("nulls") ? texts(map.get("nulls"), "nulls") : Mapping.NULLS,
                text(map, "duplicates").map(this::drop).orElse(false),
                delay,
                text(map, "feed").flatMap(word -> tried(() -> Feed.named(word))),
                inOrder(columns, fact));
    }

    private static Map<String, ColumnRule> inOrder(Map<String, ColumnRule> columns, FactKind fact) {
        Map<String, ColumnRule> ordered = new LinkedHashMap<>();
        for (Input input : Inputs.of(fact)) {
            ColumnRule rule = columns.get(input.name());
            if (rule != null) {
                ordered.put(input.name(), rule);
            }
        }
        return ordered;
    }

    private Map<String, ColumnRule> columns(@Nullable Object value, FactKind fact) {
        Map<String, ColumnRule> columns = new TreeMap<>();
        if (value == null) {
            return columns;
        }
        Map<String, @Nullable Object> map = entries(value, "'columns'");
        Set<String> names = new java.util.LinkedHashSet<>(
                Inputs.of(fact).stream().map(Input::name).toList());
        map.forEach((name, rule) -> {
            String canonical = name.replace('-', '_').replace(' ', '_');
            if (names.contains(canonical)) {
                columns.put(
                        canonical, rule(rule, "columns: " + name, canonical.equals("text") ? canonical : canonical));
            } else {
                findings.add("'%s' is no column of %s%s".formatted(name, fact.table(), Nearest.hint(canonical, names)));
            }
        });
        return columns;
    }

    private ColumnRule rule(@Nullable Object value, String where, String input) {
        if (!(value instanceof Map<?, ?>)) {
            if (value == null) {
                findings.add("'" + where + "' is empty");
                return ColumnRule.from(input);
            }
            return ColumnRule.from(value.toString());
        }
        Map<String, @Nullable Object> map = entries(value, where);
        known(map, RULE_KEYS, where + ": ");
        Optional<String> from = text(map, "from");
        Optional<String> constant = text(map, "constant");
        if (constant.isPresent() && map.containsKey("lookup")) {
            findings.add("'%s' looks up a constant; write 'from' in its place".formatted(where));
        }
        if (from.isPresent() == constant.isPresent()) {
            findings.add("'%s' needs either 'from' or 'constant'".formatted(where));
        }
        text(map, "format")
                .filter(format -> DatePattern.of(format).isEmpty())
                .ifPresent(format ->
                        findings.add("'%s: format' is '%s'; write for example d/M/yyyy H:mm".formatted(where, format)));
        text(map, "sign")
                .filter(sign -> !sign.equals("negate"))
                .ifPresent(sign -> findings.add("'%s: sign' is '%s'; it can only be 'negate'".formatted(where, sign)));
        return new ColumnRule(
                from,
                constant,
                text(map, "format"),
                text(map, "decimal").flatMap(mark -> decimal(mark, where)),
                text(map, "number").map(word -> yes(word, where)).orElse(false),
                words(map.get("codes"), where + ": codes"),
                words(map.get("prefixes"), where + ": prefixes"),
                text(map, "otherwise"),
                text(map, "sign").isPresent(),
                texts(map.get("nulls"), where + ": nulls"),
                text(map, "ids"),
                lookups(map.get("lookup"), where + ": lookup"));
    }

    private List<Lookup> lookups(@Nullable Object value, String where) {
        if (value == null) {
            return List.of();
        }
        List<Lookup> lookups = new ArrayList<>();
        for (Object step : value instanceof List<?> list ? list : List.of(value)) {
            Map<String, @Nullable Object> map = entries(step == null ? "" : step, where);
            known(map, LOOKUP_KEYS, where + ": ");
            Optional<String> file = text(map, "file");
            Optional<String> by = text(map, "by");
            Optional<String> take = text(map, "take");
            if (file.isPresent() && by.isPresent() && take.isPresent()) {
                lookups.add(new Lookup(file.get(), by.get(), take.get(), text(map, "sha256")));
            } else {
                findings.add("'%s' needs file, by and take, as in {file: orders.csv, by: order_id, take: customer_id}"
                        .formatted(where));
            }
        }
        return lookups;
    }

    /** {@code known} is a delay, or names the column that fills {@code recorded}. */
    private Optional<Duration> known(Map<String, @Nullable Object> map, Map<String, ColumnRule> columns) {
        Optional<String> known = text(map, "known");
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (columns.containsKey("recorded")) {
            findings.add("'known' and 'columns: recorded' say the same thing twice; keep one");
        }
        Matcher delay = DELAY.matcher(known.get().strip());
        if (!delay.matches()) {
            columns.put("recorded", ColumnRule.from(known.get()));
            return Optional.empty();
        }
        long count = Long.parseLong(delay.group(1));
        return Optional.of(
                switch (delay.group(2)) {
                    case "minute" -> Duration.ofMinutes(count);
                    case "hour" -> Duration.ofHours(count);
                    case "day" -> Duration.ofDays(count);
                    default -> Duration.ofDays(7 * count);
                });
    }

    private void known(Map<String, ?> map, Set<String> keys, String where) {
        map.keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> findings.add("'%s%s' is not known%s".formatted(where, key, Nearest.hint(key, keys))));
    }

    private Optional<String> text(Map<String, @Nullable Object> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map || value instanceof List) {
            findings.add("'" + key + "' must be one value");
            return Optional.empty();
        }
        return Optional.of(value.toString());
    }

    private List<String> texts(@Nullable Object value, String where) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            return List.of(value.toString());
        }
        List<String> texts = new ArrayList<>();
        for (Object entry : list) {
            if (entry instanceof Map || entry instanceof List) {
                findings.add("'" + where + "' must be a list of words");
            } else {
                texts.add(entry == null ? "null" : entry.toString());
            }
        }
        return texts;
    }

    private Map<String, String> words(@Nullable Object value, String where) {
        Map<String, String> words = new LinkedHashMap<>();
        if (value != null) {
            entries(value, "'" + where + "'")
                    .forEach((key, word) -> words.put(key, word == null ? "" : word.toString()));
        }
        return words;
    }

    private Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            findings.add("encoding '%s' is not known; write UTF-8, windows-1252 or UTF-16".formatted(name));
            return Optional.empty();
        }
    }

    private Optional<Character> delimiter(String word) {
        return switch (word) {
            case ",", "comma" -> Optional.of(',');
            case ";", "semicolon" -> Optional.of(';');
            case "\t", "tab", "\\t" -> Optional.of('\t');
            case "|", "pipe" -> Optional.of('|');
            default -> {
                findings.add("delimiter is '%s'; it can be comma, semicolon, tab or pipe".formatted(word));
                yield Optional.empty();
            }
        };
    }

    private int headerRow(String number) {
        if (number.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(number);
        }
        findings.add("header-row is '%s'; it must be a whole number from 1".formatted(number));
        return 1;
    }

    private Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            findings.add("zone '%s' is not known; write for example Europe/Berlin or UTC".formatted(name));
            return Optional.empty();
        }
    }

    private boolean drop(String word) {
        if (!word.equals("drop") && !word.equals("keep")) {
            findings.add("duplicates is '%s'; it can be keep or drop".formatted(word));
        }
        return word.equals("drop");
    }

    private Optional<Character> decimal(String mark, String where) {
        if (mark.equals(".") || mark.equals(",")) {
            return Optional.of(mark.charAt(0));
        }
        findings.add("'%s: decimal' is '%s'; it can be '.' or ','".formatted(where, mark));
        return Optional.empty();
    }

    private boolean yes(String word, String where) {
        if (!word.equals("true") && !word.equals("false")) {
            findings.add("'%s: number' is '%s'; it can be true or false".formatted(where, word));
        }
        return word.equals("true");
    }

    private <T> Optional<T> tried(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Failure e) {
            findings.add(e.getMessage() + " " + e.nextStep());
            return Optional.empty();
        }
    }

    private void refuse() {
        if (!findings.isEmpty()) {
            throw Failure.yours(
                    "MAPPING_INVALID",
                    "%s cannot be used: %s.".formatted(file, String.join("; ", findings)),
                    "Correct it and run the import again.");
        }
    }
}

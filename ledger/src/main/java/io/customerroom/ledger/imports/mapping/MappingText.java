package io.customerroom.ledger.imports.mapping;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a mapping as the YAML that {@link MappingYaml} reads: what is shown, saved and kept with the receipt. */
public final class MappingText {

    private MappingText() {}

    public static String of(Mapping mapping) {
        StringBuilder text = new StringBuilder();
        line(text, "fact", mapping.fact().table());
        mapping.source().ifPresent(source -> line(text, "source", source));
        line(text, "ids", mapping.ids());
        mapping.encoding().map(Charset::name).ifPresent(name -> line(text, "encoding", name));
        mapping.delimiter().ifPresent(mark -> line(text, "delimiter", mark == '\t' ? "tab" : String.valueOf(mark)));
        mapping.sheet().ifPresent(sheet -> line(text, "sheet", sheet));
        if (mapping.headerRow() != 1) {
            text.append("header-row: ").append(mapping.headerRow()).append('\n');
        }
        mapping.zone().ifPresent(zone -> line(text, "zone", zone.getId()));
        text.append("nulls: ").append(list(mapping.nulls())).append('\n');
        text.append("duplicates: ")
                .append(mapping.dropDuplicates() ? "drop" : "keep")
                .append('\n');
        mapping.knownAfter().ifPresent(delay -> line(text, "known", delay(delay)));
        mapping.feed().ifPresent(feed -> line(text, "feed", feed.word()));
        text.append("columns:\n");
        mapping.columns()
                .forEach((input, rule) -> text.append("  ")
                        .append(input)
                        .append(": ")
                        .append(rule(rule))
                        .append('\n'));
        return text.toString();
    }

    private static String rule(ColumnRule rule) {
        List<String> parts = new ArrayList<>();
        rule.from().ifPresent(from -> parts.add("from: " + quoted(from)));
        rule.constant().ifPresent(constant -> parts.add("constant: " + quoted(constant)));
        if (!rule.lookups().isEmpty()) {
            parts.add("lookup: "
                    + rule.lookups().stream().map(MappingText::lookup).collect(Collectors.joining(", ", "[", "]")));
        }
        rule.format().ifPresent(format -> parts.add("format: " + quoted(format)));
        rule.decimal().ifPresent(mark -> parts.add("decimal: " + quoted(String.valueOf(mark))));
        if (rule.number()) {
            parts.add("number: true");
        }
        if (!rule.codes().isEmpty()) {
            parts.add("codes: " + words(rule.codes()));
        }
        if (!rule.prefixes().isEmpty()) {
            parts.add("prefixes: " + words(rule.prefixes()));
        }
        rule.otherwise().ifPresent(word -> parts.add("otherwise: " + quoted(word)));
        if (rule.negate()) {
            parts.add("sign: negate");
        }
        if (!rule.nulls().isEmpty()) {
            parts.add("nulls: " + list(rule.nulls()));
        }
        rule.ids().ifPresent(ids -> parts.add("ids: " + quoted(ids)));
        return parts.size() == 1 && rule.from().isPresent()
                ? quoted(rule.from().get())
                : "{" + String.join(", ", parts) + "}";
    }

    private static String lookup(Lookup lookup) {
        return "{file: %s, by: %s, take: %s%s}"
                .formatted(
                        quoted(lookup.file()),
                        quoted(lookup.by()),
                        quoted(lookup.take()),
                        lookup.sha256().map(hash -> ", sha256: " + quoted(hash)).orElse(""));
    }

    private static String delay(Duration delay) {
        long minutes = delay.toMinutes();
        if (minutes % 1_440 == 0) {
            return minutes / 1_440 + " days";
        }
        return minutes % 60 == 0 ? minutes / 60 + " hours" : minutes + " minutes";
    }

    private static String words(Map<String, String> words) {
        return words.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String list(List<String> words) {
        return words.stream().map(MappingText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(quoted(value)).append('\n');
    }

    /** Plain where YAML cannot mistake it, else in double quotes. */
    private static String quoted(String value) {
        if (value.matches("[A-Za-z][A-Za-z0-9_]*( [A-Za-z0-9_]+)*")
                && !value.matches("(?i)true|false|null|yes|no|on|off|y|n")) {
            return value;
        }
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0xfeff || c == 0x2028 || c == 0x2029) {
                text.append("\\u%04x".formatted(c));
            } else {
                text.append((char) c);
            }
        });
        return text.append('"').toString();
    }
}

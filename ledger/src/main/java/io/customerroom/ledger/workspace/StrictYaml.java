package io.customerroom.ledger.workspace;

import io.customerroom.kernel.Failure;
import io.customerroom.kernel.FileTrouble;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML file that is read by asking for its keys. A key nobody asked for is a finding and names the near key; {@link #finish}
 * refuses the file with all findings and their lines together.
 */
public final class StrictYaml {

    private final Findings findings;
    private final List<Section> sections = new ArrayList<>();
    private final Section root;

    private StrictYaml(String file, Optional<Node> node) {
        this.findings = new Findings(file);
        this.root = node.map(this::sectionOf).orElseGet(() -> new Section(0, Map.of()));
    }

    /** Reads a file of at most one megabyte. Refused: a file that is missing, not UTF-8, or not YAML. */
    public static StrictYaml read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw Failure.yours("SETTINGS_NOT_TEXT", name + " is not UTF-8 text.", "Save it as UTF-8.");
        } catch (IOException e) {
            throw Failure.yours(
                    "SETTINGS_UNREADABLE",
                    "%s cannot be read (%s).".formatted(file, FileTrouble.of(e, file)),
                    "Check that it exists and may be read.");
        }
    }

    /** @param file how messages call this text */
    public static StrictYaml parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(1 << 20)
                .build();
        try {
            return new StrictYaml(file, new Compose(settings).composeString(text));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw Failure.yours(
                    "SETTINGS_NOT_YAML",
                    "%s, line %d: this is not YAML (%s).".formatted(file, line, e.getProblem()),
                    "Compare the indentation and the colons with the lines above.");
        } catch (YamlEngineException e) {
            throw Failure.yours(
                    "SETTINGS_NOT_YAML",
                    file + " is not YAML.",
                    "Compare it with the file './customer-room init' writes.");
        }
    }

    public Section root() {
        return root;
    }

    /** Refuses the file if anything in it was not understood, or not asked for. */
    public void finish() {
        sections.forEach(Section::reportUnknown);
        findings.throwIfAny();
    }

    private Section sectionOf(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            findings.add(lineOf(node), "keys with values are expected here.");
            return new Section(lineOf(node), Map.of());
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                findings.add(line, "a key must be a word.");
            } else if (entries.putIfAbsent(key.getValue(), new Entry(line, tuple.getValueNode())) != null) {
                findings.add(line, "'%s' is given twice.".formatted(key.getValue()));
            }
        }
        return new Section(lineOf(node), entries);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private record Entry(int line, Node value) {}

    /** Keys and values at one level. A wrong value is a finding and reads as absent. */
    public final class Section {

        private final int line;
        private final Map<String, Entry> entries;
        private final Set<String> asked = new LinkedHashSet<>();

        private Section(int line, Map<String, Entry> entries) {
            this.line = line;
            this.entries = entries;
            sections.add(this);
        }

        /** The line of the file on which it begins, from 1; 0 if it is not in the file. */
        public int line() {
            return line;
        }

        /** The keys in the file's order; all of them count as asked for. */
        public List<String> keys() {
            asked.addAll(entries.keySet());
            return List.copyOf(entries.keySet());
        }

        public Optional<String> text(String key) {
            return value(key, Function.identity(), "a text");
        }

        /**
         * @param reader fails on what it does not accept, with any runtime exception
         * @param accepted completes the sentence "… is not": {@code a number from 1 to 65535}
         */
        public <T> Optional<T> value(String key, Function<String, T> reader, String accepted) {
            return entry(key).flatMap(entry -> {
                if (!(entry.value() instanceof ScalarNode scalar)) {
                    findings.add(entry.line(), "%s must be %s.".formatted(key, accepted));
                    return Optional.empty();
                }
                return read(key, scalar, reader, accepted);
            });
        }

        /** The texts of a list; a single text is a list of one. Absent is empty. */
        public List<String> texts(String key) {
            return values(key, Function.identity(), "a list of texts");
        }

        public <T> List<T> values(String key, Function<String, T> reader, String accepted) {
            List<T> values = new ArrayList<>();
            for (Node item : items(key)) {
                if (item instanceof ScalarNode scalar) {
                    read(key, scalar, reader, accepted).ifPresent(values::add);
                } else {
                    findings.add(lineOf(item), "%s must be %s.".formatted(key, accepted));
                }
            }
            return List.copyOf(values);
        }

        /** The level below a key; empty if absent. */
        public Section section(String key) {
            return entry(key).map(entry -> sectionOf(entry.value())).orElseGet(() -> new Section(0, Map.of()));
        }

        /** A list of levels below a key; absent is empty. */
        public List<Section> sectionsOf(String key) {
            return items(key).stream().map(StrictYaml.this::sectionOf).toList();
        }

        public boolean has(String key) {
            return entry(key).isPresent();
        }

        /** Whether a level stands below the key, and not a value. */
        public boolean nests(String key) {
            return entry(key)
                    .filter(entry -> entry.value() instanceof MappingNode)
                    .isPresent();
        }

        /** Adds a finding of the caller's about this key, or about the whole level. */
        public void refuse(String key, String finding) {
            Entry entry = entries.get(key);
            findings.add(entry == null ? line : entry.line(), finding);
        }

        private List<Node> items(String key) {
            return entry(key)
                    .map(entry -> entry.value() instanceof SequenceNode list ? list.getValue() : List.of(entry.value()))
                    .orElseGet(List::of);
        }

        private <T> Optional<T> read(String key, ScalarNode scalar, Function<String, T> reader, String accepted) {
            try {
                return Optional.of(reader.apply(scalar.getValue()));
            } catch (RuntimeException e) {
                // Readers are parsers of many kinds; whatever they throw means that the value is not accepted.
                findings.add(
                        lineOf(scalar), "%s is '%s', which is not %s.".formatted(key, scalar.getValue(), accepted));
                return Optional.empty();
            }
        }

        private Optional<Entry> entry(String key) {
            asked.add(key);
            return Optional.ofNullable(entries.get(key)).filter(entry -> !isNull(entry.value()));
        }

        private void reportUnknown() {
            entries.forEach((key, entry) -> {
                if (!asked.contains(key)) {
                    findings.add(entry.line(), "there is no key '%s'. %s".formatted(key, NearWord.hint(key, asked)));
                }
            });
        }
    }
}

package io.customerroom.ledger.imports.mapping;

import io.customerroom.ledger.facts.FactKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The inputs of each kind of fact, from {@code inputs.txt}. */
public final class Inputs {

    private static final Map<FactKind, List<Input>> ALL = read();

    private Inputs() {}

    /** In the order in which a row is read. */
    public static List<Input> of(FactKind kind) {
        return Objects.requireNonNull(ALL.get(kind));
    }

    public static Optional<Input> of(FactKind kind, String name) {
        return of(kind).stream().filter(input -> input.name().equals(name)).findFirst();
    }

    private static Map<FactKind, List<Input>> read() {
        Map<FactKind, List<Input>> all = new EnumMap<>(FactKind.class);
        List<Input> current = new ArrayList<>();
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.indexOf('|') < 0) {
                current = new ArrayList<>();
                all.put(FactKind.named(line), current);
            } else {
                current.add(input(line));
            }
        }
        all.replaceAll((kind, inputs) -> List.copyOf(inputs));
        return all;
    }

    private static Input input(String line) {
        String[] parts = line.split("\\|", 4);
        String[] words = parts[3].split(";");
        Map<String, String> codes = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] code = words[i].strip().split("=", 2);
            String canonical = code[0].strip();
            codes.put(Input.simple(canonical), canonical);
            Arrays.stream(code[1].split(","))
                    .filter(word -> !word.isBlank())
                    .forEach(word -> codes.put(Input.simple(word), canonical));
        }
        List<String> others = Arrays.stream(words[0].split(","))
                .filter(word -> !word.isBlank())
                .map(Input::simple)
                .toList();
        String need = parts[2].strip();
        return new Input(
                parts[0].strip(),
                Input.Type.valueOf(parts[1].strip().toUpperCase(Locale.ROOT).replace(' ', '_')),
                !need.isEmpty(),
                need.equals("!"),
                codes,
                others);
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Inputs.class.getResourceAsStream("inputs.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

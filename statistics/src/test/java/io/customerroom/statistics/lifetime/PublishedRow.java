package io.customerroom.statistics.lifetime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One published number with its inputs, from {@code lifetime-models.csv}. */
record PublishedRow(String id, String model, String quantity, String inputs, String recomputedText) {

    private static final Pattern FIELD = Pattern.compile("\"([^\"]*(?:\"\"[^\"]*)*)\"|([^,]*)");

    static Stream<PublishedRow> all() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PublishedRow.class.getResourceAsStream("lifetime-models.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(PublishedRow::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedRow read(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        for (int at = 0; at <= line.length() && matcher.find(at); at = matcher.end() + 1) {
            fields.add(
                    matcher.group(1) == null
                            ? matcher.group(2)
                            : matcher.group(1).replace("\"\"", "\""));
        }
        return new PublishedRow(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(5));
    }

    /** The recomputed value, where it is a single number. */
    double recomputed() {
        return Double.parseDouble(recomputedText);
    }

    /** The number named so among the inputs: {@code tx=213/7} is 30.43. */
    OptionalDouble number(String name) {
        Matcher matcher = Pattern.compile("(?<![\\w.])" + name + "=(\\d*\\.?\\d+)(?:/(\\d+))?")
                .matcher(inputs);
        if (!matcher.find()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(matcher.group(1));
        return OptionalDouble.of(matcher.group(2) == null ? value : value / Double.parseDouble(matcher.group(2)));
    }

    /** Numbers after the word, separated by commas. */
    List<Double> list(String name) {
        Matcher matcher =
                Pattern.compile(name + " ((?:\\d*\\.?\\d+,)*\\d*\\.?\\d+)").matcher(inputs);
        return matcher.find()
                ? Stream.of(matcher.group(1).split(",")).map(Double::valueOf).toList()
                : List.of();
    }

    @Override
    public String toString() {
        return id + " " + quantity + ", " + inputs;
    }
}

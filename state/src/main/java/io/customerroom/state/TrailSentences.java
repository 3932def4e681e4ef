package io.customerroom.state;

import io.customerroom.state.json.Json;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns an entry of the trail into a sentence for people: the one place that does, for page, mail and export alike. The sentences lie in
 * {@code TrailSentences.properties}, one per event; an event without one is told in its own words.
 */
public final class TrailSentences {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    /** People need the minute. */
    private static final Pattern INSTANT =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)(?::\\d\\d(?:\\.\\d+)?)?Z");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final DateTimeFormatter DAY_IN_WORDS = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final Properties SENTENCES = load();

    private TrailSentences() {}

    /** {@code leo moved the promise p1 from 31 Jul 2026 to 31 Aug 2026: supplier delivers late.} */
    public static String of(TrailEntry entry) {
        String words =
                SENTENCES.getProperty(entry.event(), "{actor}: " + entry.event().replace('-', ' ') + " ({subject})");
        String sentence =
                PLACE.matcher(words).replaceAll(place -> Matcher.quoteReplacement(value(entry, place.group(1))));
        String reason = entry.by().reason().strip();
        return reason.isEmpty() ? sentence + "." : sentence + ": " + (reason.endsWith(".") ? reason : reason + ".");
    }

    private static String value(TrailEntry entry, String name) {
        return switch (name) {
            case "actor" -> entry.by().actor();
            case "subject" -> entry.subject();
            default -> detail(entry, name);
        };
    }

    private static String detail(TrailEntry entry, String name) {
        Map<String, @Nullable Object> details = new TreeMap<>(Json.readObject(entry.details()));
        String told = Objects.requireNonNullElse(details.get(name), "–").toString();
        return DAY.matcher(told).matches()
                ? inWords(told)
                : INSTANT.matcher(told).replaceAll("$1 $2 UTC");
    }

    private static String inWords(String day) {
        try {
            return DAY_IN_WORDS.format(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return day; // looks like a day and is none
        }
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(
                        TrailSentences.class.getResourceAsStream("TrailSentences.properties"),
                        "TrailSentences.properties"),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

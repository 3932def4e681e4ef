package io.customerroom.web.customers;

import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.worth.WorthTable;
import io.customerroom.walls.worth.WorthTable.By;
import io.customerroom.walls.worth.WorthTable.Lost;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of the customers of a view are listed with what they are worth; what an address names wrongly is left out.
 *
 * @param band of P(alive), 0 for the least likely
 * @param lost by which rule of loss
 * @param lastFrom bought last on this day or later
 * @param lastTo bought last on this day or before
 * @param by dimension whose members are told apart
 * @param of of this member; an empty text: of none
 */
record WorthPart(
        Optional<Integer> band,
        Optional<Lost> lost,
        Optional<LocalDate> lastFrom,
        Optional<LocalDate> lastTo,
        By by,
        Optional<String> of) {

    private static final int PERCENT = 20;

    static WorthPart of(Map<String, String> parameters) {
        String from = parameters.getOrDefault("from", "");
        return new WorthPart(
                from.matches("0|20|40|60|80") ? Optional.of(Integer.parseInt(from) / PERCENT) : Optional.empty(),
                Arrays.stream(Lost.values())
                        .filter(lost -> lost.id().equals(parameters.get("lost")))
                        .findFirst(),
                day(parameters, "last_from"),
                day(parameters, "last_to"),
                By.named(parameters.getOrDefault("by", "")).orElse(By.SEGMENT),
                Optional.ofNullable(parameters.get("of")));
    }

    private static String words(Lost lost) {
        return switch (lost) {
            case ALIVE -> "lost by P(alive)";
            case BOTH -> "lost by the definition and by P(alive)";
            case ALONE -> "lost by one of both rules alone";
        };
    }

    private static Optional<LocalDate> day(Map<String, String> parameters, String name) {
        try {
            return Optional.ofNullable(parameters.get(name)).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty(); // no day, no bound
        }
    }

    /** {@code with 20–40 %, lost by P(alive), who bought last from 1 March 2026}; empty for all customers. */
    String words() {
        List<String> words = new ArrayList<>();
        band.ifPresent(one -> words.add("who still are customers with %s".formatted(percent(one))));
        lost.ifPresent(one -> words.add(words(one)));
        of.ifPresent(member ->
                words.add(member.isEmpty() ? "without a " + by.id() : "of the %s %s".formatted(by.id(), member)));
        lastFrom.ifPresent(day -> words.add("who bought last on %s or later".formatted(PeriodWords.day(day))));
        lastTo.ifPresent(day -> words.add("who bought last on %s or before".formatted(PeriodWords.day(day))));
        return String.join(", ", words);
    }

    static String percent(int band) {
        return "%d–%d %%".formatted(band * PERCENT, (band + 1) * PERCENT);
    }

    /** As the end of an address, each with its ampersand. */
    String suffix() {
        Map<String, String> all = new LinkedHashMap<>();
        band.ifPresent(one -> all.put("from", Integer.toString(one * PERCENT)));
        lost.ifPresent(one -> all.put("lost", one.id()));
        lastFrom.ifPresent(day -> all.put("last_from", day.toString()));
        lastTo.ifPresent(day -> all.put("last_to", day.toString()));
        if (by != By.SEGMENT) {
            all.put("by", by.id());
        }
        of.ifPresent(member -> all.put("of", member));
        return all.entrySet().stream()
                .map(entry -> "&" + entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /** The same of another dimension, or of one of its members. */
    WorthPart of(By other, Optional<String> member) {
        return new WorthPart(band, lost, lastFrom, lastTo, other, member);
    }

    /** @param below customers without a contract whose P(alive) is smaller are lost by the second rule */
    WorthTable.Part in(double below) {
        return new WorthTable.Part(band, lost, below, lastFrom, lastTo, by, of);
    }
}

package io.customerroom.web.files;

import io.customerroom.kernel.Clocks;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of files that say what is inside: {@code wall-1-flow-2026-10-known-2026-11-18.csv}. */
public final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    /**
     * @param parts what it is, from the general to the special; empty ones are left out
     * @param narrowed values of the filters, in their order
     */
    public static String of(
            Collection<String> parts, Collection<String> narrowed, Clocks clocks, ZoneId zone, String ending) {
        String name = Arrays.stream((String.join(" ", parts) + " " + String.join(" ", narrowed)).split(" ", -1))
                .map(FileName::plain)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
        String shorter = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return "%s-known-%s.%s".formatted(shorter, LocalDate.ofInstant(clocks.known(), zone), ending);
    }

    /** Small letters, digits and hyphens: what every system of files takes. */
    static String plain(String part) {
        return Normalizer.normalize(part, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}

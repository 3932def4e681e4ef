package io.customerroom.ledger.typed;

import io.customerroom.kernel.Failure;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The series a typed reading belongs to: a measure of a contact at a site, with what its readings carry along.
 *
 * @param kind of contact: {@code rescue, revenue-building, responding, relationship}; may be empty, like every text but contact and measure
 * @param rule the minimum standard that the newest reading carries; empty where readings carry none
 */
public record MeasuredSeries(
        String contact,
        String measure,
        String site,
        String kind,
        String stage,
        String owner,
        String unit,
        Optional<CarriedRule> rule) {

    private static final int LONGEST = 200;

    public MeasuredSeries {
        contact = checked("contact", contact, true);
        measure = checked("measure", measure, true);
        site = checked("site", site, false);
        unit = checked("unit", unit, false);
    }

    /** A minimum standard as facts carry it. */
    public record CarriedRule(String direction, BigDecimal standard, boolean strict, long minN, long runLength) {}

    private static String checked(String what, String typed, boolean needed) {
        String text = typed.strip();
        if (needed && text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Failure.yours(
                    "SERIES_MALFORMED",
                    "The %s is missing, too long or holds characters that cannot be seen.".formatted(what),
                    "Use 1 to %d characters.".formatted(LONGEST));
        }
        return text;
    }
}

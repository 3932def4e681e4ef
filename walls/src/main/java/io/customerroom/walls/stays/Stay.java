package io.customerroom.walls.stays;

import io.customerroom.walls.reading.Reading.Line;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * So many customers who stayed under contract alike: without a day between their contracts.
 *
 * @param segment empty where none is known, as the site
 * @param lost whether the stay has ended; else it lasts
 * @param reason for leaving; empty where nobody told it
 * @param billing months that are paid at once
 * @param entered whole months that had passed when records begin; 0 for those who came later
 * @param months of those lost the month of their stay in which they left, the first being 1; of those who stay the whole months that have passed
 * @param monthly what those who stay pay a month, all together
 */
public record Stay(
        String segment,
        String site,
        boolean lost,
        Optional<String> reason,
        int billing,
        int entered,
        int months,
        long customers,
        BigDecimal monthly) {

    public Stay {
        if (entered < 0 || months < entered || (lost && months == entered)) {
            throw new IllegalArgumentException(
                    "months must lie after those before the records, but were %d after %d".formatted(months, entered));
        }
    }

    static Stay of(Line line) {
        return new Stay(
                line.named("segment", ""),
                line.named("site", ""),
                line.named("outcome", "").equals("lost"),
                line.text("reason"),
                (int) line.count("billing_months"),
                (int) line.count("entered"),
                (int) line.count("months"),
                line.count("customers"),
                line.number("monthly").orElse(BigDecimal.ZERO));
    }
}

package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a contact's measure against its minimum standard.
 *
 * @param contactKind {@code rescue}, {@code revenue-building}, {@code responding} or {@code relationship}
 * @param direction {@code at-least} or {@code at-most}
 * @param strict a reading equal to the standard does not meet it
 * @param minN readings of fewer cases are not judged
 * @param runLength so many judged readings in a row must miss the standard before it is a breach
 * @param value null where a promise stands instead of a reading
 * @param promised null where a reading stands
 */
public record Operation(
        String source,
        @Nullable String customer,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        String contact,
        String contactKind,
        String stage,
        @Nullable String owner,
        String measure,
        @Nullable String unit,
        String direction,
        BigDecimal standard,
        boolean strict,
        int minN,
        int runLength,
        @Nullable BigDecimal value,
        int n,
        @Nullable String site,
        @Nullable Promised promised)
        implements Fact {

    /** By when something was promised to happen, and when it did; the days are the company's. */
    public record Promised(
            Instant at,
            LocalDate on,
            @Nullable Instant actualAt,
            @Nullable LocalDate actualOn) {}

    /** The reading's value; a promise has none. */
    public BigDecimal measured() {
        return Objects.requireNonNull(value, this::key);
    }

    @Override
    public String key() {
        return contact + "/" + measure + "/" + at + "/" + (site == null ? "" : site);
    }
}

package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An answer to a survey, with its scale. */
public record Feedback(
        String source,
        String key,
        @Nullable String customer,
        Instant at,
        LocalDate on,
        Instant recordedAt,
        @Nullable String stage,
        @Nullable String contact,
        String survey,
        @Nullable BigDecimal score,
        @Nullable BigDecimal scaleMin,
        @Nullable BigDecimal scaleMax,
        @Nullable String theme,
        @Nullable String site)
        implements Fact {}

package io.customerroom.kernel;

import java.util.Arrays;
import java.util.Locale;

/** The length of a period. Fiscal grains follow the company's fiscal year, the others the calendar. */
public enum Grain {
    MONTH(1),
    QUARTER(3),
    YEAR(12),
    FISCAL_QUARTER(3),
    FISCAL_YEAR(12);

    private final int months;

    Grain(int months) {
        this.months = months;
    }

    /** Whole months in one period of this grain. */
    public int months() {
        return months;
    }

    public boolean fiscal() {
        return this == FISCAL_QUARTER || this == FISCAL_YEAR;
    }

    /** The word used on the command line, in addresses and in the ledger: {@code fiscal-year}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Grain of(String id) {
        return Arrays.stream(values())
                .filter(grain -> grain.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "GRAIN_UNKNOWN",
                        "There is no grain '%s'.".formatted(id),
                        "Use month, quarter, year, fiscal-quarter or fiscal-year."));
    }
}

package io.customerroom.ledger.imports.staging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The columns of contracts, and of what befell them, that follow from several inputs. */
final class ContractOutputs {

    /** A discount whose amount is a percentage of the price. */
    private static final String PERCENT = "percent-discount";

    /** All of it, in millionths of a percent. */
    private static final long WHOLE = 100_000_000;

    private static final int MOST_MONTHS = 1200;

    private final TypedRow row;
    private final int occurred;

    /**
     * @param occurred where a row has its first day
     */
    ContractOutputs(TypedRow row, int occurred) {
        this.row = row;
        this.occurred = occurred;
    }

    /** How many months a bill is for. */
    Emitter billingMonths() {
        return (typed, out) -> {
            long months = billing(typed);
            if (months == 0) {
                return billingUnknown(typed);
            }
            out.number(months);
            return null;
        };
    }

    private static long billing(TypedRow typed) {
        int slot = typed.slot("billing");
        if (!typed.has[slot]) {
            return 1;
        }
        return switch (typed.text(slot).toLowerCase(Locale.ROOT)) {
            case "month", "monthly", "m" -> 1;
            case "quarter", "quarterly", "q" -> 3;
            case "half-year", "half-yearly", "semiannual", "semi-annual" -> 6;
            case "year", "yearly", "annual", "annually", "y" -> 12;
            case String months when months.matches("[1-9]\\d{0,2}") -> Long.parseLong(months);
            default -> 0;
        };
    }

    Emitter monthly() {
        int amount = row.slot("amount");
        return (typed, out) -> {
            BigDecimal monthly = BigDecimal.valueOf(typed.value[amount], 6)
                    .divide(BigDecimal.valueOf(Math.max(1, billing(typed))), 10, RoundingMode.HALF_UP);
            out.text(monthly.toPlainString());
            return null;
        };
    }

    Emitter end(String input, String code, String sentence) {
        int ended = row.slot(input);
        return (typed, out) -> {
            if (!typed.has[ended]) {
                out.empty();
                return null;
            }
            if (typed.day[ended] < typed.day[occurred]) {
                return Problem.of(code, sentence);
            }
            out.number(typed.day[ended]);
            return null;
        };
    }

    /** The first day without an event: as the file says, else so many months after its first day. */
    Emitter lasts() {
        Emitter until = end("until", "ENDS_BEFORE_START", "it is over before it begins");
        int ended = row.slot("until");
        int months = row.slot("months");
        return (typed, out) -> {
            if (typed.has[ended] || !typed.has[months]) {
                return until.emit(typed, out);
            }
            if (typed.value[months] < 1 || typed.value[months] > MOST_MONTHS) {
                return Problem.of("NUMBER_TOO_LARGE", "'months' must lie between 1 and %d", MOST_MONTHS);
            }
            out.number(LocalDate.ofEpochDay(typed.day[occurred])
                    .plusMonths(typed.value[months])
                    .toEpochDay());
            return null;
        };
    }

    /** What a refund or a discount takes off, whichever sign the file gives it; the other events have no amount that counts. */
    Emitter takenOff() {
        int amount = row.slot("amount");
        int kindSlot = row.slot("kind");
        return (typed, out) -> {
            if (typed.has[amount]) {
                if (typed.text(kindSlot).equals(PERCENT) && Math.abs(typed.value[amount]) > WHOLE) {
                    return Problem.of(
                            "NUMBER_TOO_LARGE", "a discount of more than 100 %% takes off more than the price");
                }
                out.amount(Math.abs(typed.value[amount]));
                return null;
            }
            if (takesOff(typed.text(kindSlot))) {
                return Problem.of("REQUIRED_MISSING", "a %s needs its amount", typed.text(kindSlot));
            }
            out.empty();
            return null;
        };
    }

    /** Of a discount the amount per month of its billing; of a refund its amount over the months that it is for. */
    Emitter takenOffMonthly() {
        int amount = row.slot("amount");
        int kindSlot = row.slot("kind");
        int until = row.slot("until");
        return (typed, out) -> {
            if (!takesOff(typed.text(kindSlot)) || typed.text(kindSlot).equals(PERCENT)) {
                out.empty();
                return null;
            }
            long months = billing(typed);
            if (months == 0) {
                return billingUnknown(typed);
            }
            if (typed.text(kindSlot).equals("refund")) {
                months = typed.has[until] ? months(typed.day[occurred], typed.day[until]) : 1;
            }
            out.text(BigDecimal.valueOf(Math.abs(typed.value[amount]), 6)
                    .divide(BigDecimal.valueOf(months), 10, RoundingMode.HALF_UP)
                    .toPlainString());
            return null;
        };
    }

    /** The calendar months that the days from the first to the one before the last touch; at least one. */
    private static long months(long from, long until) {
        return Math.max(
                1,
                ChronoUnit.MONTHS.between(
                                YearMonth.from(LocalDate.ofEpochDay(from)),
                                YearMonth.from(LocalDate.ofEpochDay(until - 1)))
                        + 1);
    }

    private static boolean takesOff(String kind) {
        return kind.equals("refund") || kind.equals("discount") || kind.equals(PERCENT);
    }

    private static Problem billingUnknown(TypedRow typed) {
        return Problem.of(
                "CODE_UNKNOWN",
                "'billing' is '%s'; it can be month, quarter, year or a number of months",
                Problem.brief(typed.text(typed.slot("billing"))));
    }
}

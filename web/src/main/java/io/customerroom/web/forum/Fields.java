package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.persons.TextMask;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a form. */
final class Fields {

    private Fields() {}

    static LocalDate day(@Nullable String typed) {
        try {
            LocalDate day = LocalDate.parse(text(typed));
            if (day.getYear() >= 1900 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeException e) {
            // answered below, together with days of other ages
        }
        throw Failure.yours("DAY_MALFORMED", "This is not a day.", "Write it as 2026-06-30.");
    }

    static LocalTime time(@Nullable String typed) {
        try {
            return LocalTime.parse(text(typed)).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            throw Failure.yours("TIME_MALFORMED", "This is not a time of day.", "Write it as 14:30.");
        }
    }

    static BigDecimal number(@Nullable String typed) {
        String digits = text(typed);
        if (digits.matches("[-+]?\\d{1,15}(\\.\\d{1,6})?")) {
            return new BigDecimal(digits);
        }
        throw Failure.yours("LEVEL_MALFORMED", "The level is not a number.", "Write it like 30 or 97.5.");
    }

    /** A whole number from 0 up. */
    static int whole(@Nullable String typed, int largest) {
        String digits = text(typed);
        if (digits.matches("[0-9]{1,4}") && Integer.parseInt(digits) <= largest) {
            return Integer.parseInt(digits);
        }
        throw Failure.yours("NUMBER_MALFORMED", "This is no whole number.", "Use 0 to %d.".formatted(largest));
    }

    /** Masked, and checked here, so that a long text is a mistake beside the form and not a fault. */
    static String words(@Nullable String typed, int longest) {
        if (text(typed).length() > longest) {
            throw Failure.yours(
                    "TEXT_TOO_LONG", "This text is too long.", "Use at most %d characters.".formatted(longest));
        }
        return TextMask.mask(text(typed));
    }

    /** What was typed without outer blanks; nothing where the form did not send the field. */
    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

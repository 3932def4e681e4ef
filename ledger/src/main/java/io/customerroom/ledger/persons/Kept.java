package io.customerroom.ledger.persons;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What of one class is kept at a moment, in numbers; it names nobody.
 *
 * @param held how many there are: texts, people, rows set aside
 * @param oldest the day of the oldest; empty where there is none
 * @param over how many are older than the rule allows and go with the next removal
 * @param excepted how many are older and stay, since somebody asked to hold them
 */
public record Kept(long held, Optional<LocalDate> oldest, long over, long excepted) {

    public Kept {
        if (held < 0 || over < 0 || excepted < 0 || over + excepted > held) {
            throw new IllegalArgumentException(
                    "of %d held, %d over and %d excepted cannot be".formatted(held, over, excepted));
        }
    }

    /** These and those. */
    public Kept and(Kept other) {
        Optional<LocalDate> older = oldest.filter(
                        day -> other.oldest.filter(day::isAfter).isEmpty())
                .or(other::oldest);
        return new Kept(held + other.held, older, over + other.over, excepted + other.excepted);
    }

    /** Nothing. */
    public static Kept nothing() {
        return new Kept(0, Optional.empty(), 0, 0);
    }
}

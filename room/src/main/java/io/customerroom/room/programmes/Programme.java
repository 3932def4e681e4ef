package io.customerroom.room.programmes;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is done for many customers at once.
 *
 * @param id {@code g1}, {@code g2}, … in the order of planning
 * @param audience how it was chosen, in words
 * @param endsOn the last day
 * @param cost of all of it, in the reporting currency
 * @param heldOutPercent share of the audience that a random draw keeps out; 0 for none
 * @param seed of that draw: the same seed and audience draw the same customers
 * @param lot how they were drawn, where that was not done here by the seed
 * @param offered customers to whom it is offered
 * @param heldOut customers who would have been, and are kept out to compare with
 * @param tookUp of those to whom it was offered, the ones who took it up
 * @param withdrawn why it was taken back; empty while it stands
 */
public record Programme(
        String id,
        String name,
        Kind kind,
        String audience,
        String owner,
        LocalDate startsOn,
        LocalDate endsOn,
        BigDecimal cost,
        int heldOutPercent,
        long seed,
        Optional<String> lot,
        Set<CustomerId> offered,
        Set<CustomerId> heldOut,
        Set<CustomerId> tookUp,
        Optional<String> withdrawn) {

    public Programme {
        offered = Set.copyOf(offered);
        heldOut = Set.copyOf(heldOut);
        tookUp = Set.copyOf(tookUp);
    }

    /** What a programme is to bring about. */
    public enum Kind {
        RETENTION("retention"),
        LOYALTY("loyalty"),
        CROSS_SALE("cross-sale"),
        UP_SALE("up-sale");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Kind of(String word) {
            return Stream.of(values())
                    .filter(kind -> kind.word.equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> Failure.yours(
                            "KIND_UNKNOWN", "There is no such kind of programme.", "Choose one of the list."));
        }
    }

    /** Whether chance alone decided who was kept out, so that a difference comes from the programme. */
    public boolean random() {
        return !heldOut.isEmpty();
    }
}

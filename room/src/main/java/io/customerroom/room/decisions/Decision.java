package io.customerroom.room.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A choice of a meeting, with its reason, and what became of it each time it was looked at again.
 *
 * @param id {@code d1}, {@code d2}, … in the order of deciding
 * @param meeting that decided
 * @param item of its agenda that it was about; empty where it was about none
 * @param owner account of the person who carries it out
 * @param firstReview the day to look at it again, as it was set when it was taken
 * @param reviews oldest first
 */
public record Decision(
        String id,
        String meeting,
        Optional<String> item,
        String words,
        String reason,
        String owner,
        LocalDate firstReview,
        Instant at,
        String by,
        List<Review> reviews) {

    public Decision {
        reviews = List.copyOf(reviews);
    }

    /** A decision looked at again. */
    public sealed interface Review {

        Instant at();

        String by();

        /** What was found. */
        String words();

        /** It stands; to be looked at again on {@code next}. */
        record Stands(Instant at, String by, String words, LocalDate next) implements Review {}

        /** It holds no longer. */
        record Ended(Instant at, String by, String words) implements Review {}
    }

    /** Whether it holds. */
    public boolean stands() {
        return reviews.isEmpty() || reviews.getLast() instanceof Review.Stands;
    }

    /** The day to look at it again; empty once it has ended. */
    public Optional<LocalDate> reviewOn() {
        if (reviews.isEmpty()) {
            return Optional.of(firstReview);
        }
        return switch (reviews.getLast()) {
            case Review.Stands stands -> Optional.of(stands.next());
            case Review.Ended ended -> Optional.empty();
        };
    }

    /** Whether the day to look again has come. */
    public boolean dueOn(LocalDate day) {
        return reviewOn().filter(review -> !review.isAfter(day)).isPresent();
    }
}

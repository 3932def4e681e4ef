package io.customerroom.room.promises;

import io.customerroom.room.evidence.Figures;
import io.customerroom.room.evidence.Reading;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the frozen walls say about a promise. It suggests; people confirm.
 *
 * <p>The reading that counts is the first frozen one whose {@code through} is the promised date or a later day: what had happened by the
 * date is in it, and what a later meeting shows is not. A promise that was moved is judged by its last date; its earlier dates stay
 * visible beside it.
 */
public sealed interface Judgement {

    /** No figure was named when the promise was given, so there is nothing to read. */
    record NoFigure() implements Judgement {}

    /**
     * No frozen wall reaches the promised date yet.
     *
     * @param latest what the newest frozen wall since the promise was given says so far
     */
    record NotYet(Optional<FrozenLevel> latest) implements Judgement {}

    /** The wall that counts does not say this figure. */
    record Unreadable(String meeting) implements Judgement {}

    /** The level at the promised date was reached or not. */
    record Read(FrozenLevel level, boolean met) implements Judgement {}

    /** A frozen exhibit and the meeting it hangs in. */
    record Seen(String meeting, Reading reading) {}

    /** @param seen frozen readings in the order of the meetings, the earliest first */
    static Judgement of(Promise promise, List<Seen> seen) {
        if (promise.figure().isEmpty()) {
            return new NoFigure();
        }
        String figure = promise.figure().get().id();
        List<Seen> ofExhibit = seen.stream()
                .filter(it -> it.reading().exhibit().equals(promise.exhibit()))
                .toList();
        Optional<Seen> deciding = ofExhibit.stream()
                .filter(it -> !it.reading().clocks().through().isBefore(promise.due()))
                .findFirst();
        if (deciding.isEmpty()) {
            return new NotYet(ofExhibit.reversed().stream()
                    .map(it -> level(it, figure))
                    .flatMap(Optional::stream)
                    .findFirst());
        }
        return level(deciding.get(), figure)
                .<Judgement>map(level -> new Read(level, promise.level().metBy(level.value())))
                .orElseGet(() -> new Unreadable(deciding.get().meeting()));
    }

    private static Optional<FrozenLevel> level(Seen seen, String figure) {
        return Figures.find(seen.reading(), figure)
                .flatMap(Figures.Figure::value)
                .map(value -> new FrozenLevel(
                        seen.meeting(), seen.reading().exhibit(), figure, Objects.requireNonNull(value)));
    }
}

package io.customerroom.room.promises;

import io.customerroom.room.promises.PromiseEvent.Broken;
import io.customerroom.room.promises.PromiseEvent.Kept;
import io.customerroom.room.promises.PromiseEvent.Made;
import io.customerroom.room.promises.PromiseEvent.Moved;
import io.customerroom.room.promises.PromiseEvent.Withdrawn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A level, a date and an owner, given for an exhibit in a meeting, and everything that happened to it since.
 *
 * @param id {@code p1}, {@code p2}, … in the order of giving
 * @param meeting in which it was given
 * @param exhibit it is about
 * @param figure of the exhibit that the level is about; empty where none was named
 * @param owner account of the person who gave it
 * @param words what will be done, in the owner's words; may be empty
 * @param events oldest first, beginning with {@link Made}
 */
public record Promise(
        String id,
        String meeting,
        String exhibit,
        String exhibitTitle,
        Optional<Named> figure,
        Level level,
        String owner,
        String words,
        List<PromiseEvent> events) {

    /**
     * A figure of an exhibit.
     *
     * @param id stable from period to period
     * @param title as people read it: {@code Lost}
     */
    public record Named(String id, String title) {}

    /** Where a promise stands. */
    public enum State {
        OPEN,
        KEPT,
        BROKEN,
        WITHDRAWN;

        /** The word for people, the same in every language of the reader's browser. */
        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Promise {
        events = List.copyOf(events);
        if (events.isEmpty() || !(events.getFirst() instanceof Made)) {
            throw new IllegalArgumentException("events must begin with the promise being made, but were " + events);
        }
    }

    /** {@code Customer flow, Lost: at most 30 customers}. */
    public String sentence() {
        return "%s%s: %s"
                .formatted(exhibitTitle, figure.map(it -> ", " + it.title()).orElse(""), level.words());
    }

    public State state() {
        return switch (events.getLast()) {
            case Made made -> State.OPEN;
            case Moved moved -> State.OPEN;
            case Kept kept -> State.KEPT;
            case Broken broken -> State.BROKEN;
            case Withdrawn withdrawn -> State.WITHDRAWN;
        };
    }

    public boolean open() {
        return state() == State.OPEN;
    }

    /** Every date it ever had, the first one first: one more than the times it was moved. */
    public List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        for (PromiseEvent event : events) {
            switch (event) {
                case Made made -> dates.add(made.due());
                case Moved moved -> dates.add(moved.to());
                case Kept kept -> {}
                case Broken broken -> {}
                case Withdrawn withdrawn -> {}
            }
        }
        return List.copyOf(dates);
    }

    /** The date that holds now. */
    public LocalDate due() {
        return dates().getLast();
    }

    /** How often its date was changed. */
    public int moves() {
        return dates().size() - 1;
    }

    /** Open although its date has passed; on the date itself it still has the day. */
    public boolean overdue(LocalDate today) {
        return open() && today.isAfter(due());
    }

    public boolean movedSince(Instant moment) {
        return events.stream()
                .anyMatch(event -> event instanceof Moved && event.at().isAfter(moment));
    }
}

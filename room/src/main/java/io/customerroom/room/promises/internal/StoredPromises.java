package io.customerroom.room.promises.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.evidence.Figures;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.promises.FrozenLevel;
import io.customerroom.room.promises.Judgement;
import io.customerroom.room.promises.Opening;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.PromiseEvent;
import io.customerroom.room.promises.PromiseEvent.Broken;
import io.customerroom.room.promises.PromiseEvent.Kept;
import io.customerroom.room.promises.PromiseEvent.Made;
import io.customerroom.room.promises.PromiseEvent.Moved;
import io.customerroom.room.promises.PromiseEvent.Withdrawn;
import io.customerroom.room.promises.Promises;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Promises in the state store. */
public final class StoredPromises implements Promises {

    /** Later than every moment that can be stored, and still four digits of year. */
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private final StateStore store;
    private final Meetings meetings;

    public StoredPromises(StateStore store, Meetings meetings) {
        this.store = store;
        this.meetings = meetings;
    }

    @Override
    public List<Promise> all() {
        return asOf(ALWAYS);
    }

    /** Every promise of a store, for who reads beside the meetings. */
    public static List<Promise> all(StateStore store) {
        return store.read(handle -> PromiseTable.all(handle, ALWAYS));
    }

    @Override
    public List<Promise> asOf(Instant moment) {
        return store.read(handle -> PromiseTable.all(handle, moment));
    }

    @Override
    public Optional<Promise> find(String id) {
        return all().stream().filter(promise -> promise.id().equals(id)).findFirst();
    }

    @Override
    public Promise require(String id) {
        return find(id).orElseThrow(StoredPromises::unknown);
    }

    @Override
    public List<Promise> of(String meeting) {
        return all().stream()
                .filter(promise -> promise.meeting().equals(meeting))
                .toList();
    }

    @Override
    public Opening opening(Meeting meeting) {
        Instant until = meeting.freeze().map(Meeting.Freeze::at).orElse(ALWAYS);
        Instant since = meetings.before(meeting)
                .flatMap(Meeting::freeze)
                .map(Meeting.Freeze::at)
                .orElse(Instant.EPOCH);
        List<Promise> earlier = asOf(until).stream()
                .filter(promise -> !promise.meeting().equals(meeting.id()))
                .toList();
        return Opening.of(earlier, meeting.day(), since);
    }

    @Override
    public Promise make(Authorship by, Offer offer) {
        long meeting = Long.parseLong(meetings.require(offer.meeting()).id().substring(1));
        return store.write(by, writing -> {
            Optional<Promise> same = PromiseTable.all(writing.handle(), ALWAYS).stream()
                    .filter(promise -> promise.open() && fits(promise, offer))
                    .findFirst();
            if (same.isPresent()) {
                writing.unchanged();
                return same.get();
            }
            requireExhibit(writing, meeting, offer.exhibit());
            requireOwner(writing, offer.owner());
            Optional<Promise.Named> figure = figure(offer);
            long number = PromiseTable.make(writing, meeting, offer);
            figure.ifPresent(named -> PromiseTable.name(writing, number, named));
            PromiseTable.happen(writing, number, new Made(writing.now(), by.actor(), offer.due()));
            writing.record(
                    "promise-made",
                    "p" + number,
                    Change.made("open, due " + offer.due()),
                    Map.of(
                            "meeting", offer.meeting(),
                            "exhibit", offer.exhibit(),
                            "level", offer.level().words(),
                            "due", offer.due(),
                            "owner", offer.owner()));
            return inside(writing, "p" + number);
        });
    }

    private Optional<Promise.Named> figure(Offer offer) {
        if (offer.figure().isEmpty()) {
            return Optional.empty();
        }
        return meetings.readings(offer.meeting()).stream()
                .map(FrozenReading::reading)
                .filter(reading -> reading.exhibit().equals(offer.exhibit()))
                .flatMap(reading -> Figures.find(reading, offer.figure()).stream())
                .map(figure -> Optional.of(new Promise.Named(figure.id(), figure.title())))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "FIGURE_UNKNOWN", "The exhibit has no such figure.", "Choose one from the list, or none."));
    }

    @Override
    public Judgement judgement(Promise promise) {
        List<Judgement.Seen> seen = meetings.all().reversed().stream()
                .filter(Meeting::frozen)
                .filter(meeting -> notBefore(meeting, promise))
                .flatMap(meeting -> meetings.readings(meeting.id()).stream()
                        .map(frozen -> new Judgement.Seen(meeting.id(), frozen.reading())))
                .toList();
        return Judgement.of(promise, seen);
    }

    /** The wall in front of which a promise was given is no evidence for it, nor is an earlier one. */
    private static boolean notBefore(Meeting meeting, Promise promise) {
        return !meeting.id().equals(promise.meeting())
                && !meeting.freeze()
                        .orElseThrow()
                        .at()
                        .isBefore(promise.events().getFirst().at());
    }

    private static boolean fits(Promise promise, Offer offer) {
        return promise.meeting().equals(offer.meeting())
                && promise.exhibit().equals(offer.exhibit())
                && promise.figure().map(Promise.Named::id).orElse("").equals(offer.figure())
                && promise.level().equals(offer.level())
                && promise.due().equals(offer.due())
                && promise.owner().equals(offer.owner());
    }

    @Override
    public Promise move(Authorship by, String id, LocalDate due) {
        String reason = requireWords(by.reason(), "A promise is moved for a reason.");
        return change(by, id, (writing, promise) -> {
            requireOpen(promise);
            return promise.due().equals(due)
                    ? Optional.empty()
                    : Optional.of(new Moved(writing.now(), by.actor(), promise.due(), due, reason));
        });
    }

    @Override
    public Promise keep(Authorship by, String id, String evidence, Optional<FrozenLevel> reading) {
        String shown = requireWords(evidence, "A kept promise is shown by something.");
        return close(by, id, Promise.State.KEPT, now -> new Kept(now, by.actor(), shown, reading));
    }

    @Override
    public Promise breakOff(Authorship by, String id, String evidence, Optional<FrozenLevel> reading) {
        String shown = requireWords(evidence, "A broken promise is shown by something.");
        return close(by, id, Promise.State.BROKEN, now -> new Broken(now, by.actor(), shown, reading));
    }

    @Override
    public Promise withdraw(Authorship by, String id) {
        String reason = requireWords(by.reason(), "A promise is withdrawn for a reason.");
        return close(by, id, Promise.State.WITHDRAWN, now -> new Withdrawn(now, by.actor(), reason));
    }

    private Promise close(Authorship by, String id, Promise.State state, Function<Instant, PromiseEvent> closing) {
        return change(by, id, (writing, promise) -> {
            if (promise.state() == state) {
                return Optional.empty();
            }
            requireOpen(promise);
            return Optional.of(closing.apply(writing.now()));
        });
    }

    private Promise change(
            Authorship by, String id, BiFunction<Writing, Promise, Optional<? extends PromiseEvent>> verb) {
        return store.write(by, writing -> {
            Promise promise = inside(writing, id);
            Optional<? extends PromiseEvent> event = verb.apply(writing, promise);
            if (event.isEmpty()) {
                writing.unchanged();
                return promise;
            }
            PromiseTable.happen(writing, Long.parseLong(id.substring(1)), event.get());
            record(writing, promise, event.get());
            return inside(writing, id);
        });
    }

    private static void record(Writing writing, Promise promise, PromiseEvent event) {
        switch (event) {
            case Made made -> throw new IllegalStateException("a promise is made once");
            case Moved moved ->
                writing.record(
                        "promise-moved",
                        promise.id(),
                        Change.of("due " + moved.from(), "due " + moved.to()),
                        Map.of("from", moved.from(), "to", moved.to(), "owner", promise.owner()));
            case Kept kept ->
                writing.record(
                        "promise-kept",
                        promise.id(),
                        Change.of("open, due " + promise.due(), "kept"),
                        Map.of("owner", promise.owner()));
            case Broken broken ->
                writing.record(
                        "promise-broken",
                        promise.id(),
                        Change.of("open, due " + promise.due(), "broken"),
                        Map.of("owner", promise.owner()));
            case Withdrawn withdrawn ->
                writing.record(
                        "promise-withdrawn",
                        promise.id(),
                        Change.of("open, due " + promise.due(), "withdrawn"),
                        Map.of("owner", promise.owner()));
        }
    }

    private static Promise inside(Writing writing, String id) {
        return PromiseTable.all(writing.handle(), ALWAYS).stream()
                .filter(promise -> promise.id().equals(id))
                .findFirst()
                .orElseThrow(StoredPromises::unknown);
    }

    private static void requireOpen(Promise promise) {
        if (!promise.open()) {
            throw Failure.yours(
                    "PROMISE_CLOSED",
                    "This promise is %s; nothing more can happen to it."
                            .formatted(promise.state().words()),
                    "Give a new promise in the next meeting.");
        }
    }

    private static String requireWords(String words, String why) {
        String stripped = words.strip();
        if (stripped.isEmpty() || stripped.length() > 4000) {
            throw Failure.yours("REASON_MISSING", why, "Say it in at most 4000 characters.");
        }
        return stripped;
    }

    private static void requireExhibit(Writing writing, long meeting, String exhibit) {
        if (!PromiseTable.hangs(writing.handle(), meeting, exhibit)) {
            throw Failure.yours(
                    "EXHIBIT_UNKNOWN",
                    "No exhibit '%s' is frozen in this meeting.".formatted(exhibit),
                    "Freeze the walls first, then promise for an exhibit that hangs there.");
        }
    }

    private static void requireOwner(Writing writing, String owner) {
        if (!PromiseTable.ownerIsOpen(writing.handle(), owner)) {
            throw Failure.yours(
                    "OWNER_UNKNOWN",
                    "The owner has no open account.",
                    "Name somebody who can sign in; an administrator can invite them on the page People.");
        }
    }

    private static Failure unknown() {
        return Failure.yours("PROMISE_UNKNOWN", "There is no such promise.", "The page Promises lists them all.");
    }
}

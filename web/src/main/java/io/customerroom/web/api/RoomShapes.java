package io.customerroom.web.api;

import static io.customerroom.web.api.Shape.DAY;
import static io.customerroom.web.api.Shape.EXACT;
import static io.customerroom.web.api.Shape.MOMENT;
import static io.customerroom.web.api.Shape.TEXT;
import static io.customerroom.web.api.Shape.TRUTH;
import static io.customerroom.web.api.Shape.WHOLE;

import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.meetings.Attendance;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.PromiseEvent;
import io.customerroom.web.api.Shape.Type;
import io.customerroom.web.security.SignedIn;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Meetings, what they froze, and promises. */
final class RoomShapes {

    /** @param present and absent, where somebody noted it */
    record Held(Meeting meeting, Optional<String> build, List<Attendance> attendance) {}

    private static final Shape<RowScope> SCOPE = Shape.<RowScope>of("Scope", "Whose rows may be seen.")
            .with("segments", new Type.ListOf(TEXT), "Any of them; none: all.", it -> List.copyOf(it.segments()))
            .with("sites", new Type.ListOf(TEXT), "Any of them; none: all.", it -> List.copyOf(it.sites()));

    static final Shape<SignedIn> ME = Shape.<SignedIn>of("Me", "As whom a token acts, and how far it reaches.")
            .with("name", TEXT, "The account.", SignedIn::name)
            .with("displayName", TEXT, "Of the person.", SignedIn::displayName)
            .with("role", TEXT, "Of the account.", it -> it.role().id())
            .with(
                    "rights",
                    new Type.ListOf(TEXT),
                    "That the token carries.",
                    it -> it.rights().stream().sorted().map(Enum::name).toList())
            .with("scope", new Type.Of(SCOPE), "Whose rows it may see.", it -> SCOPE.write(it.scope()));

    private static final Shape<Meeting.Freeze> FREEZE = Shape.<Meeting.Freeze>of(
                    "Freeze", "The walls stand still from here on.")
            .with("at", MOMENT, "When.", Meeting.Freeze::at)
            .with("by", TEXT, "The account that froze them.", Meeting.Freeze::by)
            .with("evidence_hash", TEXT, "SHA-256 over all frozen readings.", Meeting.Freeze::evidenceHash)
            .with("trail_head", TEXT, "Hash of the trail's newest entry before.", Meeting.Freeze::trailHead);

    private static final Shape<Attendance> ATTENDANCE = Shape.<Attendance>of(
                    "Attendance", "Whether somebody who belongs to the meeting was there.")
            .with("account", TEXT, "Of the person.", Attendance::account)
            .with("present", TRUTH, "Whether the person was there.", Attendance::present)
            .with("substitute", TEXT, "Who came instead; empty if nobody did.", Attendance::substitute);

    static final Shape<Held> MEETING = Shape.<Held>of("Meeting", "An accountability meeting.")
            .with(
                    "id",
                    TEXT,
                    "m1, m2, … in the order of planning.",
                    it -> it.meeting().id())
            .with("title", TEXT, "By which people call it.", it -> it.meeting().title())
            .with("day", DAY, "Of the company's calendar.", it -> it.meeting().day())
            .with(
                    "cadence",
                    new Type.Word(
                            Arrays.stream(Cadence.values()).map(Cadence::id).toList()),
                    "How often it comes round.",
                    it -> it.meeting().cadence().id())
            .maybe(
                    "freeze",
                    new Type.Of(FREEZE),
                    "null before the walls are frozen.",
                    it -> it.meeting().freeze().map(FREEZE::write))
            .maybe("build", TEXT, "The ledger its walls were read from, where it was noted.", Held::build)
            .with(
                    "attendance",
                    new Type.ListOf(new Type.Of(ATTENDANCE)),
                    "By account.",
                    it -> ATTENDANCE.all(it.attendance()));

    static final Shape<FrozenReading> READING = Shape.<FrozenReading>of(
                    "Reading", "One exhibit as a meeting froze it, with everything it rests on.")
            .with(
                    "exhibit",
                    TEXT,
                    "Stable id of the exhibit.",
                    it -> it.reading().exhibit())
            .with("title", TEXT, "By which people call it.", it -> it.reading().title())
            .with("wall", WHOLE, "1, 2 or 3.", it -> (long) it.reading().wall())
            .with("metric", TEXT, "That it shows.", it -> it.reading().metric())
            .with("period", TEXT, "On the wall: 2026-05.", it -> it.reading().period())
            .with(
                    "through",
                    DAY,
                    "The last day that is counted.",
                    it -> it.reading().clocks().through())
            .with(
                    "known",
                    MOMENT,
                    "What was known by then is counted.",
                    it -> it.reading().clocks().known())
            .with(
                    "definitions",
                    TEXT,
                    "Ids of the definitions in force.",
                    it -> it.reading().definitions())
            .with(
                    "batches",
                    new Type.ListOf(TEXT),
                    "Ids of the batches it rests on.",
                    it -> it.reading().receipts())
            .with(
                    "question",
                    TEXT,
                    "Fingerprint of the question.",
                    it -> it.reading().question())
            .with("hash", TEXT, "SHA-256 over everything this reading states.", FrozenReading::hash);

    private static final Shape<Level> LEVEL = Shape.<Level>of("Level", "What is promised of an exhibit's figure.")
            .with("value", EXACT, "To be reached.", it -> it.value().toPlainString())
            .with("unit", TEXT, "In which it is counted.", Level::unit)
            .with(
                    "direction",
                    new Type.Word(Arrays.stream(Level.Direction.values())
                            .map(Level.Direction::id)
                            .toList()),
                    "On which side of the value the promise is kept.",
                    it -> it.direction().id());

    private static final Shape<PromiseEvent> EVENT = Shape.<PromiseEvent>of(
                    "PromiseEvent", "Something that happened to a promise.")
            .with(
                    "kind",
                    new Type.Word(List.of("made", "moved", "kept", "broken", "withdrawn")),
                    "What happened.",
                    RoomShapes::kind)
            .with("at", MOMENT, "When it was noted.", PromiseEvent::at)
            .with("by", TEXT, "The account that noted it.", PromiseEvent::by)
            .maybe("due", DAY, "The date it then had, where one was given.", RoomShapes::due)
            .maybe("words", TEXT, "The reason, or what shows it.", RoomShapes::words);

    static final Shape<Promise> PROMISE = Shape.<Promise>of(
                    "Promise", "A level, a date and an owner, given for an exhibit in a meeting.")
            .with("id", TEXT, "p1, p2, … in the order of giving.", Promise::id)
            .with("meeting", TEXT, "In which it was given.", Promise::meeting)
            .with("exhibit", TEXT, "It is about.", Promise::exhibit)
            .maybe(
                    "figure",
                    TEXT,
                    "Of the exhibit, where one was named.",
                    it -> it.figure().map(Promise.Named::id))
            .with("sentence", TEXT, "As people read it.", Promise::sentence)
            .with("level", new Type.Of(LEVEL), "What is promised.", it -> LEVEL.write(it.level()))
            .with("owner", TEXT, "Account of the person who gave it.", Promise::owner)
            .with("words", TEXT, "What will be done, in the owner's words.", Promise::words)
            .with(
                    "state",
                    new Type.Word(Arrays.stream(Promise.State.values())
                            .map(Promise.State::words)
                            .toList()),
                    "Where it stands.",
                    it -> it.state().words())
            .with("due", DAY, "The date that holds now.", Promise::due)
            .with("moves", WHOLE, "How often its date was changed.", it -> (long) it.moves())
            .with("events", new Type.ListOf(new Type.Of(EVENT)), "Oldest first.", it -> EVENT.all(it.events()));

    private RoomShapes() {}

    private static String kind(PromiseEvent event) {
        return switch (event) {
            case PromiseEvent.Made made -> "made";
            case PromiseEvent.Moved moved -> "moved";
            case PromiseEvent.Kept kept -> "kept";
            case PromiseEvent.Broken broken -> "broken";
            case PromiseEvent.Withdrawn withdrawn -> "withdrawn";
        };
    }

    private static Optional<LocalDate> due(PromiseEvent event) {
        return switch (event) {
            case PromiseEvent.Made made -> Optional.of(made.due());
            case PromiseEvent.Moved moved -> Optional.of(moved.to());
            case PromiseEvent.Kept kept -> Optional.empty();
            case PromiseEvent.Broken broken -> Optional.empty();
            case PromiseEvent.Withdrawn withdrawn -> Optional.empty();
        };
    }

    private static Optional<String> words(PromiseEvent event) {
        return switch (event) {
            case PromiseEvent.Made made -> Optional.empty();
            case PromiseEvent.Moved moved -> Optional.of(moved.reason());
            case PromiseEvent.Kept kept -> Optional.of(kept.evidence());
            case PromiseEvent.Broken broken -> Optional.of(broken.evidence());
            case PromiseEvent.Withdrawn withdrawn -> Optional.of(withdrawn.reason());
        };
    }
}

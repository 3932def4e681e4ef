package io.customerroom.room.promises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Something that happened to a promise. Events are only added; what a promise is follows from them. */
public sealed interface PromiseEvent {

    /** When it was noted. */
    Instant at();

    /** The account that noted it. */
    String by();

    /** It was given. */
    record Made(Instant at, String by, LocalDate due) implements PromiseEvent {}

    /** Its date slipped, or came nearer. The former date stays visible. */
    record Moved(Instant at, String by, LocalDate from, LocalDate to, String reason) implements PromiseEvent {}

    /** The level was reached. A reading is there where a frozen wall shows it. */
    record Kept(Instant at, String by, String evidence, Optional<FrozenLevel> reading) implements PromiseEvent {}

    /** The level was not reached and will not be under this promise. A reading is there where a frozen wall shows it. */
    record Broken(Instant at, String by, String evidence, Optional<FrozenLevel> reading) implements PromiseEvent {}

    /** It is no longer asked for. */
    record Withdrawn(Instant at, String by, String reason) implements PromiseEvent {}
}

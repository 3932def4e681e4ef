package io.customerroom.room.decisions.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.agenda.Agendas;
import io.customerroom.room.decisions.Decision;
import io.customerroom.room.decisions.Decisions;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decisions in the state store. */
public final class StoredDecisions implements Decisions {

    /** Later than every moment that can be stored, and still four digits of year. */
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    private final StateStore store;
    private final Meetings meetings;
    private final Agendas agendas;

    public StoredDecisions(StateStore store, Meetings meetings, Agendas agendas) {
        this.store = store;
        this.meetings = meetings;
        this.agendas = agendas;
    }

    @Override
    public List<Decision> all() {
        return asOf(ALWAYS);
    }

    @Override
    public List<Decision> asOf(Instant moment) {
        return store.read(handle -> DecisionTable.all(handle, moment));
    }

    @Override
    public List<Decision> of(String meeting) {
        return all().stream().filter(it -> it.meeting().equals(meeting)).toList();
    }

    @Override
    public List<Decision> dueOn(LocalDate day) {
        return all().stream()
                .filter(decision -> decision.dueOn(day))
                .sorted(Comparator.comparing(decision -> decision.reviewOn().orElseThrow(), Comparator.naturalOrder()))
                .toList();
    }

    @Override
    public Decision require(String id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(StoredDecisions::unknown);
    }

    @Override
    public Decision take(Authorship by, Choice choice) {
        String meeting = meetings.require(choice.meeting()).id();
        choice.item().ifPresent(item -> requireOnAgenda(item, meeting));
        return store.write(by, writing -> {
            Optional<Decision> same = DecisionTable.all(writing.handle(), ALWAYS).stream()
                    .filter(decision -> decision.stands() && fits(decision, choice))
                    .findFirst();
            if (same.isPresent()) {
                writing.unchanged();
                return same.get();
            }
            requireMeetingOpen(writing, meeting);
            requireOwner(writing, choice.owner());
            Long item = choice.item().map(StoredDecisions::number).orElse(null);
            long number = DecisionTable.take(writing, number(meeting), item, choice);
            writing.record(
                    "decision-taken",
                    "d" + number,
                    Change.made("stands, review " + choice.reviewOn()),
                    Map.of("meeting", meeting, "owner", choice.owner(), "review", choice.reviewOn()));
            return inside(writing, "d" + number);
        });
    }

    private static boolean fits(Decision decision, Choice choice) {
        return decision.meeting().equals(choice.meeting())
                && decision.item().equals(choice.item())
                && decision.words().equals(choice.words())
                && decision.reason().equals(choice.reason())
                && decision.owner().equals(choice.owner())
                && decision.firstReview().equals(choice.reviewOn());
    }

    @Override
    public Decision confirm(Authorship by, String id, String words, LocalDate next) {
        String found = Typed.required(words, Typed.LONG, "REVIEW_MISSING", "A review says what was found.");
        return store.write(by, writing -> {
            Decision decision = inside(writing, id);
            requireStands(decision);
            if (!next.isAfter(decision.reviewOn().orElseThrow())) {
                throw Failure.yours(
                        "REVIEW_NOT_LATER",
                        "The next day to look is not later than the last one.",
                        "Choose a day after %s.".formatted(decision.reviewOn().orElseThrow()));
            }
            DecisionTable.review(writing, number(id), "stands", found, next);
            writing.record(
                    "decision-confirmed",
                    id,
                    Change.of("stands, review " + decision.reviewOn().orElseThrow(), "stands, review " + next),
                    Map.of("review", next));
            return inside(writing, id);
        });
    }

    @Override
    public Decision end(Authorship by, String id, String words) {
        String found = Typed.required(words, Typed.LONG, "REVIEW_MISSING", "A decision is ended for a reason.");
        return store.write(by, writing -> {
            Decision decision = inside(writing, id);
            if (!decision.stands()) {
                writing.unchanged();
                return decision;
            }
            DecisionTable.review(writing, number(id), "ended", found, null);
            writing.record("decision-ended", id, Change.of("stands", "ended"), Map.of());
            return inside(writing, id);
        });
    }

    private static Decision inside(Writing writing, String id) {
        return DecisionTable.all(writing.handle(), ALWAYS).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(StoredDecisions::unknown);
    }

    private void requireOnAgenda(String item, String meeting) {
        if (!agendas.require(item).meeting().equals(meeting)) {
            throw Failure.yours(
                    "AGENDA_ITEM_UNKNOWN",
                    "This point belongs to another meeting.",
                    "Decide in the meeting whose agenda it stands on.");
        }
    }

    private static void requireMeetingOpen(Writing writing, String meeting) {
        if (DecisionTable.closed(writing.handle(), number(meeting))) {
            throw Failure.yours(
                    "MEETING_CLOSED", "This meeting is closed; its decisions stand.", "Decide in the next meeting.");
        }
    }

    private static void requireOwner(Writing writing, String owner) {
        if (!DecisionTable.ownerIsOpen(writing.handle(), owner)) {
            throw Failure.yours(
                    "OWNER_UNKNOWN",
                    "The owner has no open account.",
                    "Name somebody who can sign in; an administrator can invite them on the page People.");
        }
    }

    private static void requireStands(Decision decision) {
        if (!decision.stands()) {
            throw Failure.yours(
                    "DECISION_ENDED", "This decision holds no longer.", "Take a new one in the next meeting.");
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(1));
    }

    private static Failure unknown() {
        return Failure.yours("DECISION_UNKNOWN", "There is no such decision.", "The page Decisions lists them all.");
    }
}

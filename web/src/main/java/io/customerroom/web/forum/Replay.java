package io.customerroom.web.forum;

import io.customerroom.room.agenda.AgendaItem;
import io.customerroom.room.agenda.Agendas;
import io.customerroom.room.decisions.Decision;
import io.customerroom.room.decisions.Decisions;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.meetings.Answer;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.minutes.Closing;
import io.customerroom.room.minutes.Minutes;
import io.customerroom.room.minutes.Note;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.Promises;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A meeting with frozen walls, gone through again: the opening, each point of the agenda with its exhibit, the exhibits nobody spoke
 * about, and the end. Everything is as it stood when the meeting was closed; a meeting that was never closed ended when the walls of the
 * next one were frozen.
 */
@Component
final class Replay {

    private final FrozenForReader forReader;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Minutes minutes;
    private final Decisions decisions;
    private final Promises promises;
    private final Clock clock;

    Replay(
            Meetings meetings,
            Agendas agendas,
            Minutes minutes,
            Decisions decisions,
            Promises promises,
            Clock clock,
            FrozenForReader forReader) {
        this.forReader = forReader;
        this.meetings = meetings;
        this.agendas = agendas;
        this.minutes = minutes;
        this.decisions = decisions;
        this.promises = promises;
        this.clock = clock;
    }

    /** One page of a replay. */
    sealed interface Step {

        String title();

        /** Who was there, and the promises the meeting opened with. */
        record Opening(String title) implements Step {}

        /** A point of the agenda, with the exhibit it was about. */
        record Point(
                String title,
                AgendaItem item,
                Optional<Note> note,
                List<Decision> decisions,
                @Nullable FrozenCard card) implements Step {}

        /** An exhibit that was on no agenda. */
        record Exhibit(String title, FrozenCard card) implements Step {}

        /** What was decided, and the promises as they stood. */
        record End(String title, List<Decision> decisions, List<Promise> promises) implements Step {}

        /** The name by which the template knows it. */
        default String kind() {
            return switch (this) {
                case Opening opening -> "opening";
                case Point point -> "point";
                case Exhibit exhibit -> "exhibit";
                case End end -> "end";
            };
        }
    }

    /** When the meeting ended: what happened later is not shown. */
    Instant ended(Meeting meeting) {
        return minutes.closing(meeting.id()).map(Closing::at).orElseGet(() -> overtaken(meeting));
    }

    private Instant overtaken(Meeting meeting) {
        Instant froze = meeting.freeze().orElseThrow().at();
        return meetings.all().stream()
                .flatMap(other -> other.freeze().stream())
                .map(Meeting.Freeze::at)
                .filter(froze::isBefore)
                .min(Instant::compareTo)
                .map(next -> next.minusMillis(1))
                .orElseGet(clock::instant);
    }

    List<Step> steps(Meeting meeting) {
        Instant ended = ended(meeting);
        Map<String, FrozenCard> cards = cards(meeting, ended);
        Map<String, Note> notes =
                minutes.of(meeting.id()).stream().collect(Collectors.toMap(Note::item, Function.identity()));
        List<Decision> taken = decisions.asOf(ended).stream()
                .filter(decision -> decision.meeting().equals(meeting.id()))
                .toList();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Opening("How it opened"));
        Set<String> spokenAbout = new HashSet<>();
        for (AgendaItem item : agendas.of(meeting.id())) {
            spokenAbout.add(item.topic().exhibit());
            steps.add(new Step.Point(
                    item.topic().title(),
                    item,
                    Optional.ofNullable(notes.get(item.id())),
                    taken.stream()
                            .filter(it -> it.item().filter(item.id()::equals).isPresent())
                            .toList(),
                    cards.get(item.topic().exhibit())));
        }
        cards.values().stream()
                .filter(card -> !spokenAbout.contains(card.reading().exhibit()))
                .forEach(
                        card -> steps.add(new Step.Exhibit(card.reading().view().finding(), card)));
        steps.add(new Step.End("How it ended", taken, promises.asOf(ended)));
        return List.copyOf(steps);
    }

    /** By exhibit, in hanging order. */
    private Map<String, FrozenCard> cards(Meeting meeting, Instant ended) {
        List<Answer> answers = meetings.answers(meeting.id()).stream()
                .filter(answer -> !answer.at().isAfter(ended))
                .toList();
        List<Promise> given = promises.asOf(ended).stream()
                .filter(promise -> promise.meeting().equals(meeting.id()))
                .toList();
        Map<String, FrozenCard> cards = new LinkedHashMap<>();
        for (FrozenReading frozen : forReader.of(meetings.readings(meeting.id()))) {
            cards.put(frozen.reading().exhibit(), FrozenCard.of(frozen, answers, given));
        }
        return cards;
    }
}

package io.customerroom.room.minutes.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.agenda.AgendaItem;
import io.customerroom.room.agenda.Agendas;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.minutes.Addendum;
import io.customerroom.room.minutes.Closing;
import io.customerroom.room.minutes.Minutes;
import io.customerroom.room.minutes.Note;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.Hash;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import io.customerroom.state.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Minutes in the state store. */
public final class StoredMinutes implements Minutes {

    /** Room for what is said in an hour about one point. */
    private static final int LONGEST = 20_000;

    private final StateStore store;
    private final Meetings meetings;
    private final Agendas agendas;

    public StoredMinutes(StateStore store, Meetings meetings, Agendas agendas) {
        this.store = store;
        this.meetings = meetings;
        this.agendas = agendas;
    }

    @Override
    public List<Note> of(String meeting) {
        long number = number(meetings.require(meeting).id());
        return store.read(handle -> MinutesTable.of(handle, number));
    }

    @Override
    public Note write(Authorship by, String id, String words, int over) {
        String text = Typed.optional(words, LONGEST);
        AgendaItem item = agendas.require(id);
        return store.write(by, writing -> {
            requireOpen(writing, item);
            Optional<Note> before = MinutesTable.find(writing.handle(), number(id));
            if (before.map(Note::words).orElse("").equals(text)) {
                writing.unchanged();
                return before.orElse(new Note(id, "", 0, writing.now(), by.actor()));
            }
            int revision = before.map(Note::revision).orElse(0);
            if (revision != over) {
                throw Failure.yours(
                        "MINUTES_OVERTAKEN",
                        "%s has written about this point meanwhile."
                                .formatted(before.map(Note::by).orElse("Somebody")),
                        "Read what stands there now, then save your words again.");
            }
            MinutesTable.write(writing, number(id), text, revision + 1);
            writing.record(
                    "minutes-written",
                    id,
                    Change.of("revision " + revision, "revision " + (revision + 1)),
                    Map.of("meeting", item.meeting(), "revision", revision + 1));
            return MinutesTable.find(writing.handle(), number(id)).orElseThrow();
        });
    }

    @Override
    public void add(Authorship by, String id, String words) {
        String text = Typed.required(words, LONGEST, "ADDENDUM_MISSING", "An addendum has words.");
        AgendaItem item = agendas.require(id);
        store.write(by, writing -> {
            if (MinutesTable.closing(writing.handle(), number(item.meeting())).isEmpty()) {
                throw Failure.yours(
                        "MEETING_OPEN", "The meeting is not closed yet.", "Write it into the minutes themselves.");
            }
            int addenda = MinutesTable.addenda(writing.handle(), number(item.meeting()))
                    .size();
            MinutesTable.add(writing, number(id), text);
            writing.record(
                    "addendum-written",
                    id,
                    Change.of("addenda: " + addenda, "addenda: " + (addenda + 1)),
                    Map.of("meeting", item.meeting()));
            return item;
        });
    }

    @Override
    public List<Addendum> addenda(String meeting) {
        long number = number(meetings.require(meeting).id());
        return store.read(handle -> MinutesTable.addenda(handle, number));
    }

    @Override
    public Closing close(Authorship by, String id) {
        Meeting meeting = meetings.require(id);
        if (!meeting.frozen()) {
            throw Failure.yours(
                    "WALLS_NOT_FROZEN",
                    "A meeting is closed in front of its frozen walls.",
                    "Freeze the walls first; what was said is about them.");
        }
        return store.write(by, writing -> {
            Optional<Closing> before = MinutesTable.closing(writing.handle(), number(id));
            if (before.isPresent()) {
                writing.unchanged();
                return before.get();
            }
            String hash = hash(agendas.of(id), MinutesTable.of(writing.handle(), number(id)));
            MinutesTable.close(writing, number(id), hash);
            writing.record("meeting-closed", id, Change.of("open", "closed, minutes " + hash), Map.of("minutes", hash));
            return MinutesTable.closing(writing.handle(), number(id)).orElseThrow();
        });
    }

    @Override
    public Optional<Closing> closing(String meeting) {
        long number = number(meetings.require(meeting).id());
        return store.read(handle -> MinutesTable.closing(handle, number));
    }

    @Override
    public boolean hold(String meeting) {
        return closing(meeting)
                .map(closing -> closing.minutesHash().equals(hash(agendas.of(meeting), of(meeting))))
                .orElse(true);
    }

    private static String hash(List<AgendaItem> agenda, List<Note> notes) {
        Map<String, String> words = notes.stream().collect(Collectors.toMap(Note::item, Note::words));
        Function<AgendaItem, List<Object>> line = item -> List.of(
                item.id(),
                item.topic().title(),
                item.topic().wall(),
                item.topic().minutes(),
                words.getOrDefault(item.id(), ""));
        return Hash.of(Json.write(agenda.stream().map(line).toList()));
    }

    private static void requireOpen(Writing writing, AgendaItem item) {
        if (MinutesTable.closing(writing.handle(), number(item.meeting())).isPresent()) {
            throw Failure.yours(
                    "MEETING_CLOSED",
                    "This meeting is closed; its minutes stand.",
                    "Add what is missing as an addendum.");
        }
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(1));
    }
}

package io.customerroom.room.agenda.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.agenda.AgendaItem;
import io.customerroom.room.agenda.Agendas;
import io.customerroom.room.agenda.Topic;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Agendas in the state store. */
public final class StoredAgendas implements Agendas {

    private final StateStore store;
    private final Meetings meetings;

    public StoredAgendas(StateStore store, Meetings meetings) {
        this.store = store;
        this.meetings = meetings;
    }

    @Override
    public List<AgendaItem> of(String meeting) {
        long number = meeting(meeting);
        return store.read(handle -> AgendaTable.of(handle, number));
    }

    @Override
    public AgendaItem require(String item) {
        long number = Typed.number(item, 'a', unknown());
        return store.read(handle -> AgendaTable.find(handle, number)).orElseThrow(StoredAgendas::unknown);
    }

    @Override
    public int propose(Authorship by, String meeting, List<Topic> topics) {
        long number = meeting(meeting);
        return store.write(by, writing -> {
            requireOpen(writing, number);
            List<Topic> fresh = topics.stream()
                    .filter(topic ->
                            AgendaTable.same(writing.handle(), number, topic).isEmpty())
                    .toList();
            if (fresh.isEmpty()) {
                writing.unchanged();
                return 0;
            }
            int former = AgendaTable.of(writing.handle(), number).size();
            fresh.forEach(topic -> AgendaTable.add(writing, number, topic));
            writing.record(
                    "agenda-proposed",
                    meeting,
                    Change.of(
                            "points: " + former,
                            "points: "
                                    + AgendaTable.of(writing.handle(), number).size()),
                    Map.of("items", fresh.size()));
            return fresh.size();
        });
    }

    @Override
    public AgendaItem add(Authorship by, String meeting, Topic topic) {
        long number = meeting(meeting);
        return store.write(by, writing -> {
            requireOpen(writing, number);
            Optional<AgendaItem> same = AgendaTable.same(writing.handle(), number, topic);
            if (same.filter(it -> stands(writing, it)).isPresent()) {
                writing.unchanged();
                return same.get();
            }
            long item = same.map(it -> number(it.id())).orElseGet(() -> AgendaTable.add(writing, number, topic));
            if (same.isPresent()) {
                AgendaTable.bringBack(writing, item);
            }
            writing.record(
                    "agenda-item-added",
                    "a" + item,
                    Change.of(same.isPresent() ? "taken off the agenda" : Change.NOTHING, "on the agenda"),
                    Map.of("meeting", meeting));
            return AgendaTable.find(writing.handle(), item).orElseThrow();
        });
    }

    @Override
    public void move(Authorship by, String item, int places) {
        change(by, item, (writing, moved) -> {
            List<AgendaItem> order = new ArrayList<>(AgendaTable.of(
                    writing.handle(), Long.parseLong(moved.meeting().substring(1))));
            int from = order.indexOf(moved);
            int to = Math.clamp((long) from + places, 0, order.size() - 1);
            if (from == to) {
                return false;
            }
            order.add(to, order.remove(from));
            for (int place = 0; place < order.size(); place++) {
                AgendaTable.place(writing, number(order.get(place).id()), place + 1);
            }
            writing.record(
                    "agenda-item-moved",
                    item,
                    Change.of("place " + (from + 1), "place " + (to + 1)),
                    Map.of("meeting", moved.meeting(), "place", to + 1));
            return true;
        });
    }

    @Override
    public void plan(Authorship by, String item, int minutes) {
        if (minutes < 0 || minutes > 240) {
            throw Failure.yours("MINUTES_MALFORMED", "This is no time for a point.", "Use 0 to 240 minutes.");
        }
        change(by, item, (writing, planned) -> {
            if (planned.topic().minutes() == minutes) {
                return false;
            }
            AgendaTable.plan(writing, number(item), minutes);
            writing.record(
                    "agenda-item-timed",
                    item,
                    Change.of(planned.topic().minutes() + " minutes", minutes + " minutes"),
                    Map.of("meeting", planned.meeting(), "minutes", minutes));
            return true;
        });
    }

    @Override
    public void takeOff(Authorship by, String item) {
        change(by, item, (writing, off) -> {
            AgendaTable.takeOff(writing, number(item));
            writing.record(
                    "agenda-item-taken-off",
                    item,
                    Change.of("on the agenda", "taken off the agenda"),
                    Map.of("meeting", off.meeting()));
            return true;
        });
    }

    /** Answers whether it changed and recorded something. */
    @FunctionalInterface
    private interface Deed {

        boolean happen(Writing writing, AgendaItem item);
    }

    private void change(Authorship by, String id, Deed change) {
        long number = Typed.number(id, 'a', unknown());
        store.write(by, writing -> {
            AgendaItem item = AgendaTable.find(writing.handle(), number).orElseThrow(StoredAgendas::unknown);
            requireOpen(writing, Long.parseLong(item.meeting().substring(1)));
            if (!stands(writing, item) || !change.happen(writing, item)) {
                writing.unchanged();
            }
            return item;
        });
    }

    private static boolean stands(Writing writing, AgendaItem item) {
        return AgendaTable.of(writing.handle(), Long.parseLong(item.meeting().substring(1)))
                .contains(item);
    }

    private static void requireOpen(Writing writing, long meeting) {
        if (AgendaTable.closed(writing.handle(), meeting)) {
            throw Failure.yours(
                    "MEETING_CLOSED",
                    "This meeting is closed; its agenda stands.",
                    "Put the point on the agenda of the next meeting.");
        }
    }

    private long meeting(String id) {
        return Long.parseLong(meetings.require(id).id().substring(1));
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(1));
    }

    private static Failure unknown() {
        return Failure.yours(
                "AGENDA_ITEM_UNKNOWN", "There is no such point on an agenda.", "Open the meeting's agenda again.");
    }
}

package io.customerroom.web.forum;

import io.customerroom.room.agenda.AgendaItem;
import io.customerroom.room.agenda.Agendas;
import io.customerroom.room.agenda.Proposal;
import io.customerroom.room.agenda.Topic;
import io.customerroom.room.decisions.Decision;
import io.customerroom.room.decisions.Decisions;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.minutes.Addendum;
import io.customerroom.room.minutes.Minutes;
import io.customerroom.room.minutes.Note;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.room.promises.Promises;
import io.customerroom.room.unprofitable.CustomerCases;
import io.customerroom.web.security.SignedIn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page together on which a meeting is prepared and run: agenda, minutes and decisions. */
@Component
final class AgendaPage {

    private final FrozenForReader forReader;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Minutes minutes;
    private final Decisions decisions;
    private final CustomerCases cases;
    private final Promises promises;
    private final People people;
    private final MeetingWalls walls;
    private final Stages stages;

    AgendaPage(
            Meetings meetings,
            Agendas agendas,
            Minutes minutes,
            Decisions decisions,
            CustomerCases cases,
            Promises promises,
            People people,
            MeetingWalls walls,
            Stages stages,
            FrozenForReader forReader) {
        this.forReader = forReader;
        this.meetings = meetings;
        this.agendas = agendas;
        this.minutes = minutes;
        this.decisions = decisions;
        this.cases = cases;
        this.promises = promises;
        this.people = people;
        this.walls = walls;
        this.stages = stages;
    }

    /**
     * One point as the page shows it.
     *
     * @param number 1, 2, … as it is called in the room
     * @param starts minutes after the beginning
     * @param card the frozen exhibit; null where there is none, or where an earlier point shows it
     */
    record Line(
            int number,
            AgendaItem item,
            int starts,
            Optional<Note> note,
            List<Addendum> addenda,
            List<Decision> decisions,
            @Nullable FrozenCard card) {}

    ModelAndView of(Meeting meeting, SignedIn who) {
        List<Line> lines = lines(meeting);
        ModelAndView page = new ModelAndView("forum/agenda");
        page.addObject("meeting", meeting);
        page.addObject("lines", lines);
        page.addObject(
                "planned",
                lines.stream().mapToInt(line -> line.item().topic().minutes()).sum());
        page.addObject("closing", minutes.closing(meeting.id()).orElse(null));
        page.addObject("others", others(meeting, lines));
        page.addObject("loose", loose(meeting));
        page.addObject("names", names());
        page.addObject(
                "invited",
                people.all().stream()
                        .filter(it -> !it.closed() && it.role().may(Right.ANSWER))
                        .toList());
        page.addObject("who", who);
        page.addObject("mayHold", who.may(Right.HOLD_MEETINGS));
        return page;
    }

    /** What the walls and the earlier meetings ask this one to talk about. */
    List<Topic> proposal(Meeting meeting) {
        Optional<Meeting> former = meetings.before(meeting);
        return new Proposal(stages.inOrder())
                .of(new Proposal.Before(
                        meeting.day(),
                        promises.opening(meeting),
                        decisions.dueOn(meeting.day()),
                        cases.dueOn(meeting.day()),
                        walls.front(meeting),
                        former.map(walls::frozen).orElse(List.of()),
                        former.map(Meeting::day).orElse(LocalDate.EPOCH)));
    }

    /** The exhibit as a topic, by its id. */
    Optional<Topic> exhibit(Meeting meeting, String exhibit) {
        return walls.of(meeting).stream()
                .filter(reading -> reading.exhibit().equals(exhibit))
                .findFirst()
                .map(Proposal::exhibit);
    }

    List<Line> lines(Meeting meeting) {
        Map<String, Note> notes =
                minutes.of(meeting.id()).stream().collect(Collectors.toMap(Note::item, Function.identity()));
        List<Addendum> addenda = minutes.addenda(meeting.id());
        List<Decision> taken = decisions.of(meeting.id());
        Map<String, FrozenCard> cards = forReader.of(meetings.readings(meeting.id())).stream()
                .collect(Collectors.toMap(it -> it.reading().exhibit(), it -> FrozenCard.of(it, List.of(), List.of())));
        Set<String> shown = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        int starts = 0;
        for (AgendaItem item : agendas.of(meeting.id())) {
            String exhibit = item.topic().exhibit();
            lines.add(new Line(
                    lines.size() + 1,
                    item,
                    starts,
                    Optional.ofNullable(notes.get(item.id())),
                    addenda.stream().filter(it -> it.item().equals(item.id())).toList(),
                    taken.stream()
                            .filter(it -> it.item().filter(item.id()::equals).isPresent())
                            .toList(),
                    shown.add(exhibit) ? cards.get(exhibit) : null));
            starts += item.topic().minutes();
        }
        return List.copyOf(lines);
    }

    /** Decisions about no point, or about one that was taken off. */
    private List<Decision> loose(Meeting meeting) {
        Set<String> standing =
                agendas.of(meeting.id()).stream().map(AgendaItem::id).collect(Collectors.toSet());
        return decisions.of(meeting.id()).stream()
                .filter(decision -> decision.item().filter(standing::contains).isEmpty())
                .toList();
    }

    /** Exhibits that could still be put on: those in front, and those of the chapters as far as a meeting has frozen them. */
    private List<Reading> others(Meeting meeting, List<Line> lines) {
        Set<String> on = lines.stream()
                .map(line -> line.item().topic())
                .filter(topic -> topic.kind() == Topic.Kind.EXHIBIT)
                .map(Topic::exhibit)
                .collect(Collectors.toSet());
        return Stream.concat(walls.front(meeting).stream(), chapters(meeting))
                .filter(reading -> !on.contains(reading.exhibit()))
                .toList();
    }

    private Stream<Reading> chapters(Meeting meeting) {
        Optional<Meeting> known = meeting.frozen() ? Optional.of(meeting) : meetings.before(meeting);
        return known.stream()
                .flatMap(it -> walls.frozen(it).stream())
                .filter(reading -> !reading.view().around().layer().wall());
    }

    /** What somebody is called. */
    String name(String account) {
        return people.find(account).map(Account::displayName).orElse(account);
    }

    private Map<String, String> names() {
        return people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName));
    }
}

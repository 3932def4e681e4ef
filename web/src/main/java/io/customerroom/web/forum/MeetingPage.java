package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.evidence.ExhibitView.Layer;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.meetings.Answer;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.room.promises.Opening;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.Promises;
import io.customerroom.web.artefacts.Hanging;
import io.customerroom.web.security.SignedIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of a meeting together. */
@Component
final class MeetingPage {

    private final Meetings meetings;
    private final Promises promises;
    private final People people;
    private final Hanging hanging;
    private final FrozenForReader forReader;

    MeetingPage(Meetings meetings, Promises promises, People people, Hanging hanging, FrozenForReader forReader) {
        this.forReader = forReader;
        this.hanging = hanging;
        this.meetings = meetings;
        this.promises = promises;
        this.people = people;
    }

    /** A group of the promises the meeting opens with, and what the group is called. */
    record Group(String title, String css, List<Promise> promises) {}

    /**
     * A chapter that hung behind a wall.
     *
     * @param sentence what a president takes away from it
     * @param exhibits that hung there
     * @param spoken how many answers and promises were given in front of them
     */
    record Behind(String id, String question, String sentence, int exhibits, int spoken) {}

    /** The meeting with what hung in front on its walls, and links to the chapters behind. */
    ModelAndView of(Meeting meeting, SignedIn who) {
        ModelAndView page = framed("forum/meeting", meeting, who);
        List<FrozenCard> cards = cards(meeting);
        page.addObject("groups", groups(promises.opening(meeting)));
        page.addObject("attendance", meetings.attendance(meeting.id()));
        page.addObject(
                "walls", byWall(cards.stream().filter(card -> card.layer().wall())));
        page.addObject("behind", behind(cards));
        page.addObject("strips", hanging.meeting(meeting.id()));
        page.addObject("holds", meetings.evidenceHolds(meeting.id()));
        page.addObject("slot", meetings.slot(meeting.id()).orElse(null));
        page.addObject("next", meeting.cadence().next(meeting.day()).orElse(null));
        page.addObject("build", meetings.build(meeting.id()).orElse(""));
        return page;
    }

    /** One chapter as it hung behind its wall. */
    ModelAndView chapter(Meeting meeting, int wall, String chapter, SignedIn who) {
        List<FrozenCard> cards = cards(meeting).stream()
                .filter(card ->
                        card.reading().wall() == wall && card.layer().id().equals(chapter))
                .toList();
        if (chapter.isEmpty() || cards.isEmpty()) {
            throw Failure.yours(
                    "CHAPTER_UNKNOWN",
                    "No such chapter of wall %d is frozen in this meeting.".formatted(wall),
                    "Open the meeting and follow the links below its walls.");
        }
        ModelAndView page = framed("forum/meeting-chapter", meeting, who);
        page.addObject("wall", wall);
        page.addObject("question", cards.getFirst().layer().question());
        page.addObject("cards", cards);
        return page;
    }

    /** The page on which an exhibit hangs; that of the walls where it is unknown. */
    ModelAndView with(Meeting meeting, String exhibit, SignedIn who) {
        return reading(meeting, exhibit)
                .filter(reading -> !reading.view().around().layer().wall())
                .map(reading -> chapter(
                        meeting, reading.wall(), reading.view().around().layer().id(), who))
                .orElseGet(() -> of(meeting, who));
    }

    /** Where an exhibit hangs, with its anchor. */
    String address(Meeting meeting, String exhibit) {
        String place = reading(meeting, exhibit)
                .filter(reading -> !reading.view().around().layer().wall())
                .map(reading -> "/walls/%d/%s"
                        .formatted(
                                reading.wall(), reading.view().around().layer().id()))
                .orElse("");
        return "/meetings/%s%s#exhibit-%s".formatted(meeting.id(), place, exhibit);
    }

    private Optional<Reading> reading(Meeting meeting, String exhibit) {
        return meetings.readings(meeting.id()).stream()
                .map(FrozenReading::reading)
                .filter(reading -> reading.exhibit().equals(exhibit))
                .findFirst();
    }

    private ModelAndView framed(String template, Meeting meeting, SignedIn who) {
        ModelAndView page = new ModelAndView(template);
        page.addObject("meeting", meeting);
        page.addObject("names", names());
        page.addObject(
                "invited",
                people.all().stream()
                        .filter(it -> !it.closed() && it.role().may(Right.ANSWER))
                        .toList());
        page.addObject("who", who);
        page.addObject("mayHold", who.may(Right.HOLD_MEETINGS));
        page.addObject("mayAnswer", who.may(Right.ANSWER));
        return page;
    }

    /** What people are called, closed accounts included: old meetings keep their names. */
    private Map<String, String> names() {
        return people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName));
    }

    private List<FrozenCard> cards(Meeting meeting) {
        List<Answer> answers = meetings.answers(meeting.id());
        List<Promise> given = promises.of(meeting.id());
        return forReader.of(meetings.readings(meeting.id())).stream()
                .map(frozen -> FrozenCard.of(frozen, answers, given))
                .toList();
    }

    private static Map<Integer, List<FrozenCard>> byWall(Stream<FrozenCard> cards) {
        return cards.collect(Collectors.groupingBy(card -> card.reading().wall(), TreeMap::new, Collectors.toList()));
    }

    private static Map<Integer, List<Behind>> behind(List<FrozenCard> cards) {
        Map<Integer, List<Behind>> chapters = new TreeMap<>();
        byWall(cards.stream().filter(card -> !card.layer().wall())).forEach((wall, hung) -> {
            Map<Layer, List<FrozenCard>> layers = hung.stream()
                    .collect(Collectors.groupingBy(FrozenCard::layer, LinkedHashMap::new, Collectors.toList()));
            chapters.put(
                    wall,
                    layers.entrySet().stream()
                            .map(entry -> behind(entry.getKey(), entry.getValue()))
                            .toList());
        });
        return chapters;
    }

    private static Behind behind(Layer layer, List<FrozenCard> cards) {
        return new Behind(
                layer.id(),
                layer.question(),
                cards.getFirst().sentence(),
                cards.size(),
                cards.stream()
                        .mapToInt(
                                card -> card.answers().size() + card.promises().size())
                        .sum());
    }

    static List<Group> groups(Opening opening) {
        return List.of(
                        new Group("Overdue", "breach", opening.overdue()),
                        new Group("Moved", "breach", opening.moved()),
                        new Group("Broken", "breach", opening.broken()),
                        new Group("Kept", "holds", opening.kept()),
                        new Group("Open", "", opening.open()),
                        new Group("Withdrawn", "", opening.withdrawn()))
                .stream()
                .filter(group -> !group.promises().isEmpty())
                .toList();
    }
}

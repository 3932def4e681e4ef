package io.customerroom.web.forum;

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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page of a meeting together. */
@Component
final class MeetingPage {

    private final Meetings meetings;
    private final Promises promises;
    private final People people;
    private final Hanging hanging;

    MeetingPage(Meetings meetings, Promises promises, People people, Hanging hanging) {
        this.hanging = hanging;
        this.meetings = meetings;
        this.promises = promises;
        this.people = people;
    }

    /** A group of the promises the meeting opens with, and what the group is called. */
    record Group(String title, String css, List<Promise> promises) {}

    ModelAndView of(Meeting meeting, SignedIn who) {
        List<Account> accounts =
                people.all().stream().filter(it -> !it.closed()).toList();
        ModelAndView page = new ModelAndView("forum/meeting");
        page.addObject("meeting", meeting);
        page.addObject("groups", groups(promises.opening(meeting)));
        page.addObject("attendance", meetings.attendance(meeting.id()));
        page.addObject("names", names());
        page.addObject(
                "invited",
                accounts.stream().filter(it -> it.role().may(Right.ANSWER)).toList());
        page.addObject("walls", walls(meeting));
        page.addObject("strips", hanging.meeting(meeting.id()));
        page.addObject("holds", meetings.evidenceHolds(meeting.id()));
        page.addObject("slot", meetings.slot(meeting.id()).orElse(null));
        page.addObject("next", meeting.cadence().next(meeting.day()).orElse(null));
        page.addObject("build", meetings.build(meeting.id()).orElse(""));
        page.addObject("who", who);
        page.addObject("mayHold", who.may(Right.HOLD_MEETINGS));
        page.addObject("mayAnswer", who.may(Right.ANSWER));
        return page;
    }

    /** What people are called, closed accounts included: old meetings keep their names. */
    private Map<String, String> names() {
        return people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName));
    }

    private Map<Integer, List<FrozenCard>> walls(Meeting meeting) {
        List<Answer> answers = meetings.answers(meeting.id());
        List<Promise> given = promises.of(meeting.id());
        return meetings.readings(meeting.id()).stream()
                .map(frozen -> FrozenCard.of(frozen, answers, given))
                .collect(Collectors.groupingBy(card -> card.reading().wall(), TreeMap::new, Collectors.toList()));
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

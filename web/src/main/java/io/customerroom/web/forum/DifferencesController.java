package io.customerroom.web.forum;

import io.customerroom.room.evidence.Difference;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.Promises;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What is different since the meeting before: figures, definitions, restatements and promises. */
@Controller
final class DifferencesController {

    private final Meetings meetings;
    private final Promises promises;
    private final People people;
    private final MeetingWalls walls;

    DifferencesController(Meetings meetings, Promises promises, People people, MeetingWalls walls) {
        this.meetings = meetings;
        this.promises = promises;
        this.people = people;
        this.walls = walls;
    }

    @GetMapping("/meetings/{id}/differences")
    ModelAndView show(@PathVariable String id) {
        Meeting meeting = meetings.require(id);
        Optional<Meeting> former = meetings.before(meeting);
        ModelAndView page = new ModelAndView("forum/differences");
        page.addObject("meeting", meeting);
        page.addObject("former", former.orElse(null));
        List<Difference> all = former.map(it -> Difference.between(
                        FrozenForReader.figures(walls.frozen(it)),
                        it.day(),
                        FrozenForReader.figures(walls.of(meeting))))
                .orElse(List.of());
        page.addObject("differences", all.stream().filter(it -> !it.same()).toList());
        page.addObject("same", all.stream().filter(Difference::same).toList());
        page.addObject("fresh", fresh(meeting, former));
        page.addObject("groups", MeetingPage.groups(promises.opening(meeting)));
        page.addObject("names", people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName)));
        return page;
    }

    /** Promises given since the walls of the former meeting were frozen, as they stood at this meeting. */
    private List<Promise> fresh(Meeting meeting, Optional<Meeting> former) {
        Instant since = former.flatMap(Meeting::freeze).map(Meeting.Freeze::at).orElse(Instant.EPOCH);
        return meeting.freeze().map(freeze -> promises.asOf(freeze.at())).orElseGet(promises::all).stream()
                .filter(promise -> !promise.meeting().equals(meeting.id()))
                .filter(promise -> !promise.events().getFirst().at().isBefore(since))
                .toList();
    }
}

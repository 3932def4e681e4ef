package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.minutes.Minutes;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.promises.Promises;
import io.customerroom.web.artefacts.Hanging;
import io.customerroom.web.forum.Replay.Step;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Goes through a past meeting again, step by step. */
@Controller
final class ReplayController {

    private final Meetings meetings;
    private final Minutes minutes;
    private final Promises promises;
    private final People people;
    private final Replay replay;
    private final Hanging hanging;

    ReplayController(
            Meetings meetings, Minutes minutes, Promises promises, People people, Replay replay, Hanging hanging) {
        this.hanging = hanging;
        this.meetings = meetings;
        this.minutes = minutes;
        this.promises = promises;
        this.people = people;
        this.replay = replay;
    }

    @GetMapping("/meetings/{id}/replay")
    ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "1") int step) {
        Meeting meeting = meetings.require(id);
        if (!meeting.frozen()) {
            throw Failure.yours(
                    "WALLS_NOT_FROZEN",
                    "There is nothing to replay: the walls of this meeting are not frozen.",
                    "Freeze them in the meeting first.");
        }
        List<Step> steps = replay.steps(meeting);
        int here = Math.clamp(step, 1, steps.size());
        ModelAndView page = new ModelAndView("forum/replay");
        page.addObject("meeting", meeting);
        page.addObject("steps", steps);
        page.addObject("here", here);
        page.addObject("step", steps.get(here - 1));
        page.addObject("strips", here == steps.size() ? hanging.meeting(id) : List.of());
        page.addObject("ended", replay.ended(meeting));
        page.addObject("closing", minutes.closing(id).orElse(null));
        page.addObject("groups", MeetingPage.groups(promises.opening(meeting)));
        page.addObject("attendance", meetings.attendance(id));
        page.addObject("names", people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName)));
        return page;
    }
}

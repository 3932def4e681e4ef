package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.people.Right;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All meetings, and the form that plans one. */
@Controller
@RequestMapping("/meetings")
final class MeetingsController {

    private final Meetings meetings;
    private final Words words;

    MeetingsController(Meetings meetings, Words words) {
        this.meetings = meetings;
        this.words = words;
    }

    record Typed(String title, String day, String cadence) {}

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal SignedIn who) {
        return page(who, new Typed("Customer room", words.today().toString(), Cadence.MONTHLY.id()));
    }

    @PostMapping
    ModelAndView plan(
            @RequestParam String title,
            @RequestParam String day,
            @RequestParam String cadence,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        try {
            Meeting meeting = meetings.plan(Authors.of(request), title, Fields.day(day), Cadence.of(cadence));
            return new ModelAndView("redirect:/meetings/" + meeting.id());
        } catch (Failure failure) {
            ModelAndView page = page(who, new Typed(title, day, cadence));
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("problem", Problem.of(failure));
            return page;
        }
    }

    private ModelAndView page(SignedIn who, Typed typed) {
        ModelAndView page = new ModelAndView("forum/meetings");
        page.addObject("meetings", meetings.all());
        page.addObject("cadences", Cadence.values());
        page.addObject("mayHold", who.may(Right.HOLD_MEETINGS));
        page.addObject("typed", typed);
        return page;
    }
}

package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.decisions.Decisions;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All decisions, those to be looked at again first. */
@Controller
@RequestMapping("/decisions")
final class DecisionsController {

    private final Decisions decisions;
    private final Meetings meetings;
    private final People people;
    private final Words words;

    DecisionsController(Decisions decisions, Meetings meetings, People people, Words words) {
        this.decisions = decisions;
        this.meetings = meetings;
        this.people = people;
        this.words = words;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn who) {
        ModelAndView page = new ModelAndView("forum/decisions");
        page.addObject("decisions", decisions.all().reversed());
        page.addObject("due", decisions.dueOn(words.today()));
        page.addObject("names", people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName)));
        page.addObject("titles", meetings.all().stream().collect(Collectors.toMap(Meeting::id, Meeting::title)));
        page.addObject("mayHold", who.may(Right.HOLD_MEETINGS));
        return page;
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String found,
            @RequestParam(defaultValue = "") String next,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                who,
                flash,
                "The decision %s stands.".formatted(id),
                () -> decisions.confirm(Authors.of(request), id, found, Fields.day(next)));
    }

    @PostMapping("/{id}/end")
    ModelAndView end(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String found,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                who,
                flash,
                "The decision %s has ended.".formatted(id),
                () -> decisions.end(Authors.of(request), id, found));
    }

    private ModelAndView doing(SignedIn who, RedirectAttributes flash, String done, Runnable verb) {
        try {
            verb.run();
            flash.addFlashAttribute("done", done);
            return new ModelAndView("redirect:/decisions");
        } catch (Failure failure) {
            Problem problem = Problem.of(failure);
            ModelAndView page = all(who);
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("problem", problem);
            return page;
        }
    }
}

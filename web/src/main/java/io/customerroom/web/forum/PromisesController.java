package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.PromiseEvent;
import io.customerroom.room.promises.Promises;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
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

/** All promises; and one promise with every date it ever had and everything that happened to it. */
@Controller
@RequestMapping("/promises")
final class PromisesController {

    private final Promises promises;
    private final People people;
    private final Words words;

    PromisesController(Promises promises, People people, Words words) {
        this.promises = promises;
        this.people = people;
        this.words = words;
    }

    /** One thing that happened, in words. */
    record Line(PromiseEvent event, String sentence) {}

    @GetMapping
    ModelAndView all() {
        ModelAndView page = new ModelAndView("forum/promises");
        page.addObject("promises", promises.all());
        page.addObject("names", names());
        page.addObject("today", words.today());
        return page;
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable String id, @AuthenticationPrincipal SignedIn who) {
        Promise promise = promises.require(id);
        ModelAndView page = new ModelAndView("forum/promise");
        page.addObject("promise", promise);
        page.addObject(
                "lines",
                promise.events().stream()
                        .map(event -> new Line(event, sentence(event)))
                        .toList());
        page.addObject("names", names());
        page.addObject("today", words.today());
        page.addObject("mayAnswer", who.may(Right.ANSWER));
        return page;
    }

    @PostMapping("/{id}/move")
    ModelAndView move(
            @PathVariable String id,
            @RequestParam String due,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id,
                who,
                flash,
                "The date is moved.",
                () -> promises.move(Authors.of(request, reason), id, Fields.day(due)));
    }

    @PostMapping("/{id}/keep")
    ModelAndView keep(
            @PathVariable String id,
            @RequestParam String evidence,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, who, flash, "The promise is kept.", () -> promises.keep(Authors.of(request), id, evidence));
    }

    @PostMapping("/{id}/break")
    ModelAndView breakOff(
            @PathVariable String id,
            @RequestParam String evidence,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id,
                who,
                flash,
                "The promise is noted as broken.",
                () -> promises.breakOff(Authors.of(request), id, evidence));
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable String id,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id, who, flash, "The promise is withdrawn.", () -> promises.withdraw(Authors.of(request, reason), id));
    }

    private ModelAndView doing(String id, SignedIn who, RedirectAttributes flash, String done, Runnable verb) {
        try {
            verb.run();
            flash.addFlashAttribute("done", done);
            return new ModelAndView("redirect:/promises/" + id);
        } catch (Failure failure) {
            Problem problem = Problem.of(failure);
            ModelAndView page = one(id, who);
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("problem", problem);
            return page;
        }
    }

    private Map<String, String> names() {
        return people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName));
    }

    private String sentence(PromiseEvent event) {
        return switch (event) {
            case PromiseEvent.Made made -> "Given, for %s".formatted(words.day(made.due()));
            case PromiseEvent.Moved moved ->
                "Moved from %s to %s: %s".formatted(words.day(moved.from()), words.day(moved.to()), moved.reason());
            case PromiseEvent.Kept kept -> "Kept: " + kept.evidence();
            case PromiseEvent.Broken broken -> "Broken: " + broken.evidence();
            case PromiseEvent.Withdrawn withdrawn -> "Withdrawn: " + withdrawn.reason();
        };
    }
}

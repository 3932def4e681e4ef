package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.room.promises.FrozenLevel;
import io.customerroom.room.promises.Judgement;
import io.customerroom.room.promises.KeptRate;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.PromiseEvent;
import io.customerroom.room.promises.Promises;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Meetings meetings;
    private final People people;
    private final Words words;

    PromisesController(Promises promises, Meetings meetings, People people, Words words) {
        this.promises = promises;
        this.meetings = meetings;
        this.people = people;
        this.words = words;
    }

    /** One thing that happened, in words. */
    record Line(PromiseEvent event, String sentence) {}

    /** An open promise of one's own, with what the walls say and a date to move it to. */
    record Open(Promise promise, Judged judged, LocalDate later) {}

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn who) {
        List<Promise> given = promises.all();
        ModelAndView page = page("forum/promises", who);
        page.addObject("promises", given);
        page.addObject(
                "rates",
                KeptRate.of(given, words.today()).stream().map(RateLine::of).toList());
        page.addObject("least", KeptRate.LEAST);
        return page;
    }

    /** Those of who is signed in, the date that comes first on top. */
    @GetMapping("/mine")
    ModelAndView mine(@AuthenticationPrincipal SignedIn who) {
        List<Promise> own = promises.all().stream()
                .filter(promise -> promise.owner().equals(who.name()))
                .sorted(Comparator.comparing(Promise::due))
                .toList();
        ModelAndView page = page("forum/mine", who);
        page.addObject(
                "open",
                own.stream()
                        .filter(Promise::open)
                        .map(promise -> new Open(promise, judged(promise), later(promise)))
                        .toList());
        page.addObject(
                "closed", own.reversed().stream().filter(it -> !it.open()).toList());
        return page;
    }

    @GetMapping("/{id:p[0-9]+}")
    ModelAndView one(@PathVariable String id, @AuthenticationPrincipal SignedIn who) {
        Promise promise = promises.require(id);
        ModelAndView page = page("forum/promise", who);
        page.addObject("promise", promise);
        page.addObject("judged", promise.open() ? judged(promise) : null);
        page.addObject("meeting", meetings.require(promise.meeting()).title());
        page.addObject(
                "lines",
                promise.events().stream()
                        .map(event -> new Line(event, sentence(event)))
                        .toList());
        return page;
    }

    private ModelAndView page(String view, SignedIn who) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("names", names());
        page.addObject("today", words.today());
        page.addObject("mayAnswer", who.may(Right.ANSWER));
        return page;
    }

    private Judged judged(Promise promise) {
        return Judged.of(promise, promises.judgement(promise), meetings, words);
    }

    /** A month after the date that holds, or after today where that has passed: a beginning for whoever moves it. */
    private LocalDate later(Promise promise) {
        LocalDate today = words.today();
        return (promise.due().isBefore(today) ? today : promise.due()).plusMonths(1);
    }

    @PostMapping("/{id}/move")
    ModelAndView move(
            @PathVariable String id,
            @RequestParam String due,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                new Asked(id, from, who, flash),
                "The date is moved.",
                () -> promises.move(Authors.of(request, reason), id, Fields.day(due)));
    }

    @PostMapping("/{id}/keep")
    ModelAndView keep(
            @PathVariable String id,
            @RequestParam String evidence,
            @RequestParam(defaultValue = "false") boolean reading,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                new Asked(id, from, who, flash),
                "The promise is kept.",
                () -> promises.keep(Authors.of(request), id, evidence, read(id, reading)));
    }

    @PostMapping("/{id}/break")
    ModelAndView breakOff(
            @PathVariable String id,
            @RequestParam String evidence,
            @RequestParam(defaultValue = "false") boolean reading,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                new Asked(id, from, who, flash),
                "The promise is noted as broken.",
                () -> promises.breakOff(Authors.of(request), id, evidence, read(id, reading)));
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable String id,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                new Asked(id, "", who, flash),
                "The promise is withdrawn.",
                () -> promises.withdraw(Authors.of(request, reason), id));
    }

    /** The frozen reading that decides, where the form asks to link it. It is read again here: a form proves nothing. */
    private Optional<FrozenLevel> read(String id, boolean wanted) {
        return wanted && promises.judgement(promises.require(id)) instanceof Judgement.Read read
                ? Optional.of(read.level())
                : Optional.empty();
    }

    /** Which promise was meant, on which page, by whom. */
    private record Asked(String id, String from, SignedIn who, RedirectAttributes flash) {

        boolean mine() {
            return from.equals("mine");
        }
    }

    private ModelAndView doing(Asked asked, String done, Runnable verb) {
        try {
            verb.run();
            asked.flash().addFlashAttribute("done", done);
            return new ModelAndView("redirect:/promises/" + (asked.mine() ? "mine" : asked.id()));
        } catch (Failure failure) {
            Problem problem = Problem.of(failure);
            ModelAndView page = asked.mine() ? mine(asked.who()) : one(asked.id(), asked.who());
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
            case PromiseEvent.Kept kept -> "Kept: " + kept.evidence() + shownBy(kept.reading());
            case PromiseEvent.Broken broken -> "Broken: " + broken.evidence() + shownBy(broken.reading());
            case PromiseEvent.Withdrawn withdrawn -> "Withdrawn: " + withdrawn.reason();
        };
    }

    private String shownBy(Optional<FrozenLevel> reading) {
        return reading.map(level -> " (shown by the frozen wall of %s: %s)"
                        .formatted(words.meeting(meetings.require(level.meeting())), Words.number(level.value())))
                .orElse("");
    }
}

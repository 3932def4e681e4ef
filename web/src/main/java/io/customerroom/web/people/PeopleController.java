package io.customerroom.web.people;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.room.displays.Display;
import io.customerroom.room.displays.Displays;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Role;
import io.customerroom.room.people.SecondFactors;
import io.customerroom.room.reminders.Reminders;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Accounts, for administrators. A one-time link is shown on the page that follows its making, and never again. */
@Controller
@RequestMapping("/people")
final class PeopleController {

    private final People people;
    private final Reminders reminders;
    private final Displays displays;
    private final Scopes scopes;
    private final SecondFactors factors;
    private final Clock clock;

    PeopleController(
            People people, Reminders reminders, Displays displays, Scopes scopes, SecondFactors factors, Clock clock) {
        this.factors = factors;
        this.scopes = scopes;
        this.displays = displays;
        this.people = people;
        this.reminders = reminders;
        this.clock = clock;
    }

    record Typed(String name, String displayName, String role) {}

    record Line(Account account, boolean locked) {}

    @GetMapping
    ModelAndView page() {
        return page(new Typed("", "", Role.VIEWER.id()));
    }

    @PostMapping
    ModelAndView invite(
            @RequestParam String name,
            @RequestParam String displayName,
            @RequestParam String role,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Typed typed = new Typed(name.strip().toLowerCase(Locale.ROOT), displayName, role);
        try {
            show(people.invite(Authors.of(request), typed.name(), displayName, Role.of(role)), flash);
            flash.addFlashAttribute(
                    "done",
                    "%s is invited as %s.".formatted(typed.name(), Role.of(role).words()));
            return back();
        } catch (Failure failure) {
            return refused(failure, typed);
        }
    }

    @PostMapping("/{name}/link")
    ModelAndView reset(@PathVariable String name, HttpServletRequest request, RedirectAttributes flash) {
        try {
            show(people.reset(Authors.of(request), name), flash);
            flash.addFlashAttribute("done", "The password of %s is withdrawn and every session ended.".formatted(name));
            return back();
        } catch (Failure failure) {
            return refused(failure, new Typed("", "", Role.VIEWER.id()));
        }
    }

    @PostMapping("/{name}/role")
    ModelAndView give(
            @PathVariable String name,
            @RequestParam String role,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            Account account = people.give(Authors.of(request), name, Role.of(role));
            flash.addFlashAttribute(
                    "done", "%s is %s.".formatted(name, account.role().words()));
            return back();
        } catch (Failure failure) {
            return refused(failure, new Typed("", "", Role.VIEWER.id()));
        }
    }

    @PostMapping("/{name}/scope")
    ModelAndView narrow(
            @PathVariable String name,
            @RequestParam(defaultValue = "") List<String> segment,
            @RequestParam(defaultValue = "") List<String> site,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            Account account = people.narrow(Authors.of(request), name, Scopes.of(segment, site));
            flash.addFlashAttribute(
                    "done",
                    "%s sees the rows of %s.".formatted(name, account.scope().words()));
            return back();
        } catch (Failure failure) {
            return refused(failure, new Typed("", "", Role.VIEWER.id()));
        }
    }

    @PostMapping("/{name}/unlocking")
    ModelAndView unlock(@PathVariable String name, HttpServletRequest request, RedirectAttributes flash) {
        try {
            people.unlock(Authors.of(request), name);
            flash.addFlashAttribute("done", "%s may try to sign in again.".formatted(name));
            return back();
        } catch (Failure failure) {
            return refused(failure, new Typed("", "", Role.VIEWER.id()));
        }
    }

    @PostMapping("/{name}/closure")
    ModelAndView close(
            @PathVariable String name,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            people.close(Authors.of(request, reason), name);
            flash.addFlashAttribute("done", "The account %s is closed.".formatted(name));
            return back();
        } catch (Failure failure) {
            return refused(failure, new Typed("", "", Role.VIEWER.id()));
        }
    }

    @PostMapping("/{name}/reopening")
    ModelAndView reopen(
            @PathVariable String name,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            show(people.reopen(Authors.of(request, reason), name), flash);
            flash.addFlashAttribute("done", "The account %s is open again.".formatted(name));
            return back();
        } catch (Failure failure) {
            return refused(failure, new Typed("", "", Role.VIEWER.id()));
        }
    }

    @PostMapping("/{name}/address")
    ModelAndView address(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String address,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            reminders.address(Authors.of(request), name, address);
            flash.addFlashAttribute(
                    "done",
                    address.isBlank()
                            ? "%s has no mail address and is not reminded.".formatted(name)
                            : "Reminders go to the address of %s.".formatted(name));
            return back();
        } catch (Failure failure) {
            return refused(failure, new Typed("", "", Role.VIEWER.id()));
        }
    }

    @PostMapping("/displays")
    ModelAndView letIn(
            @RequestParam(defaultValue = "") String name, HttpServletRequest request, RedirectAttributes flash) {
        try {
            Display.Issued issued = displays.issue(Authors.of(request), name);
            flash.addFlashAttribute(
                    "screen",
                    ServletUriComponentsBuilder.fromCurrentContextPath()
                            .path(issued.path())
                            .toUriString());
            flash.addFlashAttribute(
                    "done",
                    "The display %s may show the room."
                            .formatted(issued.display().name()));
            return back();
        } catch (Failure failure) {
            return refused(failure, new Typed("", "", Role.VIEWER.id()));
        }
    }

    @PostMapping("/displays/{id}/revocation")
    ModelAndView revoke(@PathVariable String id, HttpServletRequest request, RedirectAttributes flash) {
        displays.revoke(Authors.of(request), id);
        flash.addFlashAttribute("done", "The display is ended.");
        return back();
    }

    private static void show(OneTimeLink.Issued issued, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(issued.path())
                        .toUriString());
        flash.addFlashAttribute("hours", OneTimeLink.LIFE.toHours());
    }

    private static ModelAndView back() {
        return new ModelAndView("redirect:/people");
    }

    private ModelAndView refused(Failure failure, Typed typed) {
        ModelAndView page = page(typed);
        page.setStatus(HttpStatus.BAD_REQUEST);
        page.addObject("problem", Problem.of(failure));
        return page;
    }

    private ModelAndView page(Typed typed) {
        List<Line> lines = people.all().stream()
                .map(account -> new Line(account, account.lockedAt(clock.instant())))
                .toList();
        ModelAndView page = new ModelAndView("people/people");
        page.addObject("lines", lines);
        page.addObject("displays", displays.all());
        page.addObject("addresses", reminders.addresses());
        page.addObject("roles", Role.values());
        page.addObject("required", factors.required());
        page.addObject("segments", scopes.members(Dimension.SEGMENT));
        page.addObject("sites", scopes.members(Dimension.SITE));
        page.addObject("typed", typed);
        return page;
    }
}

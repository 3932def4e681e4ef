package io.customerroom.web.people;

import io.customerroom.kernel.Failure;
import io.customerroom.room.people.Identities;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Role;
import io.customerroom.room.people.SecondFactors;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.FreshlyConfirmed;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.Sessions;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How somebody proves who they are, and where they are signed in: password, second factor, sessions; their own, and for administrators those of others. */
@Controller
final class SecondFactorController {

    private final SecondFactors factors;
    private final People people;
    private final Identities identities;
    private final Sessions sessions;

    SecondFactorController(SecondFactors factors, People people, Identities identities, Sessions sessions) {
        this.identities = identities;
        this.factors = factors;
        this.people = people;
        this.sessions = sessions;
    }

    @FreshlyConfirmed
    @PostMapping("/account/second-factor")
    String begin(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, RedirectAttributes flash) {
        return doing("/account", flash, "", () -> {
            String secret = factors.begin(Authors.of(request), who.name());
            flash.addFlashAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
            flash.addFlashAttribute(
                    "uri",
                    "otpauth://totp/Customer%%20Room:%s?secret=%s&issuer=Customer%%20Room"
                            .formatted(who.name(), secret));
        });
    }

    /** The recovery codes stand in the answer itself: the session ends with it. */
    @PostMapping("/account/second-factor/confirmation")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            List<String> codes = factors.confirm(Authors.of(request), who.name(), code);
            ModelAndView page = new ModelAndView("people/recovery");
            page.addObject("codes", codes);
            return page;
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
            flash.addFlashAttribute("confirming", true);
            return new ModelAndView("redirect:/account");
        }
    }

    @FreshlyConfirmed
    @PostMapping("/account/second-factor/recovery-codes")
    ModelAndView renew(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, RedirectAttributes flash) {
        try {
            ModelAndView page = new ModelAndView("people/recovery");
            page.addObject("codes", factors.renew(Authors.of(request), who.name()));
            page.addObject("renewed", true);
            return page;
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
            return new ModelAndView("redirect:/account");
        }
    }

    @FreshlyConfirmed
    @PostMapping("/account/second-factor/removal")
    String remove(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                "/account", flash, "The second factor is gone.", () -> factors.remove(Authors.of(request), who.name()));
    }

    @PostMapping("/account/password")
    String password(
            @RequestParam(defaultValue = "") String former,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing("/account", flash, "", () -> {
            if (!password.equals(again)) {
                throw Failure.yours(
                        "PASSWORDS_DIFFER", "The two passwords are not the same.", "Type the same one twice.");
            }
            people.changePassword(Authors.of(request), who.name(), former, password);
        });
    }

    @FreshlyConfirmed
    @PostMapping("/account/sessions/{handle}/end")
    String end(@PathVariable String handle, @AuthenticationPrincipal SignedIn who, RedirectAttributes flash) {
        return doing("/account", flash, "The session is ended.", () -> {
            if (!sessions.end(who.name(), handle)) {
                throw Failure.yours("SESSION_UNKNOWN", "There is no such session.", "It may have ended by itself.");
            }
        });
    }

    @FreshlyConfirmed
    @PostMapping("/account/sessions/others")
    String endOthers(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                "/account",
                flash,
                "Every other session of this server is ended.",
                () -> sessions.of(who.name(), request).stream()
                        .filter(session -> !session.here())
                        .forEach(session -> sessions.end(who.name(), session.handle())));
    }

    @PostMapping("/people/{name}/sessions")
    String endAll(@PathVariable String name, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                "/people",
                flash,
                "Every session of %s is ended.".formatted(name),
                () -> people.endSessions(Authors.of(request), name));
    }

    @PostMapping("/people/{name}/unlinking")
    String unlink(@PathVariable String name, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                "/people",
                flash,
                "%s cannot sign in at the provider any more.".formatted(name),
                () -> identities.unlink(Authors.of(request), name));
    }

    @PostMapping("/people/{name}/second-factor")
    String reset(@PathVariable String name, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                "/people",
                flash,
                "%s signs in without a second factor, until a new one is set up.".formatted(name),
                () -> factors.remove(Authors.of(request), name));
    }

    /** @param role those that have to have one; all others need not */
    @PostMapping("/people/second-factors")
    String require(
            @RequestParam(defaultValue = "") List<String> role, HttpServletRequest request, RedirectAttributes flash) {
        return doing("/people", flash, "It is noted.", () -> {
            List<Role> wanted =
                    role.stream().filter(it -> !it.isBlank()).map(Role::of).toList();
            for (Role each : Role.values()) {
                factors.require(Authors.of(request), each, wanted.contains(each));
            }
        });
    }

    private static String doing(String page, RedirectAttributes flash, String done, Runnable verb) {
        try {
            verb.run();
            if (!done.isEmpty()) {
                flash.addFlashAttribute("done", done);
            }
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:" + page;
    }
}

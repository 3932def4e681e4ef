package io.customerroom.web.security;

import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.ProviderSettings;
import io.customerroom.room.people.SecondFactors;
import io.customerroom.room.people.SignIn;
import io.customerroom.room.people.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which somebody who has been signed in for a while proves again who they are. */
@Controller
@RequestMapping("/account/confirmation")
final class ConfirmationController {

    private final People people;
    private final PasswordCheck check;
    private final SecondFactors factors;
    private final SignInSettings settings;
    private final Sessions sessions;

    ConfirmationController(
            People people, PasswordCheck check, SecondFactors factors, SignInSettings settings, Sessions sessions) {
        this.people = people;
        this.check = check;
        this.factors = factors;
        this.settings = settings;
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal SignedIn who) {
        Optional<Account> account = people.find(who.name());
        ModelAndView page = new ModelAndView("sign-in/confirmation");
        page.addObject(
                "password",
                account.filter(it -> settings.passwords().contains(it.role()) && it.passwordSet())
                        .isPresent());
        page.addObject("factor", factors.on(who.name()));
        page.addObject(
                "provider",
                account.filter(Account::linked)
                        .flatMap(it -> settings.provider())
                        .map(ProviderSettings::name)
                        .orElse(null));
        page.addObject("minutes", Sessions.CONFIRMED_FOR.toMinutes());
        return page;
    }

    @PostMapping
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (accepted(who, password, request)) {
            sessions.confirm(request);
            flash.addFlashAttribute("done", "Thank you. Now do again what you were about to do.");
            return new ModelAndView("redirect:/account");
        }
        ModelAndView page = page(who);
        page.setStatus(HttpStatus.BAD_REQUEST);
        page.addObject(
                "problem",
                new Problem(
                        "This does not prove who you are.",
                        "Type the password you sign in with, and the code of your authenticator if you have one. After %d wrong ones in a row nothing is accepted for a while."
                                .formatted(People.FAILURES_ALLOWED)));
        return page;
    }

    private boolean accepted(SignedIn who, String password, HttpServletRequest request) {
        try {
            return check.confirmed(Authors.of(request), who.name(), password, Attempt.of(request))
                    instanceof SignIn.Accepted;
        } catch (LockedException e) {
            return false;
        }
    }
}

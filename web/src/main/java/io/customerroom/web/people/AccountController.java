package io.customerroom.web.people;

import io.customerroom.kernel.Failure;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.ApiToken;
import io.customerroom.room.people.ApiToken.Reach;
import io.customerroom.room.people.ApiTokens;
import io.customerroom.room.people.People;
import io.customerroom.room.people.ProviderSettings;
import io.customerroom.room.people.Right;
import io.customerroom.room.people.SecondFactors;
import io.customerroom.room.people.SignInSettings;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.FreshlyConfirmed;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.Sessions;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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

/** What somebody who is signed in may do, and the tokens of their programs. */
@Controller
@RequestMapping("/account")
final class AccountController {

    private static final int DAYS = 90;

    private final ApiTokens tokens;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final People people;
    private final SignInSettings settings;
    private final Clock clock;

    AccountController(
            ApiTokens tokens,
            SecondFactors factors,
            Sessions sessions,
            People people,
            SignInSettings settings,
            Clock clock) {
        this.people = people;
        this.settings = settings;
        this.factors = factors;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token as the page lists it. */
    record Line(ApiToken token, boolean usable) {}

    @GetMapping
    ModelAndView page(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("people/account");
        page.addObject("who", who);
        page.addObject("factor", factors.on(who.name()));
        page.addObject("codesLeft", factors.recoveryCodesLeft(who.name()));
        page.addObject(
                "provider", settings.provider().map(ProviderSettings::name).orElse(null));
        page.addObject("linked", people.find(who.name()).filter(Account::linked).isPresent());
        page.addObject("sessions", sessions.of(who.name(), request));
        page.addObject(
                "rights",
                Arrays.stream(Right.values()).filter(who::may).map(Right::words).toList());
        page.addObject("tokens", lines(who));
        page.addObject(
                "reaches",
                Arrays.stream(Reach.values())
                        .filter(reach -> !reach.of(who.role()).isEmpty())
                        .toList());
        page.addObject("days", DAYS);
        page.addObject("longest", ApiToken.LONGEST.toDays());
        return page;
    }

    private List<Line> lines(SignedIn who) {
        return tokens.of(who.name()).stream()
                .map(token -> new Line(token, token.usableAt(clock.instant())))
                .toList();
    }

    @FreshlyConfirmed
    @PostMapping("/tokens")
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String reach,
            @RequestParam(defaultValue = "") String days,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            ApiToken.Issued issued =
                    tokens.make(Authors.of(request), who.name(), name, Reach.of(reach), Duration.ofDays(number(days)));
            flash.addFlashAttribute("shown", issued.text());
            flash.addFlashAttribute(
                    "done", "The token %s is made.".formatted(issued.token().name()));
            return back();
        } catch (Failure failure) {
            return refused(failure, who, request);
        }
    }

    @PostMapping("/tokens/{id}/revocation")
    ModelAndView revoke(
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            ApiToken token = tokens.revoke(Authors.of(request), who.name(), id);
            flash.addFlashAttribute("done", "The token %s opens nothing any more.".formatted(token.name()));
            return back();
        } catch (Failure failure) {
            return refused(failure, who, request);
        }
    }

    private static int number(String days) {
        return days.strip().matches("[0-9]{1,4}") ? Integer.parseInt(days.strip()) : 0;
    }

    private static ModelAndView back() {
        return new ModelAndView("redirect:/account");
    }

    private ModelAndView refused(Failure failure, SignedIn who, HttpServletRequest request) {
        ModelAndView page = page(who, request);
        page.setStatus(HttpStatus.BAD_REQUEST);
        page.addObject("problem", Problem.of(failure));
        return page;
    }
}

package io.customerroom.web.security;

import io.customerroom.kernel.Failure;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.PasswordPolicy;
import io.customerroom.room.people.People;
import io.customerroom.room.people.ProviderSettings;
import io.customerroom.room.people.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind a one-time link: a name where there is none yet, and a password twice. */
@Controller
final class WelcomeController {

    private final People people;
    private final SignInSettings settings;

    WelcomeController(People people, SignInSettings settings) {
        this.settings = settings;
        this.people = people;
    }

    /** What was typed, but never the passwords. */
    record Typed(String name, String displayName) {}

    @GetMapping("/welcome/{token:[A-Za-z0-9_-]+}")
    ModelAndView page(@PathVariable String token) {
        return page(token, new Typed("", ""));
    }

    @PostMapping("/welcome/{token:[A-Za-z0-9_-]+}")
    ModelAndView choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Typed typed = new Typed(name.strip().toLowerCase(Locale.ROOT), displayName);
        try {
            if (!password.equals(again)) {
                throw Failure.yours(
                        "PASSWORDS_DIFFER", "The two passwords are not the same.", "Type the same one twice.");
            }
            people.redeem(Authors.of(request), token, typed.name(), typed.displayName(), password);
            flash.addFlashAttribute("done", "Your password is set. Sign in with it.");
            return new ModelAndView("redirect:/sign-in");
        } catch (Failure failure) {
            ModelAndView page = page(token, typed);
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("problem", Problem.of(failure));
            return page;
        }
    }

    private ModelAndView page(String token, Typed typed) {
        Optional<OneTimeLink> link = people.link(token);
        ModelAndView page = new ModelAndView("sign-in/welcome");
        page.addObject("link", link.orElse(null));
        page.addObject("account", link.flatMap(OneTimeLink::account).orElse(""));
        page.addObject("token", token);
        page.addObject(
                "provider", settings.provider().map(ProviderSettings::name).orElse(null));
        page.addObject("typed", typed);
        page.addObject("shortest", PasswordPolicy.SHORTEST);
        if (link.isEmpty()) {
            page.setStatus(HttpStatus.NOT_FOUND);
        }
        return page;
    }
}

package io.customerroom.web.security;

import io.customerroom.room.people.People;
import io.customerroom.room.people.ProviderSettings;
import io.customerroom.room.people.SignInSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in; the form itself is answered by the security rules. */
@Controller
final class SignInController {

    private final People people;
    private final SignInSettings settings;

    SignInController(People people, SignInSettings settings) {
        this.settings = settings;
        this.people = people;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(defaultValue = "") String problem, @RequestParam @Nullable String out, Model model) {
        if (!model.containsAttribute("problem")) { // else the way to a provider says what went wrong
            model.addAttribute("problem", words(problem));
        }
        model.addAttribute("out", out != null);
        model.addAttribute("administered", people.administered());
        model.addAttribute(
                "provider", settings.provider().map(ProviderSettings::name).orElse(null));
        model.addAttribute("passwords", settings.passwords().size());
        return "sign-in/sign-in";
    }

    private static @Nullable Problem words(String problem) {
        return switch (problem) {
            case "refused" ->
                new Problem(
                        "Name, password and code do not belong together, or were tried too often.",
                        "Try again, or ask an administrator for a new link. After %d wrong ones in a row a name is held up for %d minutes, then for longer."
                                .formatted(People.FAILURES_ALLOWED, People.LOCKED_FOR.toMinutes()));
            case "locked" ->
                new Problem("There were too many failures from your network.", "Wait some minutes and try again.");
            case "busy" -> new Problem("Too many people are signing in just now.", "Try again in a moment.");
            default -> null;
        };
    }
}

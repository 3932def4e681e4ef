package io.customerroom.web.security.provider;

import io.customerroom.kernel.Failure;
import io.customerroom.room.people.Identities;
import io.customerroom.room.people.Identities.Outcome;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.FreshlyConfirmed;
import io.customerroom.web.security.NetworkGuard;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.Sessions;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.security.provider.Underway.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ways to the provider and the one way back, to which each of them leads. */
@Controller
final class ProviderController {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderController.class);
    private static final String DOOR = "/sign-in";
    private static final String ACCOUNT = "/account";
    /** A proof of this age is fresh: the clocks of two machines, and the way between them. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final OpenIdProvider provider;
    private final Identities identities;
    private final Sessions sessions;
    private final NetworkGuard networks;
    private final Clock clock;

    ProviderController(
            OpenIdProvider provider, Identities identities, Sessions sessions, NetworkGuard networks, Clock clock) {
        this.networks = networks;
        this.provider = provider;
        this.identities = identities;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/sign-in/provider")
    String signIn(HttpServletRequest request, RedirectAttributes flash) {
        return begin(request, flash, DOOR, new Purpose.SigningIn());
    }

    @GetMapping("/welcome/{token:[A-Za-z0-9_-]+}/provider")
    String invited(@PathVariable String token, HttpServletRequest request, RedirectAttributes flash) {
        return begin(request, flash, "/welcome/" + token, new Purpose.Invited(token));
    }

    @FreshlyConfirmed
    @GetMapping("/account/provider")
    String link(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, RedirectAttributes flash) {
        return begin(request, flash, ACCOUNT, new Purpose.Linking(who.name()));
    }

    @GetMapping("/account/confirmation/provider")
    String confirm(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, RedirectAttributes flash) {
        return begin(request, flash, ACCOUNT, new Purpose.Confirming(who.name()));
    }

    @FreshlyConfirmed
    @PostMapping("/account/provider/unlinking")
    String unlink(@AuthenticationPrincipal SignedIn who, HttpServletRequest request, RedirectAttributes flash) {
        return told(flash, ACCOUNT, () -> {
            identities.unlink(Authors.of(request), who.name());
            return ACCOUNT;
        });
    }

    private String begin(HttpServletRequest request, RedirectAttributes flash, String page, Purpose purpose) {
        return told(flash, page, () -> {
            networks.requireOpen(request.getRemoteAddr());
            Underway underway = new Underway(
                    provider.begin(request, purpose instanceof Purpose.Confirming), purpose, clock.instant());
            Underway.keep(request, underway);
            return underway.asked().getAuthorizationRequestUri();
        });
    }

    @GetMapping("/sign-in/provider/answer")
    String answer(HttpServletRequest request, HttpServletResponse response, RedirectAttributes flash) {
        Optional<Underway> underway = Underway.take(request, clock);
        String page = underway.map(it -> home(it.purpose())).orElse(DOOR);
        return told(flash, page, () -> {
            networks.requireOpen(request.getRemoteAddr());
            Underway begun = underway.orElseThrow(ProviderController::stale);
            Proof proof = proof(request, begun);
            return switch (begun.purpose()) {
                case Purpose.SigningIn signingIn -> signedIn(request, response, proof);
                case Purpose.Invited invited -> linked(request, response, invited, proof);
                case Purpose.Linking linking -> {
                    requireStill(linking.account());
                    identities.link(Authors.of(request), linking.account(), proof.identity());
                    flash.addFlashAttribute("done", "From now on you can sign in there.");
                    yield ACCOUNT;
                }
                case Purpose.Confirming confirming -> {
                    confirmed(request, confirming, begun, proof);
                    flash.addFlashAttribute("done", "Thank you. Now do again what you were about to do.");
                    yield ACCOUNT;
                }
            };
        });
    }

    private static String home(Purpose purpose) {
        return switch (purpose) {
            case Purpose.SigningIn signingIn -> DOOR;
            case Purpose.Invited invited -> "/welcome/" + invited.token();
            case Purpose.Linking linking -> ACCOUNT;
            case Purpose.Confirming confirming -> ACCOUNT;
        };
    }

    private Proof proof(HttpServletRequest request, Underway underway) {
        try {
            return provider.answer(request, underway.asked());
        } catch (ProofRefused e) {
            networks.failed(Authors.atTheDoor(request, ""), request.getRemoteAddr());
            LOG.warn("What came from the OpenID provider proves nothing: {}", e.getMessage());
            throw Failure.yours(
                    "PROOF_REFUSED",
                    "What came back from the provider does not prove who you are.",
                    "Try again. If it stays so, an administrator compares sign-in.yaml with the provider's settings for this room; the server's log says what was wrong.");
        }
    }

    private String signedIn(HttpServletRequest request, HttpServletResponse response, Proof proof) {
        Outcome outcome = identities.arrive(
                Authors.atTheDoor(request, "groups of the provider"),
                proof.arrival(provider.settings()),
                provider.settings().newcomers());
        if (outcome instanceof Outcome.Accepted) {
            networks.succeeded(request.getRemoteAddr());
        } else {
            networks.failed(Authors.atTheDoor(request, ""), request.getRemoteAddr());
        }
        return switch (outcome) {
            case Outcome.Accepted accepted ->
                ProviderSession.begin(request, response, sessions, accepted.account(), proof);
            case Outcome.NotInvited uninvited ->
                throw refused(
                        "Nobody has invited you to this room yet.",
                        "Ask an administrator for an invitation. If you have an account here, sign in with its password and link the two on Your account.");
            case Outcome.WithoutGroup without ->
                throw refused(
                        "None of your groups opens this room.",
                        "Ask who looks after groups in your company to add you to one that does.");
            case Outcome.Closed closed ->
                throw refused("Your account here is closed.", "Ask an administrator to open it again.");
            case Outcome.NameTaken taken ->
                throw refused(
                        "Your name is somebody else's here already, or cannot be used.",
                        "If the account is yours, sign in with its password and link the two on Your account. Otherwise ask an administrator for an invitation.");
        };
    }

    private String linked(
            HttpServletRequest request, HttpServletResponse response, Purpose.Invited invited, Proof proof) {
        identities.linkByInvitation(Authors.atTheDoor(request, "one-time link"), invited.token(), proof.identity());
        return signedIn(request, response, proof);
    }

    private void confirmed(HttpServletRequest request, Purpose.Confirming confirming, Underway begun, Proof proof) {
        requireStill(confirming.account());
        if (proof.provenAt().filter(at -> at.plus(FRESH).isAfter(begun.begun())).isEmpty()) {
            throw refused(
                    "The provider does not say that you have just proved who you are.",
                    "Sign out, sign in there again, and go on within %d minutes."
                            .formatted(Sessions.CONFIRMED_FOR.toMinutes()));
        }
        identities.confirm(Authors.of(request), confirming.account(), proof.identity());
        sessions.confirm(request);
        ProviderSession.proved(request, proof);
    }

    private static void requireStill(String account) {
        if (SignedIn.now().filter(who -> who.name().equals(account)).isEmpty()) {
            throw stale();
        }
    }

    private static Failure stale() {
        return refused(
                "This way back from the provider has been used, is too old, or began in another browser.",
                "Begin again.");
    }

    private static Failure refused(String message, String next) {
        return Failure.yours("PROVIDER_SIGN_IN_REFUSED", message, next);
    }

    /** Something that ends on an address, or says on a page why it did not. */
    @FunctionalInterface
    private interface Step {
        String address();
    }

    private static String told(RedirectAttributes flash, String page, Step step) {
        try {
            return "redirect:" + step.address();
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", new Problem(String.valueOf(failure.getMessage()), failure.nextStep()));
            return "redirect:" + page;
        }
    }
}

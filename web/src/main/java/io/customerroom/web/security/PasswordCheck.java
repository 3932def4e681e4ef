package io.customerroom.web.security;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.people.People;
import io.customerroom.room.people.SignIn;
import io.customerroom.room.people.SignInSettings;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Asks people whether a name and a password belong together. Deriving a password is slow on purpose, so few do it at once. */
@Component
final class PasswordCheck implements AuthenticationProvider {

    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 10;

    private final People people;
    private final NetworkGuard networks;
    private final SignInSettings settings;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    PasswordCheck(People people, NetworkGuard networks, SignInSettings settings) {
        this.settings = settings;
        this.networks = networks;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        Attempt details = attempt.getDetails() instanceof Attempt known ? known : new Attempt(by(), "", "");
        if (networks.locked(details.address())) {
            throw new LockedException("locked");
        }
        SignIn outcome = tried(details.by(), name, password, details.code());
        count(outcome, details);
        return switch (outcome) {
            case SignIn.Accepted accepted -> SignedIn.as(accepted.account()).authentication();
            case SignIn.Refused refused -> throw new BadCredentialsException("refused");
            // a lock is told in the same words: a name that nobody has is never locked
            case SignIn.LockedOut locked -> throw new BadCredentialsException("refused");
        };
    }

    private void count(SignIn outcome, Attempt attempt) {
        if (outcome instanceof SignIn.Accepted) {
            networks.succeeded(attempt.address());
        } else {
            networks.failed(attempt.by(), attempt.address());
        }
    }

    private static Authorship by() {
        return new Authorship("sign-in", "web", "", UUID.randomUUID().toString());
    }

    private SignIn tried(Authorship by, String name, String password, String code) {
        return inTurn(() -> people.signIn(by, name, password, code, settings.passwords()));
    }

    /** Lets a signed-in person prove again who they are; counted like signing in. */
    SignIn confirmed(Authorship by, String name, String password, Attempt details) {
        if (networks.locked(details.address())) {
            throw new LockedException("locked");
        }
        SignIn outcome = inTurn(() -> people.confirm(by, name, password, details.code()));
        count(outcome, details);
        return outcome;
    }

    private SignIn inTurn(Supplier<SignIn> attempt) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AuthenticationServiceException("too many are signing in");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("interrupted", e);
        }
        try {
            return attempt.get();
        } finally {
            turns.release();
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

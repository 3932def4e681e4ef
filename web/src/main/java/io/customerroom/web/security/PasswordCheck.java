package io.customerroom.web.security;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.people.People;
import io.customerroom.room.people.SignIn;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    PasswordCheck(People people) {
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        return switch (tried(name, password)) {
            case SignIn.Accepted accepted -> SignedIn.as(accepted.account()).authentication();
            case SignIn.Refused refused -> throw new BadCredentialsException("refused");
            case SignIn.LockedOut locked -> throw new LockedException("locked");
        };
    }

    private SignIn tried(String name, String password) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AuthenticationServiceException("too many are signing in");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("interrupted", e);
        }
        try {
            Authorship by =
                    new Authorship("sign-in", "web", "", UUID.randomUUID().toString());
            return people.signIn(by, name, password);
        } finally {
            turns.release();
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}

package io.customerroom.web.security;

import io.customerroom.room.people.Account;
import io.customerroom.room.people.Right;
import io.customerroom.room.people.Role;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who sits behind a session.
 *
 * @param epoch of the account when it signed in; the session ends when the account has another
 */
public record SignedIn(String name, String displayName, Role role, int epoch) implements AuthenticatedPrincipal {

    static SignedIn as(Account account) {
        return new SignedIn(account.name(), account.displayName(), account.role(), account.epoch());
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean may(Right right) {
        return role.may(right);
    }
}

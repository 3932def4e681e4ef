package io.customerroom.web.security;

import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.ApiTokens;
import io.customerroom.room.people.Right;
import io.customerroom.room.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who sits behind a session, or behind a token for the length of one request.
 *
 * @param rights what the asker may do now: those of the role, or the part of them that the token carries
 * @param scope whose rows the asker may see
 * @param epoch of the account when it signed in; the session ends when the account has another
 * @param token the id of the token, empty for a session
 */
public record SignedIn(
        String name,
        String displayName,
        Role role,
        Set<Right> rights,
        RowScope scope,
        int epoch,
        Optional<String> token)
        implements AuthenticatedPrincipal {

    public SignedIn {
        rights = Set.copyOf(rights);
    }

    /** With everything the account may do. */
    public static SignedIn as(Account account) {
        return new SignedIn(
                account.name(),
                account.displayName(),
                account.role(),
                rights(account, account.role().rights()),
                account.scope(),
                account.epoch(),
                Optional.empty());
    }

    /** With what the token carries of it. */
    static SignedIn through(ApiTokens.Bearer bearer) {
        Account account = bearer.account();
        return new SignedIn(
                account.name(),
                account.displayName(),
                account.role(),
                rights(account, bearer.token().reach().of(account.role())),
                account.scope(),
                account.epoch(),
                Optional.of(bearer.token().id()));
    }

    private static Set<Right> rights(Account account, Set<Right> given) {
        return account.owesSecondFactor() ? Set.of() : given;
    }

    /** Whether nothing is open but the page on which a second factor is set up. */
    public boolean owesSecondFactor() {
        return rights.isEmpty();
    }

    /** Whoever is behind an authentication of ours. */
    public static Optional<SignedIn> behind(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    /** Whoever asks on this thread; empty at the door, and on threads that answer nobody in particular. */
    public static Optional<SignedIn> now() {
        return behind(SecurityContextHolder.getContext().getAuthentication());
    }

    /** As Spring carries it. */
    public Authentication authentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, authorities());
    }

    private List<GrantedAuthority> authorities() {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name()));
        rights.stream()
                .sorted()
                .map(Right::name)
                .map(SimpleGrantedAuthority::new)
                .forEach(authorities::add);
        return authorities;
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    /** Whose rows this asker may see: nobody's without the right to open rows at all. */
    public RowScope rows() {
        return may(Right.READ_ROWS) ? scope : RowScope.nobody();
    }

    /** Whether this reader may ask an address: what a page asks before it offers one. */
    public boolean mayAsk(String verb, String path) {
        return Routes.open(verb, path, rights);
    }
}

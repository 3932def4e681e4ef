package io.customerroom.room.people.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.OneTimeLink.Purpose;
import io.customerroom.room.people.PasswordPolicy;
import io.customerroom.room.people.Passwords;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Role;
import io.customerroom.room.people.SignIn;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** People in the state store. Passwords are derived outside transactions: they are slow on purpose. */
public final class StoredPeople implements People {

    private final StateStore store;
    private final Clock clock;
    private final Passwords passwords;

    public StoredPeople(StateStore store, Clock clock, Passwords passwords) {
        this.store = store;
        this.clock = clock;
        this.passwords = passwords;
    }

    @Override
    public List<Account> all() {
        return store.read(AccountTable::all).stream()
                .map(StoredAccount::account)
                .toList();
    }

    @Override
    public Optional<Account> find(String name) {
        return store.read(handle -> AccountTable.find(handle, name)).map(StoredAccount::account);
    }

    @Override
    public boolean administered() {
        return all().stream().anyMatch(StoredPeople::administers);
    }

    @Override
    public OneTimeLink.Issued administratorLink(Authorship by) {
        return store.write(by, writing -> {
            requireNoAdministrator(writing);
            return issue(writing, Purpose.ADMINISTRATOR, Optional.empty());
        });
    }

    @Override
    public OneTimeLink.Issued invite(Authorship by, String name, String displayName, Role role, RowScope scope) {
        String checked = Account.checkedName(name);
        String shown = Account.checkedDisplayName(displayName);
        return store.write(by, writing -> {
            requireFits(role, scope);
            open(writing, checked, shown, role);
            if (scope.restricted()) {
                AccountTable.narrow(writing, checked, scope);
                writing.record("scope-given", checked, Map.of("scope", scope.words(), "former", "nothing"));
            }
            return issue(writing, Purpose.INVITATION, Optional.of(checked));
        });
    }

    @Override
    public OneTimeLink.Issued reset(Authorship by, String name) {
        return store.write(by, writing -> {
            Account account = requireOpen(writing, name).account();
            AccountTable.withdrawPassword(writing, account.name());
            AccountTable.endSessions(writing, account.name());
            AccountTable.endTokens(writing, account.name());
            writing.record("password-withdrawn", account.name(), Map.of());
            return issue(writing, Purpose.RESET, Optional.of(account.name()));
        });
    }

    @Override
    public Optional<OneTimeLink> link(String token) {
        return store.read(handle -> AccountTable.link(handle, Token.hash(token), clock.instant()));
    }

    @Override
    public Account redeem(Authorship by, String token, String name, String displayName, String password) {
        String account =
                link(token).orElseThrow(StoredPeople::linkSpent).account().orElseGet(() -> Account.checkedName(name));
        List<String> objections = PasswordPolicy.objections(account, password);
        if (!objections.isEmpty()) {
            throw Failure.yours("PASSWORD_REFUSED", "This password cannot be used.", String.join(" ", objections));
        }
        String hash = passwords.hash(password);
        return store.write(by, writing -> {
            OneTimeLink link = AccountTable.link(writing.handle(), Token.hash(token), writing.now())
                    .orElseThrow(StoredPeople::linkSpent);
            if (link.purpose() == Purpose.ADMINISTRATOR) {
                requireNoAdministrator(writing);
                open(writing, account, Account.checkedDisplayName(displayName), Role.ADMINISTRATOR);
            }
            AccountTable.endLinks(writing, link.account().orElse(null));
            AccountTable.setPassword(writing, account, hash);
            AccountTable.endSessions(writing, account);
            writing.record("password-set", account, Map.of("purpose", link.purpose()));
            return require(writing, account).account();
        });
    }

    @Override
    public SignIn signIn(Authorship by, String name, String password, String code) {
        Optional<StoredAccount> tried = store.read(handle -> AccountTable.find(handle, name));
        boolean right =
                passwords.matches(password, tried.map(StoredAccount::hash).orElse(null));
        if (tried.isEmpty()) {
            return new SignIn.Refused();
        }
        return store.write(by, writing -> judge(writing, require(writing, name), tried.get(), right, code));
    }

    private static SignIn judge(Writing writing, StoredAccount now, StoredAccount tried, boolean right, String code) {
        Account account = now.account();
        if (account.lockedAt(writing.now())) {
            writing.unchanged();
            return new SignIn.LockedOut(account.lockedUntil().orElseThrow());
        }
        boolean samePassword = now.hash() != null && now.hash().equals(tried.hash());
        boolean known = right && samePassword && !account.closed();
        if (!known || !StoredSecondFactors.admits(writing, account.name(), code)) {
            return refuse(writing, account, now.failures() + 1, now.locks());
        }
        AccountTable.forgetFailures(writing, account.name());
        writing.record("signed-in", account.name(), Map.of());
        return new SignIn.Accepted(account);
    }

    private static SignIn refuse(Writing writing, Account account, int failures, int locks) {
        boolean lock = failures >= FAILURES_ALLOWED;
        Instant until = writing.now().plus(lockedFor(locks));
        AccountTable.countFailure(
                writing, account.name(), lock ? 0 : failures, lock ? locks + 1 : locks, lock ? until : null);
        writing.record("sign-in-refused", account.name(), Map.of("failures", failures));
        if (lock) {
            writing.record("account-locked", account.name(), Map.of("until", until));
            return new SignIn.LockedOut(until);
        }
        return new SignIn.Refused();
    }

    /** A quarter of an hour, then twice as long each time. */
    private static Duration lockedFor(int locksBefore) {
        Duration lasting = LOCKED_FOR.multipliedBy(1L << Math.min(locksBefore, 10));
        return lasting.compareTo(LOCKED_AT_MOST) > 0 ? LOCKED_AT_MOST : lasting;
    }

    @Override
    public Account endSessions(Authorship by, String name) {
        return store.write(by, writing -> {
            requireOpen(writing, name);
            AccountTable.endSessions(writing, name);
            writing.record("sessions-ended", name, Map.of());
            return require(writing, name).account();
        });
    }

    @Override
    public void changePassword(Authorship by, String name, String former, String password) {
        StoredAccount tried =
                store.read(handle -> AccountTable.find(handle, name)).orElseThrow(StoredPeople::wrong);
        if (!passwords.matches(former, tried.hash())) {
            store.write(
                    by,
                    writing -> refuse(
                            writing,
                            require(writing, name).account(),
                            require(writing, name).failures() + 1,
                            tried.locks()));
            throw wrong();
        }
        List<String> objections = PasswordPolicy.objections(name, password);
        if (!objections.isEmpty()) {
            throw Failure.yours("PASSWORD_REFUSED", "This password cannot be used.", String.join(" ", objections));
        }
        String hash = passwords.hash(password);
        store.write(by, writing -> {
            AccountTable.setPassword(writing, name, hash);
            AccountTable.endSessions(writing, name);
            writing.record("password-set", name, Map.of("purpose", "change"));
            return name;
        });
    }

    private static Failure wrong() {
        return Failure.yours(
                "PASSWORD_WRONG", "This is not the password you have.", "Type the one you sign in with today.");
    }

    @Override
    public void noteLockedNetwork(Authorship by, String network, Instant until) {
        store.write(by, writing -> {
            writing.record("network-locked", network, Map.of("until", until));
            return network;
        });
    }

    @Override
    public Account unlock(Authorship by, String name) {
        return store.write(by, writing -> {
            Account account = requireOpen(writing, name).account();
            if (!account.lockedAt(writing.now())) {
                writing.unchanged();
                return account;
            }
            AccountTable.forgetFailures(writing, name);
            writing.record("account-unlocked", name, Map.of());
            return require(writing, name).account();
        });
    }

    @Override
    public Account narrow(Authorship by, String name, RowScope scope) {
        return store.write(by, writing -> {
            Account account = requireOpen(writing, name).account();
            if (account.scope().equals(scope)) {
                writing.unchanged();
                return account;
            }
            requireFits(account.role(), scope);
            AccountTable.narrow(writing, name, scope);
            AccountTable.endSessions(writing, name);
            writing.record(
                    "scope-given",
                    name,
                    Map.of("scope", scope.words(), "former", account.scope().words()));
            return require(writing, name).account();
        });
    }

    private static void requireFits(Role role, RowScope scope) {
        if (scope.restricted() && !role.canBeScoped()) {
            throw Failure.yours(
                    "SCOPE_NOT_FOR_ROLE",
                    "An account with the role %s has whole files, all accounts or the trail in hand."
                            .formatted(role.words()),
                    "Give it another role first, or leave its scope at everything.");
        }
        for (String member :
                Stream.concat(scope.segments().stream(), scope.sites().stream()).toList()) {
            if (member.length() > 200 || member.codePoints().anyMatch(Character::isISOControl)) {
                throw Failure.yours(
                        "SCOPE_MALFORMED",
                        "This is not the name of a segment or a site.",
                        "Use the names as the ledger has them, up to 200 characters on one line.");
            }
        }
    }

    @Override
    public Account give(Authorship by, String name, Role role) {
        return store.write(by, writing -> {
            Account account = requireOpen(writing, name).account();
            if (account.role() == role) {
                writing.unchanged();
                return account;
            }
            requireFits(role, account.scope());
            AccountTable.give(writing, name, role);
            requireAnAdministrator(writing, account);
            AccountTable.endSessions(writing, name);
            writing.record(
                    "role-given",
                    name,
                    Map.of("role", role.id(), "former", account.role().id()));
            return require(writing, name).account();
        });
    }

    @Override
    public Account close(Authorship by, String name) {
        return store.write(by, writing -> {
            Account account = require(writing, name).account();
            if (account.closed()) {
                writing.unchanged();
                return account;
            }
            if (by.reason().isBlank()) {
                throw Failure.yours("REASON_MISSING", "An account is closed for a reason.", "Say why.");
            }
            AccountTable.close(writing, name);
            AccountTable.withdrawPassword(writing, name);
            AccountTable.endLinks(writing, name);
            AccountTable.endSessions(writing, name);
            AccountTable.endTokens(writing, name);
            requireAnAdministrator(writing, account);
            writing.record("account-closed", name, Map.of());
            return require(writing, name).account();
        });
    }

    @Override
    public OneTimeLink.Issued reopen(Authorship by, String name) {
        return store.write(by, writing -> {
            if (!require(writing, name).account().closed()) {
                throw Failure.yours(
                        "ACCOUNT_OPEN", "The account '%s' is open.".formatted(name), "Make a new link for it instead.");
            }
            if (by.reason().isBlank()) {
                throw Failure.yours("REASON_MISSING", "An account is opened again for a reason.", "Say why.");
            }
            AccountTable.reopen(writing, name);
            AccountTable.forgetFailures(writing, name);
            writing.record("account-reopened", name, Map.of());
            return issue(writing, Purpose.RESET, Optional.of(name));
        });
    }

    private static void open(Writing writing, String name, String displayName, Role role) {
        if (AccountTable.find(writing.handle(), name).isPresent()) {
            throw Failure.yours(
                    "ACCOUNT_NAME_TAKEN",
                    "The name '%s' is taken.".formatted(name),
                    "Choose another; names of closed accounts stay taken.");
        }
        AccountTable.open(writing, name, displayName, role);
        writing.record("account-opened", name, Map.of("role", role.id()));
    }

    private static OneTimeLink.Issued issue(Writing writing, Purpose purpose, Optional<String> account) {
        String token = Token.create();
        OneTimeLink link = new OneTimeLink(purpose, account, writing.now().plus(OneTimeLink.LIFE));
        AccountTable.endLinks(writing, account.orElse(null));
        AccountTable.issue(writing, Token.hash(token), link);
        writing.record(
                "link-issued",
                account.orElse("first administrator"),
                Map.of("purpose", purpose, "expires", link.expiresAt()));
        return new OneTimeLink.Issued(link, token);
    }

    private static boolean administers(Account account) {
        return account.role() == Role.ADMINISTRATOR && account.passwordSet() && !account.closed();
    }

    private static boolean administered(Writing writing) {
        return AccountTable.all(writing.handle()).stream()
                .map(StoredAccount::account)
                .anyMatch(StoredPeople::administers);
    }

    private static void requireNoAdministrator(Writing writing) {
        if (administered(writing)) {
            throw Failure.yours(
                    "ADMINISTRATOR_EXISTS",
                    "This room has an administrator.",
                    "Ask them for an invitation, or reset their password with './customer-room user reset NAME'.");
        }
    }

    private static void requireAnAdministrator(Writing writing, Account changed) {
        if (administers(changed) && !administered(writing)) {
            throw Failure.yours(
                    "LAST_ADMINISTRATOR",
                    "'%s' is the only administrator with a password.".formatted(changed.name()),
                    "Make somebody else administrator first.");
        }
    }

    private static StoredAccount requireOpen(Writing writing, String name) {
        StoredAccount stored = require(writing, name);
        if (stored.account().closed()) {
            throw Failure.yours(
                    "ACCOUNT_CLOSED",
                    "The account '%s' is closed.".formatted(name),
                    "Invite the person under another name.");
        }
        return stored;
    }

    private static StoredAccount require(Writing writing, String name) {
        return AccountTable.find(writing.handle(), name)
                .orElseThrow(() -> Failure.yours(
                        "ACCOUNT_UNKNOWN",
                        "There is no account of this name.",
                        "The page People and './customer-room user list' show the accounts."));
    }

    private static Failure linkSpent() {
        return Failure.yours(
                "LINK_SPENT",
                "This link has been used, has been replaced or is older than %d hours."
                        .formatted(OneTimeLink.LIFE.toHours()),
                "Ask an administrator for a new one.");
    }
}

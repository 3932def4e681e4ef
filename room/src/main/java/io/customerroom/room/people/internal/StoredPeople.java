package io.customerroom.room.people.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.workspace.SealedSecrets;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.OneTimeLink.Purpose;
import io.customerroom.room.people.PasswordPolicy;
import io.customerroom.room.people.Passwords;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Role;
import io.customerroom.room.people.SignIn;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** People in the state store. Passwords are derived outside transactions: they are slow on purpose. */
public final class StoredPeople implements People {

    private final StateStore store;
    private final Clock clock;
    private final Passwords passwords;
    private final SealedSecrets secrets;
    private final Supplier<String> company;

    public StoredPeople(
            StateStore store, Clock clock, Passwords passwords, SealedSecrets secrets, Supplier<String> company) {
        this.secrets = secrets;
        this.company = company;
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
        return all().stream().anyMatch(AccountRules::administers);
    }

    @Override
    public OneTimeLink.Issued administratorLink(Authorship by) {
        return store.write(by, writing -> {
            AccountRules.requireNoAdministrator(writing);
            return issue(writing, Purpose.ADMINISTRATOR, Optional.empty());
        });
    }

    @Override
    public OneTimeLink.Issued invite(Authorship by, String name, String displayName, Role role, RowScope scope) {
        String checked = Account.checkedName(name);
        String shown = Account.checkedDisplayName(displayName);
        return store.write(by, writing -> {
            AccountRules.requireFits(role, scope);
            AccountRules.open(writing, checked, shown, role);
            if (scope.restricted()) {
                AccountTable.narrow(writing, checked, scope);
                writing.record(
                        "scope-given",
                        checked,
                        Change.made(scope.words()),
                        Map.of("scope", scope.words(), "former", "nothing"));
            }
            return issue(writing, Purpose.INVITATION, Optional.of(checked));
        });
    }

    @Override
    public OneTimeLink.Issued reset(Authorship by, String name) {
        return store.write(by, writing -> {
            Account account = AccountRules.requireOpen(writing, name).account();
            AccountTable.withdrawPassword(writing, account.name());
            AccountTable.endSessions(writing, account.name());
            AccountTable.endTokens(writing, account.name());
            writing.record("password-withdrawn", account.name(), Change.of(password(account), "no password"), Map.of());
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
                link(token).orElseThrow(AccountRules::linkSpent).account().orElseGet(() -> Account.checkedName(name));
        List<String> objections = PasswordPolicy.objections(account, company.get(), password);
        if (!objections.isEmpty()) {
            throw Failure.yours("PASSWORD_REFUSED", "This password cannot be used.", String.join(" ", objections));
        }
        String hash = passwords.hash(password);
        return store.write(by, writing -> {
            OneTimeLink link = AccountTable.link(writing.handle(), Token.hash(token), writing.now())
                    .orElseThrow(AccountRules::linkSpent);
            if (link.purpose() == Purpose.ADMINISTRATOR) {
                AccountRules.requireNoAdministrator(writing);
                AccountRules.open(writing, account, Account.checkedDisplayName(displayName), Role.ADMINISTRATOR);
            }
            String former = password(AccountRules.require(writing, account).account());
            AccountTable.endLinks(writing, link.account().orElse(null));
            AccountTable.setPassword(writing, account, hash);
            AccountTable.endSessions(writing, account);
            writing.record("password-set", account, Change.of(former, "a password"), Map.of("purpose", link.purpose()));
            return AccountRules.require(writing, account).account();
        });
    }

    @Override
    public SignIn signIn(Authorship by, String name, String password, String code, Set<Role> whose) {
        return tried(by, name, password, new Attempt("signed-in", code, whose));
    }

    @Override
    public SignIn confirm(Authorship by, String name, String password, String code) {
        return tried(by, name, password, new Attempt("identity-confirmed", code, EnumSet.allOf(Role.class)));
    }

    /** @param event that is recorded when it succeeds */
    private record Attempt(String event, String code, Set<Role> whose) {}

    private SignIn tried(Authorship by, String name, String password, Attempt attempt) {
        Optional<StoredAccount> tried = store.read(handle -> AccountTable.find(handle, name));
        boolean right =
                passwords.matches(password, tried.map(StoredAccount::hash).orElse(null));
        if (tried.isEmpty()) {
            return new SignIn.Refused();
        }
        return store.write(
                by, writing -> judge(writing, AccountRules.require(writing, name), tried.get(), right, attempt));
    }

    private SignIn judge(Writing writing, StoredAccount now, StoredAccount tried, boolean right, Attempt attempt) {
        Account account = now.account();
        if (account.lockedAt(writing.now())) {
            writing.unchanged();
            return new SignIn.LockedOut(account.lockedUntil().orElseThrow());
        }
        boolean samePassword = now.hash() != null && now.hash().equals(tried.hash());
        boolean known =
                right && samePassword && !account.closed() && attempt.whose().contains(account.role());
        if (!known || !StoredSecondFactors.admits(writing, secrets, account.name(), attempt.code())) {
            return refuse(writing, account, now.failures() + 1, now.locks());
        }
        AccountTable.forgetFailures(writing, account.name());
        writing.record(attempt.event(), account.name(), Map.of());
        return new SignIn.Accepted(account);
    }

    private static SignIn refuse(Writing writing, Account account, int failures, int locks) {
        boolean lock = failures >= FAILURES_ALLOWED;
        Instant until = writing.now().plus(lockedFor(locks));
        AccountTable.countFailure(
                writing, account.name(), lock ? 0 : failures, lock ? locks + 1 : locks, lock ? until : null);
        writing.record("sign-in-refused", account.name(), Map.of("failures", failures));
        if (lock) {
            writing.record(
                    "account-locked",
                    account.name(),
                    Change.of("open", "locked until " + until),
                    Map.of("until", until));
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
            AccountRules.requireOpen(writing, name);
            AccountTable.endSessions(writing, name);
            writing.record("sessions-ended", name, Change.of("sessions of before", "none of them"), Map.of());
            return AccountRules.require(writing, name).account();
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
                            AccountRules.require(writing, name).account(),
                            AccountRules.require(writing, name).failures() + 1,
                            tried.locks()));
            throw wrong();
        }
        List<String> objections = PasswordPolicy.objections(name, company.get(), password);
        if (!objections.isEmpty()) {
            throw Failure.yours("PASSWORD_REFUSED", "This password cannot be used.", String.join(" ", objections));
        }
        String hash = passwords.hash(password);
        store.write(by, writing -> {
            AccountTable.setPassword(writing, name, hash);
            AccountTable.endSessions(writing, name);
            writing.record(
                    "password-set", name, Change.of("a password", "another password"), Map.of("purpose", "change"));
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
            writing.record(
                    "network-locked", network, Change.of("open", "held up until " + until), Map.of("until", until));
            return network;
        });
    }

    @Override
    public Account unlock(Authorship by, String name) {
        return store.write(by, writing -> {
            Account account = AccountRules.requireOpen(writing, name).account();
            if (!account.lockedAt(writing.now())) {
                writing.unchanged();
                return account;
            }
            AccountTable.forgetFailures(writing, name);
            writing.record("account-unlocked", name, Change.of("locked", "open"), Map.of());
            return AccountRules.require(writing, name).account();
        });
    }

    @Override
    public Account narrow(Authorship by, String name, RowScope scope) {
        return store.write(by, writing -> {
            Account account = AccountRules.requireOpen(writing, name).account();
            if (account.scope().equals(scope)) {
                writing.unchanged();
                return account;
            }
            AccountRules.requireFits(account.role(), scope);
            AccountTable.narrow(writing, name, scope);
            AccountTable.endSessions(writing, name);
            writing.record(
                    "scope-given",
                    name,
                    Change.of(account.scope().words(), scope.words()),
                    Map.of("scope", scope.words(), "former", account.scope().words()));
            return AccountRules.require(writing, name).account();
        });
    }

    @Override
    public Account give(Authorship by, String name, Role role) {
        return store.write(by, writing -> {
            Account account = AccountRules.requireOpen(writing, name).account();
            if (account.role() == role) {
                writing.unchanged();
                return account;
            }
            AccountRules.requireFits(role, account.scope());
            AccountTable.give(writing, name, role);
            AccountRules.requireAnAdministrator(writing, account);
            AccountTable.endSessions(writing, name);
            writing.record(
                    "role-given",
                    name,
                    Change.of(account.role().id(), role.id()),
                    Map.of("role", role.id(), "former", account.role().id()));
            return AccountRules.require(writing, name).account();
        });
    }

    @Override
    public Account close(Authorship by, String name) {
        return store.write(by, writing -> {
            Account account = AccountRules.require(writing, name).account();
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
            AccountRules.requireAnAdministrator(writing, account);
            writing.record("account-closed", name, Change.of("open", "closed"), Map.of());
            return AccountRules.require(writing, name).account();
        });
    }

    @Override
    public OneTimeLink.Issued reopen(Authorship by, String name) {
        return store.write(by, writing -> {
            if (!AccountRules.require(writing, name).account().closed()) {
                throw Failure.yours(
                        "ACCOUNT_OPEN", "The account '%s' is open.".formatted(name), "Make a new link for it instead.");
            }
            if (by.reason().isBlank()) {
                throw Failure.yours("REASON_MISSING", "An account is opened again for a reason.", "Say why.");
            }
            AccountTable.reopen(writing, name);
            AccountTable.forgetFailures(writing, name);
            writing.record("account-reopened", name, Change.of("closed", "open"), Map.of());
            return issue(writing, Purpose.RESET, Optional.of(name));
        });
    }

    private static String password(Account account) {
        return account.passwordSet() ? "a password" : "no password";
    }

    private static OneTimeLink.Issued issue(Writing writing, Purpose purpose, Optional<String> account) {
        String token = Token.create();
        OneTimeLink link = new OneTimeLink(purpose, account, writing.now().plus(OneTimeLink.LIFE));
        AccountTable.endLinks(writing, account.orElse(null));
        AccountTable.issue(writing, Token.hash(token), link);
        writing.record(
                "link-issued",
                account.orElse("first administrator"),
                Change.made("a link until " + link.expiresAt()),
                Map.of("purpose", purpose, "expires", link.expiresAt()));
        return new OneTimeLink.Issued(link, token);
    }
}

package io.customerroom.room.people.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.Identities;
import io.customerroom.room.people.Identity;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.SignedOutThere;
import io.customerroom.room.people.Standing;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Identities in the state store. The trail tells of providers, never of subjects. */
public final class StoredIdentities implements Identities {

    private static final SqlFile SQL = SqlFile.beside(StoredIdentities.class);

    private final StateStore store;

    public StoredIdentities(StateStore store) {
        this.store = store;
    }

    private static Optional<String> account(Handle handle, Identity identity) {
        return handle.createQuery(SQL.text("account"))
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .mapTo(String.class)
                .findOne();
    }

    private static Optional<Identity> identity(Handle handle, String account) {
        return handle.createQuery(SQL.text("identity"))
                .bind("account", account)
                .map((row, context) -> new Identity(row.getString("issuer"), row.getString("subject")))
                .findOne();
    }

    @Override
    public Optional<Identity> of(String account) {
        return store.read(handle -> identity(handle, account));
    }

    @Override
    public Outcome arrive(Authorship by, Arrival arrival, boolean newcomers) {
        return store.write(by, writing -> {
            Optional<String> known = account(writing.handle(), arrival.identity());
            Outcome outcome = known.map(account -> returning(writing, account, arrival))
                    .orElseGet(() -> newcomer(writing, arrival, newcomers));
            if (outcome instanceof Outcome.Accepted accepted) {
                writing.record(
                        "signed-in-at-provider",
                        accepted.account().name(),
                        Map.of("provider", arrival.identity().issuer()));
            } else {
                writing.record(
                        "provider-sign-in-refused",
                        known.orElse("somebody without an account"),
                        Map.of("provider", arrival.identity().issuer(), "because", because(outcome)));
            }
            return outcome;
        });
    }

    private static String because(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "";
            case Outcome.NotInvited uninvited -> "nobody invited them";
            case Outcome.WithoutGroup without -> "none of their groups opens the room";
            case Outcome.Closed closed -> "the account is closed";
            case Outcome.NameTaken taken -> "their name is taken or cannot be used here";
        };
    }

    private static Outcome returning(Writing writing, String name, Arrival arrival) {
        Account account = AccountRules.require(writing, name).account();
        if (account.closed()) {
            return new Outcome.Closed();
        }
        return switch (arrival.standing()) {
            case Standing.AsInTheRoom asInTheRoom -> new Outcome.Accepted(account);
            case Standing.ByGroup byGroup -> new Outcome.Accepted(refreshed(writing, account, byGroup));
            case Standing.Outside outside -> {
                AccountTable.endSessions(writing, name);
                AccountTable.endTokens(writing, name);
                yield new Outcome.WithoutGroup();
            }
        };
    }

    private static Account refreshed(Writing writing, Account account, Standing.ByGroup standing) {
        String name = account.name();
        RowScope kept = standing.role().canBeScoped() ? account.scope() : RowScope.everything();
        RowScope scope = standing.scope().orElse(kept);
        if (account.role() == standing.role() && account.scope().equals(scope)) {
            return account;
        }
        AccountRules.requireFits(standing.role(), scope);
        if (account.role() != standing.role()) {
            AccountTable.give(writing, name, standing.role());
            AccountRules.requireAnAdministrator(writing, account);
            writing.record(
                    "role-given",
                    name,
                    Change.of(account.role().id(), standing.role().id()),
                    Map.of(
                            "role",
                            standing.role().id(),
                            "former",
                            account.role().id()));
        }
        if (!account.scope().equals(scope)) {
            AccountTable.narrow(writing, name, scope);
            writing.record(
                    "scope-given",
                    name,
                    Change.of(account.scope().words(), scope.words()),
                    Map.of("scope", scope.words(), "former", account.scope().words()));
        }
        AccountTable.endSessions(writing, name);
        return AccountRules.require(writing, name).account();
    }

    private static Outcome newcomer(Writing writing, Arrival arrival, boolean newcomers) {
        if (arrival.standing() instanceof Standing.Outside) {
            return new Outcome.WithoutGroup();
        }
        if (!newcomers || !(arrival.standing() instanceof Standing.ByGroup standing)) {
            return new Outcome.NotInvited();
        }
        if (!Account.isName(arrival.name())
                || AccountTable.find(writing.handle(), arrival.name()).isPresent()) {
            return new Outcome.NameTaken();
        }
        AccountRules.open(writing, arrival.name(), Account.checkedDisplayName(arrival.displayName()), standing.role());
        standing.scope().filter(RowScope::restricted).ifPresent(scope -> {
            AccountTable.narrow(writing, arrival.name(), scope);
            writing.record(
                    "scope-given",
                    arrival.name(),
                    Change.made(scope.words()),
                    Map.of("scope", scope.words(), "former", "nothing"));
        });
        note(writing, arrival.name(), arrival.identity());
        return new Outcome.Accepted(
                AccountRules.require(writing, arrival.name()).account());
    }

    @Override
    public void confirm(Authorship by, String account, Identity identity) {
        store.write(by, writing -> {
            if (!account(writing.handle(), identity).equals(Optional.of(account))) {
                throw Failure.yours(
                        "IDENTITY_OTHER",
                        "At the provider somebody else is signed in than here.",
                        "Sign out there, and try again as yourself.");
            }
            writing.record("identity-confirmed", account, Map.of());
            return account;
        });
    }

    @Override
    public void signedOut(Authorship by, SignedOutThere told) {
        store.write(by, writing -> {
            writing.handle()
                    .createUpdate(SQL.text("forget-told"))
                    .bind("now", writing.now())
                    .execute();
            int noted = writing.handle()
                    .createUpdate(SQL.text("told"))
                    .bind("notice", Token.hash(told.issuer() + " " + told.notice()))
                    .bind("until", told.until())
                    .execute();
            if (noted == 0) {
                throw Failure.yours("NOTICE_TOLD", "This notice was told before.", "A notice counts once.");
            }
            List<String> accounts =
                    told.accounts().isEmpty() ? List.of("somebody without a session here") : told.accounts();
            accounts.forEach(account -> writing.record(
                    "signed-out-at-provider",
                    account,
                    Change.of("sessions: " + told.sessions(), "sessions: 0"),
                    Map.of("provider", told.issuer(), "sessions", told.sessions())));
            return noted;
        });
    }

    @Override
    public Account linkByInvitation(Authorship by, String token, Identity identity) {
        return store.write(by, writing -> {
            OneTimeLink link = AccountTable.link(writing.handle(), Token.hash(token), writing.now())
                    .orElseThrow(AccountRules::linkSpent);
            String account = link.account().orElseThrow(AccountRules::linkSpent);
            requireFree(writing, account, identity);
            AccountTable.endLinks(writing, account);
            AccountTable.endSessions(writing, account);
            note(writing, account, identity);
            return AccountRules.require(writing, account).account();
        });
    }

    @Override
    public Account link(Authorship by, String account, Identity identity) {
        return store.write(by, writing -> {
            AccountRules.requireOpen(writing, account);
            requireFree(writing, account, identity);
            note(writing, account, identity);
            return AccountRules.require(writing, account).account();
        });
    }

    private static void requireFree(Writing writing, String account, Identity identity) {
        if (account(writing.handle(), identity).isPresent()
                || identity(writing.handle(), account).isPresent()) {
            throw Failure.yours(
                    "IDENTITY_TAKEN",
                    "This account, or whoever is signed in at the provider, is linked already.",
                    "End the other link first: its person on Your account, or an administrator on the page People.");
        }
    }

    private static void note(Writing writing, String account, Identity identity) {
        writing.handle()
                .createUpdate(SQL.text("link"))
                .bind("account", account)
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .bind("now", writing.now())
                .execute();
        writing.record(
                "identity-linked", account, Change.of("not linked", "linked"), Map.of("provider", identity.issuer()));
    }

    @Override
    public Account unlink(Authorship by, String name) {
        return store.write(by, writing -> {
            Account account = AccountRules.require(writing, name).account();
            if (!account.linked()) {
                writing.unchanged();
                return account;
            }
            if (by.actor().equals(name) && !account.passwordSet()) {
                throw Failure.yours(
                        "PASSWORD_MISSING",
                        "Without this link you could not sign in any more.",
                        "Ask an administrator for a link to choose a password first.");
            }
            writing.handle()
                    .createUpdate(SQL.text("unlink"))
                    .bind("account", name)
                    .execute();
            AccountRules.requireAnAdministrator(writing, account);
            AccountTable.endSessions(writing, name);
            AccountTable.endTokens(writing, name);
            writing.record("identity-unlinked", name, Change.of("linked", "not linked"), Map.of());
            return AccountRules.require(writing, name).account();
        });
    }
}

package io.customerroom.room.people.internal;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.Role;
import io.customerroom.state.Change;
import io.customerroom.state.Writing;
import java.util.Map;
import java.util.stream.Stream;

/** What holds for every change of an account, however it comes about. */
final class AccountRules {

    private AccountRules() {}

    static void requireFits(Role role, RowScope scope) {
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

    static void open(Writing writing, String name, String displayName, Role role) {
        if (AccountTable.find(writing.handle(), name).isPresent()) {
            throw Failure.yours(
                    "ACCOUNT_NAME_TAKEN",
                    "The name '%s' is taken.".formatted(name),
                    "Choose another; names of closed accounts stay taken.");
        }
        AccountTable.open(writing, name, displayName, role);
        writing.record("account-opened", name, Change.made(role.id()), Map.of("role", role.id()));
    }

    static boolean administers(Account account) {
        return account.role() == Role.ADMINISTRATOR && (account.passwordSet() || account.linked()) && !account.closed();
    }

    static boolean administered(Writing writing) {
        return AccountTable.all(writing.handle()).stream()
                .map(StoredAccount::account)
                .anyMatch(AccountRules::administers);
    }

    static void requireNoAdministrator(Writing writing) {
        if (administered(writing)) {
            throw Failure.yours(
                    "ADMINISTRATOR_EXISTS",
                    "This room has an administrator.",
                    "Ask them for an invitation, or reset their password with './customer-room user reset NAME'.");
        }
    }

    static void requireAnAdministrator(Writing writing, Account changed) {
        if (administers(changed) && !administered(writing)) {
            throw Failure.yours(
                    "LAST_ADMINISTRATOR",
                    "'%s' is the only administrator who can sign in.".formatted(changed.name()),
                    "Make somebody else administrator first.");
        }
    }

    static StoredAccount requireOpen(Writing writing, String name) {
        StoredAccount stored = require(writing, name);
        if (stored.account().closed()) {
            throw Failure.yours(
                    "ACCOUNT_CLOSED",
                    "The account '%s' is closed.".formatted(name),
                    "Invite the person under another name.");
        }
        return stored;
    }

    static StoredAccount require(Writing writing, String name) {
        return AccountTable.find(writing.handle(), name)
                .orElseThrow(() -> Failure.yours(
                        "ACCOUNT_UNKNOWN",
                        "There is no account of this name.",
                        "The page People and './customer-room user list' show the accounts."));
    }

    static Failure linkSpent() {
        return Failure.yours(
                "LINK_SPENT",
                "This link has been used, has been replaced or is older than %d hours."
                        .formatted(OneTimeLink.LIFE.toHours()),
                "Ask an administrator for a new one.");
    }
}

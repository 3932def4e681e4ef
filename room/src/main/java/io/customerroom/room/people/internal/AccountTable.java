package io.customerroom.room.people.internal;

import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.Role;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The rows of accounts, passwords, closures and links. Knows no rules. */
final class AccountTable {

    private static final SqlFile SQL = SqlFile.beside(AccountTable.class);

    private AccountTable() {}

    /** One row of a scope. */
    private record Part(String account, String dimension, String member) {}

    static List<StoredAccount> all(Handle handle) {
        Map<String, List<Part>> scopes =
                handle.createQuery(SQL.text("scopes")).map((row, context) -> part(row)).list().stream()
                        .collect(Collectors.groupingBy(Part::account));
        return handle.createQuery(SQL.text("all"))
                .map((row, context) -> account(row, scope(scopes.getOrDefault(row.getString("name"), List.of()))))
                .list();
    }

    static Optional<StoredAccount> find(Handle handle, String name) {
        List<Part> parts = handle.createQuery(SQL.text("scope"))
                .bind("name", name)
                .map((row, context) -> part(row))
                .list();
        return handle.createQuery(SQL.text("find"))
                .bind("name", name)
                .map((row, context) -> account(row, scope(parts)))
                .findOne();
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(row.getString("account"), row.getString("dimension"), row.getString("member"));
    }

    private static RowScope scope(List<Part> parts) {
        return RowScope.of(members(parts, "segment"), members(parts, "site"));
    }

    private static List<String> members(List<Part> parts, String dimension) {
        return parts.stream()
                .filter(part -> part.dimension().equals(dimension))
                .map(Part::member)
                .toList();
    }

    static void narrow(Writing writing, String name, RowScope scope) {
        named(writing, "forget-scope", name).execute();
        scope.segments().forEach(segment -> narrow(writing, name, "segment", segment));
        scope.sites().forEach(site -> narrow(writing, name, "site", site));
    }

    private static void narrow(Writing writing, String name, String dimension, String member) {
        named(writing, "narrow", name)
                .bind("dimension", dimension)
                .bind("member", member)
                .execute();
    }

    static void open(Writing writing, String name, String displayName, Role role) {
        named(writing, "open", name)
                .bind("displayName", displayName)
                .bind("role", role.id())
                .bind("now", writing.now())
                .execute();
    }

    static void setPassword(Writing writing, String name, String hash) {
        named(writing, "set-password", name)
                .bind("hash", hash)
                .bind("now", writing.now())
                .execute();
    }

    static void withdrawPassword(Writing writing, String name) {
        named(writing, "withdraw-password", name).execute();
    }

    static void endSessions(Writing writing, String name) {
        named(writing, "end-sessions", name).execute();
    }

    static void endTokens(Writing writing, String name) {
        named(writing, "end-tokens", name).bind("now", writing.now()).execute();
    }

    static void countFailure(Writing writing, String name, int failures, int locks, @Nullable Instant lockedUntil) {
        named(writing, "count-failure", name)
                .bind("failures", failures)
                .bind("locks", locks)
                .bind("lockedUntil", lockedUntil == null ? null : StoredText.of(lockedUntil))
                .execute();
    }

    static void forgetFailures(Writing writing, String name) {
        named(writing, "forget-failures", name).execute();
    }

    static void give(Writing writing, String name, Role role) {
        named(writing, "give", name).bind("role", role.id()).execute();
    }

    static void close(Writing writing, String name) {
        named(writing, "close", name)
                .bind("now", writing.now())
                .bind("by", writing.by().actor())
                .bind("reason", writing.by().reason())
                .execute();
    }

    static void reopen(Writing writing, String name) {
        named(writing, "reopen", name).execute();
    }

    static void issue(Writing writing, String tokenHash, OneTimeLink link) {
        writing.handle()
                .createUpdate(SQL.text("issue"))
                .bind("hash", tokenHash)
                .bind("purpose", link.purpose().name().toLowerCase(Locale.ROOT))
                .bind("account", link.account().orElse(null))
                .bind("now", writing.now())
                .bind("expires", link.expiresAt())
                .execute();
    }

    static void endLinks(Writing writing, @Nullable String account) {
        writing.handle()
                .createUpdate(SQL.text("end-links"))
                .bind("account", account)
                .bind("now", writing.now())
                .execute();
    }

    static Optional<OneTimeLink> link(Handle handle, String tokenHash, Instant now) {
        return handle.createQuery(SQL.text("link"))
                .bind("hash", tokenHash)
                .bind("now", now)
                .map((row, context) -> new OneTimeLink(
                        OneTimeLink.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getString("account")),
                        StoredText.instant(row.getString("expires_at"))))
                .findOne();
    }

    private static Update named(Writing writing, String text, String name) {
        return writing.handle().createUpdate(SQL.text(text)).bind("name", name);
    }

    private static StoredAccount account(ResultSet row, RowScope scope) throws SQLException {
        String closedAt = row.getString("closed_at");
        Optional<Account.Closure> closure = closedAt == null
                ? Optional.empty()
                : Optional.of(new Account.Closure(
                        StoredText.instant(closedAt), row.getString("closed_by"), row.getString("reason")));
        Account account = new Account(
                row.getString("name"),
                row.getString("display_name"),
                Role.of(row.getString("role")),
                scope,
                row.getString("hash") != null,
                row.getInt("linked") > 0,
                row.getInt("owes") > 0,
                row.getInt("epoch"),
                Optional.ofNullable(row.getString("locked_until")).map(StoredText::instant),
                closure);
        return new StoredAccount(account, row.getString("hash"), row.getInt("failures"), row.getInt("locks"));
    }
}

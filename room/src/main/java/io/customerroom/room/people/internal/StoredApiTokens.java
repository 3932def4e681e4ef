package io.customerroom.room.people.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.ApiToken;
import io.customerroom.room.people.ApiToken.Reach;
import io.customerroom.room.people.ApiTokens;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import io.customerroom.state.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Tokens in the state store. That one was used is noted once a day: a busy program must not fill the trail. */
public final class StoredApiTokens implements ApiTokens {

    private static final SqlFile SQL = SqlFile.beside(StoredApiTokens.class);
    private static final int MOST_IN_USE = 20;
    private static final int ID_LENGTH = 10;

    private final StateStore store;
    private final Clock clock;

    public StoredApiTokens(StateStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<ApiToken> of(String account) {
        return store.read(handle -> of(handle, account));
    }

    private static List<ApiToken> of(Handle handle, String account) {
        return handle.createQuery(SQL.text("of"))
                .bind("account", account)
                .map(StoredApiTokens::token)
                .list();
    }

    @Override
    public ApiToken.Issued make(Authorship by, String account, String name, Reach reach, Duration life) {
        String words = Typed.required(name, 80, "TOKEN_NAME_MISSING", "A token is named by what uses it.");
        if (words.codePoints().anyMatch(Character::isISOControl)) {
            throw Failure.yours("TOKEN_NAME_MALFORMED", "This is not a name for a token.", "Use one line of text.");
        }
        if (life.isNegative() || life.isZero() || life.compareTo(ApiToken.LONGEST) > 0) {
            throw Failure.yours(
                    "TOKEN_LIFE_MALFORMED",
                    "A token lives for a number of days.",
                    "Use 1 to %d days.".formatted(ApiToken.LONGEST.toDays()));
        }
        String text = ApiToken.PREFIX + Token.create();
        return store.write(by, writing -> {
            Account person = AccountTable.find(writing.handle(), account)
                    .map(StoredAccount::account)
                    .filter(it -> !it.closed())
                    .orElseThrow(StoredApiTokens::unknown);
            requireSomeRight(person, reach);
            requireRoom(writing, account);
            ApiToken token = new ApiToken(
                    Token.create().replaceAll("[^A-Za-z0-9]", "0").substring(0, ID_LENGTH),
                    account,
                    words,
                    reach,
                    writing.now(),
                    writing.now().plus(life),
                    Optional.empty(),
                    Optional.empty());
            insert(writing, token, Token.hash(text));
            writing.record(
                    "api-token-made",
                    account,
                    Change.made("a token for " + reach.id()),
                    Map.of("token", token.id(), "name", words, "reach", reach.id(), "expires", token.expiresAt()));
            return new ApiToken.Issued(token, text);
        });
    }

    private static void insert(Writing writing, ApiToken token, String hash) {
        writing.handle()
                .createUpdate(SQL.text("make"))
                .bind("id", token.id())
                .bind("account", token.account())
                .bind("name", token.name())
                .bind("hash", hash)
                .bind("reach", token.reach().id())
                .bind("now", writing.now())
                .bind("expires", token.expiresAt())
                .execute();
    }

    private static void requireSomeRight(Account person, Reach reach) {
        if (reach.of(person.role()).isEmpty()) {
            throw Failure.yours(
                    "TOKEN_WITHOUT_RIGHT",
                    "The role %s has no right that such a token could carry."
                            .formatted(person.role().words()),
                    "Choose another reach, or ask an administrator for another role.");
        }
    }

    private static void requireRoom(Writing writing, String account) {
        long inUse = of(writing.handle(), account).stream()
                .filter(token -> token.usableAt(writing.now()))
                .count();
        if (inUse >= MOST_IN_USE) {
            throw Failure.yours(
                    "TOKENS_TOO_MANY",
                    "%d tokens are in use.".formatted(inUse),
                    "Revoke one that nothing needs any more.");
        }
    }

    @Override
    public ApiToken revoke(Authorship by, String account, String id) {
        return store.write(by, writing -> {
            ApiToken token = of(writing.handle(), account).stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow(StoredApiTokens::unknown);
            if (token.endedAt().isPresent()) {
                writing.unchanged();
                return token;
            }
            writing.handle()
                    .createUpdate(SQL.text("revoke"))
                    .bind("id", id)
                    .bind("now", writing.now())
                    .execute();
            writing.record(
                    "api-token-revoked",
                    account,
                    Change.of("in use", "revoked"),
                    Map.of("token", id, "name", token.name()));
            return token;
        });
    }

    @Override
    public Optional<Bearer> bearer(String text) {
        Instant now = clock.instant();
        Optional<Bearer> bearer = text.startsWith(ApiToken.PREFIX)
                ? store.read(handle -> bearer(handle, Token.hash(text), now))
                : Optional.empty();
        bearer.map(Bearer::token).filter(token -> !usedOn(token, now)).ifPresent(this::noteUse);
        return bearer;
    }

    private static Optional<Bearer> bearer(Handle handle, String hash, Instant now) {
        return handle.createQuery(SQL.text("find"))
                .bind("hash", hash)
                .map(StoredApiTokens::token)
                .findOne()
                .filter(token -> token.usableAt(now))
                .flatMap(token -> AccountTable.find(handle, token.account())
                        .map(StoredAccount::account)
                        .filter(account -> !account.closed())
                        .map(account -> new Bearer(account, token)));
    }

    private static boolean usedOn(ApiToken token, Instant now) {
        return token.lastUsedAt()
                .filter(used -> used.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS)))
                .isPresent();
    }

    private void noteUse(ApiToken token) {
        Authorship by = new Authorship(token.account(), "api", "", "token " + token.id());
        store.write(by, writing -> {
            writing.handle()
                    .createUpdate(SQL.text("used"))
                    .bind("id", token.id())
                    .bind("now", writing.now())
                    .execute();
            writing.record("api-token-used", token.account(), Map.of("token", token.id(), "name", token.name()));
            return token;
        });
    }

    private static ApiToken token(ResultSet row, StatementContext context) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                row.getString("account"),
                row.getString("name"),
                Reach.of(row.getString("reach")),
                StoredText.instant(row.getString("made_at")),
                StoredText.instant(row.getString("expires_at")),
                Optional.ofNullable(row.getString("last_used_at")).map(StoredText::instant),
                Optional.ofNullable(row.getString("ended_at")).map(StoredText::instant));
    }

    private static Failure unknown() {
        return Failure.yours("TOKEN_UNKNOWN", "There is no such token.", "The page Your account lists yours.");
    }
}

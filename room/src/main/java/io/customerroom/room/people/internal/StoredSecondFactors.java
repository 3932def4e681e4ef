package io.customerroom.room.people.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.workspace.SealedSecrets;
import io.customerroom.room.people.Role;
import io.customerroom.room.people.SecondFactors;
import io.customerroom.state.Change;
import io.customerroom.state.SqlFile;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Second factors in the state store. */
public final class StoredSecondFactors implements SecondFactors {

    private static final SqlFile SQL = SqlFile.beside(StoredSecondFactors.class);
    /** More than 112 bits of chance: a plain hash keeps them safe. */
    private static final int RECOVERY_LENGTH = 24;

    private final StateStore store;
    private final SealedSecrets secrets;

    public StoredSecondFactors(StateStore store, SealedSecrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /**
     * @param secret as it is stored: sealed
     * @param lastStep the last half minute whose code was used
     */
    private record Factor(String secret, boolean confirmed, long lastStep) {}

    private static Optional<Factor> find(Handle handle, String account) {
        return handle.createQuery(SQL.text("find"))
                .bind("account", account)
                .map((row, context) -> new Factor(
                        row.getString("secret"), row.getString("confirmed_at") != null, row.getLong("last_step")))
                .findOne();
    }

    private static boolean confirmed(Handle handle, String account) {
        return find(handle, account).filter(Factor::confirmed).isPresent();
    }

    private static Set<Role> required(Handle handle) {
        Set<Role> roles = new TreeSet<>();
        handle.createQuery(SQL.text("required")).mapTo(String.class).forEach(role -> roles.add(Role.of(role)));
        return roles;
    }

    /** Whether the code lets the account in: always where it has no second factor. A code is used up. */
    static boolean admits(Writing writing, SealedSecrets secrets, String account, String code) {
        Optional<Factor> factor = find(writing.handle(), account).filter(Factor::confirmed);
        return factor.isEmpty()
                || byAuthenticator(writing, secrets, account, factor.get(), code)
                || byRecovery(writing, account, code);
    }

    private static boolean byAuthenticator(
            Writing writing, SealedSecrets secrets, String account, Factor factor, String code) {
        Optional<String> secret = secrets.open(account, factor.secret());
        if (secret.isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.step(secret.get(), code.replace(" ", ""), writing.now(), factor.lastStep());
        step.ifPresent(used -> writing.handle()
                .createUpdate(SQL.text("used"))
                .bind("account", account)
                .bind("step", used)
                .execute());
        return step.isPresent();
    }

    private static boolean byRecovery(Writing writing, String account, String code) {
        int used = writing.handle()
                .createUpdate(SQL.text("recover"))
                .bind("account", account)
                .bind("hash", Token.hash(plain(code)))
                .bind("now", writing.now())
                .execute();
        if (used > 0) {
            writing.record("recovery-code-used", account, Change.of("unused", "used"), Map.of());
        }
        return used > 0;
    }

    private static String plain(String code) {
        return code.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean on(String account) {
        return store.read(handle -> confirmed(handle, account));
    }

    @Override
    public String begin(Authorship by, String account) {
        String secret = Totp.secret();
        String sealed = secrets.seal(account, secret);
        return store.write(by, writing -> {
            requireOff(writing, account);
            writing.handle()
                    .createUpdate(SQL.text("begin"))
                    .bind("account", account)
                    .bind("secret", sealed)
                    .bind("now", writing.now())
                    .execute();
            writing.record("second-factor-begun", account, Change.of("off", "begun"), Map.of());
            return secret;
        });
    }

    @Override
    public List<String> confirm(Authorship by, String account, String code) {
        return store.write(by, writing -> {
            requireOff(writing, account);
            Factor factor = find(writing.handle(), account).orElseThrow(StoredSecondFactors::notBegun);
            if (!byAuthenticator(writing, secrets, account, factor, code)) {
                throw Failure.yours(
                        "CODE_WRONG",
                        "This is not the code of the moment.",
                        "Type the six digits that the authenticator shows now, and look whether its clock is right.");
            }
            writing.handle()
                    .createUpdate(SQL.text("confirm"))
                    .bind("account", account)
                    .bind("now", writing.now())
                    .execute();
            List<String> codes = recoveryCodes(writing, account);
            AccountTable.endSessions(writing, account);
            writing.record("second-factor-set", account, Change.of("begun", "on"), Map.of());
            return codes;
        });
    }

    private static List<String> recoveryCodes(Writing writing, String account) {
        List<String> codes = new ArrayList<>();
        while (codes.size() < RECOVERY_CODES) {
            String code = plain(Token.create() + Token.create()).substring(0, RECOVERY_LENGTH);
            codes.add(code.replaceAll("(.{4})(?=.)", "$1-"));
            writing.handle()
                    .createUpdate(SQL.text("recovery"))
                    .bind("account", account)
                    .bind("hash", Token.hash(code))
                    .execute();
        }
        return List.copyOf(codes);
    }

    @Override
    public List<String> renew(Authorship by, String account) {
        return store.write(by, writing -> {
            if (!confirmed(writing.handle(), account)) {
                throw notBegun();
            }
            int former = left(writing.handle(), account);
            writing.handle()
                    .createUpdate(SQL.text("forget-codes"))
                    .bind("account", account)
                    .execute();
            List<String> codes = recoveryCodes(writing, account);
            writing.record(
                    "recovery-codes-renewed",
                    account,
                    Change.of("unused codes: " + former, "unused codes: " + codes.size()),
                    Map.of("former", former, "codes", codes.size()));
            return codes;
        });
    }

    @Override
    public int recoveryCodesLeft(String account) {
        return store.read(handle -> left(handle, account));
    }

    private static int left(Handle handle, String account) {
        return handle.createQuery(SQL.text("left"))
                .bind("account", account)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void remove(Authorship by, String account) {
        store.write(by, writing -> {
            if (find(writing.handle(), account).isEmpty()) {
                writing.unchanged();
                return account;
            }
            boolean confirmed = confirmed(writing.handle(), account);
            boolean own = by.actor().equals(account);
            Role role = AccountTable.find(writing.handle(), account)
                    .orElseThrow(StoredSecondFactors::notBegun)
                    .account()
                    .role();
            if (own && required(writing.handle()).contains(role)) {
                throw Failure.yours(
                        "SECOND_FACTOR_REQUIRED",
                        "Your role has to have a second factor.",
                        "Ask an administrator to reset it; you then set up a new one.");
            }
            for (String text : List.of("forget-codes", "forget")) {
                writing.handle()
                        .createUpdate(SQL.text(text))
                        .bind("account", account)
                        .execute();
            }
            if (confirmed) {
                AccountTable.endSessions(writing, account);
            }
            writing.record("second-factor-removed", account, Change.of(confirmed ? "on" : "begun", "off"), Map.of());
            return account;
        });
    }

    @Override
    public void sealAll(Authorship by) {
        List<String> open = store.read(StoredSecondFactors::unsealed);
        if (open.isEmpty()) {
            return;
        }
        store.write(by, writing -> {
            writing.overwriteWhatGoes();
            for (String account : open) {
                Factor factor = find(writing.handle(), account).orElseThrow();
                writing.handle()
                        .createUpdate(SQL.text("seal"))
                        .bind("account", account)
                        .bind("secret", secrets.seal(account, factor.secret()))
                        .execute();
            }
            writing.record(
                    "second-factors-sealed",
                    "second factors",
                    Change.of("readable", "sealed"),
                    Map.of("count", open.size()));
            return open;
        });
    }

    @Override
    public List<String> unopened() {
        return store.read(handle -> handle.createQuery(SQL.text("all")).mapTo(String.class).list().stream()
                .filter(account -> find(handle, account)
                        .filter(factor -> secrets.open(account, factor.secret()).isEmpty())
                        .isPresent())
                .toList());
    }

    private static List<String> unsealed(Handle handle) {
        return handle.createQuery(SQL.text("unsealed")).mapTo(String.class).list();
    }

    @Override
    public Set<Role> required() {
        return store.read(StoredSecondFactors::required);
    }

    @Override
    public void require(Authorship by, Role role, boolean required) {
        store.write(by, writing -> {
            if (required(writing.handle()).contains(role) == required) {
                writing.unchanged();
                return role;
            }
            Update change = writing.handle()
                    .createUpdate(SQL.text(required ? "require" : "release"))
                    .bind("role", role.id());
            (required ? change.bind("now", writing.now()).bind("by", by.actor()) : change).execute();
            writing.record(
                    required ? "second-factor-required" : "second-factor-released",
                    role.id(),
                    Change.of(required ? "not required" : "required", required ? "required" : "not required"),
                    Map.of());
            return role;
        });
    }

    private static void requireOff(Writing writing, String account) {
        if (confirmed(writing.handle(), account)) {
            throw Failure.yours(
                    "SECOND_FACTOR_THERE",
                    "There is a second factor.",
                    "Take it away first; or ask an administrator if it is lost.");
        }
    }

    private static Failure notBegun() {
        return Failure.yours("SECOND_FACTOR_NOT_BEGUN", "Nothing is being set up.", "Begin on the page Your account.");
    }
}

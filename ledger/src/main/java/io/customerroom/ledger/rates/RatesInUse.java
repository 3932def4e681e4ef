package io.customerroom.ledger.rates;

import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.SqlFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which rates of exchange are known, and what the current ledger made of them. Money is in the reporting currency where nothing else is said. */
public final class RatesInUse {

    private static final SqlFile SQL = SqlFile.beside(RatesInUse.class);

    private final Workspace workspace;
    private final Receipts receipts;
    private final Builds builds;
    private final Engine engine;
    /** Builds never change, so what two of them say is asked once. */
    private volatile Asked last = new Asked(List.of(), Account.NONE);

    private record Asked(List<String> ids, Account account) {}

    public RatesInUse(Workspace workspace, Receipts receipts, Builds builds, Engine engine) {
        this.workspace = workspace;
        this.receipts = receipts;
        this.builds = builds;
        this.engine = engine;
    }

    /**
     * A currency of which rates are in force.
     *
     * @param days for so many days a rate is stated
     * @param rate what one unit of it was worth on the last of them
     * @param receipt the batch that says so
     */
    public record Known(
            String currency,
            long days,
            LocalDate firstOn,
            LocalDate lastOn,
            BigDecimal rate,
            Optional<Receipt> receipt) {}

    /** Facts of one currency and month, as they were converted, with the lowest and the highest rate among them. */
    public record Used(
            String currency,
            YearMonth month,
            long facts,
            BigDecimal original,
            BigDecimal lowest,
            BigDecimal highest,
            BigDecimal amount) {}

    /** Facts outside of the ledger, because no rate of their currency holds on their day. */
    public record Waiting(String currency, LocalDate day, String kind, long facts, BigDecimal original) {}

    /** The same facts, worth something else than in the ledger before. */
    public record Moved(
            String currency, long facts, LocalDate firstOn, LocalDate lastOn, BigDecimal before, BigDecimal after) {

        public BigDecimal difference() {
            return after.subtract(before);
        }
    }

    /**
     * What the current ledger says.
     *
     * @param former the ledger that {@code moved} compares with; empty if this is the first
     */
    public record Account(List<Used> used, List<Waiting> waiting, Optional<String> former, List<Moved> moved) {

        static final Account NONE = new Account(List.of(), List.of(), Optional.empty(), List.of());

        /** How many facts wait for a rate. */
        public long waits() {
            return waiting.stream().mapToLong(Waiting::facts).sum();
        }
    }

    /** By currency; empty where no file of rates is in force. */
    public List<Known> known() {
        List<Receipt> rates = receipts.active().stream()
                .filter(receipt ->
                        receipt.kind() == FactKind.RATE && receipt.span().isPresent())
                .toList();
        if (rates.isEmpty()) {
            return List.of();
        }
        List<Path> files = rates.stream()
                .map(receipt -> workspace.facts(receipt.kind().table(), receipt.batch()))
                .toList();
        try (Session session = engine.open()) {
            session.table("rate", files);
            return session.query(SQL.text("known"), Map.of()).rows().stream()
                    .map(row -> new Known(
                            text(row.get(0)),
                            whole(row.get(1)),
                            day(row.get(2)),
                            day(row.get(3)),
                            decimal(row.get(4)),
                            rates.stream()
                                    .filter(receipt -> receipt.batch().equals(text(row.get(5))))
                                    .findFirst()))
                    .toList();
        }
    }

    /** Of the current ledger; all empty before the first. */
    public Account account() {
        return builds.current().map(this::of).orElse(Account.NONE);
    }

    /** How many facts of a ledger wait for a rate. */
    public long waits(Build build) {
        return of(build, Optional.empty()).waits();
    }

    private Account of(Build current) {
        Optional<Build> former = builds.all().stream()
                .filter(build ->
                        !build.id().equals(current.id()) && !build.madeAt().isAfter(current.madeAt()))
                .findFirst();
        List<String> ids = List.of(current.id(), former.map(Build::id).orElse(""));
        Asked asked = last;
        if (!asked.ids().equals(ids)) {
            asked = new Asked(ids, of(current, former));
            last = asked;
        }
        return asked.account();
    }

    private Account of(Build current, Optional<Build> former) {
        try (Session session = engine.open()) {
            current.define(session, List.of("conversion"));
            List<Used> used = rows(session, "used").stream()
                    .map(row -> new Used(
                            text(row.get(0)),
                            YearMonth.of((int) whole(row.get(1)), (int) whole(row.get(2))),
                            whole(row.get(3)),
                            decimal(row.get(4)),
                            decimal(row.get(5)),
                            decimal(row.get(6)),
                            decimal(row.get(7))))
                    .toList();
            List<Waiting> waiting = rows(session, "waiting").stream()
                    .map(row -> new Waiting(
                            text(row.get(0)),
                            day(row.get(1)),
                            text(row.get(2)),
                            whole(row.get(3)),
                            decimal(row.get(4))))
                    .toList();
            List<Moved> moved = former.map(before -> moved(session, before)).orElse(List.of());
            return new Account(used, waiting, former.map(Build::id), moved);
        }
    }

    private static List<Moved> moved(Session session, Build former) {
        former.define(session, "conversion", "former");
        return rows(session, "moved").stream()
                .map(row -> new Moved(
                        text(row.get(0)),
                        whole(row.get(1)),
                        day(row.get(4)),
                        day(row.get(5)),
                        decimal(row.get(2)),
                        decimal(row.get(3))))
                .toList();
    }

    private static List<List<@Nullable Object>> rows(Session session, String name) {
        return session.query(SQL.text(name), Map.of()).rows();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static long whole(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private static LocalDate day(@Nullable Object value) {
        return (LocalDate) Objects.requireNonNull(value);
    }

    private static BigDecimal decimal(@Nullable Object value) {
        return new BigDecimal(text(value));
    }
}

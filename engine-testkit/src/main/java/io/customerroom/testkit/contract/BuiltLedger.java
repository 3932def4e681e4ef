package io.customerroom.testkit.contract;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.build.FactSource;
import io.customerroom.ledger.build.LedgerTables;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.Catalogue;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.metrics.Standards;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateStore;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.oracle.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A ledger built by the SQL path into a workspace of its own, to be asked by SQL. */
public final class BuiltLedger implements AutoCloseable {

    private static final Authorship TESTER = new Authorship("tester", "cli", "contract", "r1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final Session session;
    private final Build build;
    private final Questions questions;

    private BuiltLedger(Session session, Build build, Questions questions) {
        this.session = session;
        this.build = build;
        this.questions = questions;
    }

    static BuiltLedger of(Engine engine, Path folder, Company company, Rules rules, LocalDate through, Instant known) {
        CompanyCalendar calendar = new CompanyCalendar(company.zone(), company.fiscalYearStart(), DayOfWeek.MONDAY);
        return of(engine, folder, new CompanyFacts(company), calendar, rules, through, known);
    }

    /** @param more another definition, as a file holds it */
    static BuiltLedger of(
            Engine engine, Path folder, Company company, Rules rules, LocalDate through, Instant known, String more) {
        write(new Workspace(folder), "more.yaml", more);
        return of(engine, folder, company, rules, through, known);
    }

    /** The same with another definition, as a file holds it. */
    public static BuiltLedger of(
            Engine engine,
            Path folder,
            FactSource facts,
            CompanyCalendar calendar,
            Rules rules,
            LocalDate through,
            Instant known,
            String more) {
        write(new Workspace(folder), "more.yaml", more);
        return of(engine, folder, facts, calendar, rules, through, known);
    }

    /** Builds any facts into a workspace in the folder. */
    public static BuiltLedger of(
            Engine engine,
            Path folder,
            FactSource facts,
            CompanyCalendar calendar,
            Rules rules,
            LocalDate through,
            Instant known) {
        Workspace workspace = new Workspace(folder);
        define(workspace, rules);
        try (StateStore store = StateStore.open(workspace.state(), CLOCK, List.of(Builds.MIGRATIONS))) {
            Build build = new Builds(workspace, store, engine, facts, calendar, CLOCK)
                    .at(new BuildRequest(Optional.of(through), Optional.of(known), List.of()), TESTER);
            Session session = engine.open();
            build.define(session, LedgerTables.all());
            return new BuiltLedger(
                    session,
                    build,
                    new Questions(
                            Catalogue.load(workspace, engine),
                            engine,
                            calendar,
                            Standards.NONE,
                            () -> Definitions.load(workspace)));
        }
    }

    /** The answer's rows as lines, values separated by a bar: money as it is, nothing as nothing. */
    public List<String> lines(String sql) {
        return session.query(sql, Map.of()).rows().stream()
                .map(row -> row.stream().map(BuiltLedger::text).collect(Collectors.joining("|")))
                .toList();
    }

    /** A metric's answer as lines of these columns. */
    public List<String> ask(MetricQuery query, List<String> columns) {
        Answer answer = questions.ask(build, query);
        return IntStream.range(0, answer.rows().size())
                .mapToObj(row -> columns.stream()
                        .map(column -> text(answer.value(row, column)))
                        .collect(Collectors.joining("|")))
                .toList();
    }

    /** A metric's whole answer. */
    public Answer answer(MetricQuery query) {
        return questions.ask(build, query);
    }

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal money -> money.toPlainString();
            default -> value.toString();
        };
    }

    @Override
    public void close() {
        session.close();
    }

    private static void define(Workspace workspace, Rules rules) {
        String activity = """
                name: activity
                version: 1
                owner: contract suite
                reason: test
                valid-from: 1900-01-01
                counts: %s
                lapse-days: %d
                lapse-days-by-segment: {%s}
                """.formatted(
                        rules.qualifying().stream().sorted().toList(),
                        rules.lapseDays(),
                        rules.lapseBySegment().entrySet().stream()
                                .map(entry -> entry.getKey() + ": " + entry.getValue())
                                .sorted()
                                .collect(Collectors.joining(", ")));
        write(workspace, "activity.yaml", activity);
    }

    private static void write(Workspace workspace, String file, String text) {
        try {
            Files.createDirectories(workspace.definitions());
            Files.writeString(workspace.definitions().resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

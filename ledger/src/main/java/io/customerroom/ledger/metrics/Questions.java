package io.customerroom.ledger.metrics;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.BuildSessions.OnBuild;
import io.customerroom.ledger.metrics.Metric.SqlText;
import io.customerroom.state.Hash;
import io.customerroom.state.json.Json;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks metrics of a build. A question is rewritten in small steps: check what the card allows, settle the periods, put filters into
 * braces, render macros, run, finish in Java, and note what must be said beside the figure. A split by a dimension asks once per value.
 * Safe for use by many threads; each question has a session of its own while it runs.
 */
public final class Questions {

    /** More values than this are a list, not a split. */
    private static final int MOST_SPLITS = 200;

    /** Parameters that name one customer. */
    private static final Set<String> ONE_CUSTOMER = Set.of("customer", "referrer");

    /** Customers looked up in one question. */
    private static final int AT_ONCE = 500;

    private final Catalogue catalogue;
    private final Engine engine;
    private final BuildSessions sessions;
    private final CompanyCalendar calendar;
    private final Standards standards;
    private final Settlement settlement;
    private final Supplier<Definitions> definitions;
    private final Spans spans = new Spans();

    public Questions(Catalogue catalogue, Engine engine, CompanyCalendar calendar) {
        this(catalogue, engine, calendar, Standards.NONE);
    }

    /** By the built-in definitions. */
    public Questions(Catalogue catalogue, Engine engine, CompanyCalendar calendar, Standards standards) {
        this(catalogue, engine, calendar, standards, () -> Definitions.of(Map.of()));
    }

    /**
     * @param standards those that people set beside the facts' own
     * @param definitions those that settle what a reader leaves open, and the rules that metrics judge by; looked up for each question that needs them
     */
    public Questions(
            Catalogue catalogue,
            Engine engine,
            CompanyCalendar calendar,
            Standards standards,
            Supplier<Definitions> definitions) {
        this.definitions = definitions;
        this.standards = standards;
        this.settlement = new Settlement(definitions);
        this.catalogue = catalogue;
        this.engine = engine;
        this.sessions = new BuildSessions(engine);
        this.calendar = calendar;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Refused where the metric, a dimension, a parameter or the rows asked for do not exist. */
    public Answer ask(Build build, MetricQuery query) {
        Metric metric = catalogue.metric(query.metric());
        Allowed.require(metric.card(), query);
        SqlText text = query.rows() ? Allowed.rowsOf(metric) : metric.figure();
        try (OnBuild session = sessions.over(build)) {
            return new Asking(session, build, metric, text, query).answer();
        }
    }

    /**
     * The same answer row by row, for answers too long to be held; what is left of it is its papers. Refused as {@link #ask}, and where the answer is not one text of the
     * engine.
     */
    public AnswerPapers each(
            Build build, MetricQuery query, Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> taker) {
        return rowByRow(build, query, asking -> asking.each(taker));
    }

    /** The same rows where nobody asks for their papers: no hash is taken of them. */
    public void lines(
            Build build, MetricQuery query, Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> taker) {
        rowByRow(build, query, asking -> asking.lines(taker));
    }

    private <T> T rowByRow(Build build, MetricQuery query, Function<Asking, T> how) {
        Metric metric = catalogue.metric(query.metric());
        Allowed.require(metric.card(), query);
        Allowed.requireOneText(metric, query, "Ask for it whole.");
        SqlText text = query.rows() ? Allowed.rowsOf(metric) : metric.figure();
        try (OnBuild session = sessions.over(build)) {
            return how.apply(new Asking(session, build, metric, text, query));
        }
    }

    /**
     * What a metric lists, kept as the table {@code listed} of a session of its own, for as long as somebody turns its pages. It is to be closed. Refused as {@link #each};
     * the query's scope does not narrow what is kept, but what is read from it.
     */
    public KeptRows keep(Build build, MetricQuery query) {
        Metric metric = catalogue.metric(query.metric());
        Allowed.require(metric.card(), query);
        Allowed.requireOneText(metric, query, "Ask for it whole.");
        OnBuild session = sessions.apart(build);
        try {
            new Asking(session, build, metric, Allowed.rowsOf(metric), query.within(RowScope.everything())).keep();
            session.define(Set.of("customer"));
            return new KeptRows(session.apart());
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /**
     * Writes the answer to one Parquet file, exactly as the engine gives it and customers by their keys; answers the number of rows. The
     * file must not exist. Refused as {@link #ask}, and where the answer is not one text of the engine: split by a dimension, or finished
     * by a step of ours.
     */
    public long write(Build build, MetricQuery query, Path parquet) {
        Metric metric = catalogue.metric(query.metric());
        Allowed.require(metric.card(), query);
        Allowed.requireOneText(metric, query, "Export csv, json or xlsx; or ask for one part with a filter.");
        SqlText text = query.rows() ? Allowed.rowsOf(metric) : metric.figure();
        try (OnBuild session = sessions.over(build)) {
            return new Asking(session, build, metric, text, query).write(parquet);
        }
    }

    /** The values a dimension has among the build's customers, in order; an empty text if some have none. */
    public List<String> members(Build build, Dimension dimension) {
        try (OnBuild session = sessions.over(build)) {
            return members(session, dimension);
        }
    }

    private static List<String> members(OnBuild session, Dimension dimension) {
        session.define(Set.of("customer"));
        String sql =
                "SELECT DISTINCT COALESCE(%s, '') AS member FROM customer ORDER BY member".formatted(dimension.id());
        return session.query(sql, Map.of()).rows().stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    /** Of these customers, those within a scope, as the build knows them. */
    public Set<Long> within(Build build, RowScope scope, Set<Long> customers) {
        if (!scope.restricted()) {
            return Set.copyOf(customers);
        }
        Set<Long> within = new TreeSet<>();
        List<Long> sorted = customers.stream().sorted().toList();
        try (OnBuild session = sessions.over(build)) {
            session.define(Set.of("customer"));
            for (int from = 0; from < sorted.size(); from += AT_ONCE) {
                ScopedRows.Asked asked =
                        ScopedRows.among(sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE)), scope);
                session.query(asked.sql(), asked.parameters())
                        .rows()
                        .forEach(row -> within.add((Long) Objects.requireNonNull(row.getFirst())));
            }
        }
        return within;
    }

    /** One question on its way. */
    private final class Asking {

        private final OnBuild session;
        private final Build build;
        private final Metric metric;
        private final SqlText text;
        private final MetricQuery query;
        private final MetricText.Span span;
        private final Standards.Edition edition;
        private final Optional<String> settledBy;
        private final RuleTables rules;

        Asking(OnBuild session, Build build, Metric metric, SqlText text, MetricQuery asked) {
            this.session = session;
            this.build = build;
            this.metric = metric;
            this.text = text;
            Settlement.Settled settled =
                    settlement.of(metric.card(), asked, build.clocks().through());
            this.query = seen(settled.query());
            this.settledBy = settled.id();
            this.rules = text.sql().contains("_rule}") || text.sql().contains("desired_definition}")
                    ? new RuleTables(
                            definitions.get(), build.clocks().through(), ContractVariants.of(query, definitions.get()))
                    : RuleTables.builtIn();
            this.span = spans.of(session, build, query);
            this.edition = step().isPresent() ? standards.now() : Standards.NONE.now();
        }

        /**
         * A question about one customer whom the reader may not see becomes the same question about nobody: what its text lists need not name the customer
         * again, so that rows alone would not tell.
         */
        private MetricQuery seen(MetricQuery asked) {
            MetricQuery seen = asked;
            for (String name : ONE_CUSTOMER) {
                String key = asked.parameters().getOrDefault(name, "");
                if (asked.scope().restricted() && key.matches("[0-9]{1,19}") && !seen(key, asked.scope())) {
                    seen = seen.with(name, "0");
                }
            }
            return seen;
        }

        private boolean seen(String key, RowScope scope) {
            session.define(Set.of("customer"));
            ScopedRows.Asked among = ScopedRows.among(List.of(new BigInteger(key).longValue()), scope);
            return session.query(among.sql(), among.parameters()).size() > 0;
        }

        Answer answer() {
            MetricText whole = ready(query.filters());
            Rows rows = query.by().isPresent() ? split(query.by().get()) : run(whole);
            boolean cut = query.by().isEmpty() && step().isEmpty();
            ScopedRows.Asked asked = asked(whole);
            long total = query.limit() > 0 && rows.size() == query.limit() && cut ? count(asked) : rows.size();
            return new Answer(
                    metric.card(),
                    build.clocks(),
                    settledBy.map(id -> build.definitions() + "," + id).orElse(build.definitions()),
                    build.id(),
                    step().isPresent() ? first(rows) : rows,
                    total,
                    cut && asked.narrowed() && !aboutOne() ? count(text(whole)) - total : 0,
                    warnings(rows.size()),
                    fingerprint(asked));
        }

        /** What is told of one customer must be the same for one who lies outside the scope and for one who does not exist. */
        private boolean aboutOne() {
            return ONE_CUSTOMER.stream().anyMatch(query.parameters()::containsKey);
        }

        AnswerPapers each(Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> taker) {
            MetricText ready = ready(query.filters());
            session.define(ready.scoped().tables());
            ScopedRows.Asked asked = asked(ready);
            AnswerHash hash = new AnswerHash();
            session.each(limited(asked), asked.parameters(), hash.beside(taker));
            return new AnswerPapers(
                    metric.card(),
                    settledBy.map(id -> build.definitions() + "," + id).orElse(build.definitions()),
                    warnings(hash.rows()),
                    fingerprint(asked),
                    hash.finished());
        }

        /** Answers how many there were. */
        long lines(Function<List<Rows.Column>, Consumer<List<@Nullable Object>>> taker) {
            MetricText ready = ready(query.filters());
            session.define(ready.scoped().tables());
            ScopedRows.Asked asked = asked(ready);
            long[] rows = new long[1];
            session.each(limited(asked), asked.parameters(), columns -> {
                Consumer<List<@Nullable Object>> taken = taker.apply(columns);
                return row -> {
                    rows[0]++;
                    taken.accept(row);
                };
            });
            return rows[0];
        }

        void keep() {
            MetricText ready = ready(query.filters());
            session.define(ready.scoped().tables());
            ScopedRows.Asked asked = text(ready);
            session.execute("CREATE TABLE listed AS " + asked.sql(), asked.parameters());
        }

        long write(Path parquet) {
            MetricText ready = ready(query.filters());
            session.define(ready.scoped().tables());
            ScopedRows.Asked asked = asked(ready);
            return session.write(limited(asked), asked.parameters(), parquet);
        }

        /** The text as it stands, or the part of its customers that the reader sees. */
        private ScopedRows.Asked asked(MetricText ready) {
            ScopedRows.Asked text = text(ready);
            if (!query.scope().restricted() || step().isPresent()) {
                return text;
            }
            session.define(ready.scoped().tables());
            Rows shape = session.query("SELECT * FROM (" + text.sql() + "\n) listed LIMIT 0", text.parameters());
            ScopedRows.Asked narrowed = ScopedRows.of(text, shape.columns(), query.scope());
            if (narrowed.narrowed()) {
                session.define(Set.of("customer"));
            }
            return narrowed;
        }

        private ScopedRows.Asked text(MetricText ready) {
            return new ScopedRows.Asked(ready.sql(), ready.parameters(span, query.parameters()), false);
        }

        private String limited(ScopedRows.Asked asked) {
            // A step judges whole series: what it is given must not be cut.
            return query.limit() > 0 && step().isEmpty() ? asked.sql() + "\nLIMIT " + query.limit() : asked.sql();
        }

        private Optional<FinishingStep> step() {
            return query.rows() ? Optional.empty() : metric.card().finish().flatMap(FinishingStep::named);
        }

        private Rows first(Rows rows) {
            return query.limit() == 0 || rows.size() <= query.limit()
                    ? rows
                    : new Rows(rows.columns(), rows.rows().subList(0, query.limit()));
        }

        private Rows run(MetricText ready) {
            session.define(ready.scoped().tables());
            ScopedRows.Asked asked = asked(ready);
            Rows rows = session.query(limited(asked), asked.parameters());
            return step().map(step -> step.apply(rows, query.parameters(), edition.standards()))
                    .orElse(rows);
        }

        private Rows split(Dimension dimension) {
            List<String> members = query.filters().of(dimension).orElseGet(() -> members(session, dimension));
            if (members.size() > MOST_SPLITS) {
                throw Failure.yours(
                        "TOO_MANY_PARTS",
                        "%s has %d values; a split shows at most %d."
                                .formatted(dimension.id(), members.size(), MOST_SPLITS),
                        "Narrow it with --where %s=….".formatted(dimension.id()));
            }
            List<Rows.Column> columns = new ArrayList<>();
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (String member : members.isEmpty() ? List.of("") : members) {
                Rows part = run(ready(query.filters().and(dimension, member)));
                columns.clear();
                columns.addAll(part.columns());
                for (List<@Nullable Object> row : part.rows()) {
                    List<@Nullable Object> longer = new ArrayList<>(row);
                    longer.addFirst(member.isEmpty() ? null : member);
                    rows.add(longer);
                }
            }
            columns.addFirst(new Rows.Column(dimension.id(), String.class));
            return new Rows(columns, rows);
        }

        private long count(ScopedRows.Asked asked) {
            Object count = session.query("SELECT COUNT(*) FROM (" + asked.sql() + "\n) counted", asked.parameters())
                    .rows()
                    .getFirst()
                    .getFirst();
            return count instanceof Long rows ? rows : 0;
        }

        private MetricText ready(Filters filters) {
            return MetricText.of(metric.card(), text, filters, engine.dialect(), rules);
        }

        private List<String> warnings(long rows) {
            List<String> warnings = new ArrayList<>();
            LocalDate through = build.clocks().through();
            Period last = calendar.periodOf(query.grain(), span.to());
            if (last.partial(through) && !last.startsOn().isAfter(through)) {
                warnings.add("%s is not over: it is read as of %s.".formatted(last.name(), through));
            }
            if (last.startsOn().isAfter(through)) {
                warnings.add("%s begins after %s, the last day that counts.".formatted(last.name(), through));
            }
            if (rows == 0 && metric.card().noData() == MetricCard.NoData.NOTHING) {
                warnings.add("There is nothing to say: no facts of this kind.");
            }
            if (rows > 0 && EstimatedMargins.touches(text.sql())) {
                EstimatedMargins.sentence(definitions.get(), build.definitions())
                        .ifPresent(warnings::add);
            }
            return warnings;
        }

        private String fingerprint(ScopedRows.Asked asked) {
            Map<String, Optional<?>> parameters = new TreeMap<>();
            asked.parameters().forEach((name, value) -> parameters.put(name, Optional.ofNullable(value)));
            String set = edition.id().isEmpty() ? "" : "\n" + edition.id();
            return Hash.of(asked.sql() + "\n" + Json.write(parameters) + set);
        }
    }
}

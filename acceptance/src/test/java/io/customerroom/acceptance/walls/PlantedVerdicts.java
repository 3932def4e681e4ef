package io.customerroom.acceptance.walls;

import io.customerroom.app.demo.DemoWorkspace;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.demo.Act;
import io.customerroom.demo.DemoCompany;
import io.customerroom.demo.DemoFile;
import io.customerroom.demo.DemoSettings;
import io.customerroom.demo.DemoStory;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.goals.Aimed;
import io.customerroom.ledger.goals.Goals;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.walls.asset.AssetChapters;
import io.customerroom.walls.asset.LossBook;
import io.customerroom.walls.asset.VipBook;
import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.reading.Aims;
import io.customerroom.walls.reading.LedgerReadings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.reading.Window;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One demo company taken the whole way, from its files through import and build to what the chapters of wall 1 say: nothing here knows of the generator's lives.
 * The sales plan is stated as people state goals.
 */
final class PlantedVerdicts implements AutoCloseable {

    private static final Authorship TESTER = new Authorship("tester", "test", "as planned", "planted");

    private final DemoSettings settings;
    private final Workbench bench;
    private final CompanyCalendar calendar;
    private final Build build;
    private final AssetChapters chapters;

    private PlantedVerdicts(DemoSettings settings, Workbench bench) {
        this.settings = settings;
        this.bench = bench;
        calendar = bench.settings().calendar();
        build = bench.builds().at(BuildRequest.standard(), TESTER);
        Goals goals = new Goals(bench.store(), calendar);
        state(goals);
        Questions questions = bench.questions();
        Definitions definitions = Definitions.load(bench.workspace());
        chapters = new AssetChapters(
                new LedgerReadings(() -> questions, query -> Optional.of(build)),
                calendar,
                bench.settings().currency(),
                Aims.of(() -> goals),
                () -> definitions,
                VipBook.EMPTY,
                LossBook.NONE);
    }

    /** Makes the company in the folder, which must not be there yet. */
    static PlantedVerdicts of(DemoSettings settings, Path folder) throws IOException {
        Clock later = Clock.fixed(
                settings.lastDay().plusDays(4).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        Workspace workspace = new Workspace(folder);
        DemoWorkspace.open(
                workspace, new DemoWorkspace.Wish(Optional.empty(), Optional.empty(), Optional.empty()), settings);
        Workbench bench = Workbench.open(workspace, later);
        Path files = folder.resolveSibling(folder.getFileName() + "-files");
        for (DemoFile file : DemoCompany.write(files, settings)) {
            FactKind kind = FactKind.named(file.kind());
            String name = String.valueOf(file.file().getFileName());
            bench.imports()
                    .run(
                            new ImportRequest(
                                    file.file(),
                                    name,
                                    kind,
                                    Optional.of(MappingYaml.read(
                                            Files.readString(file.mapping()), name, Optional.of(kind))),
                                    Optional.empty(),
                                    Optional.of(Feed.named(file.feed()))),
                            TESTER,
                            Progress.NONE);
        }
        return new PlantedVerdicts(settings, bench);
    }

    private void state(Goals goals) {
        for (Act act : DemoStory.of(settings)) {
            if (act instanceof Act.Budgeted it) {
                goals.state(
                        TESTER,
                        Aimed.of(it.figure()),
                        it.month().toString(),
                        Optional.empty(),
                        Optional.of(BigDecimal.valueOf(it.level())));
            }
        }
    }

    /** Customers gained and their revenue by month, as the chapter counts them beside its plan, up to the month. */
    Map<YearMonth, String> gained(int month) {
        Map<YearMonth, String> gained = new TreeMap<>();
        Table plan = plan(month);
        plan.rows()
                .forEach(row -> gained.put(
                        YearMonth.parse(cell(plan, row, "period")),
                        cell(plan, row, "customers") + " " + cell(plan, row, "value")));
        return gained;
    }

    /** Whether the alarm "volume above plan, value below plan" stood in any month of the twelve from {@code first} on. */
    boolean alarm(int first) {
        YearMonth begins = YearMonth.from(settings.firstDay()).plusMonths(first);
        Table plan = plan(first + 11);
        return plan.rows().stream()
                .filter(row -> !YearMonth.parse(cell(plan, row, "period")).isBefore(begins))
                .anyMatch(row -> cell(plan, row, "verdict").equals("volume above plan, value below plan"));
    }

    private Table plan(int month) {
        return table("came", "volume-and-value", month(settings.firstDay().plusMonths(month)));
    }

    /** What each believed behaviour was found to do, over the last twelve months. */
    Map<String, String> behaviours() {
        Table loyalty = table("staying", "loyalty", month(settings.lastDay()));
        return loyalty.rows().stream()
                .collect(
                        Collectors.toMap(row -> cell(loyalty, row, "behaviour"), row -> cell(loyalty, row, "finding")));
    }

    /**
     * The whale curve over the whole history, in percent and money.
     *
     * @param peak of the curve, in percent of its end; empty where the end is no gain
     * @param belowZero share of the customers on it
     */
    record Whale(Optional<BigDecimal> peak, BigDecimal total, double belowZero) {}

    /** @param segment empty for the whole company */
    Whale whale(Optional<String> segment) {
        WallQuery query = new WallQuery(
                calendar.periodOf(Grain.MONTH, settings.lastDay()),
                segment,
                Optional.empty(),
                build.clocks(),
                false,
                Window.ALL);
        Table curve = table("earning", "whale-curve", query);
        Table.Row all = row(curve, "best 100 %");
        Table.Row back = row(curve, "given back by those below zero");
        return new Whale(
                curve.rows().stream()
                        .filter(row -> cell(curve, row, "customers_ranked").startsWith("peak"))
                        .map(row -> cell(curve, row, "share"))
                        .filter(share -> !share.equals("null"))
                        .map(BigDecimal::new)
                        .findFirst(),
                new BigDecimal(cell(curve, all, "contribution")),
                Double.parseDouble(cell(curve, back, "customers")) / Double.parseDouble(cell(curve, all, "customers")));
    }

    private static Table.Row row(Table table, String name) {
        return table.rows().stream()
                .filter(row -> cell(table, row, "customers_ranked").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private WallQuery month(LocalDate day) {
        return new WallQuery(calendar.periodOf(Grain.MONTH, day), Optional.empty(), Optional.empty(), build.clocks());
    }

    private Table table(String chapter, String exhibit, WallQuery query) {
        return exhibit(chapter, exhibit, query).table();
    }

    private Exhibit exhibit(String chapter, String exhibit, WallQuery query) {
        Chapter asked = chapters.all().stream()
                .filter(one -> one.id().equals(chapter))
                .findFirst()
                .orElseThrow();
        return chapters.compose(asked, query).all().stream()
                .filter(one -> one.id().equals(exhibit))
                .findFirst()
                .orElseThrow();
    }

    private static String cell(Table table, Table.Row row, String column) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).name().equals(column)) {
                return String.valueOf(row.values().get(i));
            }
        }
        throw new IllegalArgumentException("no column " + column);
    }

    @Override
    public void close() {
        bench.close();
    }
}

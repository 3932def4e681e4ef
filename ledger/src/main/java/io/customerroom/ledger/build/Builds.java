package io.customerroom.ledger.build;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.build.Build.IdentityResult;
import io.customerroom.ledger.build.internal.BuildRecords;
import io.customerroom.ledger.definitions.DefinitionSet;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.persons.LateNames;
import io.customerroom.ledger.persons.internal.NamePasses;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.StateStore;
import io.customerroom.state.StoredText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The workspace's builds. Equal receipts, clocks, definitions and calendar give the build that is there already. Files are written first,
 * then one record; a build interrupted in between does not exist and is swept by the next one.
 */
public final class Builds {

    /** State migrations this package needs. */
    public static final String MIGRATIONS = "db/migration/ledger";

    /** Besides the current one. */
    private static final int KEPT = 6;

    /** From so many months of customers on a build can be added to; a smaller one is made whole in less time than it takes to look. */
    private static final long DIVIDED_FROM = 300_000;

    private final long dividedFrom;

    private final Workspace workspace;
    private final Engine engine;
    private final FactSource facts;
    private final CompanyCalendar calendar;
    private final Clock clock;
    private final LateNames lateNames;
    private final BuildRecords records;
    private final BuildFiles files;

    public Builds(
            Workspace workspace,
            StateStore store,
            Engine engine,
            FactSource facts,
            CompanyCalendar calendar,
            Clock clock) {
        this(workspace, store, engine, facts, calendar, clock, DIVIDED_FROM);
    }

    /** @param dividedFrom from so many months of customers on a build can be added to */
    Builds(
            Workspace workspace,
            StateStore store,
            Engine engine,
            FactSource facts,
            CompanyCalendar calendar,
            Clock clock,
            long dividedFrom) {
        this.dividedFrom = dividedFrom;
        this.workspace = workspace;
        this.engine = engine;
        this.facts = facts;
        this.calendar = calendar;
        this.clock = clock;
        this.lateNames = new LateNames(workspace, store, engine);
        this.records = new BuildRecords(store, workspace);
        this.files = new BuildFiles(workspace);
    }

    /** The build the walls show; empty before the first. */
    public Optional<Build> current() {
        return records.current();
    }

    /** All recorded builds, newest first. */
    public List<Build> all() {
        return records.all();
    }

    public Optional<Build> find(String id) {
        return records.find(id);
    }

    /**
     * The build for the request, made if need be. A standard request makes its build the current one, and hides in texts that are kept the names that came in after
     * them.
     */
    public Build at(BuildRequest request, Authorship by) {
        return at(request, Definitions.load(workspace), by);
    }

    /** The same over these definitions, some of which may only be proposed; the request then names the proposed one. */
    public Build at(BuildRequest request, Definitions definitions, Authorship by) {
        boolean current = request.isStandard();
        Optional<NamePasses.Pass> looked = current ? lateNames.hide(by) : Optional.empty();
        Clocks clocks = clocks(request);
        DefinitionSet set = definitions.inForce(clocks.through(), request.definitions());
        List<String> receipts = facts.receipts(clocks.known());
        String id = BuildId.of(receipts, clocks, set, calendar);
        Optional<Build> there = records.find(id).filter(build -> BuildFiles.complete(build.folder()));
        if (there.isPresent() && (!current || records.current().equals(there))) {
            return there.get();
        }
        return files.alone(() -> {
            Build build = records.find(id)
                    .filter(found -> BuildFiles.complete(found.folder()))
                    .orElseGet(() -> make(id, clocks, set, receipts));
            records.record(by, build, current, looked);
            removeOld(by, id);
            return build;
        });
    }

    /** The build that {@link #at(BuildRequest, Definitions, Authorship)} would answer without any work; empty if it must be made. */
    public Optional<Build> made(BuildRequest request, Definitions definitions) {
        Clocks clocks = clocks(request);
        DefinitionSet set = definitions.inForce(clocks.through(), request.definitions());
        return records.find(BuildId.of(facts.receipts(clocks.known()), clocks, set, calendar))
                .filter(build -> BuildFiles.complete(build.folder()));
    }

    /** How a build came about, as a clause: {@code added to 0123456789ab}, or {@code built whole: a batch was undone}. */
    public String making(Build build) {
        return Making.read(build.folder()).map(Making::sentence).orElse("built whole");
    }

    /** Removes what crashes left behind: folders of builds without a record, and work in staging. */
    public void sweep() {
        files.alone(() -> {
            files.sweep(ids(records.all()));
            return null;
        });
    }

    /** What is wrong with recorded builds, for {@code doctor}: missing files, identities that no longer hold. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (Build build : records.all()) {
            for (String table : LedgerTables.all()) {
                if (!LedgerTables.mayBeAbsent(table)
                        && TableFiles.of(build.folder(), table).isEmpty()) {
                    findings.add("Build %s misses its table %s.".formatted(build.id(), table));
                }
            }
        }
        return findings;
    }

    /** Computes the identities of a build again, from its files; refused with {@code LEDGER_DOES_NOT_RECONCILE} where one fails. */
    public List<IdentityResult> reconcile(Build build) {
        try (Session session = engine.open()) {
            build.define(session, LedgerTables.all());
            return LedgerSteps.reconciled(session, engine.dialect(), build.clocks());
        }
    }

    /** Names of what {@link #sweep} would remove, from the workspace's root. A build that is made just now is among them. */
    public List<String> leftovers() {
        return files.leftovers(ids(records.all()));
    }

    private Clocks clocks(BuildRequest request) {
        Instant newest = facts.latestKnown().orElse(Instant.EPOCH);
        Instant known = StoredText.storable(
                request.known().filter(wanted -> wanted.isBefore(newest)).orElse(newest));
        LocalDate through = request.through()
                .or(() -> facts.latestDay(known))
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), calendar.zone()));
        return new Clocks(through, known);
    }

    private Build make(String id, Clocks clocks, DefinitionSet definitions, List<String> receipts) {
        Increments increments = new Increments(facts, definitions, calendar);
        Increments.Choice choice = increments.over(records.all(), receipts, clocks);
        Path staged = files.stage(id);
        return switch (choice) {
            case Increments.Choice.Add add -> {
                IncrementSteps steps = new IncrementSteps(
                        engine, calendar, clocks, definitions, staged, clock, add.base(), add.finished(), add.rows());
                List<IdentityResult> identities = steps.run();
                Making making = new Making(Optional.of(add.base().id()), "", increments.rules(), steps.finished());
                yield publish(staged, id, clocks, definitions, receipts, identities, steps.millis(), making);
            }
            case Increments.Choice.Whole whole -> {
                LedgerSteps steps = new LedgerSteps(
                        engine, calendar, clocks, definitions, staged, clock, dividedFrom, LedgerSteps::text);
                List<IdentityResult> identities = steps.run(facts);
                String why = steps.finished() == 0 ? "" : whole.why(); // a small ledger needs no reason
                Making making = new Making(Optional.empty(), why, increments.rules(), steps.finished());
                yield publish(staged, id, clocks, definitions, receipts, identities, steps.millis(), making);
            }
        };
    }

    private Build publish(
            Path staged,
            String id,
            Clocks clocks,
            DefinitionSet definitions,
            List<String> receipts,
            List<IdentityResult> identities,
            Map<String, Long> millis,
            Making making) {
        files.publish(staged, id, making);
        return new Build(
                id,
                clocks,
                definitions.id(),
                receipts,
                identities,
                millis,
                StoredText.storable(clock.instant()),
                workspace.ledger(id));
    }

    private void removeOld(Authorship by, String justUsed) {
        List<Build> all = records.all();
        Set<String> kept = new HashSet<>(ids(all.subList(0, Math.min(KEPT, all.size()))));
        kept.add(justUsed);
        records.current().ifPresent(build -> kept.add(build.id()));
        records.forget(
                by, all.stream().map(Build::id).filter(id -> !kept.contains(id)).toList());
        files.sweep(kept);
    }

    private static Set<String> ids(List<Build> builds) {
        Set<String> ids = new HashSet<>();
        builds.forEach(build -> ids.add(build.id()));
        return ids;
    }
}

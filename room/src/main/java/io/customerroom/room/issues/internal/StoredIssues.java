package io.customerroom.room.issues.internal;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.issues.IssuePromise;
import io.customerroom.room.issues.Issues;
import io.customerroom.room.issues.PlanLine;
import io.customerroom.room.issues.Target;
import io.customerroom.room.issues.internal.IssueTable.Owner;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.text.Typed;
import io.customerroom.state.Change;
import io.customerroom.state.StateStore;
import io.customerroom.state.Writing;
import io.customerroom.walls.listening.IssueCare;
import io.customerroom.walls.listening.IssueLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Issues in the state store. What people say of them is little, and read whole. */
public final class StoredIssues implements Issues {

    private static final int SHORT = 200;

    private final StateStore store;
    private final Supplier<List<Promise>> promises;

    /** @param promises every promise there is */
    public StoredIssues(StateStore store, Supplier<List<Promise>> promises) {
        this.store = store;
        this.promises = promises;
    }

    @Override
    public Map<String, IssueCare> cares(Optional<Instant> known) {
        Instant until = known.orElse(Instant.MAX);
        Map<String, List<Promise>> promised = new HashMap<>();
        promises.get()
                .forEach(promise -> IssuePromise.issue(promise)
                        .ifPresent(issue -> promised.computeIfAbsent(issue, it -> new ArrayList<>())
                                .add(promise)));
        Map<String, List<Target>> targets = new HashMap<>();
        store.read(IssueTable::targets)
                .forEach(target -> targets.computeIfAbsent(target.issue(), it -> new ArrayList<>())
                        .add(target));
        Map<String, Owner> owners = new HashMap<>();
        store.read(IssueTable::owners).stream()
                .filter(owner -> !owner.at().isAfter(until))
                .forEach(owner -> owners.put(owner.issue(), owner));
        TreeSet<String> issues = new TreeSet<>(promised.keySet());
        issues.addAll(targets.keySet());
        issues.addAll(owners.keySet());
        Map<String, IssueCare> cares = new TreeMap<>();
        for (String issue : issues) {
            Levels levels = new Levels(promised.getOrDefault(issue, List.of()), targets.getOrDefault(issue, List.of()));
            @Nullable Owner owner = owners.get(issue);
            IssueCare care = new IssueCare(
                    owner == null ? "" : owner.owner(), owner == null ? "" : owner.team(), levels.until(until));
            if (!care.equals(IssueCare.NONE)) {
                cares.put(issue, care);
            }
        }
        return cares;
    }

    @Override
    public List<Target> targets(String issue) {
        return store.read(IssueTable::targets).reversed().stream()
                .filter(target -> target.issue().equals(issue))
                .toList();
    }

    @Override
    public List<PlanLine> plan(String issue) {
        return store.read(IssueTable::lines).stream()
                .filter(line -> line.issue().equals(issue))
                .toList();
    }

    @Override
    public List<Promise> promises(String issue) {
        return promises.get().stream()
                .filter(promise -> IssuePromise.issue(promise).equals(Optional.of(issue)))
                .toList();
    }

    @Override
    public void aim(Authorship by, String issue, long most, int calm) {
        if (most < 0 || most > MOST || calm < 1 || calm > IssueLevel.MOST_CALM) {
            throw Failure.yours(
                    "TARGET_MALFORMED",
                    "A target is a number of tickets a month and a number of calm months.",
                    "Use at most %d tickets and from 1 to %d months.".formatted(MOST, IssueLevel.MOST_CALM));
        }
        String name = named(issue);
        String reason = reasoned(by);
        store.write(by, writing -> {
            Optional<Target> former = latest(writing, name);
            if (former.filter(target -> target.most().equals(OptionalLong.of(most)) && target.calm() == calm)
                    .isPresent()) {
                writing.unchanged();
                return name;
            }
            IssueTable.aim(writing, name, OptionalLong.of(most), calm, reason);
            writing.record(
                    "issue-target-set",
                    name,
                    Change.from(former.map(StoredIssues::words), words(OptionalLong.of(most), calm)),
                    Map.of("most", most, "calm", calm));
            return name;
        });
    }

    @Override
    public void lift(Authorship by, String issue) {
        String name = named(issue);
        String reason = reasoned(by);
        store.write(by, writing -> {
            Target standing = latest(writing, name)
                    .orElseThrow(() -> Failure.yours(
                            "TARGET_NOT_FOUND", "No target is set on this issue.", "Set one before you lift it."));
            if (standing.most().isEmpty()) {
                writing.unchanged();
                return name;
            }
            IssueTable.aim(writing, name, OptionalLong.empty(), standing.calm(), reason);
            writing.record("issue-target-lifted", name, Change.of(words(standing), "no target"), Map.of());
            return name;
        });
    }

    private static String words(Target target) {
        return words(target.most(), target.calm());
    }

    private static String words(OptionalLong most, int calm) {
        return most.isPresent() ? "at most %d, calm months: %d".formatted(most.getAsLong(), calm) : "no target";
    }

    private static Optional<Target> latest(Writing writing, String issue) {
        return IssueTable.targets(writing.handle()).reversed().stream()
                .filter(target -> target.issue().equals(issue))
                .findFirst();
    }

    @Override
    public void entrust(Authorship by, String issue, String owner, String team) {
        String name = named(issue);
        String who = Typed.required(owner, SHORT, "OWNER_MISSING", "Somebody answers for an issue.");
        String workers = Typed.optional(team, SHORT);
        store.write(by, writing -> {
            Optional<Owner> former = IssueTable.owners(writing.handle()).reversed().stream()
                    .filter(known -> known.issue().equals(name))
                    .findFirst();
            boolean stands = former.filter(
                            known -> known.owner().equals(who) && known.team().equals(workers))
                    .isPresent();
            if (stands) {
                writing.unchanged();
                return name;
            }
            IssueTable.entrust(writing, name, who, workers);
            writing.record(
                    "issue-entrusted",
                    name,
                    Change.from(former.map(Owner::owner), who),
                    Map.of("owner", who, "team", workers.isEmpty() ? "none" : workers));
            return name;
        });
    }

    @Override
    public PlanLine write(
            Authorship by, String issue, String words, String doer, LocalDate since, PlanLine.State state) {
        String name = named(issue);
        String what = Typed.required(words, 1000, "PLAN_EMPTY", "A line of the plan says what is done.");
        String who = Typed.required(doer, SHORT, "DOER_MISSING", "Somebody does it.");
        return store.write(by, writing -> {
            Optional<PlanLine> same = IssueTable.lines(writing.handle()).stream()
                    .filter(line -> line.issue().equals(name)
                            && line.words().equals(what)
                            && line.doer().equals(who)
                            && line.since().equals(since))
                    .findFirst();
            if (same.isPresent()) {
                writing.unchanged();
                return same.get();
            }
            long number = IssueTable.write(writing, name, what, who, since);
            IssueTable.step(writing, number, state, "");
            writing.record(
                    "issue-plan-written",
                    name,
                    Change.made(state.words()),
                    Map.of("line", "l" + number, "doer", who, "since", since));
            return line(writing, "l" + number);
        });
    }

    @Override
    public PlanLine move(Authorship by, String line, PlanLine.State state) {
        long number = Typed.number(line, 'l', unknown());
        String words = Typed.optional(by.reason(), 1000);
        return store.write(by, writing -> {
            PlanLine standing = line(writing, line);
            if (standing.state() == state) {
                writing.unchanged();
                return standing;
            }
            IssueTable.step(writing, number, state, words);
            writing.record(
                    "issue-plan-moved",
                    standing.issue(),
                    Change.of(standing.state().words(), state.words()),
                    Map.of("line", line, "state", state.words()));
            return line(writing, line);
        });
    }

    private static PlanLine line(Writing writing, String id) {
        return IssueTable.lines(writing.handle()).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow(StoredIssues::unknown);
    }

    private static Failure unknown() {
        return Failure.yours(
                "PLAN_LINE_UNKNOWN", "There is no such line of a plan.", "Open the issue and use the line's own form.");
    }

    private static String named(String issue) {
        return Typed.required(issue, NAME, "ISSUE_UNNAMED", "An issue has a name.");
    }

    private static String reasoned(Authorship by) {
        return Typed.required(by.reason(), Typed.LONG, "REASON_MISSING", "A target is set for a reason.");
    }
}

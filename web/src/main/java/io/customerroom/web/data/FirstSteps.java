package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.goals.Goals;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.Mending;
import io.customerroom.ledger.imports.mapping.SavedMappings;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.security.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * From an empty room to the first wall: the steps, each ticked by what is really there. Templates ask this bean itself, since every page that has
 * no ledger to show shows them instead.
 */
@Component("firstSteps")
public final class FirstSteps {

    private static final String UNNAMED = "My company";

    private final ObjectProvider<Imports> imports;
    private final ObjectProvider<Workspace> workspace;
    private final ObjectProvider<Goals> goals;
    private final LedgerStatus status;
    private final CompanyFace company;

    FirstSteps(
            ObjectProvider<Imports> imports,
            ObjectProvider<Workspace> workspace,
            ObjectProvider<Goals> goals,
            LedgerStatus status,
            CompanyFace company) {
        this.imports = imports;
        this.workspace = workspace;
        this.goals = goals;
        this.status = status;
        this.company = company;
    }

    /**
     * One step.
     *
     * @param told what it is about, or what is there
     * @param next where one click leads; empty where the reader may not go there, or must wait
     */
    public record Step(String title, String told, boolean done, Optional<Next> next) {}

    /** @param posted whether the click does it, instead of leading there */
    public record Next(String path, String label, boolean posted) {}

    /**
     * @param current the first step that is not done, from 0; all of them if none is left
     * @param hangs whether there is a ledger, and so a first wall
     * @param templates names of the spreadsheets that lie in the workspace
     */
    public record Steps(List<Step> all, int current, boolean hangs, List<String> templates) {

        public boolean finished() {
            return current == all.size();
        }

        public long done() {
            return all.stream().filter(Step::done).count();
        }
    }

    /** As things are now, for whoever asks. */
    public Steps now() {
        List<Receipt> active = imports.stream().findFirst().map(Imports::batches).orElse(List.of()).stream()
                .filter(Receipt::active)
                .toList();
        List<Step> steps =
                List.of(named(), brought(active), mapped(active), mended(active), built(active), aimed(), opened());
        int current = 0;
        while (current < steps.size() && steps.get(current).done()) {
            current++;
        }
        boolean onlyTheWall = current == steps.size() - 1;
        boolean hangs = status.shown().isPresent();
        return new Steps(steps, onlyTheWall && hangs ? steps.size() : current, hangs, templates());
    }

    private Step named() {
        String code = company.currency().getCurrencyCode();
        boolean done = !company.name().equals(UNNAMED);
        return new Step(
                "Name the company and its currency",
                done
                        ? "%s, which reports in %s by the days of %s."
                                .formatted(
                                        company.name(), code, company.calendar().zone())
                        : "It has no name yet and reports in %s by the days of %s. Both stand in customer-room.yaml of the workspace; the server reads it when it starts."
                                .formatted(code, company.calendar().zone()),
                done,
                Optional.empty());
    }

    private Step brought(List<Receipt> active) {
        List<String> kinds = active.stream()
                .filter(receipt -> receipt.kind() != FactKind.RATE)
                .map(receipt -> receipt.kind().table().replace('_', ' '))
                .distinct()
                .toList();
        return new Step(
                "Bring first data in",
                kinds.isEmpty()
                        ? "A file of customers, purchases or contracts, as you have it. Or fill in one of the spreadsheets below."
                        : "There are facts of these kinds: %s.".formatted(String.join(", ", kinds)),
                !kinds.isEmpty(),
                next("GET", "/data/upload", "Upload a file"));
    }

    private Step mapped(List<Receipt> active) {
        List<String> kept = workspace.stream()
                .findFirst()
                .map(SavedMappings::new)
                .map(saved -> active.stream()
                        .map(Receipt::kind)
                        .distinct()
                        .flatMap(kind -> saved.of(kind).stream())
                        .map(SavedMappings.Saved::name)
                        .toList())
                .orElse(List.of());
        return new Step(
                "Check what the columns mean, and keep it",
                kept.isEmpty()
                        ? "The preview of a file shows how its columns are read. Keep that under a name, and the next file is read in the same way."
                        : "Kept: %s.".formatted(String.join(", ", kept)),
                !kept.isEmpty(),
                next("GET", "/data/upload", "Preview a file"));
    }

    private Step mended(List<Receipt> active) {
        long open = 0;
        String first = "";
        for (Receipt receipt : active) {
            long left = left(receipt);
            if (left > 0 && first.isEmpty()) {
                first = receipt.batch();
            }
            open += left;
        }
        String told = active.isEmpty()
                ? "Rows that cannot be read are set aside with their reason, and mended here."
                : open == 0
                        ? "No row waits to be mended."
                        : "%s could not be read and %s set aside."
                                .formatted(Numbers.counted(open, "row"), open == 1 ? "is" : "are");
        return new Step(
                "Mend the rows that were set aside",
                told,
                !active.isEmpty() && open == 0,
                first.isEmpty()
                        ? Optional.empty()
                        : next("GET", "/data/batches/" + first + "/quarantine", "Look at them"));
    }

    /** Rows of the batch that nobody has mended; none where the file of them cannot be read, which its own page says. */
    private long left(Receipt receipt) {
        if (receipt.counts().unread() == 0) {
            return 0;
        }
        try {
            long mended = Mending.of(imports.getObject(), receipt.batch()).corrections().stream()
                    .filter(Receipt::active)
                    .mapToLong(correction -> correction.counts().kept())
                    .sum();
            return Math.max(0, receipt.counts().unread() - mended);
        } catch (Failure e) {
            return 0;
        }
    }

    private Step built(List<Receipt> active) {
        Optional<LedgerStatus.Shown> shown = status.shown();
        return new Step(
                "Build the ledger",
                shown.map(it -> "It stands through %s.".formatted(it.clocks().through()))
                        .orElse("It counts customers in and out from all facts, and is kept only if it adds up."),
                shown.isPresent(),
                active.isEmpty() ? Optional.empty() : next("POST", "/data/build", "Build it"));
    }

    private Step aimed() {
        int aims = goals.stream().findFirst().map(it -> it.inForce().size()).orElse(0);
        return new Step(
                "State a goal",
                aims == 0
                        ? "How many customers, or how much of them, you mean to have: walls show every figure beside it."
                        : "%s stated.".formatted(Numbers.counted(aims, "goal")),
                aims > 0,
                next("POST", "/goals", "State one").map(it -> new Next("/goals", it.label(), false)));
    }

    private Step opened() {
        return new Step(
                "Open the first wall",
                "How many customers came, how many left, and why.",
                false,
                status.shown().isPresent() ? next("GET", "/walls/1", "Open wall 1") : Optional.empty());
    }

    private static Optional<Next> next(String verb, String path, String label) {
        return SignedIn.now()
                .filter(who -> who.mayAsk(verb, path))
                .map(who -> new Next(path, label, verb.equals("POST")));
    }

    private List<String> templates() {
        Optional<Path> folder =
                workspace.stream().findFirst().map(Workspace::templates).filter(Files::isDirectory);
        if (folder.isEmpty()
                || next("GET", "/data/templates/customers.xlsx", "").isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".xlsx"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // spreadsheets are a help, and not needed for anything
        }
    }
}

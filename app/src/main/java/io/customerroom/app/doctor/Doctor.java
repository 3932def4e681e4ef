package io.customerroom.app.doctor;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.workspace.Journey;
import io.customerroom.state.Trail.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Examines a workspace. A finding is something that is wrong and says what to do. Files without a receipt or a build record are no
 * finding: they do not exist, and the next import or {@link #repair} removes them.
 */
public final class Doctor {

    private static final long LEAST_FREE_BYTES = 512L << 20;

    private final Workbench bench;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(Workbench bench) {
        this.bench = bench;
    }

    /** What is wrong, and the next step. */
    public record Finding(String what, String next) {}

    public static List<Finding> examine(Workbench bench) {
        Doctor doctor = new Doctor(bench);
        doctor.guarded(doctor::trail);
        doctor.guarded(doctor::batches);
        doctor.guarded(doctor::builds);
        doctor.guarded(() -> Journey.read(bench.workspace()));
        doctor.guarded(bench::questions);
        doctor.guarded(doctor::disk);
        return List.copyOf(doctor.findings);
    }

    /** Removes what crashes left behind. Answers how many files of imports there were. */
    public static int repair(Workbench bench) {
        int swept = bench.imports().sweep();
        bench.builds().sweep();
        return swept;
    }

    /** A check that fails is a finding; the others still run. */
    private void guarded(Runnable check) {
        try {
            check.run();
        } catch (Failure e) {
            findings.add(new Finding(String.valueOf(e.getMessage()), e.nextStep()));
        }
    }

    private void trail() {
        if (bench.store().trail().verify() instanceof Verification.Broken broken) {
            findings.add(new Finding(
                    "The trail is broken: %s.".formatted(broken.why()),
                    "Somebody changed the store. Keep it as evidence, and restore a backup."));
        }
    }

    private void batches() {
        List<Receipt> receipts = bench.receipts().all();
        if (!receipts.isEmpty() && !Files.isRegularFile(bench.workspace().identityKey())) {
            findings.add(new Finding(
                    "The secret %s is missing."
                            .formatted(bench.workspace()
                                    .root()
                                    .relativize(bench.workspace().identityKey())),
                    "Restore it from a backup; without it no import finds the customers again."));
        }
        try (Session session = bench.engine().open()) {
            receipts.stream().filter(Receipt::active).forEach(receipt -> guarded(() -> batch(session, receipt)));
        }
    }

    private void batch(Session session, Receipt receipt) {
        if (receipt.counts().allSetAside() > 0
                && !Files.isRegularFile(bench.workspace().quarantine(receipt.batch()))) {
            findings.add(new Finding(
                    "The rows %s set aside are missing.".formatted(receipt.batch()),
                    "Restore a backup if you need them."));
        }
        if (receipt.counts().kept() == 0) {
            return;
        }
        Path facts = bench.workspace().facts(receipt.kind().table(), receipt.batch());
        String mend = "Restore a backup; or undo the batch and import its file '%s' again."
                .formatted(receipt.file().name());
        if (!Files.isRegularFile(facts)) {
            findings.add(new Finding("The facts of %s are missing.".formatted(receipt.batch()), mend));
            return;
        }
        long rows = rows(session, "checked_" + receipt.number(), facts);
        if (rows != receipt.counts().kept()) {
            findings.add(new Finding(
                    "%s holds %d rows, its receipt says %d."
                            .formatted(receipt.batch(), rows, receipt.counts().kept()),
                    mend));
        }
    }

    /** A file that cannot be read holds no rows. */
    private static long rows(Session session, String table, Path parquet) {
        try {
            session.table(table, List.of(parquet));
            return (Long) java.util.Objects.requireNonNull(session.query("SELECT COUNT(*) FROM " + table, Map.of())
                    .rows()
                    .getFirst()
                    .getFirst());
        } catch (Failure e) {
            return 0;
        }
    }

    private void builds() {
        bench.builds()
                .findings()
                .forEach(finding -> findings.add(
                        new Finding(finding, "Remove that build's folder and run ./customer-room build.")));
        bench.builds().current().ifPresent(this::identities);
    }

    private void identities(Build build) {
        build.identities().stream()
                .filter(identity -> !identity.one().equals(identity.other()))
                .forEach(identity -> findings.add(new Finding(
                        "In the ledger %s the identity '%s' does not hold: %s and %s."
                                .formatted(build.id(), identity.name(), identity.one(), identity.other()),
                        "This is a fault of ours; report it with these words.")));
    }

    private void disk() {
        try {
            long free = Files.getFileStore(bench.workspace().root()).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                findings.add(new Finding(
                        "Only %d MB are free on the disk.".formatted(free >> 20), "Make room before the next import."));
            }
        } catch (IOException e) {
            findings.add(new Finding("The disk cannot be looked at.", "Check the rights of the workspace."));
        }
    }
}

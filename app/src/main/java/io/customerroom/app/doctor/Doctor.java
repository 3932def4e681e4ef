package io.customerroom.app.doctor;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactsFile;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.workspace.Journey;
import io.customerroom.room.Room;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.losses.Drawing;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.state.Trail.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Examines a workspace. A finding is something that is wrong and says what to do. Files without a receipt, a build record or a reading are
 * no finding: they do not exist; {@link #leftovers} lists them, and the next import or {@link #repair} removes those that crashes left.
 */
public final class Doctor {

    private static final long LEAST_FREE_BYTES = 512L << 20;

    private static final Duration LONGEST_FREEZE = Duration.ofHours(1);

    private final Workbench bench;
    private final boolean deep;
    private final List<Finding> findings = new ArrayList<>();

    private Doctor(Workbench bench, boolean deep) {
        this.bench = bench;
        this.deep = deep;
    }

    /** What is wrong, and the next step. */
    public record Finding(String what, String next) {}

    /** @param deep reads every facts file to its last byte and compares it with its receipt */
    public static List<Finding> examine(Workbench bench, boolean deep) {
        Doctor doctor = new Doctor(bench, deep);
        doctor.guarded(doctor::trail);
        doctor.guarded(doctor::secondFactors);
        doctor.guarded(doctor::databases);
        doctor.guarded(doctor::evidence);
        doctor.guarded(doctor::artefacts);
        doctor.guarded(doctor::batches);
        doctor.guarded(doctor::builds);
        doctor.guarded(() -> Journey.read(bench.workspace()));
        doctor.guarded(bench::questions);
        doctor.guarded(doctor::disk);
        return List.copyOf(doctor.findings);
    }

    /** What does not count and takes room: names from the workspace's root. */
    public static List<String> leftovers(Workbench bench) {
        List<String> leftovers = new ArrayList<>(bench.imports().leftovers());
        leftovers.addAll(bench.builds().leftovers());
        Room room = bench.room();
        Set<String> named = evidence(room);
        room.evidence().kept().stream()
                .filter(hash -> !named.contains(hash))
                .map(hash -> bench.workspace()
                        .root()
                        .relativize(room.evidence().file(hash))
                        .toString())
                .forEach(leftovers::add);
        room.artefacts().strays().stream().map("artefacts/"::concat).forEach(leftovers::add);
        return List.copyOf(leftovers);
    }

    /** Hashes of the files that frozen readings and draws of leavers name. */
    private static Set<String> evidence(Room room) {
        return Stream.concat(
                        room.meetings().all().stream()
                                .flatMap(meeting -> room.meetings().readings(meeting.id()).stream())
                                .map(FrozenReading::rowsHash),
                        room.losses().drawings().stream().map(Drawing::population))
                .collect(Collectors.toSet());
    }

    /**
     * Removes what crashes left behind. Answers how many files of imports, of evidence and of artefacts there were. What the last hour
     * wrote stays: a freeze or an upload may be about to name it.
     */
    public static int repair(Workbench bench) {
        int swept = bench.imports().sweep();
        bench.builds().sweep();
        bench.finishErasures();
        Room room = bench.room();
        Instant settled = bench.clock().instant().minus(LONGEST_FREEZE);
        return swept
                + room.evidence().sweep(evidence(room), settled)
                + room.artefacts().sweep(settled);
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

    /** No backup holds the key: after a restore elsewhere it is carried there, or the factors are set up anew. */
    private void secondFactors() {
        List<String> unopened = bench.room().secondFactors().unopened();
        if (!unopened.isEmpty()) {
            findings.add(new Finding(
                    "The secrets of %d second factors do not open with the key of this workspace (%s)."
                            .formatted(unopened.size(), String.join(", ", unopened)),
                    "Put the file secret/second-factors.key back from where it was kept. Without it these people sign in with a recovery code, or an"
                            + " administrator takes their second factor away."));
        }
    }

    /** No backup holds this key either. */
    private void databases() {
        List<String> unopened = bench.databaseSources().unopened();
        if (!unopened.isEmpty()) {
            findings.add(
                    new Finding(
                            "The passwords of these databases do not open with the key of this workspace: %s."
                                    .formatted(String.join(", ", unopened)),
                            "Put the file secret/databases.key back from where it was kept, or type the passwords again on the page Databases."));
        }
    }

    /** What meetings froze is whole, and the trail still holds the head that each of them noted. */
    private void evidence() {
        Room room = bench.room();
        for (Meeting meeting : room.meetings().all()) {
            meeting.freeze().ifPresent(freeze -> {
                if (!bench.store().trail().knows(freeze.trailHead())) {
                    findings.add(new Finding(
                            "The trail no longer holds the entry that meeting %s noted.".formatted(meeting.id()),
                            "Entries were cut off or replaced. Keep the store as evidence, and restore a backup."));
                }
                if (!room.meetings().evidenceHolds(meeting.id())) {
                    findings.add(new Finding(
                            "The evidence of meeting %s is not what was frozen.".formatted(meeting.id()),
                            "Restore the folder 'evidence' from a backup."));
                }
            });
        }
    }

    private void artefacts() {
        bench.room()
                .artefacts()
                .damaged()
                .forEach(id -> findings.add(new Finding(
                        "The file of the artefact %s is missing or not what was hung.".formatted(id),
                        "Restore the folder 'artefacts' from a backup, or erase the artefact on its page.")));
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
        Map<String, FactsFile> files = bench.receipts().factsFiles();
        try (Session session = bench.engine().open()) {
            receipts.stream()
                    .filter(Receipt::active)
                    .forEach(receipt ->
                            guarded(() -> batch(session, receipt, Optional.ofNullable(files.get(receipt.batch())))));
        }
    }

    private void batch(Session session, Receipt receipt, Optional<FactsFile> received) {
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
        if (received.isPresent() && altered(facts, received.get())) {
            findings.add(new Finding("The facts of %s are not what was received.".formatted(receipt.batch()), mend));
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

    private boolean altered(Path facts, FactsFile received) {
        try {
            return deep ? !FactsFile.of(facts).equals(received) : Files.size(facts) != received.bytes();
        } catch (IOException e) {
            return true; // what cannot be read is not what was received
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

    /** Computed again from the files, and compared with what was recorded when the ledger was made. */
    private void identities(Build build) {
        String mend = "Remove the folder ledger/%s and run ./customer-room build.".formatted(build.id());
        try {
            if (!bench.builds().reconcile(build).equals(build.identities())) {
                findings.add(new Finding("The ledger %s is not what was built.".formatted(build.id()), mend));
            }
        } catch (Failure e) {
            findings.add(new Finding("The ledger %s does not add up any more.".formatted(build.id()), mend));
        }
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

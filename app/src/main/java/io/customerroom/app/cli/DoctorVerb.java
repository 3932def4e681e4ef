package io.customerroom.app.cli;

import io.customerroom.app.doctor.Doctor;
import io.customerroom.app.doctor.Doctor.Finding;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.state.Trail.Verification;
import io.customerroom.state.TrailFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "doctor", description = "Compares files, receipts, builds and the trail; says what to do.")
final class DoctorVerb extends Verb {

    @Option(names = "--repair", description = "Removes what crashes left behind.")
    private boolean repair;

    @Option(names = "--deep", description = "Reads every facts file to its last byte.")
    private boolean deep;

    @Option(names = "--trail", paramLabel = "FILE", description = "Examines an exported trail instead of a workspace.")
    private Optional<Path> trail = Optional.empty();

    @Option(
            names = "--head",
            paramLabel = "HASH",
            description = "With --trail: the newest hash, as it was noted outside the file.")
    private Optional<String> head = Optional.empty();

    @Override
    void perform() {
        if (trail.isPresent()) {
            examine(room().resolve(trail.get()));
            return;
        }
        if (head.isPresent()) {
            throw Failure.yours(
                    "HEAD_WITHOUT_TRAIL",
                    "--head is said, and no exported trail is named.",
                    "Name the file with --trail FILE, or leave --head out.");
        }
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            console()
                    .say("customer-room %s, Java %s, engine %s"
                            .formatted(
                                    Version.current(),
                                    Runtime.version(),
                                    bench.engine().name()));
            if (repair) {
                console().say("%d leftovers removed.".formatted(Doctor.repair(bench)));
            }
            leftovers(Doctor.leftovers(bench));
            tellOfClocksSetBack(bench.store().trail().backwards());
            List<Finding> findings = Doctor.examine(bench, deep);
            findings.forEach(finding -> console().out().println(finding.what() + " " + finding.next()));
            if (!findings.isEmpty()) {
                throw Failure.yours(
                        "DOCTOR_FOUND",
                        "%d %s.".formatted(findings.size(), findings.size() == 1 ? "finding" : "findings"),
                        "Do what stands beside each, then run doctor again.");
            }
            console().out().println("All is well.");
        }
    }

    private void tellOfClocksSetBack(long entries) {
        if (entries > 0) {
            console()
                    .say(
                            "%d entries of the trail tell an earlier moment than the one before: a clock was set back, or history was told afterwards."
                                    .formatted(entries));
        }
    }

    private void examine(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            switch (TrailFile.check(in, head)) {
                case Verification.Whole whole ->
                    console()
                            .out()
                            .println("The trail is whole: %d entries, head %s.%s"
                                    .formatted(
                                            whole.entries(),
                                            whole.head(),
                                            head.isPresent()
                                                    ? ""
                                                    : " Compare the head with the one you noted: --head HASH."));
                case Verification.Broken broken ->
                    throw Failure.yours(
                            "TRAIL_BROKEN",
                            "The trail in %s is broken: %s.".formatted(file, broken.why()),
                            "Keep it as evidence, and export the trail again.");
            }
        } catch (IOException e) {
            throw Failure.yours(
                    "FILE_NOT_READABLE", "%s cannot be read.".formatted(file), "Name a file that export trail wrote.");
        }
    }

    /** They do no harm, and a verb that works just now owns some of them. */
    private void leftovers(List<String> leftovers) {
        leftovers.forEach(leftover -> console().say("Does not count: " + leftover));
        if (!leftovers.isEmpty()) {
            console().say("They do no harm; ./customer-room doctor --repair removes what crashes left behind.");
        }
    }
}

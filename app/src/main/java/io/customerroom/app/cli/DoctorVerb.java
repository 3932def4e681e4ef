package io.customerroom.app.cli;

import io.customerroom.app.doctor.Doctor;
import io.customerroom.app.doctor.Doctor.Finding;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "doctor", description = "Compares files, receipts, builds and the trail; says what to do.")
final class DoctorVerb extends Verb {

    @Option(names = "--repair", description = "Removes what crashes left behind.")
    private boolean repair;

    @Option(names = "--deep", description = "Reads every facts file to its last byte.")
    private boolean deep;

    @Override
    void perform() {
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

    /** They do no harm, and a verb that works just now owns some of them. */
    private void leftovers(List<String> leftovers) {
        leftovers.forEach(leftover -> console().say("Does not count: " + leftover));
        if (!leftovers.isEmpty()) {
            console().say("They do no harm; ./customer-room doctor --repair removes what crashes left behind.");
        }
    }
}

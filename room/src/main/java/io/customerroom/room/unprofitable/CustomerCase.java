package io.customerroom.room.unprofitable;

import io.customerroom.kernel.CustomerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One customer who cost more than they brought, and everything that was done about it. Where it stands follows from the steps that were not
 * taken back.
 *
 * @param id {@code u1}, {@code u2}, … in the order of opening
 * @param before what the customer left us when the case was opened
 * @param reason why it was opened
 * @param by account that opened it
 * @param steps oldest first
 */
public record CustomerCase(
        String id, CustomerId customer, Before before, String reason, Instant at, String by, List<Step> steps) {

    /** Different people who must approve an exit, none of them its proposer. */
    public static final int APPROVERS = 2;

    /**
     * @param contribution over the months, in the reporting currency
     * @param months whole or running, up to and with the one of {@code through}
     */
    public record Before(BigDecimal contribution, int months, LocalDate through) {

        public Before {
            if (months < 1) {
                throw new IllegalArgumentException("months must be at least 1, but was " + months);
            }
        }
    }

    /** What a step is. */
    public enum Kind {
        /** A treatment is chosen; an earlier choice, with its approvals, no longer stands. */
        CHOSEN,
        APPROVED,
        /** It was carried out. */
        DONE,
        CLOSED,
        UNDONE
    }

    /**
     * @param number tells steps apart
     * @param treatment of a choice
     * @param about number of the step that is approved, carried out or taken back
     * @param lookOn of a choice: the day on which to look whether it helped
     * @param words why
     * @param takenBack whether a later step undid it
     */
    public record Step(
            long number,
            Kind kind,
            Optional<Treatment> treatment,
            Optional<Long> about,
            Optional<LocalDate> lookOn,
            String words,
            Instant at,
            String by,
            boolean takenBack) {}

    public CustomerCase {
        steps = List.copyOf(steps);
    }

    /** The same case, of the customer under another key. */
    public CustomerCase of(CustomerId other) {
        return other.equals(customer) ? this : new CustomerCase(id, other, before, reason, at, by, steps);
    }

    /** Steps that count, oldest first. */
    private List<Step> standing() {
        return steps.stream()
                .filter(step -> !step.takenBack() && step.kind() != Kind.UNDONE)
                .toList();
    }

    /** The last step that counts: the one that can be taken back. */
    public Optional<Step> last() {
        List<Step> standing = standing();
        return standing.isEmpty() ? Optional.empty() : Optional.of(standing.getLast());
    }

    /** The treatment that stands. */
    public Optional<Step> chosen() {
        return standing().stream().filter(step -> step.kind() == Kind.CHOSEN).reduce((former, later) -> later);
    }

    /** Those who approved the exit that stands. */
    public List<Step> approvals() {
        return about(Kind.APPROVED);
    }

    /** When the treatment that stands was carried out. */
    public Optional<Step> done() {
        return about(Kind.DONE).stream().findFirst();
    }

    public Optional<Step> closed() {
        return standing().stream().filter(step -> step.kind() == Kind.CLOSED).findFirst();
    }

    public boolean open() {
        return closed().isEmpty();
    }

    private List<Step> about(Kind kind) {
        Optional<Long> choice = chosen().map(Step::number);
        return standing().stream()
                .filter(step -> step.kind() == kind && step.about().equals(choice))
                .toList();
    }

    /** Whether an exit is proposed that still lacks approvers. */
    public boolean waitsForApproval() {
        return open() && isExit() && done().isEmpty() && approvals().size() < APPROVERS;
    }

    /** Whether the treatment that stands may be carried out now. */
    public boolean mayBeDone() {
        return open() && chosen().isPresent() && done().isEmpty() && !waitsForApproval();
    }

    /** Whether the account may approve: an exit waits, it was proposed by somebody else, and the account has not approved yet. */
    public boolean mayBeApprovedBy(String account) {
        return waitsForApproval()
                && chosen().filter(step -> !step.by().equals(account)).isPresent()
                && approvals().stream().noneMatch(step -> step.by().equals(account));
    }

    private boolean isExit() {
        return chosen().flatMap(Step::treatment)
                .filter(it -> it == Treatment.EXIT)
                .isPresent();
    }

    /** Where it stands, for people. */
    public String state() {
        if (!open()) {
            return "closed";
        }
        if (chosen().isEmpty()) {
            return "no treatment yet";
        }
        String treatment = chosen().orElseThrow().treatment().orElseThrow().words();
        if (done().isPresent()) {
            return treatment + ": done";
        }
        return isExit()
                ? "%s: %d of %d approvals".formatted(treatment, approvals().size(), APPROVERS)
                : treatment + ": chosen";
    }

    /** Whether it should be talked about on this day: an exit waits for approval, or the day to look at the result has come. */
    public boolean dueOn(LocalDate day) {
        return waitsForApproval()
                || open()
                        && chosen().flatMap(Step::lookOn)
                                .filter(look -> !look.isAfter(day))
                                .isPresent();
    }
}

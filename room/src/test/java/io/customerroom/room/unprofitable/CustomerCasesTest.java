package io.customerroom.room.unprofitable;

import static io.customerroom.room.RoomFixture.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.customerroom.kernel.CustomerId;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.unprofitable.CustomerCase.Before;
import io.customerroom.room.unprofitable.internal.StoredCases;
import io.customerroom.state.TrailEntry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leo takes up a customer who cost 120.50 more than they brought in a year; Fay and Ada decide with him. */
class CustomerCasesTest {

    private static final CustomerId CUSTOMER = new CustomerId(8_070_450_532_247_928_832L);
    private static final Before BEFORE = new Before(new BigDecimal("-120.50"), 12, LocalDate.of(2026, 5, 31));
    private static final LocalDate LOOK = LocalDate.of(2026, 9, 1);

    @TempDir
    Path folder;

    private RoomFixture fixture;
    private CustomerCases cases;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(folder).peopled();
        cases = fixture.room.cases();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private CustomerCase opened() {
        return cases.open(by("leo", "calls every week"), CUSTOMER, BEFORE);
    }

    private CustomerCase exitProposed() {
        opened();
        return cases.choose(by("leo", "nothing else helped"), "u1", Treatment.EXIT, LOOK);
    }

    @Test
    void aCaseFollowsItsCustomerWhereKeysAreOneAndBack() {
        CustomerId smaller = new CustomerId(17);
        AtomicReference<UnaryOperator<CustomerId>> links = new AtomicReference<>(UnaryOperator.identity());
        CustomerCases following = new StoredCases(fixture.store, fixture.room.people(), links::get);
        opened();

        links.set(key -> smaller);
        assertThat(following.openOf(smaller)).map(CustomerCase::id).contains("u1");
        assertThat(following.openOf(CUSTOMER)).map(CustomerCase::customer).contains(smaller);
        assertThat(following.open(by("fay", "calls again"), smaller, BEFORE).id())
                .as("one case of one customer")
                .isEqualTo("u1");

        links.set(UnaryOperator.identity());
        assertThat(following.openOf(smaller)).isEmpty();
        assertThat(following.require("u1").customer()).isEqualTo(CUSTOMER);

        links.set(key -> smaller);
        assertThat(following.require("u1").customer()).isEqualTo(smaller);
    }

    @Test
    void aCustomerIsTakenUpOnceAndKeepsWhatWasLeftThen() {
        CustomerCase opened = opened();

        assertThat(opened.state()).isEqualTo("no treatment yet");
        assertThat(opened.before()).isEqualTo(BEFORE);
        assertThat(cases.open(by("fay", "again"), CUSTOMER, BEFORE)).isEqualTo(opened);
        assertThat(cases.openOf(CUSTOMER)).contains(opened);
        assertThat(cases.all()).containsExactly(opened);
    }

    @Test
    void aMilderTreatmentNeedsNobodysApproval() {
        opened();
        cases.choose(by("leo", "the discount was a mistake"), "u1", Treatment.FIX_PRICE, LOOK);

        CustomerCase done = cases.done(by("leo", "new price since June"), "u1");

        assertThat(done.state()).isEqualTo("Fix the price: done");
        assertThat(done.dueOn(LOOK.minusDays(1))).isFalse();
        assertThat(done.dueOn(LOOK)).isTrue();
        assertThat(cases.close(by("leo", "brings 4 a month now"), "u1").state()).isEqualTo("closed");
    }

    @Test
    void anExitWaitsForTwoApproversOtherThanItsProposer() {
        assertThat(exitProposed().waitsForApproval()).isTrue();
        assertThatThrownBy(() -> cases.done(by("leo", "now"), "u1"))
                .hasFieldOrPropertyWithValue("code", "EXIT_UNAPPROVED");
        assertThatThrownBy(() -> cases.approve(by("leo", "I agree with myself"), "u1"))
                .hasFieldOrPropertyWithValue("code", "EXIT_OWN");
        assertThatThrownBy(() -> cases.approve(by("vera", "I only read"), "u1"))
                .hasFieldOrPropertyWithValue("code", "APPROVER_NO_LEADER");

        cases.approve(by("fay", "we tried"), "u1");
        CustomerCase once = cases.approve(by("fay", "twice is once"), "u1");
        assertThat(once.state()).isEqualTo("Exit: 1 of 2 approvals");
        assertThat(once.mayBeApprovedBy("fay")).isFalse();
        assertThat(once.mayBeApprovedBy("ada")).isTrue();

        cases.approve(by("ada", "so be it"), "u1");
        assertThat(cases.done(by("leo", "letter sent"), "u1").state()).isEqualTo("Exit: done");
    }

    @Test
    void theStoreItselfRefusesAnExitWithoutTwoApprovers() {
        exitProposed();
        assertThatThrownBy(() -> fixture.store.write(
                        by("leo", "around the rules"),
                        writing -> writing.handle().execute("""
                                INSERT INTO customer_case_step (number_of_case, kind, about, words, at, by)
                                VALUES (1, 'done', 1, 'now', '2026-06-01T00:00:00Z', 'leo')""")))
                .hasStackTraceContaining("an exit needs two approvers");
    }

    @Test
    void anotherChoiceTakesItsApprovalsWithIt() {
        exitProposed();
        cases.approve(by("fay", "we tried"), "u1");
        cases.choose(by("leo", "one more try"), "u1", Treatment.FIX_COST, LOOK);
        CustomerCase again = cases.choose(by("ada", "it did not help"), "u1", Treatment.EXIT, LOOK);

        assertThat(again.state()).isEqualTo("Exit: 0 of 2 approvals");
        assertThat(again.mayBeApprovedBy("ada")).isFalse();
        assertThat(again.mayBeApprovedBy("leo")).isTrue();
    }

    @Test
    void everyStepCanBeTakenBackAndStaysInSight() {
        exitProposed();
        cases.approve(by("fay", "we tried"), "u1");
        cases.approve(by("ada", "so be it"), "u1");
        cases.done(by("leo", "letter sent"), "u1");
        cases.close(by("leo", "gone"), "u1");

        cases.undo(by("leo", "they called back"), "u1");
        cases.undo(by("leo", "the letter was held back"), "u1");
        CustomerCase back = cases.undo(by("ada", "I was too quick"), "u1");

        assertThat(back.state()).isEqualTo("Exit: 1 of 2 approvals");
        assertThat(back.steps()).hasSize(8);
        assertThat(back.steps()).filteredOn(CustomerCase.Step::takenBack).hasSize(3);
        assertThat(cases.approve(by("ada", "now I am sure"), "u1").mayBeDone()).isTrue();
    }

    @Test
    void everyStepHasAReasonAndAnEntryInTheTrailThatNamesNoCustomer() {
        assertThatThrownBy(() -> cases.open(by("leo", " "), CUSTOMER, BEFORE))
                .hasFieldOrPropertyWithValue("code", "REASON_MISSING");
        exitProposed();
        cases.approve(by("fay", "we tried"), "u1");

        List<TrailEntry> entries = fixture.about("u1");
        assertThat(entries)
                .extracting(TrailEntry::event, entry -> entry.by().actor())
                .containsExactly(
                        tuple("customer-case-approved", "fay"),
                        tuple("customer-case-chosen", "leo"),
                        tuple("customer-case-opened", "leo"));
        assertThat(entries.toString()).doesNotContain("8070450532247928832", CUSTOMER.toString());
    }

    @Test
    void aWaitingExitIsDueAtOnceAndAClosedCaseNever() {
        exitProposed();
        assertThat(cases.dueOn(LocalDate.of(2026, 6, 1))).hasSize(1);

        cases.close(by("leo", "they left by themselves"), "u1");
        assertThat(cases.dueOn(LOOK)).isEmpty();
        assertThatThrownBy(() -> cases.choose(by("leo", "more"), "u1", Treatment.FIX_COST, LOOK))
                .hasFieldOrPropertyWithValue("code", "CASE_CLOSED");
    }
}

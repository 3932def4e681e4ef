package io.customerroom.web.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.web.forum.Freezes.Standing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FreezesTest {

    private static final Authorship FAY = new Authorship("fay", "web", "", "r1");
    private static final Duration NEVER = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void aQuickFreezeIsAnsweredWithinTheMoment() {
        Freezes freezes = new Freezes((by, meeting, steps) -> begun.add(meeting), NEVER);
        assertThat(freezes.freeze(FAY, "m1")).isTrue();
        assertThat(freezes.standing("m1")).isEmpty();
        assertThat(freezes.failure("m1")).isEmpty();
    }

    @Test
    void aSlowFreezeSaysItsStepIsJoinedAndLetsOthersWait() {
        Freezes freezes = new Freezes(
                (by, meeting, steps) -> {
                    begun.add(meeting);
                    steps.at(3, 19, "Wall 2");
                    reached.countDown();
                    awaited(go);
                },
                AT_ONCE);
        assertThat(freezes.freeze(FAY, "m1")).isFalse();
        awaited(reached);
        assertThat(freezes.standing("m1")).contains(new Standing(3, 19, "Wall 2"));
        assertThat(freezes.freeze(FAY, "m1")).isFalse();
        assertThat(freezes.freeze(FAY, "m2")).isFalse();
        assertThat(freezes.standing("m2")).contains(Standing.WAITS);
        go.countDown();
        while (freezes.standing("m2").isPresent()) {
            Thread.onSpinWait();
        }
        assertThat(begun).containsExactly("m1", "m2");
    }

    @Test
    void whatWentWrongBesideThePagesIsSaidOnce() {
        Freezes freezes = new Freezes(
                (by, meeting, steps) -> {
                    throw Failure.resources("LEDGER_REPLACED", "A new ledger was built.", "Freeze again.");
                },
                AT_ONCE);
        try {
            freezes.freeze(FAY, "m1");
            while (freezes.standing("m1").isPresent()) {
                Thread.onSpinWait();
            }
            assertThat(freezes.failure("m1")).map(Failure::code).contains("LEDGER_REPLACED");
        } catch (Failure atOnce) {
            assertThat(atOnce.code()).isEqualTo("LEDGER_REPLACED");
        }
        assertThat(freezes.failure("m1")).isEmpty();
    }

    @Test
    void whatWentWrongWithinTheMomentIsThrownAndForgotten() {
        Freezes freezes = new Freezes(
                (by, meeting, steps) -> {
                    throw new IllegalStateException("a fault");
                },
                NEVER);
        assertThatThrownBy(() -> freezes.freeze(FAY, "m1"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("FREEZE_FAILED"));
        assertThat(freezes.failure("m1")).isEmpty();
    }

    @Test
    void aServerThatStopsEndsTheFreezeAtWork() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Freezes freezes = new Freezes(
                (by, meeting, steps) -> {
                    reached.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                },
                AT_ONCE);
        freezes.freeze(FAY, "m1");
        awaited(reached);
        freezes.destroy();
        assertThat(interrupted.getCount()).isZero();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.customerroom.web.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {

    private final Jobs jobs = new Jobs();

    @AfterEach
    void stop() {
        jobs.destroy();
    }

    @Test
    void progressIsSeenWhileTheWorkGoesOnAndTheOutcomeAfterwards() throws Exception {
        CountDownLatch halfWay = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        String id = jobs.begin("Import of shop.csv", progress -> {
            progress.reached(50, 100, 7);
            halfWay.countDown();
            await(seen);
            return new Jobs.Outcome("7 rows read.", "/data", "On");
        });
        await(halfWay);
        assertThat(jobs.job(id).percent()).isEqualTo(50);
        assertThat(jobs.job(id).rows()).isEqualTo(7);
        assertThat(jobs.job(id).running()).isTrue();
        seen.countDown();
        behindTheOthers();
        assertThat(jobs.job(id).outcome()).contains(new Jobs.Outcome("7 rows read.", "/data", "On"));
    }

    @Test
    void aFailureIsKeptWithItsNextStep() throws Exception {
        String id = jobs.begin("Import of shop.csv", progress -> {
            throw Failure.yours("FILE_TRUNCATED", "'shop.csv' ends inside a quoted field.", "Export it again.");
        });
        behindTheOthers();
        assertThat(jobs.job(id).failure().map(Failure::code)).contains("FILE_TRUNCATED");
        assertThat(jobs.job(id).running()).isFalse();
    }

    @Test
    void aFaultOfOursStopsOneJobAndNotTheNext() throws Exception {
        String broken = jobs.begin("Build", progress -> {
            throw new IllegalStateException("a fault");
        });
        behindTheOthers();
        assertThat(jobs.job(broken).failure().map(Failure::kind)).contains(Failure.Kind.OURS);
    }

    @Test
    void anImportStopsWhereItIsToldHowFarItIs() throws Exception {
        CountDownLatch halfWay = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        String id = jobs.beginStoppable("Import of shop.csv", progress -> {
            progress.reached(50, 100, 7);
            halfWay.countDown();
            await(asked);
            progress.reached(60, 100, 8);
            return new Jobs.Outcome("8 rows read.", "/data", "On");
        });
        await(halfWay);
        jobs.stop(id);
        asked.countDown();
        behindTheOthers();
        assertThat(jobs.job(id).failure().map(Failure::code)).contains("IMPORT_STOPPED");
    }

    @Test
    void workNobodyKnowsOfIsRefused() {
        assertThatThrownBy(() -> jobs.job("nothing"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("not known any more");
    }

    /** Work is done in turn: when this is done, so is everything begun before. */
    private void behindTheOthers() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        jobs.begin("Nothing", progress -> {
            done.countDown();
            return new Jobs.Outcome("", "", "");
        });
        await(done);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

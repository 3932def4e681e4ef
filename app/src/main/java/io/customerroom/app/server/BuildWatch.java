package io.customerroom.app.server;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Looks every two seconds for what other processes did. Receipts that have not changed since the last look are built; the walls of
 * a new build are prepared, and then it is shown.
 */
final class BuildWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BuildWatch.class);
    private static final int SECONDS = 2;

    private final Receipts receipts;
    private final Rebuild rebuild;
    private final CurrentLedger ledger;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("build-watch").daemon(true).factory());
    private List<String> seen;
    private List<String> built;

    BuildWatch(Receipts receipts, Rebuild rebuild, CurrentLedger ledger) {
        this.receipts = receipts;
        this.rebuild = rebuild;
        this.ledger = ledger;
        this.seen = active();
        this.built = seen;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::lookSafely, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdownNow();
        // a build beside the server is told to end, too
        if (!thread.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
            LOG.info("A build inside the server ends with it");
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (Failure e) {
            LOG.warn("The ledger could not be brought up to date: {}", e.sentence());
        } catch (RuntimeException e) {
            // An exception would end the schedule for good; the next look may succeed.
            LOG.warn("The ledger could not be looked at ({})", e.getClass().getName());
        }
    }

    void look() {
        List<String> now = active();
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(built)) {
            built = now;
            rebuild.run();
        }
        ledger.look();
    }

    private List<String> active() {
        return receipts.active().stream().map(Receipt::batch).toList();
    }
}

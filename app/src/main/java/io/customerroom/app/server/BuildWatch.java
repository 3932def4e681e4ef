package io.customerroom.app.server;

import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import java.time.Duration;
import java.util.List;
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
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Receipts receipts;
    private final Rebuild rebuild;
    private final CurrentLedger ledger;
    private final Rounds rounds =
            new Rounds("build-watch", LOG, "The ledger could not be brought up to date", this::look);
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
        rounds.begin(PAUSE, PAUSE);
    }

    @Override
    public void destroy() throws InterruptedException {
        // a build beside the server is told to end, too
        if (!rounds.closed(PAUSE)) {
            LOG.info("A build inside the server ends with it");
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

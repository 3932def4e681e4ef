package io.customerroom.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.build.Build;
import io.customerroom.web.LedgerStatus.Shown;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CurrentLedgerTest {

    private final AtomicReference<Optional<Build>> newest = new AtomicReference<>(Optional.of(build("old")));
    private final List<String> seen = new ArrayList<>();
    private final CurrentLedger ledger = new CurrentLedger(newest::get, this::prepare);

    @Test
    void aNewBuildIsShownWhenItsWallsArePreparedAndReadersSeeTheFormerUntilThen() {
        newest.set(Optional.of(build("new")));
        ledger.look();
        assertThat(seen).containsExactly("preparing sees new", "readers see old");
        assertThat(ledger.shown().map(Shown::build)).contains("new");
    }

    @Test
    void theSameBuildIsNotPreparedAgain() {
        newest.set(Optional.of(build("old")));
        ledger.look();
        assertThat(seen).isEmpty();
    }

    @Test
    void aBuildThatIsGoneIsShownNoLonger() {
        newest.set(Optional.empty());
        ledger.look();
        assertThat(ledger.shown()).isEmpty();
        assertThat(seen).isEmpty();
    }

    private void prepare() {
        seen.add("preparing sees " + ledger.shown().orElseThrow().build());
        seen.add("readers see "
                + CompletableFuture.supplyAsync(ledger::shown)
                        .join()
                        .orElseThrow()
                        .build());
    }

    private static Build build(String id) {
        return new Build(
                id,
                new Clocks(LocalDate.of(2026, 10, 31), Instant.parse("2026-11-01T06:00:00Z")),
                "active@1",
                List.of("b1"),
                List.of(),
                Map.of(),
                Instant.parse("2026-11-01T06:05:00Z"),
                Path.of("ledger", id));
    }
}

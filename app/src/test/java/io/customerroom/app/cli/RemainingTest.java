package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RemainingTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Remaining remaining = new Remaining(now::get);

    @Test
    void aQuarterInTenSecondsLeavesThirty() {
        now.set(Instant.ofEpochSecond(10));
        assertThat(remaining.after(0.25)).isEqualTo(", about 30 s to go");
    }

    @Test
    void nothingIsPromisedBeforeTheBeginningAndNearTheEnd() {
        now.set(Instant.ofEpochSecond(10));
        assertThat(remaining.after(0)).isEmpty();
        assertThat(remaining.after(0.9)).isEmpty();
        assertThat(remaining.after(1)).isEmpty();
    }
}

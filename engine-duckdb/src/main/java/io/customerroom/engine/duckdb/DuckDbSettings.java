package io.customerroom.engine.duckdb;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the embedded engine may use.
 *
 * @param memoryMegabytes outside the Java heap; beyond it the engine spills
 * @param spill folder for what does not fit; created when needed
 * @param timeout after which one text is stopped
 */
public record DuckDbSettings(int memoryMegabytes, int threads, Path spill, Duration timeout) {

    public DuckDbSettings {
        if (memoryMegabytes < 64) {
            throw new IllegalArgumentException("memoryMegabytes must be at least 64, but was " + memoryMegabytes);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but was " + threads);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be positive, but was " + timeout);
        }
    }

    /** 2 GB, one thread per processor, an hour. */
    public static DuckDbSettings standard(Path spill) {
        return new DuckDbSettings(2048, Runtime.getRuntime().availableProcessors(), spill, Duration.ofHours(1));
    }
}

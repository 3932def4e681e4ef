package io.customerroom.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.support.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Children that start from a cache of what a first run loaded and linked (JEP 483, 514), as a package does: with a thousand of them
 * most of the time is work that can be cut short, not a JVM that starts. For a handful of kills the first run costs more than it saves.
 */
final class Warm {

    private static final String VARIABLE = "CUSTOMER_ROOM_AOT";

    private final Map<String, String> environment;

    private Warm(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Without a cache. */
    static Warm not() {
        return new Warm(Map.of());
    }

    /** What a first run needs to leave its cache. */
    static Map<String, String> learning(Path cache) {
        return Map.of(VARIABLE, "-XX:AOTCacheOutput=" + cache.toAbsolutePath());
    }

    /** From the cache that a first run left. */
    static Warm from(Path cache) {
        assertThat(Files.exists(cache)).as("a cache").isTrue();
        return new Warm(Map.of(VARIABLE, "-XX:AOTCache=" + cache.toAbsolutePath()));
    }

    Child start(Path workspace, String... words) {
        return Child.start(workspace, environment, words);
    }
}

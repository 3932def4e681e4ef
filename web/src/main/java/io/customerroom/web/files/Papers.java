package io.customerroom.web.files;

import io.customerroom.kernel.Clocks;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a number comes from.
 *
 * @param period its name, {@code 2026-10}
 * @param filter whose numbers these are, in words; empty for everybody's
 * @param metric name and version
 * @param definitions ids in force
 * @param question fingerprint of the text and the values that asked
 * @param evidence SHA-256 of the figures
 * @param more further lines: the metric's own question, the meeting that froze it
 */
public record Papers(
        String company,
        String period,
        String filter,
        Clocks clocks,
        String metric,
        String definitions,
        String question,
        String evidence,
        Map<String, String> more) {

    public Papers {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /** By name, in the order in which they are read. */
    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Period", period);
        lines.put("Filter", filter.isEmpty() ? "none" : filter);
        lines.put("Through", clocks.through().toString());
        lines.put("Known", clocks.known().toString());
        lines.put("Metric", metric);
        lines.put("Definitions", definitions);
        lines.putAll(more);
        lines.put("Fingerprint of the question", question);
        lines.put("Evidence (SHA-256 of the figures)", evidence);
        return lines;
    }
}

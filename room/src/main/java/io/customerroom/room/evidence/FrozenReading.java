package io.customerroom.room.evidence;

import io.customerroom.state.Hash;
import io.customerroom.state.StoredText;
import io.customerroom.state.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A reading that will not change any more.
 *
 * @param rowsHash names the file in the workspace's {@code evidence} folder: SHA-256 of its CSV
 */
public record FrozenReading(Reading reading, String rowsHash) {

    /** SHA-256 over the figures as they were shown. */
    public String valuesHash() {
        return Hash.of(reading.view().toJson());
    }

    /** SHA-256 over everything this reading states. */
    public String hash() {
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put("exhibit", reading.exhibit());
        all.put("title", reading.title());
        all.put("wall", reading.wall());
        all.put("metric", reading.metric());
        all.put("period", reading.period());
        all.put("values", valuesHash());
        all.put(
                "uncertainty",
                reading.uncertainty()
                        .map(it -> Map.of("low", it.low(), "high", it.high(), "level", it.level(), "n", it.n()))
                        .orElse(null));
        all.put("through", StoredText.of(reading.clocks().through()));
        all.put("known", StoredText.of(reading.clocks().known()));
        all.put("definitions", reading.definitions());
        all.put("receipts", reading.receipts());
        all.put("question", reading.question());
        all.put("rows", rowsHash);
        return Hash.of(Json.write(all));
    }

    /** SHA-256 over all readings in their order: what the minutes quote. */
    public static String evidenceHash(List<FrozenReading> readings) {
        return Hash.of(Json.write(readings.stream().map(FrozenReading::hash).toList()));
    }
}

package io.customerroom.ledger.build;

import io.customerroom.kernel.Failure;
import io.customerroom.state.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a build came about. It lies in the build's folder, because the next build may go on from there.
 *
 * @param base the build it adds to; empty if it was made whole
 * @param why the reason why it was made whole; empty text if it was not
 * @param rules names the rules and the calendar it follows
 * @param finished how many of the first parts of {@code customer_period} hold only periods that are over; 0 if the table is not divided, and
 *     nothing can be added
 */
record Making(Optional<String> base, String why, String rules, int finished) {

    private static final String FILE = "making.json";

    void write(Path folder) throws IOException {
        Map<String, Object> values = new TreeMap<>();
        base.ifPresent(id -> values.put("base", id));
        values.put("why", why);
        values.put("rules", rules);
        values.put("finished", finished);
        Files.writeString(folder.resolve(FILE), Json.write(values));
    }

    /** Empty for builds from before there were increments. */
    static Optional<Making> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Map<String, ?> values = Json.readObject(Files.readString(file));
            return Optional.of(new Making(
                    Optional.ofNullable(values.get("base")).map(String::valueOf),
                    String.valueOf(values.get("why")),
                    String.valueOf(values.get("rules")),
                    values.get("finished") instanceof BigDecimal number ? number.intValueExact() : 0));
        } catch (IOException e) {
            throw Failure.resources(
                    "LEDGER_UNREADABLE",
                    "The file %s of a build could not be read.".formatted(FILE),
                    "Check the rights of the workspace.");
        }
    }

    /** For people, as a clause. */
    String sentence() {
        return base.map(id -> "added to " + id).orElse("built whole" + (why.isEmpty() ? "" : ": " + why));
    }
}

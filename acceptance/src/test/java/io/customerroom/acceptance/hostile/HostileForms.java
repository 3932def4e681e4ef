package io.customerroom.acceptance.hostile;

import static io.customerroom.acceptance.hostile.HostileFile.kept;
import static io.customerroom.acceptance.hostile.HostileFile.refused;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** JSON, Parquet and archives that were cut, mislabelled or made to hurt. */
final class HostileForms {

    private static final String GOOD =
            "{\"order\":\"1\",\"customer\":\"17850\",\"date\":\"2026-01-05\",\"amount\":10}\n";
    private static final String TEXT = "order,customer,date,amount\n1,17850,2026-01-05,10.00\n";

    private HostileForms() {}

    static List<HostileFile> all() {
        return List.of(
                kept("good.jsonl", 1, 0, GOOD),
                kept(
                        "a-broken-line.jsonl",
                        3,
                        1,
                        GOOD + "{\"order\": \"2\", \"customer\n" + GOOD.replace("\"1\"", "\"3\"")),
                kept("deep.jsonl", 2, 1, GOOD + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "\n"),
                kept("a-name-twice.jsonl", 2, 1, GOOD + "{\"order\":\"2\",\"order\":\"3\"}\n"),
                kept("a-number-of-2000-digits.jsonl", 2, 1, GOOD + GOOD.replace("10}", "9".repeat(2_000) + "}")),
                kept("a-zero-inside.jsonl", 2, 1, GOOD + GOOD.replace("17850", "17\\u0000850")),
                refused(
                        "a-line-of-5-megabytes.jsonl",
                        "longer",
                        GOOD + "{\"order\": \"" + "x".repeat(5 << 20) + "\"}\n"),
                refused("no-name.jsonl", "none of its objects", "{}\n{}\n"),
                refused("over-lines.json", "several lines", "{\n  \"order\": 1\n}\n"),
                refused("cut.json", "no valid JSON", "[" + GOOD.strip() + ", {\"order\":"),
                refused("no-parquet.parquet", "Parquet", "PAR1 nothing of it is true PAR1"),
                refused("climbing.zip", "leads out", zip("../../climbed.txt", TEXT)),
                refused("rooted.zip", "leads out", zip("/climbed.txt", TEXT)),
                refused("nothing.zip", "no file", zip("__MACOSX/._a.csv", TEXT)),
                kept("one-table.zip", 1, 0, zip("january/orders.csv", TEXT)),
                kept("lines.zip", 1, 0, zip("orders.jsonl", GOOD)));
    }

    private static HostileFile.Content zip(String name, String text) {
        return out -> write(out, name, text);
    }

    private static void write(OutputStream out, String name, String text) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}

package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.Parts;
import io.customerroom.ledger.imports.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * JSON Lines, Parquet and archives in which bytes were changed, or the end cut off: each is refused with a sentence, or read with rows that add up. 2,000 with {@code -Dlong}.
 */
class MangledFormsTest {

    private static final int FILES = Boolean.getBoolean("long") ? 2_000 : 15;
    private static final long SEED = 20_261_122L;

    @TempDir
    Path folder;

    @Test
    void everyMangledFileIsRefusedOrAddsUp() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("{\"order\":\"o%d\",\"customer\":{\"id\":%d},\"date\":\"2026-01-05\",\"amount\":%d.5}\n"
                    .formatted(i, i, i));
        }
        byte[] json = lines.toString().getBytes(StandardCharsets.UTF_8);
        try (ImportRoom room = new ImportRoom(folder)) {
            Path table = folder.resolve("table.parquet");
            try (Session session = room.engine.open()) {
                session.write(
                        "SELECT 'o' || i AS \"order\", {'id': i} AS customer, DATE '2026-01-05' AS date, CAST(i + 0.5"
                                + " AS DECIMAL(9, 2)) AS amount FROM range(40) t(i)",
                        Map.of(),
                        table);
            }
            byte[][] forms = {json, Files.readAllBytes(table), zip(json)};
            Random random = new Random(SEED);
            Map<String, Integer> outcomes = new TreeMap<>();
            for (int i = 0; i < FILES; i++) {
                byte[] mangled = mangled(forms[i % forms.length], random);
                outcomes.merge(outcome(room, room.file("mangled-" + i, mangled), i), 1, Integer::sum);
            }
            assertThat(outcomes.get("read")).as("seed %d: %s", SEED, outcomes).isPositive();
            assertThat(outcomes.keySet()).hasSizeGreaterThan(3);
        }
    }

    private static byte[] mangled(byte[] whole, Random random) {
        byte[] mangled =
                random.nextInt(4) == 0 ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length)) : whole.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            mangled[random.nextInt(mangled.length)] = (byte) random.nextInt(256);
        }
        return mangled;
    }

    private static String outcome(ImportRoom room, Path file, int number) {
        ImportRequest request = ImportRequest.of(file, FactKind.PURCHASE).from("s" + number);
        try (Parts parts = Parts.of(request)) {
            for (ImportRequest part : parts.requests()) {
                Receipt receipt =
                        room.imports.run(part, ImportRoom.ANA, Progress.NONE).receipt();
                assertThat(receipt.counts().kept() + receipt.counts().allSetAside())
                        .isEqualTo(receipt.counts().read());
                room.imports.undo(receipt.batch(), ImportRoom.ANA);
            }
            return "read";
        } catch (Failure refused) {
            assertThat(refused.kind())
                    .as("file %d, seed %d: %s", number, SEED, refused.sentence())
                    .isEqualTo(Failure.Kind.YOURS);
            return refused.code();
        }
    }

    private static byte[] zip(byte[] json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("a.jsonl"));
            out.write(json);
            out.putNextEntry(new ZipEntry("b.jsonl"));
            out.write(json);
        }
        return bytes.toByteArray();
    }
}

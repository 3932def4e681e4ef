package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import io.customerroom.testkit.company.GoldenCompany;
import io.customerroom.testkit.company.Sheet;
import io.customerroom.testkit.company.Sheets;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole companies and broken files, read where they lie and row by row: the same facts, persons, receipts and rows set aside, or the same refusal. Only purchases
 * without codes are read where they lie (decision 12).
 */
class BothWaysIT {

    private static final String HEAD = "order,customer,date,amount,product\n";
    private static final String GOOD = "o1,anna,2026-01-05,10.00,bell\n";

    @TempDir
    static Path folder;

    private static ImportRoom room;
    private static BothWays ways;

    @BeforeAll
    static void open() {
        room = new ImportRoom(folder, "company: {zone: Europe/London}\n");
        ways = new BothWays(room);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void theGoldenCompanysLists() {
        Map<String, String> gone = new TreeMap<>();
        for (Sheet sheet : Sheets.everything(GoldenCompany.company())) {
            gone.put(sheet.name(), way(sheet));
        }
        assertThat(gone).hasSize(10);
        assertThat(gone.values())
                .as("each has codes, or is no list of purchases")
                .containsOnly("row by row");
        assertThat(GoldenCompany.spreadsheets())
                .filteredOn(sheet -> sheet.name().equals("purchases"))
                .extracting(BothWaysIT::way)
                .containsExactly("in place");
    }

    private static String way(Sheet sheet) {
        FactKind kind = sheet.name().equals("contacts") ? FactKind.OPERATION : FactKind.named(sheet.name());
        return ways.run(ImportRequest.of(room.file(sheet.name() + ".csv", sheet.csv()), kind));
    }

    /** Without its descriptions in doubled quotes every line is plain; with the kinds of the guide's mapping none is. */
    @Test
    void thirtyThousandInvoiceLines() throws IOException {
        Path packed = RealData.file("online-retail/online_retail.csv.gz");
        Path file = folder.resolve("online_retail.csv");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
            Files.write(
                    file,
                    lines.lines()
                            .limit(30_000)
                            .filter(line -> !line.contains("\"\""))
                            .toList());
        }
        String guide = RealData.mapping("online-retail.yaml");
        assertThat(way(file, guide.replaceAll("(?m)^ *line_kind:.*\n", ""))).isEqualTo("in place");
        assertThat(way(file, guide)).isEqualTo("row by row");
    }

    private static String way(Path file, String mapping) {
        var read = MappingYaml.read(mapping, "retail.yaml", Optional.empty());
        return ways.run(ImportRequest.of(file, FactKind.PURCHASE).with(read));
    }

    @Test
    void filesThatWereCutMangledOrMislabelled() {
        Map<String, List<String>> gone = new TreeMap<>();
        for (String text : hostile()) {
            gone.computeIfAbsent(
                            ways.run(ImportRequest.of(
                                    room.file("hostile.csv", text.getBytes(StandardCharsets.UTF_8)),
                                    FactKind.PURCHASE)),
                            way -> new ArrayList<>())
                    .add(text);
        }
        assertThat(gone.get("in place")).as("nothing wrong with them").hasSize(5);
        assertThat(gone.get("row by row")).hasSizeGreaterThan(12);
        assertThat(gone.keySet()).allMatch(way -> way.matches("in place|row by row|refused: [A-Z_]+"));
    }

    private static List<String> hostile() {
        return List.of(
                HEAD + GOOD,
                (HEAD + GOOD).replace("\n", "\r\n"),
                HEAD + "o1,; DROP TABLE purchase; --,2026-01-05,1,x' OR '1'='1\n",
                HEAD + "o1,<script>alert(1)</script>,2026-01-05,1,=1+1\n,anna,2026-01-05,1,no order\n",
                "",
                "\uFEFF",
                "\uFEFF" + HEAD + GOOD,
                "\uFEFF\uFEFF" + HEAD + GOOD,
                HEAD + GOOD + "o2,anna,\"2026-01-06,5.00,bell\n",
                HEAD + GOOD + "o2,anna,2026-",
                HEAD + GOOD + "o2,an\0na,2026-01-06,5.00,bell\n",
                HEAD + GOOD + "o2,anna,2026-01-06," + "9".repeat(400) + ",bell\n",
                HEAD + GOOD + "o2,anna\no3,anna,2026-01-06,1.00,bell,extra\n",
                "order,customer,date,amount,amount\n1,anna,2026-01-05,1,2\n",
                ",,,\n1,anna,2026-01-05,10.00\n",
                "order,customer,date,amount\r\n1,a,2026-01-05,1\n2,a,2026-01-06,2\r\n",
                "order,customer,date,amount\r1,a,2026-01-05,1\r2,a,2026-01-06,2\r",
                HEAD + "1,a,2026-01-05,1,\"two\nlines\"\n2,a,2026-01-06,2,\"a\r\nb\"\n",
                HEAD + "1,a,2026-01-05,1,5\" pipe\n",
                HEAD + "1,a,2026-01-05,1,\"5\"\" pipe\"\n",
                "colour,shape\nred,round\n",
                HEAD + GOOD + "2,a,46027,1.00,p\n",
                HEAD + GOOD + "2,a,2026-02-30,1,p\n3,a,2025-02-29,1,p\n4,a,0000-00-00,1,p\n",
                HEAD + GOOD + "2,a,20266-01-05,1,p\n",
                HEAD + GOOD
                        + "2,a,2026-01-06,NaN,p\n3,a,2026-01-06,Infinity,p\n4,a,2026-01-06,1e400,p\n5,a,2026-01-06,0x10,p\n",
                HEAD + GOOD
                        + "2,a,2026-01-06,1_000,p\n3,a,2026-01-06, 7 ,p\n4,a,2026-01-06,+7,p\n5,a,2026-01-06,.5,p\n",
                HEAD + GOOD + "2,a,2026-01-06,0.0000005,p\n3,a,2026-01-06,-0.0000015,p\n",
                HEAD + GOOD + "2,a,2026-01-06,1,caf\u0065\u0301\n3,a,2026-01-06,1,\u2028\n",
                HEAD + GOOD + "\n\n" + GOOD + "\n",
                HEAD + GOOD + "#2,a,2026-01-06,1,p\n");
    }

    /** Any byte of a plain file replaced, doubled or dropped: the next mistake of an export that nobody has thought of. */
    @Test
    void oneByteAnywhere() {
        byte[] plain = (HEAD + GOOD
                        + "o2,17850.0,2026-01-06 10:30:00,-5,\"a, b\"\no3,,2026-03-29,0.333333,\u00e9\u20ac\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] odd = "\",;\n\r\t '-+.0\0\u007f\\eE#/".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20_261_122L);
        Map<String, Integer> gone = new TreeMap<>();
        for (int i = 0; i < 24; i++) {
            int at = HEAD.length() + random.nextInt(plain.length - HEAD.length());
            byte[] changed = changed(plain, at, random.nextInt(3), odd[random.nextInt(odd.length)]);
            gone.merge(ways.run(ImportRequest.of(room.file("byte.csv", changed), FactKind.PURCHASE)), 1, Integer::sum);
        }
        assertThat(gone.get("row by row")).isGreaterThan(6);
    }

    /** The byte at this place replaced (0), with another before it (1), or gone (2). */
    private static byte[] changed(byte[] bytes, int at, int how, byte odd) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(bytes, 0, at);
        if (how < 2) {
            changed.write(odd);
        }
        int rest = how == 1 ? at : at + 1;
        changed.write(bytes, rest, bytes.length - rest);
        return changed.toByteArray();
    }
}

package io.customerroom.acceptance.hostile;

import static io.customerroom.acceptance.hostile.HostileFile.kept;
import static io.customerroom.acceptance.hostile.HostileFile.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Text files that were cut, mangled, mislabelled or made to hurt. Purchases, unless the name says otherwise. */
final class HostileFiles {

    private static final String HEADER = "order,customer,date,amount\n";
    private static final String GOOD = "1,17850,2026-01-05,10.00\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private HostileFiles() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        files.addAll(empty());
        files.addAll(cut());
        files.addAll(encoded());
        files.addAll(huge());
        files.addAll(misshapen());
        files.addAll(mangled());
        files.addAll(named());
        files.addAll(HostileWorkbooks.all());
        files.addAll(HostileForms.all());
        return files;
    }

    private static List<HostileFile> empty() {
        return List.of(
                refused("nothing.csv", "empty", ""),
                refused("only-a-mark.csv", "no header", "\uFEFF"),
                refused("only-a-header.csv", "no rows", HEADER),
                refused("only-line-ends.csv", "no header", "\n\n\r\n\n"));
    }

    private static List<HostileFile> cut() {
        byte[] whole = gzip(HEADER + GOOD.repeat(5_000));
        return List.of(
                refused("cut.csv.gz", "cut.csv.gz", out -> out.write(whole, 0, whole.length / 2)),
                refused("cut-trailer.csv.gz", "cut-trailer.csv.gz", out -> out.write(whole, 0, whole.length - 4)),
                refused("flipped.csv.gz", "flipped.csv.gz", out -> out.write(flipped(whole))),
                kept("not-a-gzip.csv.gz", 1, 0, HEADER + GOOD),
                refused("open-quote.csv", "quote", HEADER + GOOD + "2,17850,\"2026-01-06,5.00\n" + GOOD.repeat(10)),
                kept("cut-last-line.csv", 2, 1, HEADER + GOOD + "2,17850,2026-"),
                kept("no-last-line-end.csv", 1, 0, HEADER + GOOD.strip()));
    }

    private static List<HostileFile> encoded() {
        return List.of(
                kept(
                        "windows.csv",
                        1,
                        0,
                        "order,customer,date,amount,product\n1,K\u00fchn,2026-01-05,10.00,\u20ac\u0153\n",
                        WINDOWS),
                kept("utf-16.csv", 1, 0, "\uFEFF" + HEADER + GOOD, StandardCharsets.UTF_16LE),
                kept("marked-twice.csv", 1, 0, "\uFEFF\uFEFF" + HEADER + GOOD),
                kept("zero-bytes.csv", 2, 1, HEADER + GOOD + "2,17\0850,2026-01-06,5.00\n"),
                refused(
                        "a-picture.csv",
                        "",
                        out -> out.write(new byte[] {
                            (byte) 0x89,
                            'P',
                            'N',
                            'G',
                            '\r',
                            '\n',
                            0x1a,
                            '\n',
                            0,
                            0,
                            0,
                            13,
                            'I',
                            'H',
                            'D',
                            'R',
                            0,
                            0,
                            0,
                            1
                        })));
    }

    private static List<HostileFile> huge() {
        return List.of(
                refused("a-hundred-thousand-columns.csv", "columns", out -> {
                    byte[] cell = "column,".getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 100_000; i++) {
                        out.write(cell);
                    }
                    out.write('\n');
                }),
                refused("a-field-of-50-megabytes.csv", "line", out -> {
                    out.write((HEADER + "1,").getBytes(StandardCharsets.UTF_8));
                    repeat(out, (byte) 'x', 50 << 20);
                    out.write(",2026-01-05,10.00\n".getBytes(StandardCharsets.UTF_8));
                }),
                refused("a-quoted-field-of-50-megabytes.csv", "line", out -> {
                    out.write((HEADER + "1,\"").getBytes(StandardCharsets.UTF_8));
                    repeat(out, (byte) '\n', 50 << 20);
                    out.write("\",2026-01-05,10.00\n".getBytes(StandardCharsets.UTF_8));
                }),
                refused("bomb.csv.gz", "", out -> {
                    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                        repeat(zip, (byte) 0, 200 << 20);
                    }
                }),
                kept(
                        "a-number-of-400-digits.csv",
                        2,
                        1,
                        HEADER + GOOD + "2,17850,2026-01-06," + "9".repeat(400) + "\n"));
    }

    private static List<HostileFile> misshapen() {
        return List.of(
                kept(
                        "short-and-long-rows.csv",
                        4,
                        2,
                        HEADER + GOOD + "2,17850\n" + "3,17850,2026-01-06,1.00,extra,extra\n"
                                + "4,17850,2026-01-07,2.00\n"),
                refused(
                        "twice-the-same-header.csv",
                        "amount",
                        "order,customer,date,amount,amount\n1,17850,2026-01-05,1,2\n"),
                refused("nameless-headers.csv", "", ",,,\n1,17850,2026-01-05,10.00\n"),
                kept(
                        "mixed-line-ends.csv",
                        3,
                        0,
                        "order,customer,date,amount\r\n1,17850,2026-01-05,1\n2,17850,2026-01-06,2\r\n3,17850,2026-01-07,3\n"),
                kept(
                        "old-mac-line-ends.csv",
                        2,
                        0,
                        "order,customer,date,amount\r1,17850,2026-01-05,1\r2,17850,2026-01-06,2\r"),
                kept(
                        "line-ends-inside.csv",
                        2,
                        0,
                        "order,customer,date,amount,product\n1,17850,2026-01-05,1,\"two\nlines\"\n2,17850,2026-01-06,2,\"a\r\nb\"\n"),
                kept(
                        "quotes-in-the-middle.csv",
                        1,
                        0,
                        "order,customer,date,amount,product\n1,17850,2026-01-05,1,5\" pipe\n"),
                refused("no-column-we-know.csv", "amount", "colour,shape\nred,round\n"));
    }

    private static List<HostileFile> mangled() {
        return List.of(
                kept(
                        "formulas.csv",
                        2,
                        0,
                        "order,customer,date,amount,product\n1,=HYPERLINK(\"x\"),2026-01-05,1,=1+1\n2,@cmd,2026-01-06,2,+SUM(A1)\n"),
                kept("a-date-that-is-a-serial.csv", 2, 1, HEADER + GOOD + "2,17850,46027,1.00\n"),
                kept(
                        "dates-that-never-were.csv",
                        4,
                        3,
                        HEADER + GOOD + "2,17850,2026-02-30,1\n3,17850,2025-02-29,1\n4,17850,0000-00-00,1\n"),
                kept("the-year-20266.csv", 2, 1, HEADER + GOOD + "2,17850,20266-01-05,1\n"),
                kept(
                        "amounts-that-are-none.csv",
                        6,
                        5,
                        HEADER + GOOD
                                + "2,17850,2026-01-06,NaN\n3,17850,2026-01-06,Infinity\n4,17850,2026-01-06,1e400\n5,17850,2026-01-06,0x10\n6,17850,2026-01-06,#REF!\n"),
                kept(
                        "markup.csv",
                        1,
                        0,
                        "order,customer,date,amount,site\n1,17850,2026-01-05,1,<script>alert(1)</script>\n"),
                kept(
                        "sql.csv",
                        1,
                        0,
                        "order,customer,date,amount,site\n1,'; DROP TABLE purchase; --,2026-01-05,1,x' OR '1'='1\n"));
    }

    private static List<HostileFile> named() {
        return List.of(
                kept("a'quote\"and;space.csv", 1, 0, HEADER + GOOD),
                kept("..%2f..%2fetc.csv", 1, 0, HEADER + GOOD),
                kept("line\nend.csv", 1, 0, HEADER + GOOD),
                kept("*.csv", 1, 0, HEADER + GOOD));
    }

    private static void repeat(OutputStream out, byte value, int count) throws IOException {
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, value);
        for (int left = count; left > 0; left -= block.length) {
            out.write(block, 0, Math.min(left, block.length));
        }
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[copy.length / 2] ^= 0x55;
        return copy;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

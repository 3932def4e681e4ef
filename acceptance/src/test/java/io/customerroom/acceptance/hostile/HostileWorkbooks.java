package io.customerroom.acceptance.hostile;

import static io.customerroom.acceptance.hostile.HostileFile.kept;
import static io.customerroom.acceptance.hostile.HostileFile.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks of the same kind. */
final class HostileWorkbooks {

    private HostileWorkbooks() {}

    static List<HostileFile> all() {
        return List.of(
                refused("a-text-that-says-it-is-a-workbook.xlsx", "xlsx", "order,customer,date,amount\n"),
                refused("cut.xlsx", "cut.xlsx", out -> {
                    byte[] whole = workbook(sheet -> row(sheet, 1, "1", "17850", "2026-01-05", "10.00"));
                    out.write(whole, 0, whole.length / 2);
                }),
                refused("bomb.xlsx", "", HostileWorkbooks::bomb),
                refused("climbs-out.xlsx", "", out -> zip(out, "../../climbed.txt", "here")),
                refused("an-empty-sheet.xlsx", "empty", out -> {
                    Workbook book = new Workbook(out, "test", "1.0");
                    book.newWorksheet("purchases");
                    book.finish();
                }),
                refused(
                        "reads-a-file.xlsx",
                        "",
                        out -> zip(
                                out,
                                "xl/workbook.xml",
                                "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><workbook>&x;</workbook>")),
                refused("entities-of-entities.xlsx", "", out -> zip(out, "xl/workbook.xml", entities())),
                kept(
                        "numbers-dates-and-formulas.xlsx",
                        3,
                        1,
                        out -> out.write(workbook(sheet -> {
                            row(sheet, 1, "1", "17850", "2026-01-05", "10.00");
                            sheet.value(2, 0, 2);
                            sheet.value(2, 1, 17850);
                            sheet.value(2, 2, java.time.LocalDate.of(2026, 1, 6));
                            sheet.style(2, 2).format("yyyy-mm-dd").set();
                            sheet.value(2, 3, 0.1 + 0.2);
                            row(sheet, 3, "3", "17850", "#N/A", "1.00");
                        }))));
    }

    /** Twelve times ten of the one before: a few hundred bytes that would be a terabyte. */
    private static String entities() {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY e0 \"x\">");
        for (int i = 1; i <= 12; i++) {
            text.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        return text.append("]><workbook>&e12;</workbook>").toString();
    }

    private static byte[] workbook(Consumer<Worksheet> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Workbook book = new Workbook(bytes, "test", "1.0");
        Worksheet sheet = book.newWorksheet("purchases");
        row(sheet, 0, "order", "customer", "date", "amount");
        rows.accept(sheet);
        book.finish();
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    /** A sheet that unpacks to 300 MB of one character. */
    private static void bomb(OutputStream out) throws IOException {
        byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        for (int i = 0; i < 300; i++) {
            zip.write(block);
        }
        zip.finish();
    }

    private static void zip(OutputStream out, String entry, String text) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }
}

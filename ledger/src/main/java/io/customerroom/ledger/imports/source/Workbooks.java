package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** Opens .xlsx workbooks, after a look into the archive: nothing huge, no document types, really a workbook. */
final class Workbooks {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_STRINGS = 128L << 20;

    private Workbooks() {}

    static OpenedFile open(SourceFile file, SourceFile.Reading reading, Limits limits, LongConsumer bytesRead)
            throws IOException {
        inspect(file, limits);
        HashedStream hashed = new HashedStream(Files.newInputStream(file.path()), bytesRead);
        String hash;
        try (hashed) {
            hash = hashed.hash();
        }
        try {
            ReadableWorkbook workbook = new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, false));
            Sheet sheet = sheet(workbook, file, reading.sheet());
            SheetRows rows = new SheetRows(workbook, sheet, file, limits, reading.headerRow());
            return new OpenedFile(file, rows, List.of(), () -> hash);
        } catch (ExcelReaderException e) {
            throw damaged(file);
        }
    }

    static Failure damaged(SourceFile file) {
        return Failure.yours(
                "WORKBOOK_DAMAGED",
                "'%s' is no workbook that can be read.".formatted(file.name()),
                "Open it in a spreadsheet program and save it as .xlsx again, or export the sheet as CSV.");
    }

    private static Sheet sheet(ReadableWorkbook workbook, SourceFile file, Optional<String> name) {
        if (name.isEmpty()) {
            return workbook.getFirstSheet();
        }
        return workbook.findSheet(name.get())
                .orElseThrow(() -> Failure.yours(
                        "SHEET_MISSING",
                        "'%s' has no sheet '%s'.".formatted(file.name(), name.get()),
                        "Its sheets are: %s."
                                .formatted(String.join(
                                        ", ",
                                        workbook.getSheets().map(Sheet::getName).toList()))));
    }

    /** Unpacks every part once, only to count and to look at its beginning: what an archive says about sizes is not believed. */
    private static void inspect(SourceFile file, Limits limits) throws IOException {
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw Rejection.bomb(file.name());
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw Rejection.unsupported(
                        file.name(),
                        "an archive, but no workbook",
                        "Unpack it and import the files inside one by one.");
            }
            long total = 0;
            byte[] buffer = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                boolean strings = entry.getName().equals("xl/sharedStrings.xml");
                long size = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.readNBytes(buffer, 0, buffer.length); read > 0; read = in.read(buffer)) {
                        if (size == 0) {
                            refuseDocumentType(buffer, read, file);
                        }
                        size += read;
                        total += read;
                        boolean swollen =
                                total > limits.ratioFromBytes() && total / Math.max(1, file.bytes()) > limits.ratio();
                        if (swollen || total > limits.unpackedBytes() || strings && size > MOST_STRINGS) {
                            throw Rejection.bomb(file.name());
                        }
                    }
                }
            }
        } catch (ZipException e) {
            throw Rejection.truncated(file.name());
        }
    }

    private static void refuseDocumentType(byte[] start, int length, SourceFile file) {
        String text = new String(start, 0, Math.min(length, 4096), StandardCharsets.ISO_8859_1);
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw Failure.yours(
                    "WORKBOOK_UNSAFE",
                    "'%s' declares a document type, which no workbook needs.".formatted(file.name()),
                    "Open it in a spreadsheet program and save it again.");
        }
    }
}

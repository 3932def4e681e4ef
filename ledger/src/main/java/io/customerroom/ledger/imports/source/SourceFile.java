package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file to import: what it is by its first bytes, and its rows. Names and endings are not believed. */
public final class SourceFile {

    private static final int HEAD = 1 << 16;

    private final Path path;
    private final String name;
    private final Limits limits;
    private final Form form;
    private final TableReader reader;
    private List<String> columns = List.of();
    private List<String> expected = List.of();

    /** What the first bytes say. */
    private enum Form {
        TEXT,
        GZIP,
        WORKBOOK,
        PARQUET,
        JSON,
        PACKED_JSON
    }

    private SourceFile(Path path, String name, Limits limits, Form form, TableReader reader) {
        this.path = path;
        this.name = name;
        this.limits = limits;
        this.form = form;
        this.reader = reader;
    }

    /**
     * How the text is to be read; empty values are found out.
     *
     * @param headerRow the row, from 1, that holds the names of the columns
     */
    public record Reading(
            Optional<Charset> encoding, Optional<Character> delimiter, Optional<String> sheet, int headerRow) {}

    /**
     * Looks at the file. Refused: what cannot be read, is empty, or is of a kind we know and do not read.
     *
     * @param name as the user called it; only its last part is used
     */
    public static SourceFile of(Path path, String name, Limits limits) {
        return of(path, name, limits, TableReader.NONE);
    }

    /** @param reader for files that the engine has to read */
    public static SourceFile of(Path path, String name, Limits limits, TableReader reader) {
        String base = baseName(name);
        byte[] head = head(path, base);
        Form form = form(head, base);
        if (form == Form.GZIP && JsonFiles.is(unpackedStart(path))) {
            form = Form.PACKED_JSON;
        }
        return new SourceFile(path, base, limits, form, reader);
    }

    public String name() {
        return name;
    }

    public boolean workbook() {
        return form == Form.WORKBOOK;
    }

    public long bytes() {
        return path.toFile().length();
    }

    public Path path() {
        return path;
    }

    /** Opens the rows; the first is the header. The digest sees every byte of the file by the time it is closed. */
    public OpenedFile open(Reading reading, LongConsumer bytesRead) {
        try {
            return switch (form) {
                case TEXT, GZIP -> DelimitedFiles.open(this, reading, limits, bytesRead);
                case WORKBOOK -> Workbooks.open(this, reading, limits, bytesRead);
                case JSON, PACKED_JSON -> JsonFiles.open(this, limits, bytesRead);
                case PARQUET -> table(bytesRead);
            };
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private OpenedFile table(LongConsumer bytesRead) {
        TableRows rows = new TableRows(reader.parquet(path, name), this, limits, bytesRead);
        return new OpenedFile(this, rows, List.of(), this::sha256);
    }

    private String sha256() {
        try (HashedStream hashed = new HashedStream(Files.newInputStream(path), read -> {})) {
            return hashed.hash();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Whether the names of the columns belong to the form of the file, so that no row can be mistaken for them. */
    public boolean namesItsColumns() {
        return form == Form.PARQUET || form == Form.JSON || form == Form.PACKED_JSON;
    }

    /** Names that may be missing from a file whose rows name only what they hold: such columns are there, and empty. */
    public void expect(Collection<String> names) {
        expected = List.copyOf(names);
    }

    /** Names that take a reading to find: looked for once. Behind them those that are expected and were not found. */
    List<String> columns(Finding finding) throws IOException {
        if (columns.isEmpty()) {
            Set<String> all = new LinkedHashSet<>(finding.find());
            all.addAll(expected);
            columns = List.copyOf(all);
        }
        return columns;
    }

    /** Reads a file for the names in it. */
    interface Finding {
        List<String> find() throws IOException;
    }

    InputStream unpacked(InputStream packed) throws IOException {
        return form == Form.GZIP || form == Form.PACKED_JSON
                ? new UnpackedStream(new GZIPInputStream(packed, 1 << 16), bytes(), name, limits)
                : packed;
    }

    /** A sentence for what the operating system or a damaged container says. */
    Failure unreadable(IOException e) {
        return e instanceof EOFException || e instanceof ZipException
                ? Rejection.truncated(name)
                : Failure.yours(
                        "FILE_UNREADABLE",
                        "'%s' cannot be read.".formatted(name),
                        "Check that the file is there, complete and readable, and import it again.");
    }

    private static byte[] head(Path path, String name) {
        if (!Files.isRegularFile(path)) {
            throw Failure.yours(
                    "FILE_MISSING", "'%s' is not a file.".formatted(name), "Check the name and the folder.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw Failure.yours(
                    "FILE_UNREADABLE",
                    "'%s' cannot be read.".formatted(name),
                    "Check that the user who runs the program may read it.");
        }
    }

    private static Form form(byte[] head, String name) {
        if (head.length == 0) {
            throw Failure.yours("FILE_EMPTY", "'%s' is empty.".formatted(name), "Export it again.");
        }
        if (starts(head, 0x1f, 0x8b)) {
            return Form.GZIP;
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return Form.WORKBOOK;
        }
        if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw Rejection.unsupported(
                    name, "an old or encrypted workbook", "Save it as .xlsx without a password, or as CSV.");
        }
        if (starts(head, 'P', 'A', 'R', '1')) {
            return Form.PARQUET;
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            throw Rejection.unsupported(name, "a PDF", "Export the table behind it as CSV or .xlsx.");
        }
        return JsonFiles.is(text(head)) ? Form.JSON : Form.TEXT;
    }

    /** The first bytes of what is packed; nothing where it cannot be unpacked, which reading it will say. */
    private static String unpackedStart(Path path) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            return text(in.readNBytes(1 << 10));
        } catch (IOException damaged) {
            return "";
        }
    }

    private static String text(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 1 << 12), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String baseName(String name) {
        String base = name.replace('\\', '/');
        base = base.substring(base.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "");
        if (base.getBytes(StandardCharsets.UTF_8).length > 200) {
            base = base.substring(0, 50) + "…";
        }
        return base.isBlank() || base.equals(".") || base.equals("..") ? "file" : base;
    }
}

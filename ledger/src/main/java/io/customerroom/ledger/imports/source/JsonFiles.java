package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens JSON: one object per line (JSON Lines), or one list of objects. Objects have no header: its names are those of the first hundred thousand
 * objects, in the order in which they come up.
 */
final class JsonFiles {

    private static final int LOOKED_AT = 100_000;
    private static final long LOOKED_AT_BYTES = 64L << 20;

    private static final Pattern LINES = Pattern.compile("\\A\\s*\\{\\s*(\"|\\}|\\Z)");
    private static final Pattern LIST = Pattern.compile("\\A\\s*\\[\\s*(\\{|\\]|\\Z)");
    private static final Pattern BROKEN_UP = Pattern.compile("\\A\\s*\\{[ \t]*\r?\n");

    private JsonFiles() {}

    /** Whether a text that begins like this is JSON. */
    static boolean is(String start) {
        return LINES.matcher(start).find() || LIST.matcher(start).find();
    }

    static OpenedFile open(SourceFile file, Limits limits, LongConsumer bytesRead) throws IOException {
        List<String> header = file.columns(() -> names(file, limits));
        HashedStream hashed = new HashedStream(Files.newInputStream(file.path()), bytesRead);
        JsonRows rows = new JsonRows(objects(file.unpacked(hashed), file, limits), header, limits);
        return new OpenedFile(file, rows, rows::notes, hashed::hash);
    }

    /** Objects, one after the other. */
    interface Objects extends AutoCloseable {
        /** The next one; null at the end. */
        JsonObjects.@Nullable Read next() throws IOException;

        /** The line as it was written, where it can be told and was no object. */
        String raw();

        @Override
        void close() throws IOException;
    }

    private static List<String> names(SourceFile file, Limits limits) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        long[] bytes = new long[1];
        try (Objects objects = objects(
                file.unpacked(new HashedStream(Files.newInputStream(file.path()), at -> bytes[0] = at)),
                file,
                limits)) {
            JsonObjects.Read read = objects.next();
            for (int i = 0; read != null && i < LOOKED_AT && bytes[0] < LOOKED_AT_BYTES; i++) {
                names.addAll(read.cells().keySet());
                if (names.size() > limits.columns()) {
                    throw Rejection.tooManyColumns(i + 1L, limits);
                }
                read = objects.next();
            }
        }
        if (names.isEmpty()) {
            throw Failure.yours(
                    "HEADER_MISSING",
                    "'%s' begins like JSON, but none of its objects names a value.".formatted(file.name()),
                    "Write one object per line, as in {\"order\": \"17\", \"amount\": 9.90}.");
        }
        return new ArrayList<>(names);
    }

    private static Objects objects(InputStream bytes, SourceFile file, Limits limits) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, 1 << 12);
        byte[] start = in.readNBytes(1 << 12);
        int mark =
                start.length > 2 && (start[0] & 0xff) == 0xef && (start[1] & 0xff) == 0xbb && (start[2] & 0xff) == 0xbf
                        ? 3
                        : 0;
        in.unread(start, mark, start.length - mark);
        String text = new String(start, mark, start.length - mark, StandardCharsets.UTF_8);
        if (LIST.matcher(text).find()) {
            return new JsonList(in, file, limits);
        }
        if (BROKEN_UP.matcher(text).find()) {
            throw Failure.yours(
                    "JSON_NOT_LINES",
                    "'%s' writes an object over several lines.".formatted(file.name()),
                    "Write each object on a line of its own (jq -c . does), or all of them as one list in [ ].");
        }
        return new JsonLines(in, limits);
    }
}

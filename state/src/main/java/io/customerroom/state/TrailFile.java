package io.customerroom.state;

import io.customerroom.kernel.Authorship;
import io.customerroom.state.Trail.Verification;
import io.customerroom.state.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The trail as a file for machines: JSON Lines in UTF-8, one entry per line, oldest first, and a last line that counts them and names the
 * newest hash. Each line has one possible spelling, so that a changed byte cannot hide in a space.
 *
 * <p>Whoever changes a file with purpose can also make all its hashes anew. The head, noted outside the file, finds that too.
 */
public final class TrailFile {

    /** No entry is nearly as long: what is longer was not written here. */
    private static final int LONGEST_LINE = 16 << 20;

    private static final int PARTS = 10;

    private long number;
    private String head = TrailEntry.BEGINNING;
    private boolean ended;

    private TrailFile() {}

    /** Writes all entries, and answers their number and the head to be noted elsewhere. */
    public static Verification.Whole write(Trail trail, OutputStream out) throws IOException {
        Verification.Whole written = trail.each(entry -> out.write(line(entry).getBytes(StandardCharsets.UTF_8)));
        out.write(lastLine(written.entries(), written.head()).getBytes(StandardCharsets.UTF_8));
        return written;
    }

    /** @param head noted elsewhere; none: entries that were cut off together with a forged last line are not found */
    public static Verification check(InputStream file, Optional<String> head) throws IOException {
        TrailFile check = new TrailFile();
        InputStream in = new BufferedInputStream(file);
        for (byte[] line = line(in); line.length > 0; line = line(in)) {
            Optional<String> fault = check.next(line);
            if (fault.isPresent()) {
                return new Verification.Broken(check.number, fault.get());
            }
        }
        if (!check.ended) {
            return new Verification.Broken(check.number + 1, "the file ends before its last line");
        }
        if (head.isPresent() && !head.get().equals(check.head)) {
            return new Verification.Broken(check.number, "the newest hash is not the one that was noted");
        }
        return new Verification.Whole(check.number, check.head);
    }

    /** A check that has seen all entries up to this one. */
    static TrailFile after(long number, String head) {
        TrailFile check = new TrailFile();
        check.number = number;
        check.head = head;
        return check;
    }

    /** What is wrong with this line, which comes after those before. The line has its line feed. */
    Optional<String> next(byte[] line) {
        if (ended) {
            number++;
            return Optional.of("something follows the last line");
        }
        String text = new String(line, StandardCharsets.UTF_8);
        Map<String, @Nullable Object> read;
        try {
            read = Json.readObject(text);
        } catch (IllegalArgumentException e) {
            number++;
            return Optional.of("line %d cannot be read".formatted(number));
        }
        if (read.containsKey("entries")) {
            ended = true;
            return Arrays.equals(line, lastLine(number, head).getBytes(StandardCharsets.UTF_8))
                    ? Optional.empty()
                    : Optional.of("the last line counts other entries than stand before it");
        }
        number++;
        return entry(line, read);
    }

    private Optional<String> entry(byte[] line, Map<String, @Nullable Object> read) {
        try {
            if (((BigDecimal) value(read, "number")).longValueExact() != number) {
                return Optional.of("entry %d is missing".formatted(number));
            }
            String hash = hash(read);
            if (read.size() != PARTS
                    || !hash.equals(text(read, "hash"))
                    || !Arrays.equals(line, (Json.write(read) + "\n").getBytes(StandardCharsets.UTF_8))) {
                return Optional.of("entry %d is not as it was written".formatted(number));
            }
            head = hash;
            return Optional.empty();
        } catch (ArithmeticException | ClassCastException | NullPointerException e) {
            return Optional.of("line %d is no entry".formatted(number)); // a value of another kind than was written
        }
    }

    private String hash(Map<String, @Nullable Object> read) {
        return TrailEntry.hash(
                head,
                number,
                text(read, "moment"),
                new Authorship(text(read, "actor"), text(read, "via"), text(read, "reason"), text(read, "request")),
                text(read, "event"),
                text(read, "subject"),
                Json.write(value(read, "details")));
    }

    private static Object value(Map<String, @Nullable Object> read, String key) {
        return Objects.requireNonNull(read.get(key), key);
    }

    private static String text(Map<String, @Nullable Object> read, String key) {
        return (String) value(read, key);
    }

    private static String line(TrailEntry entry) {
        Map<String, Object> line = new TreeMap<>();
        line.put("number", entry.number());
        line.put("moment", StoredText.of(entry.moment()));
        line.put("actor", entry.by().actor());
        line.put("via", entry.by().via());
        line.put("reason", entry.by().reason());
        line.put("request", entry.by().request());
        line.put("event", entry.event());
        line.put("subject", entry.subject());
        line.put("details", Json.readObject(entry.details()));
        line.put("hash", entry.hash());
        return Json.write(line) + "\n";
    }

    private static String lastLine(long entries, String head) {
        return Json.write(Map.of("entries", entries, "head", head)) + "\n";
    }

    /** The next line with its line feed; empty at the end. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n' || line.size() > LONGEST_LINE) {
                break;
            }
        }
        return line.toByteArray();
    }
}

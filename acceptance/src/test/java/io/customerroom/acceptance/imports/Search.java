package io.customerroom.acceptance.imports;

import io.customerroom.engine.duckdb.DuckDbEngine;
import io.customerroom.engine.duckdb.DuckDbSettings;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Engine;
import io.customerroom.ledger.engine.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Looks for words in every file below a folder: in its name, in its bytes, and in what it holds where it is packed. */
record Search(Path root, Path spill) {

    private static final int MOST_TRIES = 200;
    private static final long PAUSE = 50_000_000;

    /** By file, the words that stand there. Words are written small. */
    SortedMap<String, List<String>> found(List<String> words) {
        SortedMap<String, List<String>> found = new TreeMap<>();
        files(root).forEach((name, file) -> {
            String content = (name + "\n" + content(file)).toLowerCase(Locale.ROOT);
            List<String> there = words.stream().filter(content::contains).toList();
            if (!there.isEmpty()) {
                found.put(name, there);
            }
        });
        return found;
    }

    static SortedMap<String, Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString(), file -> file, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A running server may be writing or removing a file of a build just now: that is read once it stands, or holds nothing once it is gone. */
    String content(Path file) {
        for (int tries = 1; ; tries++) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                return file.toString().endsWith(".parquet") ? read(bytes) + rows(file) : read(bytes);
            } catch (IOException | Failure e) {
                if (!Files.exists(file)) {
                    return "";
                }
                if (tries == MOST_TRIES) {
                    throw new AssertionError(file + " cannot be read", e);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** The bytes as text, one and two bytes a letter, and what they hold where they are packed. */
    static String read(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8) + new String(bytes, StandardCharsets.UTF_16LE);
        if (begins(bytes, 0x1f, 0x8b)) {
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return text + read(unpacked.readAllBytes());
            }
        }
        if (begins(bytes, 'P', 'K')) {
            return text + unpacked(bytes);
        }
        if (begins(bytes, '%', 'P', 'D', 'F')) {
            try (PDDocument document = Loader.loadPDF(bytes)) {
                return text + new PDFTextStripper().getText(document);
            }
        }
        return text;
    }

    private static String unpacked(byte[] bytes) throws IOException {
        Path packed = Files.createTempFile("search-", ".zip");
        StringBuilder inside = new StringBuilder();
        try {
            Files.write(packed, bytes);
            try (ZipFile zip = new ZipFile(packed.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    inside.append(entry.getName())
                            .append(read(zip.getInputStream(entry).readAllBytes()));
                }
            }
        } finally {
            Files.delete(packed);
        }
        return inside.toString();
    }

    private static boolean begins(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private String rows(Path parquet) {
        try (Engine engine = DuckDbEngine.start(new DuckDbSettings(256, 1, spill, Duration.ofMinutes(1)));
                Session session = engine.open()) {
            session.table("any_file", List.of(parquet));
            return session.query("SELECT * FROM any_file", Map.of()).rows().toString();
        }
    }
}

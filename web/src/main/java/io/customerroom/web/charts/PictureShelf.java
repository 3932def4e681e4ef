package io.customerroom.web.charts;

import io.customerroom.state.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What the chart library drew, as files named by the SHA-256 of the library, the size and the option: for the next start, and for
 * processes beside this one. Nothing rests on these files. Any of them may be deleted at any time; one that cannot be read is drawn again,
 * and where none can be written the pictures are drawn each time.
 */
final class PictureShelf {

    private static final String ENDING = ".svg.gz";

    /** About 20 MB. The walls of one month have about 150 pictures. */
    private static final int MOST = 4_000;

    /** Counting a folder costs as much as a few pictures, so that it is done now and then. */
    private static final int COUNTED_EVERY = 500;

    private static final String LIBRARY = Hash.of(DrawingEngine.library());

    private final Path folder;
    private final AtomicInteger kept = new AtomicInteger();

    PictureShelf(Path folder) {
        this.folder = folder;
    }

    /** The name of what an option draws. */
    static String name(String option, int width, int height) {
        return Hash.of(LIBRARY + "\n" + width + "x" + height + "\n" + option);
    }

    Optional<String> find(String name) {
        Path file = folder.resolve(name + ENDING);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty(); // cut short by a crash, or swept just now: it is drawn again
        }
    }

    void keep(String name, String drawn) {
        Path draft = folder.resolve(UUID.randomUUID() + ".draft");
        try {
            Files.createDirectories(folder);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(draft))) {
                out.write(drawn.getBytes(StandardCharsets.UTF_8));
            }
            Files.move(draft, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
            if (kept.getAndIncrement() % COUNTED_EVERY == 0) {
                sweep(MOST);
            }
        } catch (IOException e) {
            discard(draft); // a disk that is full or read-only costs time, and no picture
        }
    }

    /** Removes the oldest until at most so many are left. */
    void sweep(int most) throws IOException {
        Map<Path, FileTime> written = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                written.put(file, Files.getLastModifiedTime(file));
            }
        }
        List<Path> oldestFirst = new ArrayList<>(written.keySet());
        oldestFirst.sort(Comparator.comparing((Path file) -> written.getOrDefault(file, FileTime.fromMillis(0)))
                .thenComparing(Comparator.naturalOrder()));
        for (Path file : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - most))) {
            Files.deleteIfExists(file);
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // swept with the oldest
        }
    }
}

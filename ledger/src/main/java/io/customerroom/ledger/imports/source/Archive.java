package io.customerroom.ledger.imports.source;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A {@code .zip} of tables. Its files are written under names of our own, so that none leads out of the folder; what an archive says about sizes is not
 * believed. Refused as a whole: names that lead elsewhere, archives inside, more than {@value #MOST_ENTRIES} files, what unpacks to a flood, and
 * archives without any file.
 */
public final class Archive {

    private static final int MOST_ENTRIES = 1_000;
    private static final String STEP = " › ";

    private Archive() {}

    /**
     * A file that was inside.
     *
     * @param file where it lies now
     * @param name the archive's name and its own, for receipts
     */
    public record Member(Path file, String name) {}

    /** Whether the file is an archive, and no workbook. */
    public static boolean is(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            if (head.length < 4 || head[0] != 'P' || head[1] != 'K' || head[2] != 3 || head[3] != 4) {
                return false;
            }
        } catch (IOException e) {
            return false; // opening it will say why
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().noneMatch(entry -> entry.getName().startsWith("xl/"));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Unpacks the files into the folder, in the order of their names.
     *
     * @param name as the user calls the archive
     */
    public static List<Member> unpack(Path archive, String name, Path folder, Limits limits) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            List<ZipEntry> entries = entries(zip, name);
            Files.createDirectories(folder);
            Budget budget = new Budget(archive.toFile().length(), name, limits);
            List<Member> members = new ArrayList<>();
            for (ZipEntry entry : entries) {
                Path file = folder.resolve("%04d%s".formatted(members.size() + 1, ending(entry.getName())));
                copy(zip, entry, file, budget);
                refuseArchive(file, entry.getName(), name);
                members.add(new Member(file, name + STEP + entry.getName().replace("/", STEP)));
            }
            return members;
        } catch (ZipException e) {
            throw encrypted(e) ? locked(name) : Rejection.truncated(name);
        } catch (IOException e) {
            throw Failure.resources(
                    "ARCHIVE_NOT_UNPACKED",
                    "'%s' could not be unpacked.".formatted(name),
                    "Check the room on the disk, then try again.");
        }
    }

    private static List<ZipEntry> entries(ZipFile zip, String archive) {
        if (zip.size() > MOST_ENTRIES) {
            throw Failure.yours(
                    "ARCHIVE_TOO_MANY_FILES",
                    "'%s' holds %d files; %d are the most.".formatted(archive, zip.size(), MOST_ENTRIES),
                    "Put fewer tables into one archive.");
        }
        List<ZipEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            refuseStray(entry.getName(), archive);
            if (entry.isDirectory() || leftBySystems(entry.getName())) {
                continue;
            }
            if (!names.add(entry.getName())) {
                throw unsafe(archive, "holds two files of one name");
            }
            entries.add(entry);
        }
        if (entries.isEmpty()) {
            throw Failure.yours("FILE_EMPTY", "'%s' holds no file.".formatted(archive), "Pack the tables again.");
        }
        entries.sort(Comparator.comparing(ZipEntry::getName));
        return entries;
    }

    private static void refuseStray(String entry, String archive) {
        boolean stray = entry.startsWith("/")
                || entry.indexOf('\\') >= 0
                || entry.chars().anyMatch(Character::isISOControl)
                || entry.matches("[A-Za-z]:.*")
                || List.of(entry.split("/", -1)).contains("..");
        if (stray) {
            throw unsafe(archive, "holds a file whose name leads out of it");
        }
    }

    private static Failure unsafe(String archive, String why) {
        return Failure.yours(
                "ARCHIVE_UNSAFE",
                "'%s' %s.".formatted(archive, why),
                "Pack the tables again, each once, by their names alone.");
    }

    /** What operating systems put beside the files. */
    private static boolean leftBySystems(String entry) {
        String base = entry.substring(entry.lastIndexOf('/') + 1);
        return entry.startsWith("__MACOSX/")
                || base.startsWith("._")
                || Set.of(".DS_Store", "Thumbs.db", "desktop.ini").contains(base);
    }

    private static void copy(ZipFile zip, ZipEntry entry, Path file, Budget budget) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(file)) {
            for (int read = read(in, buffer); read > 0; read = read(in, buffer)) {
                budget.spend(read);
                out.write(buffer, 0, read);
            }
        }
    }

    /** What cannot be read is a fault of the archive; what cannot be written is one of the disk. */
    private static int read(InputStream in, byte[] buffer) throws ZipException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new ZipException("damaged");
        }
    }

    private static void refuseArchive(Path file, String entry, String archive) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(6);
            boolean packed = starts(head, 0x1f, 0x8b)
                    || starts(head, '7', 'z', 0xbc, 0xaf)
                    || starts(head, 'R', 'a', 'r', '!')
                    || starts(head, 'B', 'Z', 'h')
                    || starts(head, 0xfd, '7', 'z', 'X', 'Z')
                    || starts(head, 'P', 'K', 3, 4) && is(file);
            if (packed) {
                throw Failure.yours(
                        "ARCHIVE_INSIDE_ARCHIVE",
                        "'%s' holds '%s', which is packed itself.".formatted(archive, entry),
                        "Unpack the inner one, and pack the tables alone.");
            }
        }
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The ending says something to people who look; the rest of a name is ours. */
    private static String ending(String entry) {
        String base = entry.substring(entry.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = base.lastIndexOf('.');
        String ending = dot < 0 ? "" : base.substring(dot);
        return ending.matches("\\.[a-z0-9]{1,8}") ? ending : ".data";
    }

    private static boolean encrypted(ZipException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("encrypt");
    }

    private static Failure locked(String name) {
        return Failure.yours(
                "ARCHIVE_LOCKED", "'%s' has a password.".formatted(name), "Pack the tables again without one.");
    }

    /** How many bytes may still come. */
    private static final class Budget {

        private final long packedBytes;
        private final String name;
        private final Limits limits;
        private long spent;

        Budget(long packedBytes, String name, Limits limits) {
            this.packedBytes = Math.max(1, packedBytes);
            this.name = name;
            this.limits = limits;
        }

        void spend(int bytes) {
            spent += bytes;
            boolean swollen = spent > limits.ratioFromBytes() && spent / packedBytes > limits.ratio();
            if (swollen || spent > limits.unpackedBytes()) {
                throw Rejection.bomb(name);
            }
        }
    }
}

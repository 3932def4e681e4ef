package io.customerroom.app.backup;

import io.customerroom.state.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What a backup says of each of its files: lines of hash, length and name. */
final class BackupSums {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,18}) (.+)");
    private static final int MOST_BYTES = 256 << 20;
    private static final int PIECE = 1 << 16;

    private BackupSums() {}

    /** @param hash SHA-256 in hexadecimal */
    record Sum(String hash, long bytes) {

        /** Writes the stream to a new file, no more than the noted length and a piece of it; false where it is something else. */
        boolean copied(InputStream in, Path file) throws IOException {
            MessageDigest digest = Hash.sha256();
            long written = 0;
            try (OutputStream out = new DigestOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), digest)) {
                byte[] piece = new byte[PIECE];
                for (int read = in.read(piece); read >= 0 && written <= bytes; read = in.read(piece)) {
                    out.write(piece, 0, read);
                    written += read;
                }
            }
            return written == bytes && Hash.hex(digest).equals(hash);
        }
    }

    /** By the name of the file. */
    static Map<String, Sum> read(ZipFile file, Path zip) throws IOException {
        ZipEntry entry = file.getEntry(Backup.SUMS);
        if (entry == null) {
            throw Restore.damaged(zip);
        }
        String text;
        try (InputStream in = file.getInputStream(entry)) {
            text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
        Map<String, Sum> sums = new HashMap<>();
        for (String line : text.split("\n", -1)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                sums.put(matcher.group(3), new Sum(matcher.group(1), Long.parseLong(matcher.group(2))));
            } else if (!line.isEmpty()) {
                throw Restore.damaged(zip);
            }
        }
        return sums;
    }
}

package io.customerroom.ledger.workspace;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory or disk, written {@code 512 MB} or {@code 2 GB}; one MB is 1024 × 1024 bytes. */
public record DataSize(long bytes) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\s*(KB|MB|GB)", Pattern.CASE_INSENSITIVE);

    public DataSize {
        if (bytes <= 0) {
            throw new IllegalArgumentException("bytes must be positive, but was " + bytes);
        }
    }

    public static DataSize ofMegabytes(long megabytes) {
        return new DataSize(megabytes << 20);
    }

    public static DataSize parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a size: " + text);
        }
        int shift =
                switch (matcher.group(2).toUpperCase(Locale.ROOT)) {
                    case "KB" -> 10;
                    case "MB" -> 20;
                    default -> 30;
                };
        return new DataSize(Long.parseLong(matcher.group(1)) << shift);
    }

    public long megabytes() {
        return bytes >> 20;
    }

    @Override
    public String toString() {
        return megabytes() + " MB";
    }
}

package io.customerroom.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads values that other programs made, from a file beside the test; its script lies there as well. */
public final class Golden {

    private Golden() {}

    /** The rows below the head line. A name ending in .gz is unpacked. */
    public static List<String[]> rows(Class<?> test, String name) {
        return read(test, name, ",");
    }

    /** As {@link #rows}, of a table whose cells stand apart by tabs. */
    public static List<String[]> table(Class<?> test, String name) {
        return read(test, name, "\t");
    }

    private static List<String[]> read(Class<?> test, String name, String between) {
        try (InputStream bytes = Objects.requireNonNull(test.getResourceAsStream(name), name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(between, -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

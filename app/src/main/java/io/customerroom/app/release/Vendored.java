package io.customerroom.app.release;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Files of others that lie in our own resources, byte for byte, and so are no dependency of the build. A folder {@code vendor} tells what it
 * holds in its {@code manifest.properties}.
 *
 * @param licence an expression of SPDX
 * @param purl the package it was taken from
 * @param sha256 of each file, by its name
 */
record Vendored(String name, String version, String licence, String purl, Map<String, String> sha256) {

    private static final String FOLDER = "vendor";
    private static final String MANIFEST = "manifest.properties";

    /** What the folders under one hold, in the order of their paths. */
    static List<Vendored> under(Path resources) throws IOException {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(file -> file.endsWith(Path.of(FOLDER, MANIFEST)))
                    .sorted()
                    .map(Vendored::read)
                    .toList();
        }
    }

    /** Refused: a file that is not the one its manifest tells of. */
    private static Vendored read(Path manifest) {
        Properties told = new Properties();
        try (Reader reader = Files.newBufferedReader(manifest)) {
            told.load(reader);
            Map<String, String> sums = new LinkedHashMap<>();
            for (String file : required(told, "files", manifest).split(",")) {
                String sum = required(told, file + ".sha256", manifest);
                if (!Checksums.line(manifest.resolveSibling(file), file).startsWith(sum + " ")) {
                    throw Failure.yours(
                            "VENDORED_FILE_CHANGED",
                            "%s is not the file that its manifest tells of.".formatted(manifest.resolveSibling(file)),
                            "Take it from where the manifest says, or tell the new version and checksum there.");
                }
                sums.put(file, sum);
            }
            return new Vendored(
                    required(told, "name", manifest),
                    required(told, "version", manifest),
                    required(told, "licence", manifest),
                    required(told, "purl", manifest),
                    sums);
        } catch (IOException e) {
            throw Failure.resources("UNREADABLE", "%s could not be read.".formatted(manifest), "Check its rights.");
        }
    }

    private static String required(Properties told, String key, Path manifest) {
        return Objects.requireNonNull(told.getProperty(key), () -> manifest + " does not tell " + key);
    }
}

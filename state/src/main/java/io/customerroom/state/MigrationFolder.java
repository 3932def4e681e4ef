package io.customerroom.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The migrations of one folder on the class path, in a directory or in a jar.
 *
 * @param fingerprint SHA-256 over the files' names and bytes
 * @param texts by the file's name
 * @param versions with points: {@code 4.1} for {@code V4_1__people.sql}
 */
record MigrationFolder(String location, String fingerprint, Set<String> versions, Map<String, String> texts) {

    private static final Pattern NAME = Pattern.compile("V(\\d+(?:_\\d+)*)__.+\\.sql");

    static MigrationFolder read(String location) {
        try {
            URL url = MigrationFolder.class.getClassLoader().getResource(location);
            if (url == null) {
                throw new IllegalStateException("no migrations at " + location);
            }
            Map<String, byte[]> files =
                    url.getProtocol().equals("file") ? inDirectory(Path.of(URI.create(url.toString()))) : inJar(url);
            return of(location, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MigrationFolder of(String location, Map<String, byte[]> files) {
        MessageDigest digest = Hash.sha256();
        Set<String> versions = new TreeSet<>();
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, bytes) -> {
            digest.update((name + ":" + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
            texts.put(name, new String(bytes, StandardCharsets.UTF_8));
            versions.add(version(name));
        });
        return new MigrationFolder(location, Hash.hex(digest), versions, texts);
    }

    private static String version(String file) {
        Matcher matcher = NAME.matcher(file);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a migration: " + file);
        }
        return matcher.group(1).replace('_', '.');
    }

    /** The same with some of its versions, as an older program brought it. */
    MigrationFolder only(Set<String> some) {
        Map<String, byte[]> files = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (some.contains(version(name))) {
                files.put(name, text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return of(location, files);
    }

    private static Map<String, byte[]> inDirectory(Path directory) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path file : entries.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static Map<String, byte[]> inJar(URL url) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        String folder = connection.getEntryName() + (connection.getEntryName().endsWith("/") ? "" : "/");
        for (Enumeration<JarEntry> entries = connection.getJarFile().entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (!entry.isDirectory() && entry.getName().startsWith(folder)) {
                try (InputStream in = connection.getJarFile().getInputStream(entry)) {
                    files.put(entry.getName().substring(folder.length()), in.readAllBytes());
                }
            }
        }
        return files;
    }
}

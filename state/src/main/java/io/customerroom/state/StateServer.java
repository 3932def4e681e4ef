package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server that holds the state of one workspace instead of a file. It is named in {@code state/store.properties}; the password
 * stands in the environment or in a file of its own, never in the address.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, with options of the driver such as {@code ?sslmode=verify-full}; the option
 *     {@code currentSchema} names the schema, without it {@code customer_room}
 * @param user who signs in to the server
 * @param passwordFile holds the password, relative to the workspace's folder {@code state}; empty: the environment, or none
 */
public record StateServer(String url, String user, String passwordFile) {

    /** The name of the file beside the place of the SQLite file. */
    public static final String FILE = "store.properties";

    /** The environment variable of the password; it goes before the file. */
    public static final String VARIABLE = "CUSTOMER_ROOM_STATE_PASSWORD";

    private static final String SCHEME = "jdbc:postgresql:";
    private static final Set<String> KEYS = Set.of("url", "user", "password-file");
    private static final String HOW =
            "Write jdbc:postgresql://HOST:PORT/DATABASE, the user apart, and the password in %s or in a file."
                    .formatted(VARIABLE);

    public StateServer {
        if (!url.startsWith(SCHEME)) {
            throw Failure.yours("STATE_URL_REFUSED", "The address of a state store begins with " + SCHEME + ".", HOW);
        }
        String told = url.toLowerCase(Locale.ROOT);
        if (told.contains("password=") || told.contains("user=") || told.contains("@")) {
            throw Failure.yours(
                    "STATE_URL_REFUSED", "The address of the state store names a user or holds a password.", HOW);
        }
    }

    /** The address as it may be printed: without options. */
    public String shown() {
        int options = url.indexOf('?');
        return options < 0 ? url : url.substring(0, options);
    }

    /** The server that the file beside names, if there is one. Unknown keys are refused. */
    static Optional<StateServer> beside(Path db) {
        Path file = db.resolveSibling(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw refused("cannot be read");
        }
        Set<String> unknown = new TreeSet<>(read.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw refused(
                    "has the unknown key '%s'".formatted(unknown.iterator().next()));
        }
        return Optional.of(new StateServer(
                read.getProperty("url", "").strip(),
                read.getProperty("user", "").strip(),
                read.getProperty("password-file", "").strip()));
    }

    /** The file's text. */
    String text() {
        return """
                # The PostgreSQL server that holds this workspace's state. './customer-room state' shows and moves it.
                url=%s
                user=%s
                """.formatted(escaped(url), escaped(user))
                + (passwordFile.isEmpty() ? "" : "password-file=" + escaped(passwordFile) + "\n");
    }

    /** @param environment asked by name; null where it has no such variable */
    String password(Path folder, UnaryOperator<@Nullable String> environment) {
        String given = environment.apply(VARIABLE);
        if (given != null && !given.isEmpty()) {
            return given;
        }
        if (passwordFile.isEmpty()) {
            return "";
        }
        try {
            return Files.readString(folder.resolve(passwordFile)).strip();
        } catch (IOException e) {
            throw Failure.yours(
                    "STATE_PASSWORD_MISSING",
                    "The file of the state store's password cannot be read.",
                    "Set %s, or name a readable file as password-file in state/%s.".formatted(VARIABLE, FILE));
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }

    private static Failure refused(String what) {
        return Failure.yours(
                "STATE_PLACE_REFUSED",
                "state/%s %s.".formatted(FILE, what),
                "It holds url, user and, if wanted, password-file.");
    }
}

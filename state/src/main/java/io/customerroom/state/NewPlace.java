package io.customerroom.state;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the environment says that rooms which are made now keep their state: on a PostgreSQL server, each in a schema of its own. A room that has its place keeps it,
 * whatever the environment says later.
 */
final class NewPlace {

    /** The environment variable of the address, which holds {@value #ROOM} where the name of the room's schema goes. */
    static final String URL = "CUSTOMER_ROOM_STATE_URL";

    /** The environment variable of the user. */
    static final String USER = "CUSTOMER_ROOM_STATE_USER";

    private static final String ROOM = "{room}";
    private static final int LONGEST_NAME = 40;
    private static final int RANDOM_BYTES = 6;

    private NewPlace() {}

    /** Writes the place of a new room beside where its file would be, unless somebody else did meanwhile; empty then, and where the environment names none. */
    static Optional<StateServer> claim(Path db, UnaryOperator<@Nullable String> environment) {
        String url = Objects.requireNonNullElse(environment.apply(URL), "").strip();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        if (!url.contains(ROOM)) {
            throw Failure.yours(
                    "STATE_URL_REFUSED",
                    "%s does not say where the name of a room goes: all rooms would share one schema.".formatted(URL),
                    "Write jdbc:postgresql://HOST:PORT/DATABASE?currentSchema=%s, with the word in braces as it stands."
                            .formatted(ROOM));
        }
        StateServer server = new StateServer(
                url.replace(ROOM, schema(db)),
                Objects.requireNonNullElse(environment.apply(USER), "").strip(),
                "");
        try {
            Files.createDirectories(folder(db));
            writeWhole(db, server.text());
            return Optional.of(server);
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file is there with all its text or not at all, also when the program ends in between; and it is never one that somebody else wrote. */
    private static void writeWhole(Path db, String text) throws IOException {
        Path draft = Files.createTempFile(folder(db), StateServer.FILE + "-", ".partial");
        try {
            Files.writeString(draft, text);
            Files.createLink(db.resolveSibling(StateServer.FILE), draft);
        } catch (UnsupportedOperationException e) { // no hard links in this file system
            Files.writeString(db.resolveSibling(StateServer.FILE), text, StandardOpenOption.CREATE_NEW);
        } finally {
            Files.delete(draft);
        }
    }

    /** The room was not made: the next try begins anew. */
    static void letGo(Path db) {
        try {
            Files.deleteIfExists(db.resolveSibling(StateServer.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the room, as far as a schema may be called so, and some letters by chance. */
    private static String schema(Path db) {
        Path room = folder(db).toAbsolutePath().getParent();
        String name = room == null || room.getFileName() == null
                ? "room"
                : room.getFileName().toString();
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        byte[] chance = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(chance);
        return "room_%s_%s"
                .formatted(
                        plain.substring(0, Math.min(LONGEST_NAME, plain.length())),
                        HexFormat.of().formatHex(chance));
    }

    private static Path folder(Path db) {
        return Objects.requireNonNull(db.toAbsolutePath().getParent());
    }
}

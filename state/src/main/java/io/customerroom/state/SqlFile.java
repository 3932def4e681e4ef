package io.customerroom.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The SQL texts of one class: the file {@code <Class>.sql} beside it, in blocks that begin with {@code -- name: <name>}. */
public final class SqlFile {

    private static final Pattern NAME = Pattern.compile("(?m)^-- name: ");

    private final String file;
    private final Map<String, String> texts = new HashMap<>();

    private SqlFile(String file, String content) {
        this.file = file;
        for (String block : NAME.split(content, -1)) {
            int end = block.indexOf('\n');
            if (end > 0 && !block.isBlank()) {
                texts.put(
                        block.substring(0, end).strip(),
                        block.substring(end + 1).strip());
            }
        }
    }

    /** Reads the file beside the class; its absence is a fault of the program. */
    public static SqlFile beside(Class<?> type) {
        return named(type, type.getSimpleName() + ".sql");
    }

    /** Reads a file of this name in the folder of the class. */
    public static SqlFile named(Class<?> type, String file) {
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " beside " + type.getName());
            }
            return new SqlFile(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalStateException("no text '" + name + "' in " + file);
        }
        return text;
    }
}

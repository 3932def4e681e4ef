package io.customerroom.walls.exhibit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What somebody should know who sees an exhibit for the first time, in plain words. */
public final class HowToRead {

    private static final Properties TEXTS = load();

    private HowToRead() {}

    /** Empty where an exhibit explains itself. */
    public static String of(String exhibit) {
        return TEXTS.getProperty(exhibit, "");
    }

    private static Properties load() {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(HowToRead.class.getResourceAsStream("how-to-read.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}

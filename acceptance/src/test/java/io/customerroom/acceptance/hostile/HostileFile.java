package io.customerroom.acceptance.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that means harm or was harmed, and what the import must answer.
 *
 * @param name the file's name; part of the story where it tries to leave its folder
 * @param answer what must happen
 * @param content writes the bytes
 */
record HostileFile(String name, Answer answer, Content content) {

    /** The two good endings; a stack trace, a hang or half a batch is neither. */
    sealed interface Answer {

        /** Nothing is imported; the message holds this text and a next step. */
        record Refused(String mention) implements Answer {}

        /** A batch is made; so many rows were read and so many set aside. */
        record Kept(long read, long setAside) implements Answer {}
    }

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static HostileFile refused(String name, String mention, Content content) {
        return new HostileFile(name, new Answer.Refused(mention), content);
    }

    static HostileFile refused(String name, String mention, String text) {
        return refused(name, mention, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static HostileFile kept(String name, long read, long setAside, Content content) {
        return new HostileFile(name, new Answer.Kept(read, setAside), content);
    }

    static HostileFile kept(String name, long read, long setAside, String text) {
        return kept(name, read, setAside, text, StandardCharsets.UTF_8);
    }

    static HostileFile kept(String name, long read, long setAside, String text, Charset charset) {
        return kept(name, read, setAside, out -> out.write(text.getBytes(charset)));
    }

    Path in(Path folder) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    @Override
    public String toString() {
        return name;
    }
}

package io.customerroom.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation: its code blocks, its tables, and the commands that stand in it. */
record Guide(Path file, String text) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String PROGRAM = "customer-room ";

    /** @param page from the project's root, such as {@code docs/guide/mapping.md} */
    static Guide page(String page) {
        Path file = root().resolve(page);
        try {
            return new Guide(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The fenced blocks of a language, in their order. */
    List<String> blocks(String language) {
        Matcher blocks =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(text);
        return blocks.results().map(block -> block.group(1)).toList();
    }

    /** The words of every command of the program that stands indented on the page, without the program's name. */
    List<List<String>> commands() {
        return text.lines()
                .filter(line -> line.startsWith("    ") && line.contains(PROGRAM))
                .map(line -> words(line.substring(line.indexOf(PROGRAM) + PROGRAM.length())))
                .toList();
    }

    /** The cells of every row of every table, without emphasis. */
    List<List<String>> rows() {
        return text.lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("|--") && !line.startsWith("| |"))
                .map(line -> List.of(line.replace("\\|", "/").substring(1).split("\\|")).stream()
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** Runs a command of the page, which has to succeed. */
    static Typed run(Path folder, List<String> command) {
        Typed typed = Typed.in(folder, command.toArray(String[]::new));
        if (typed.exitCode() != 0) {
            throw new AssertionError(String.join(" ", command) + " said: " + typed.err());
        }
        return typed;
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }
}

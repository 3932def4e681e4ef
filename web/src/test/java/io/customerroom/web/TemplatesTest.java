package io.customerroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said in templates about words that people and files bring: they are printed, and never read as a template. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

    /** Unescaped are drawings of our own, and a part of a page that was printed before; nothing else. */
    @Test
    void onlyDrawingsAndWhatWasPrintedBeforeAreLeftAsTheyAre() {
        assertThat(found("th:utext=\"\\$\\{([^}]*)}\""))
                .containsOnly("article", "card.narrow", "card.svg", "picture.narrow", "picture.svg", "slide.svg");
    }

    /** Thymeleaf works out {@code __${…}__} and writes {@code [(…)]} as it is: the ways by which words become templates. */
    @Test
    void noTemplateWorksAnExpressionOutTwice() {
        assertThat(found("(__\\$\\{|\\[\\(\\$\\{|th:inline)")).isEmpty();
    }

    private static TreeSet<String> found(String expression) {
        Pattern pattern = Pattern.compile(expression);
        TreeSet<String> found = new TreeSet<>();
        files().forEach(file -> pattern.matcher(text(file)).results().forEach(hit -> found.add(hit.group(1))));
        return found;
    }

    private static List<Path> files() {
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            return all.filter(file -> file.toString().endsWith(".html")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

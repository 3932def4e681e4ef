package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that names another names one that is there. Pictures are left out: they are taken of the running pages. */
class LinksOfTheDocumentsTest {

    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)#\\s]+)(#[^)]*)?\\)");

    @Test
    void everyLinkInsideTheProjectLeadsSomewhere() throws IOException {
        List<Path> pages;
        try (Stream<Path> top = Files.list(Guide.root());
                Stream<Path> docs = Files.walk(Guide.root().resolve("docs"))) {
            pages = Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        assertThat(pages)
                .hasSizeGreaterThan(10)
                .allSatisfy(page -> assertThat(targets(page))
                        .allSatisfy(target ->
                                assertThat(page.resolveSibling(target)).exists()));
    }

    private static List<String> targets(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
                .toList();
    }
}

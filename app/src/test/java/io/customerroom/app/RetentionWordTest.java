package io.customerroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Only a contract shows that somebody left: elsewhere people read "share active" and "repeat rate", and never "retention". */
class RetentionWordTest {

    private static final Path HOUSE = Path.of("..");

    /** What people read: guides, cards of metrics, pages, and the words of exhibits. */
    /** Whole files about contracts, and about programmes, of which retention is the name of a kind. */
    private static final Pattern SPOKEN_OF = Pattern.compile("(?i)contract|programme");

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private static final Pattern OF_DATA = Pattern.compile("data/retention|removed by retention|retention of data");

    private static final List<String> READ = List.of(
            "docs/guide",
            "ledger/src/main/resources/metrics",
            "walls/src/main",
            "web/src/main/java",
            "web/src/main/resources/templates",
            "demo-company/src/main/resources");

    @Test
    void retentionIsSaidOfContractsOnly() throws IOException {
        try (Stream<Path> files = READ.stream().flatMap(RetentionWordTest::files)) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeGreaterThan(200);
            assertThat(all.stream().flatMap(RetentionWordTest::misused)).isEmpty();
        }
    }

    @Test
    void theWordIsFoundWhereItIsMisused() {
        assertThat(misused("Retention of customers was 80 %")).isTrue();
        assertThat(misused("Retention of contracts was 80 %")).isFalse();
        assertThat(misused("Share active was 80 %")).isFalse();
        assertThat(misused("Retention of data: 30 days")).isFalse();
        assertThat(misused(Path.of("A.java"), "import io.customerroom.room.retention.Retention;"))
                .isFalse();
        assertThat(misused(Path.of("A.java"), "title(\"Retention fell\"); Retention of;"))
                .isTrue();
    }

    private static Stream<Path> files(String folder) {
        try {
            return Files.walk(HOUSE.resolve(folder)).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> misused(Path file) {
        try {
            if (SPOKEN_OF.matcher(file.getFileName().toString()).find()) {
                return Stream.empty();
            }
            return Files.readString(file)
                    .lines()
                    .filter(line -> misused(file, line))
                    .map(line -> file + ": " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long data are kept is another matter, and so are names in code: of a line of Java its texts alone count. */
    private static boolean misused(Path file, String line) {
        return misused(
                file.toString().endsWith(".java")
                        ? TEXT.matcher(line).results().map(MatchResult::group).collect(Collectors.joining(" "))
                        : line);
    }

    private static boolean misused(String line) {
        String words = OF_DATA.matcher(line.toLowerCase(Locale.ROOT)).replaceAll("");
        return words.contains("retention") && !words.contains("contract") && !words.contains("renewal");
    }
}

package io.customerroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Authorship;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailSentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every event that any module records is told to people in a sentence of its own. */
class TrailWordsTest {

    private static final Pattern RECORDED = Pattern.compile("\\.record\\(\\s*\"([a-z-]+[a-z])\"");

    @Test
    void everyRecordedEventHasASentence() throws IOException {
        Set<String> events = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("..").toAbsolutePath().normalize(), 14)) {
            for (Path file : files.filter(path -> path.toString().contains("/src/main/java/")
                            && path.toString().endsWith(".java"))
                    .toList()) {
                RECORDED.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(events::add);
            }
        }
        assertThat(events)
                .hasSizeGreaterThan(40)
                .allSatisfy(event -> assertThat(sentence(event)).as(event).doesNotStartWith("ana: "));
    }

    private static String sentence(String event) {
        return TrailSentences.of(
                new TrailEntry(1, Instant.EPOCH, new Authorship("ana", "web", "", "r1"), event, "s", "{}", "0"));
    }
}

package io.customerroom.acceptance.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about security names every requirement of its standard once, and no test that is not there. */
class SecurityPageTest {

    /** Requirements of levels 1 and 2 of ASVS 5.0.0: a section, and the last of its requirements that is of these levels; all before it are too. */
    private static final String LEVELS_ONE_AND_TWO = """
            1.1 2, 1.2 9, 1.3 11, 1.4 3, 1.5 2, 2.1 3, 2.2 3, 2.3 4, 2.4 1, 3.2 2, 3.3 4, 3.4 6, 3.5 5, 3.7 2, 4.1 3, 4.2 1, 4.3 2, 4.4 4, 5.1 1, 5.2 3, 5.3 2,
            5.4 3, 6.1 3, 6.2 12, 6.3 4, 6.4 4, 6.5 5, 6.6 3, 6.8 4, 7.1 3, 7.2 4, 7.3 2, 7.4 5, 7.5 2, 7.6 2, 8.1 2, 8.2 3, 8.3 1, 8.4 1, 9.1 3, 9.2 4, 10.1 2,
            10.2 2, 10.3 4, 10.4 11, 10.5 5, 10.6 2, 10.7 3, 11.1 2, 11.2 3, 11.3 3, 11.4 4, 11.5 1, 11.6 1, 12.1 3, 12.2 2, 12.3 4, 13.1 1, 13.2 5, 13.3 2,
            13.4 5, 14.1 2, 14.2 4, 14.3 3, 15.1 3, 15.2 3, 15.3 7, 16.1 1, 16.2 5, 16.3 4, 16.4 3, 16.5 3, 17.1 1, 17.2 4, 17.3 2""";

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ((?:\\d+\\.\\d+\\.\\d+(?:, )?)+) \\|[^|]+\\|([^\\n]+)\\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]+(?:Test|IT))(?:\\.([a-zA-Z]+))?`");

    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final String PAGE = text(HOUSE.resolve("docs/security.md"));

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyRequirementOfBothLevelsStandsThereOnce() {
        List<String> told = new ArrayList<>();
        ROW.matcher(PAGE)
                .results()
                .forEach(row -> told.addAll(Arrays.asList(row.group(1).split(", "))));
        List<String> wanted = Arrays.stream(LEVELS_ONE_AND_TWO.split(",\\s+"))
                .map(section -> section.split(" "))
                .flatMap(section -> IntStream.rangeClosed(1, Integer.parseInt(section[1]))
                        .mapToObj(number -> section[0] + "." + number))
                .toList();
        assertThat(wanted).hasSize(253);
        assertThat(told).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void everyRowHasATestOrAReason() {
        assertThat(ROW.matcher(PAGE).results().map(row -> row.group(2).strip()).filter(shown -> shown.length() < 12))
                .isEmpty();
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        Map<String, List<Path>> tests = tests();
        List<String> missing = TEST.matcher(PAGE)
                .results()
                .filter(named -> !there(tests, named))
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(missing).isEmpty();
        Matcher invented = TEST.matcher("`PeopleTest.somethingThatNobodyWrote`");
        assertThat(invented.find() && there(tests, invented))
                .as("a guard that cannot fail")
                .isFalse();
    }

    private static boolean there(Map<String, List<Path>> tests, MatchResult named) {
        return tests.getOrDefault(named.group(1), List.of()).stream()
                .anyMatch(file -> named.group(2) == null
                        || Pattern.compile("\\bvoid " + named.group(2) + "\\(")
                                .matcher(text(file))
                                .find());
    }

    private static Map<String, List<Path>> tests() {
        Map<String, List<Path>> tests = new TreeMap<>();
        try (Stream<Path> modules = Files.list(HOUSE)) {
            for (Path module : modules.map(it -> it.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(module)) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file -> tests.computeIfAbsent(
                                            file.getFileName().toString().replace(".java", ""),
                                            name -> new ArrayList<>())
                                    .add(file));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(tests);
    }
}

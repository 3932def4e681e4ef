package io.customerroom.walls.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.control.RuleSet;
import io.customerroom.statistics.control.RunLength;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Measures the figures of the help page again. Where they differ, the resource is to be replaced by what the failure prints. */
class FalseAlarmsTest {

    private static final long SEED = 1956;
    private static final int RUNS = 2_500;

    /** Champ and Woodall (1987), table 1. */
    private static final Map<String, String> PUBLISHED =
            Map.of("limits", "370.40", "limits-and-run", "152.73", "western-electric", "91.75");

    @Test
    void theHelpPagePrintsWhatIsMeasured() throws IOException {
        StringBuilder measured = new StringBuilder("""
                # Points until the first false alarm, measured by RunLength.inControl on %d series, seed %d. Written by FalseAlarmsTest.
                """.formatted(RUNS, SEED));
        for (RuleSet rules : RuleSet.ALL) {
            RunLength length = RunLength.inControl(rules, RUNS, SEED);
            measured.append(String.format(
                    Locale.ROOT,
                    "%1$s.mean=%2$.1f%n%1$s.error=%3$.1f%n%1$s.median=%4$.0f%n",
                    rules.name(),
                    length.mean(),
                    length.standardError(),
                    length.median()));
            if (PUBLISHED.containsKey(rules.name())) {
                measured.append(
                        "%s.published=%s (Champ and Woodall 1987, Technometrics 29, 393 to 399; recomputed here by simulation)%n"
                                .formatted(rules.name(), PUBLISHED.get(rules.name())));
            }
        }
        try (InputStream resource =
                Objects.requireNonNull(FalseAlarms.class.getResourceAsStream("FalseAlarms.properties"))) {
            assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualToNormalizingNewlines(measured.toString());
        }
    }

    @Test
    void theFiguresAreTheOnesInTheLiterature() {
        for (FalseAlarms alarms : FalseAlarms.all()) {
            alarms.published()
                    .ifPresent(published -> assertThat(alarms.points().doubleValue())
                            .as(published)
                            .isCloseTo(
                                    Double.parseDouble(published.split(" ")[0]),
                                    within(3 * alarms.error().doubleValue())));
        }
        assertThat(FalseAlarms.all())
                .filteredOn(alarms -> alarms.published().isPresent())
                .hasSize(3);
    }
}

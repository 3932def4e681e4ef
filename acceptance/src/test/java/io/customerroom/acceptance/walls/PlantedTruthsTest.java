package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.acceptance.walls.PlantedVerdicts.Whale;
import io.customerroom.demo.DemoCompany;
import io.customerroom.demo.DemoSettings;
import io.customerroom.demo.truth.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Demo companies of many seeds the whole way, and what wall 1 says of what was planted in them: generator, files, import, build, verdict of the chapter. One company
 * usually; a hundred with {@code -Dlong=true}, of which {@code -Dseeds=1-50} takes some. Every company adds a line to {@code target/planted-truths.txt}.
 */
class PlantedTruthsTest {

    private static final boolean LONG = Boolean.getBoolean("long");

    /** With 6,000 the alarm of the year of quantity is to be expected in more than 95 of 100; with 4,000 in 94. One company is enough to see that the way is open. */
    private static final int CUSTOMERS = LONG ? 6_000 : 2_500;

    private static final int YEAR = 12;
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

    @TempDir
    private Path folder;

    /** What the walls say of one company. */
    private record Said(
            int seed,
            boolean quantity,
            boolean growth,
            boolean loyalty,
            boolean decoy,
            boolean losing,
            Map<String, String> behaviours,
            String whale) {

        private String line() {
            return "seed %d: quantity %s, growth %s, phone flat %s, pays a year %s, whale %s (%s), behaviours %s%n"
                    .formatted(seed, quantity, growth, loyalty, decoy, losing, whale, new TreeMap<>(behaviours));
        }
    }

    @Test
    void theWallsFindWhatWasPlantedAndNothingElse() throws IOException {
        Path report = Files.createDirectories(Path.of("target")).resolve("planted-truths.txt");
        Files.deleteIfExists(report);
        List<Said> all = new ArrayList<>();
        for (int seed : seeds()) {
            Said said = said(seed);
            all.add(said);
            Files.writeString(report, said.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        int n = all.size();
        assertThat(count(all, Said::quantity) * 100).as("the year of quantity").isGreaterThanOrEqualTo(95 * n);
        assertThat(count(all, Said::growth) * 100).as("the plain growth year").isLessThanOrEqualTo(5 * n);
        assertThat(count(all, Said::loyalty) * 100).as("the loyalty behaviour").isGreaterThanOrEqualTo(90 * n);
        assertThat(count(all, Said::decoy) * 100).as("the decoy").isLessThanOrEqualTo(10 * n);
        assertThat(all).as("the whale curve").allMatch(Said::losing);
    }

    private static List<Integer> seeds() {
        if (!LONG) {
            return List.of(1);
        }
        String[] ends = System.getProperty("seeds", "1-100").split("-", -1);
        List<Integer> seeds = new ArrayList<>();
        for (int seed = Integer.parseInt(ends[0]); seed <= Integer.parseInt(ends[1]); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    private interface Asked {
        boolean of(Said said);
    }

    private static long count(List<Said> all, Asked asked) {
        return all.stream().filter(asked::of).count();
    }

    private Said said(int seed) throws IOException {
        DemoSettings settings = new DemoSettings(CUSTOMERS, 3 * YEAR, seed, LAST);
        Path room = folder.resolve("room-" + seed);
        try (PlantedVerdicts walls = PlantedVerdicts.of(settings, room)) {
            countsAsTheGeneratorTold(walls, settings);
            Map<String, String> behaviours = walls.behaviours();
            Whale company = walls.whale(Optional.empty());
            Whale students = walls.whale(Optional.of("Student"));
            return new Said(
                    seed,
                    walls.alarm(YEAR),
                    walls.alarm(0),
                    behaviours
                            .getOrDefault("Took the phone flat with the line", "")
                            .equals("separates: more stay"),
                    behaviours.getOrDefault("Pays a year at once", "").startsWith("separates"),
                    losing(company, students),
                    behaviours,
                    "peak %s %%, students %s %% of them below zero"
                            .formatted(
                                    company.peak()
                                            .map(BigDecimal::toPlainString)
                                            .orElse("–"),
                                    Math.round(100 * students.belowZero())));
        } finally {
            delete(room);
            delete(folder.resolve("room-" + seed + "-files"));
        }
    }

    /** The curve passes its end by a fiftieth; students together cost more than they bring, and so do most of them. */
    private static boolean losing(Whale company, Whale students) {
        return company.peak()
                        .filter(peak -> peak.compareTo(new BigDecimal(102)) > 0)
                        .isPresent()
                && students.total().signum() < 0
                && students.belowZero() > 0.5;
    }

    /** The way loses and adds nobody: each month's gained customers and their revenue are those of the books. */
    private static void countsAsTheGeneratorTold(PlantedVerdicts walls, DemoSettings settings) {
        Map<YearMonth, String> gained = walls.gained(2 * YEAR - 1);
        List<Truth.Newcomers> told = DemoCompany.newcomers(settings);
        assertThat(gained).hasSize(YEAR + 1);
        gained.forEach((month, counted) -> {
            Truth.Newcomers came =
                    told.get((int) YearMonth.from(settings.firstDay()).until(month, ChronoUnit.MONTHS));
            String[] parts = counted.split(" ", -1);
            assertThat(parts[0]).as("gained in %s", month).isEqualTo(Integer.toString(came.customers()));
            assertThat(new BigDecimal(parts[1]))
                    .as("revenue of those gained in %s; a yearly price is divided by twelve", month)
                    .isCloseTo(BigDecimal.valueOf(came.cents() / 100), within(new BigDecimal("0.01")));
        });
    }

    private static void delete(Path place) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        try (Stream<Path> all = Files.walk(place)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}

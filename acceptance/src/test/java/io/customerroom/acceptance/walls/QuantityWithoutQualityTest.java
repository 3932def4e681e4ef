package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.demo.Act;
import io.customerroom.demo.DemoCompany;
import io.customerroom.demo.DemoSettings;
import io.customerroom.demo.DemoStory;
import io.customerroom.demo.truth.Truth;
import io.customerroom.walls.asset.VolumeAndValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many demo companies from many seeds, beside the sales plan of each: the year of quantity without quality raises the alarm "volume above plan, value below plan",
 * the plain growth year before it does not. Ten companies usually, a hundred in a long run.
 */
class QuantityWithoutQualityTest {

    private static final int SEEDS = Boolean.getBoolean("long") ? 100 : 10;
    private static final int CUSTOMERS = 6_000;
    private static final int YEAR = 12;

    @Test
    void theYearOfQuantityRaisesTheAlarmAndThePlainGrowthYearDoesNot() throws IOException {
        List<Integer> found = new ArrayList<>();
        List<Integer> falsely = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            List<VolumeAndValue> months =
                    months(new DemoSettings(CUSTOMERS, 3 * YEAR, seed, LocalDate.of(2026, 10, 31)));
            if (raisedIn(months, 0)) {
                falsely.add(seed);
            }
            if (raisedIn(months, YEAR)) {
                found.add(seed);
            }
        }
        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("quantity-without-quality.txt"),
                "%d companies of %d persons: quantity without quality raised the alarm in %d, the plain growth year in %d%n"
                        .formatted(SEEDS, CUSTOMERS, found.size(), falsely.size()));
        assertThat(found.size() * 100).as("found %s", found).isGreaterThanOrEqualTo(95 * SEEDS);
        assertThat(falsely.size() * 100).as("false alarms %s", falsely).isLessThanOrEqualTo(5 * SEEDS);
    }

    /** Whether any month of the year from {@code first} on raised it, looking back twelve months as the wall does. */
    private static boolean raisedIn(List<VolumeAndValue> months, int first) {
        return IntStream.range(first, first + YEAR)
                .mapToObj(last -> months.subList(Math.max(0, last - YEAR + 1), last + 1).stream()
                        .reduce(VolumeAndValue.NOTHING, VolumeAndValue::plus))
                .anyMatch(year -> year.verdict() == VolumeAndValue.Verdict.ALARM);
    }

    private static List<VolumeAndValue> months(DemoSettings settings) {
        Map<YearMonth, Map<String, Long>> plans = new HashMap<>();
        for (Act act : DemoStory.of(settings)) {
            if (act instanceof Act.Budgeted it) {
                plans.computeIfAbsent(it.month(), month -> new HashMap<>()).put(it.figure(), it.level());
            }
        }
        List<Truth.Newcomers> came = DemoCompany.newcomers(settings);
        List<VolumeAndValue> months = new ArrayList<>();
        for (int month = 0; month < came.size(); month++) {
            Map<String, Long> plan =
                    plans.getOrDefault(YearMonth.from(settings.firstDay().plusMonths(month)), Map.of());
            months.add(new VolumeAndValue(
                    came.get(month).customers(),
                    BigDecimal.valueOf(came.get(month).cents() / 100),
                    came.get(month).squares() / 10_000,
                    BigDecimal.valueOf(plan.getOrDefault("gained", 0L)),
                    BigDecimal.valueOf(plan.getOrDefault("gained-value", 0L))));
        }
        return months;
    }
}

package io.customerroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.statistics.MatchedComparison;
import io.customerroom.statistics.MatchedComparison.Sample;
import io.customerroom.statistics.MatchedComparison.Stratum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Companies from many seeds, and the comparison that the page of programmes uses: the line check is found in at least nineteen of twenty, the points in at
 * most two of twenty, although who collects them is told apart from who does not in half of companies as small as these. Run over all hundred seeds with {@code -Dlong=true}.
 */
class CampaignSeedsTest {

    private static final int SEEDS = Boolean.getBoolean("long") ? 100 : 20;
    private static final int CUSTOMERS = 4_000;

    private final Map<Campaign, Integer> found = new EnumMap<>(Campaign.class);
    private final Map<Campaign, Integer> seemed = new EnumMap<>(Campaign.class);

    @Test
    void theProgrammeThatKeepsCustomersIsFoundAndTheIdleOneIsLeftAlone() throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Plan plan = new Plan(new DemoSettings(CUSTOMERS, 36, seed, LocalDate.of(2026, 10, 31)));
            Books books = new Books(plan);
            List<Life> lives =
                    IntStream.rangeClosed(1, CUSTOMERS).mapToObj(books::life).toList();
            for (Campaign campaign : Campaign.values()) {
                look(plan, campaign, lives);
            }
        }
        if (SEEDS == 100) {
            Files.writeString(
                    Files.createDirectories(Path.of("target")).resolve("programme-seeds.txt"),
                    "Programmes in %d companies of %d customers, told apart from the lot's other half in %s; takers from others in %s%n"
                            .formatted(SEEDS, CUSTOMERS, found, seemed));
        }
        assertThat(found.get(Campaign.LINE_CHECK)).as("of %d", SEEDS).isGreaterThanOrEqualTo(SEEDS * 19 / 20);
        assertThat(found.get(Campaign.POINTS)).as("of %d", SEEDS).isLessThanOrEqualTo(SEEDS / 10);
        assertThat(seemed.get(Campaign.POINTS)).as("of %d", SEEDS).isGreaterThanOrEqualTo(SEEDS / 3);
    }

    @Test
    void whoAskedNotToBeContactedIsOnNoSideOfALot() {
        Plan plan = new Plan(new DemoSettings(CUSTOMERS, 36, 1, LocalDate.of(2026, 10, 31)));
        Books books = new Books(plan);
        Set<String> asked = IntStream.rangeClosed(1, CUSTOMERS)
                .mapToObj(number -> books.life(number).person())
                .filter(Person::doNotCall)
                .map(Person::contractId)
                .collect(Collectors.toSet());
        for (Campaign campaign : Campaign.values()) {
            Launched launched = campaign.launched(plan, books);
            assertThat(launched.leftOut()).as(campaign.label()).isBetween(1, asked.size());
            assertThat(launched.offered()).isNotEmpty().doesNotContainAnyElementsOf(asked);
            assertThat(launched.keptOut()).isNotEmpty().doesNotContainAnyElementsOf(asked);
        }
    }

    private void look(Plan plan, Campaign campaign, List<Life> lives) {
        LocalDate eve = Campaign.from(plan).minusDays(1);
        Sample[] lot = {Sample.NONE, Sample.NONE};
        Sample[] takers = {Sample.NONE, Sample.NONE};
        for (Life life : lives) {
            if (campaign.listed(life.person()) && life.underContract(eve)) {
                boolean in = campaign.offered(plan, life.person());
                int stayed = life.underContract(Campaign.last(plan)) ? 1 : 0;
                add(lot, in, stayed);
                if (in) {
                    add(takers, campaign.takesUp(plan, life.person(), life.phoneFlat(eve)), stayed);
                }
            }
        }
        found.merge(campaign, apart(lot), Integer::sum);
        seemed.merge(campaign, apart(takers), Integer::sum);
    }

    private static void add(Sample[] of, boolean first, int stayed) {
        int place = first ? 0 : 1;
        of[place] = of[place].and(stayed);
    }

    private static int apart(Sample[] samples) {
        return MatchedComparison.of(List.of(new Stratum(samples[0], samples[1])))
                        .filter(comparison -> comparison.apart() && comparison.difference() > 0)
                        .isPresent()
                ? 1
                : 0;
    }
}

package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovingCountsTest {

    @Test
    void aPurchaseMovesOneCustomerAndTheCalendarMovesNobody() {
        MovingCounts counts = new MovingCounts();
        counts.bought(0, 10);
        counts.bought(1, 10);
        counts.bought(1, 10);
        assertThat(states(counts.at(10))).containsExactly("0 0.0 0.0 × 2.0");

        counts.bought(1, 14);

        assertThat(states(counts.at(20))).containsExactly("0 0.0 10.0 × 1.0", "1 4.0 10.0 × 1.0");
        assertThat(states(counts.at(21))).containsExactly("0 0.0 11.0 × 1.0", "1 4.0 11.0 × 1.0");
    }

    /** Day after day against a count of all purchases known by then; on a day without any, only the calendar moves. */
    @Test
    void onEveryDayTheyAreThoseCountedFromScratch() {
        Random random = new Random(41);
        int[] customers = random.ints(3_000, 0, 400).toArray();
        int[] days =
                random.ints(3_000, 0, 60).map(day -> 3 * (day / 2)).sorted().toArray();
        MovingCounts moving = new MovingCounts();
        int known = 0;
        for (int today = 0; today <= 95; today++) {
            while (known < days.length && days[known] <= today) {
                moving.bought(customers[known], days[known++]);
            }
            Counts scratch = Purchases.unsorted(
                    IntStream.range(0, known).map(i -> customers[i]).toArray(),
                    IntStream.range(0, known).map(i -> days[i]).toArray(),
                    today);
            assertThat(states(moving.at(today))).as("day " + today).isEqualTo(states(scratch));
        }
    }

    @Test
    void aFitOfMovedCountsIsThatOfCountsFromScratch() {
        BgNbd model = new BgNbd(0.8, 30, 0.9, 2.5);
        Random random = new Random(5);
        MovingCounts moving = new MovingCounts();
        CountsBuilder scratch = Counts.builder();
        for (int customer = 0; customer < 500; customer++) {
            History drawn = model.draw(random, 300);
            int last = (int) drawn.recency();
            int x = Math.min(drawn.x(), last);
            moving.bought(customer, 0);
            for (int i = 1; i <= x; i++) {
                moving.bought(customer, i == x ? last : i);
            }
            scratch.add(x, x == 0 ? 0 : last, 300, 1);
        }
        assertThat(BgNbd.fit(moving.at(300)).orElseThrow().estimate().values())
                .isEqualTo(BgNbd.fit(scratch.build()).orElseThrow().estimate().values());
    }

    @Test
    void whatIsOverIsRefused() {
        MovingCounts counts = new MovingCounts();
        counts.bought(0, 10);
        assertThatThrownBy(() -> counts.bought(0, 9))
                .hasMessageContaining("in order of time, but day 9 came after day 10");
        assertThatThrownBy(() -> counts.at(9)).hasMessageContaining("day 9 is over");
        assertThat(new MovingCounts().at(5).size()).isZero();
    }

    private static List<String> states(Counts counts) {
        return IntStream.range(0, counts.size())
                .mapToObj(i -> "%d %s %s × %s"
                        .formatted(
                                counts.state(i).x(),
                                counts.state(i).recency(),
                                counts.state(i).age(),
                                counts.weight(i)))
                .toList();
    }
}

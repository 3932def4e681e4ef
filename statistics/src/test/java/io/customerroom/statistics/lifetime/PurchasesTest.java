package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchasesTest {

    /** Customer 7 comes on days 100, 100 and 130, customer 2 on day 110. Today is day 150. */
    @Test
    void purchasesOfOneDayAreOne() {
        Counts counts = Purchases.unsorted(new int[] {7, 2, 7, 7}, new int[] {130, 110, 100, 100}, 150);

        assertThat(states(counts)).containsExactly(new History(0, 0, 40), new History(1, 30, 50));
        assertThat(states(Purchases.clustered(new int[] {2, 7, 7, 7}, new int[] {110, 100, 100, 130}, 150)))
                .isEqualTo(states(counts));
    }

    @Test
    void sortedAndUnsortedPurchasesGiveTheSameCounts() {
        Random random = new Random(9);
        long[] keys = random.longs(50_000, 0, 2_000 * 1_000L).toArray();
        int[] customers = IntStream.range(0, keys.length)
                .map(i -> (int) (keys[i] / 1_000))
                .toArray();
        int[] days = IntStream.range(0, keys.length)
                .map(i -> (int) (keys[i] % 1_000) - 300)
                .toArray();
        Counts counts = Purchases.unsorted(customers, days, 700);
        Arrays.sort(keys);
        Counts clustered = Purchases.clustered(
                IntStream.range(0, keys.length)
                        .map(i -> (int) (keys[i] / 1_000))
                        .toArray(),
                IntStream.range(0, keys.length)
                        .map(i -> (int) (keys[i] % 1_000) - 300)
                        .toArray(),
                700);

        assertThat(counts.customers()).isEqualTo(2_000);
        assertThat(states(clustered)).isEqualTo(states(counts));
        assertThat(states(Counts.of(states(counts)))).isEqualTo(states(counts));
    }

    @Test
    void aPurchaseAfterTodayIsRefused() {
        assertThatThrownBy(() -> Purchases.clustered(new int[] {1}, new int[] {9}, 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Purchases.unsorted(new int[] {1}, new int[] {9}, 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Purchases.unsorted(new int[0], new int[0], 8).size()).isZero();
    }

    @Test
    void statesCountedElsewhereMustBeInOrder() {
        assertThat(Counts.ofDailyStates(new int[] {0, 1}, new int[] {0, 3}, new int[] {9, 9}, new double[] {4, 2})
                        .customers())
                .isEqualTo(6);
        assertThatThrownBy(() ->
                        Counts.ofDailyStates(new int[] {1, 1}, new int[] {3, 3}, new int[] {9, 9}, new double[] {4, 2}))
                .hasMessageContaining("distinct and sorted");
    }

    private static List<History> states(Counts counts) {
        return IntStream.range(0, counts.size()).mapToObj(counts::state).toList();
    }
}

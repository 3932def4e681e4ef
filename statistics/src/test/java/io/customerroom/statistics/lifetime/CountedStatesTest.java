package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountedStatesTest {

    @Test
    void customersAlikeMeetAndTheCalendarMovesNobody() {
        CountedStates.Builder builder = new CountedStates.Builder();
        builder.add(10, 14, 1, 1, 3_000_000);
        builder.add(10, 10, 0, 2, 0);
        builder.add(10, 14, 1, 2, 4_500_000);
        CountedStates states = builder.build();

        assertThat(states.size()).isEqualTo(2);
        assertThat(List.of(states.first(1), states.last(1), states.x(1))).containsExactly(10, 14, 1);
        assertThat(states.customers(1)).isEqualTo(3);
        assertThat(states.spend(1)).isEqualTo(7.5);
        assertThat(states.of(10, 14, 1)).isEqualTo(1);
        assertThat(states.of(10, 15, 1)).isNegative();
        assertThat(told(states.at(20))).containsExactly("0 0.0 10.0 × 2.0", "1 4.0 10.0 × 3.0");
        assertThat(told(states.at(21))).containsExactly("0 0.0 11.0 × 2.0", "1 4.0 11.0 × 3.0");
    }

    @Test
    void theyAreThoseCountedFromPurchases() {
        Random random = new Random(41);
        int[] customers = random.ints(3_000, 0, 400).toArray();
        int[] days = random.ints(3_000, 0, 60).map(day -> 3 * (day / 2)).toArray();
        CountedStates.Builder odd = new CountedStates.Builder();
        CountedStates.Builder even = new CountedStates.Builder();
        for (int customer = 0; customer < 400; customer++) {
            int one = customer;
            int[] own = IntStream.range(0, days.length)
                    .filter(i -> customers[i] == one)
                    .map(i -> days[i])
                    .sorted()
                    .distinct()
                    .toArray();
            if (own.length > 0) {
                (one % 2 == 0 ? even : odd).add(own[0], own[own.length - 1], own.length - 1, 1, 0);
            }
        }
        CountedStates all = CountedStates.together(List.of(odd.build(), even.build()));

        assertThat(told(all.at(95))).isEqualTo(told(Purchases.unsorted(customers, days, 95)));
        int[] places = all.placesOf(odd.build());
        for (int i = 0; i < places.length; i++) {
            assertThat(all.first(places[i])).isEqualTo(odd.build().first(i));
            assertThat(all.x(places[i])).isEqualTo(odd.build().x(i));
        }
    }

    @Test
    void whatIsNoStateIsRefused() {
        CountedStates.Builder builder = new CountedStates.Builder();
        assertThatThrownBy(() -> builder.add(10, 9, 0, 1, 0)).hasMessageContaining("first day 10, last day 9");
        builder.add(-700_000 + 300_000, 5, 1, 1, 0);
        assertThatThrownBy(() -> builder.build().at(4)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> told(Counts counts) {
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

package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final Counts FOUR = Counts.of(
            List.of(new History(2, 30, 40), new History(0, 0, 40), new History(2, 10, 40), new History(0, 0, 40)));

    @Test
    void equalHistoriesAreOneState() {
        assertThat(FOUR.size()).isEqualTo(3);
        assertThat(FOUR.customers()).isEqualTo(4);
        assertThat(FOUR.purchases()).isEqualTo(4);
        assertThat(states(FOUR)).containsExactly("2 × 0, 0.0, 40.0", "1 × 2, 10.0, 40.0", "1 × 2, 30.0, 40.0");
    }

    @Test
    void daysBecomeHistoriesAsOfToday() {
        Counts counts = Counts.daily(new int[] {100, 103, 100}, new int[] {100, 110, 100}, new int[] {0, 3, 0}, 120);

        assertThat(states(counts)).containsExactly("2 × 0, 0.0, 20.0", "1 × 3, 7.0, 17.0");
    }

    @Test
    void anotherUnitScalesTimesAndIntervals() {
        Counts weeks = Counts.builder().add(1, 14, 28, 1).interval(14).build().in(7);

        assertThat(states(weeks)).containsExactly("1 × 1, 2.0, 4.0");
        assertThat(weeks.logIntervals().getAsDouble()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(FOUR.logIntervals()).isEmpty();
    }

    @Test
    void marginalsAddTheOtherTimeUp() {
        Marginal byAge = Marginal.ofAge(FOUR);
        Marginal byRecency = Marginal.ofRecency(FOUR);

        assertThat(byAge.size()).isEqualTo(2);
        assertThat(byRecency.size()).isEqualTo(3);
        assertThat(byAge.weight(byAge.of(2))).isEqualTo(2);
        assertThat(FOUR.times()[byAge.time(byAge.of(1))]).isEqualTo(40);
        assertThat(FOUR.times()[byRecency.time(byRecency.of(1))]).isEqualTo(10);
    }

    @Test
    void aDrawHasAsManyCustomersAndIsRepeatable() {
        Counts drawn = FOUR.resample(new Random(3));

        assertThat(drawn.customers()).isEqualTo(4);
        assertThat(states(drawn)).isEqualTo(states(FOUR.resample(new Random(3))));
    }

    @Test
    void manyStatesStandInOrder() {
        CountsBuilder builder = Counts.builder();
        Random random = new Random(5);
        IntStream.range(0, 20_000).forEach(_ -> {
            int age = random.nextInt(50, 400);
            builder.add(random.nextInt(1, 30), random.nextInt(1, age), age, 1);
        });
        Counts counts = builder.build();

        assertThat(counts.customers()).isEqualTo(20_000);
        assertThat(IntStream.range(1, counts.size()).allMatch(i -> ascending(counts.state(i - 1), counts.state(i))))
                .isTrue();
    }

    @Test
    void impossibleHistoriesAreRefused() {
        assertThatThrownBy(() -> new History(1, 5, 4)).hasMessageContaining("between 0 and the age 4.0");
        assertThatThrownBy(() -> new History(0, 1, 4)).hasMessageContaining("0 without a repeat purchase");
        assertThatThrownBy(() -> Counts.builder().add(0, 1, 4, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Counts.builder().add(1, 1, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean ascending(History before, History after) {
        if (before.x() != after.x()) {
            return before.x() < after.x();
        }
        return before.recency() < after.recency() || before.recency() == after.recency() && before.age() < after.age();
    }

    private static List<String> states(Counts counts) {
        return IntStream.range(0, counts.size())
                .mapToObj(i -> {
                    History state = counts.state(i);
                    return (long) counts.weight(i) + " × " + state.x() + ", " + state.recency() + ", " + state.age();
                })
                .toList();
    }
}

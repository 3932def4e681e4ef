package io.customerroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.lifetime.BgNbd;
import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.numeric.Optimum;
import org.junit.jupiter.api.Test;

class SimulatedStatesTest {

    private static final Counts COUNTS = SimulatedStates.of(40_000);

    /** True r = .243, alpha = 30.9 (days), a = .793, b = 2.426; the grid of days moves alpha up a little. */
    @Test
    void theyAreCustomersOfTheStatedModel() {
        BgNbd model = BgNbd.fit(COUNTS).orElseThrow().model();

        assertThat(COUNTS.customers()).isCloseTo(40_000, within(4 * 200.0));
        assertThat(model.r()).isCloseTo(0.243, within(0.01));
        assertThat(model.alpha()).isCloseTo(31.5, within(2.5));
        assertThat(model.a() / (model.a() + model.b())).isCloseTo(0.793 / 3.219, within(0.02));
    }

    /** What is compared for speed gives the same. */
    @Test
    void customerByCustomerFindsTheSameModel() {
        Optimum plain = new CustomerByCustomer(SimulatedStates.of(1_500)).fit();
        BgNbd counted = BgNbd.fit(SimulatedStates.of(1_500)).orElseThrow().model();

        assertThat(plain.parameters())
                .containsExactly(new double[] {counted.r(), counted.alpha(), counted.a(), counted.b()}, within(1e-4));
    }

    @Test
    void purchasesFollowOneRuleInJavaAndInSql() throws Exception {
        SimplePurchases purchases = new SimplePurchases(20_000, 2_000);
        long states = purchases.unsorted().size();
        purchases.sort();

        assertThat(purchases.clustered().size()).isEqualTo((int) states);
        try (SimplePurchases.Engine engine = SimplePurchases.engine(20_000, 2_000)) {
            assertThat(engine.states()).isEqualTo(states);
        }
    }
}

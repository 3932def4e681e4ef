package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.customerroom.statistics.numeric.GammaDraw;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GammaGammaTest {

    @Test
    void ownPurchasesWeighMoreTheMoreThereAre() {
        GammaGamma model = new GammaGamma(6.25, 3.74, 15.44);

        assertThat(model.expected(0, 0)).isCloseTo(model.mean(), within(1e-12));
        assertThat(model.expected(1, 100)).isBetween(model.mean(), 100.0);
        assertThat(model.expected(1_000_000, 100)).isCloseTo(100, within(1e-3));
    }

    @Test
    void derivativesAgreeWithDifferences() {
        Spending spending = Spending.builder()
                .add(1, 12.5)
                .add(1, 80, 3)
                .add(4, 33)
                .add(30, 41)
                .build();

        Derivatives.check(SpendingLikelihood.of(spending), 4.7, 4.2, 24);
        Derivatives.check(SpendingLikelihood.of(spending), 0.6, 1.3, 300);
    }

    @Test
    void spendWithoutAMeanIsRefusedInWords() {
        Random random = new Random(2);
        Spending.Builder builder = Spending.builder();
        for (int i = 0; i < 5_000; i++) {
            // Purchases of a customer are alike as in a gamma with shape 2, their scales differ with q = 0.8.
            builder.add(3, GammaDraw.gamma(random, 6) / (3 * GammaDraw.gamma(random, 0.8) / 10));
        }
        Fit<GammaGamma> fit = GammaGamma.fit(builder.build());

        assertThat(fit).isInstanceOfSatisfying(Fit.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Fit.Reason.WITHOUT_MEAN);
            assertThat(refused.why()).startsWith("Spend differs so much between these customers (q = 0.");
        });
        assertThatThrownBy(() -> new GammaGamma(2, 0.9, 10))
                .hasMessageContaining("q - 1, without which there is no mean, must be positive");
    }

    @Test
    void negativeMoneyIsRefusedAndNothingPaidIsLeftAside() {
        Spending spending = Spending.builder().add(0, 5).add(2, 0).add(2, 10).build();

        assertThat(spending.aside()).isEqualTo(2);
        assertThat(spending.customers()).isEqualTo(1);
        assertThatThrownBy(() -> Spending.builder().add(1, -5))
                .hasMessage("mean spend per purchase must be finite and not negative, but was -5.0");
        assertThat(((Fit.Refused<GammaGamma>) GammaGamma.fit(spending)).reason())
                .isEqualTo(Fit.Reason.TOO_FEW);
    }

    @Test
    void spendThatGoesWithFrequencyIsSaid() {
        Spending.Builder builder = Spending.builder();
        for (int i = 1; i <= 200; i++) {
            builder.add(1 + i % 10, 10 * (1 + i % 10) + i % 7);
        }
        assertThat(builder.build().correlation().matters()).isTrue();
        assertThat(builder.build().correlation().sentence()).contains("lifetime values of frequent buyers are too low");
        assertThat(Spending.builder().add(1, 5).add(1, 7).build().correlation())
                .isEqualTo(new Spending.Correlation(0, 2, 1));
    }
}

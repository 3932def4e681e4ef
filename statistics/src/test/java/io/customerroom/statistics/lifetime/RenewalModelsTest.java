package io.customerroom.statistics.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalModelsTest {

    private static final ShiftedBetaGeometric SBG = new ShiftedBetaGeometric(0.668, 3.806);
    private static final GeometricRenewal EQUAL = new GeometricRenewal(0.2);
    private static final BetaDiscreteWeibull BDW = new BetaDiscreteWeibull(0.214, 1.427, 1.724);

    /** Where the search ended, whether the model was given out or refused. */
    static Estimate reached(Fit<?> fit) {
        return switch (fit) {
            case Fit.Converged<?> converged -> converged.estimate();
            case Fit.Refused<?> refused -> Objects.requireNonNull(refused.reached());
        };
    }

    @Test
    void survivalRetentionAndLeavingBelongTogether() {
        for (RenewalModel model : new RenewalModel[] {SBG, BDW, EQUAL}) {
            assertThat(model.survival(0)).isEqualTo(1);
            double left = 0;
            for (int t = 1; t <= 30; t++) {
                left += model.probabilityOfLeaving(t);
                assertThat(1 - left).isCloseTo(model.survival(t), within(1e-13));
                assertThat(model.retention(t)).isCloseTo(model.survival(t) / model.survival(t - 1), within(1e-13));
            }
            assertThat(model.survival(3, 4)).isCloseTo(model.survival(7) / model.survival(3), within(1e-14));
        }
    }

    @Test
    void withoutDurationDependenceTheWeibullIsTheGeometric() {
        BetaDiscreteWeibull same = new BetaDiscreteWeibull(0.668, 3.806, 1);

        assertThat(same.survival(7)).isCloseTo(SBG.survival(7), within(1e-13));
        assertThat(same.polarisation()).isEqualTo(SBG.polarisation());
        for (double discount : new double[] {0.5, 0.1, 0.01, 0.0001}) {
            assertThat(same.residualLifetime(3, discount) / SBG.residualLifetime(3, discount) - 1)
                    .isCloseTo(0, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "0, 0.1", "2, 0.05", "9, 0.01"})
    void residualLifetimeIsTheDiscountedSumOfRenewals(int renewals, double discount) {
        for (RenewalModel model : new RenewalModel[] {SBG, BDW, EQUAL}) {
            double sum = 0;
            for (int t = 1; t < 5_000; t++) {
                sum += model.survival(renewals, t) * Math.pow(1 + discount, 1 - t);
            }
            assertThat(model.residualLifetime(renewals, discount) / sum - 1).isCloseTo(0, within(1e-11));
        }
    }

    @Test
    void withoutDiscountTheSumIsFiniteOnlyWhereEverybodyLeavesSoonEnough() {
        assertThat(new ShiftedBetaGeometric(3.8, 15.2).residualLifetime(0, 0)).isCloseTo(15.2 / 2.8, within(1e-12));
        assertThatThrownBy(() -> SBG.residualLifetime(0, 0))
                .hasMessageContaining("alpha - 1, without discount, must be positive");
        assertThatThrownBy(() -> BDW.residualLifetime(0, 0)).hasMessageContaining("discount must be positive");
        assertThat(SBG.lifetime(0.1)).isCloseTo(1 + SBG.residualLifetime(0, 0.1) / 1.1, within(1e-15));
    }

    @Test
    void theRicherModelIsGivenOutOnlyWhereItIsNeeded() {
        Fit<BetaDiscreteWeibull> needed = BetaDiscreteWeibull.fit(Renewals.cohort(RenewalFigures.HIGH_END));
        Fit<BetaDiscreteWeibull> idle = BetaDiscreteWeibull.fit(Renewals.cohort(RenewalFigures.REGULAR));

        assertThat(needed.orElseThrow().simplerModel().getAsDouble()).isCloseTo(0.0006, within(0.0001));
        assertThat(idle).isInstanceOfSatisfying(Fit.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(Fit.Reason.SIMPLER_MODEL);
            assertThat(refused.why()).startsWith("The shifted beta-geometric model describes these customers as well.");
        });
    }

    @Test
    void customersWhoAreAlikeAndSinglePeriodsAreRefused() {
        Fit<?> alike = ShiftedBetaGeometric.fit(Renewals.cohort(10_000, 8_000, 6_400, 5_120, 4_096));
        Fit<?> short1 = ShiftedBetaGeometric.fit(Renewals.cohort(1_000, 900));

        assertThat(((Fit.Refused<?>) alike).reason()).isIn(Fit.Reason.SIMPLER_MODEL, Fit.Reason.ON_THE_BORDER);
        assertThat(((Fit.Refused<?>) short1).why())
                .isEqualTo("Losses at two ages at least are needed, but there are losses at 1.");
    }

    /** The same 1,000 customers; of those gone within two years nothing is known in the second case. */
    @Test
    void whoWasThereBeforeRecordsBeginDoesNotLookLoyal() {
        Renewals.Builder late = Renewals.builder().joined(2, 743).staying(7, 491);
        for (int t = 3; t <= 7; t++) {
            late.lost(t, RenewalFigures.HIGH_END[t - 1] - RenewalFigures.HIGH_END[t]);
        }
        Estimate estimate = reached(ShiftedBetaGeometric.fit(late.build()));
        ShiftedBetaGeometric model = new ShiftedBetaGeometric(estimate.value("alpha"), estimate.value("beta"));

        assertThat(model.survival(2, 5)).isCloseTo(491 / 743.0, within(0.01));
    }

    @Test
    void derivativesAgreeWithDifferences() {
        Renewals renewals = Renewals.builder()
                .cohort(RenewalFigures.REGULAR)
                .joined(1, 50)
                .staying(3, 50)
                .build();
        Derivatives.check(RenewalLikelihood.of(renewals, 3), 0.4, 0.8, 1.3);
        Derivatives.check(RenewalLikelihood.of(renewals, 2), 0.7, 1.2);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new ShiftedBetaGeometric(0, 1))
                .hasMessage("alpha must be positive and finite, but was 0.0");
        assertThatThrownBy(() -> new BetaDiscreteWeibull(1, 1, Double.NaN)).hasMessageContaining("c must be positive");
        assertThatThrownBy(() -> Renewals.cohort(10, 11))
                .hasMessage("a cohort cannot grow, but after period 1 it went from 10 to 11");
        assertThatThrownBy(() -> Renewals.builder().lost(0, 3)).hasMessageContaining("the period must be at least 1");
    }

    /** Of 100 customers 20 leave in each of two periods in which 100 and 80 may: 40 of 180. */
    @Test
    void whereAllAreAlikeTheChanceToLeaveIsLossesOverChances() {
        Fit.Converged<GeometricRenewal> fit =
                GeometricRenewal.fit(Renewals.cohort(100, 80, 60)).orElseThrow();

        assertThat(fit.model().theta()).isCloseTo(40 / 180.0, within(1e-12));
        assertThat(fit.estimate().standardError("theta"))
                .isCloseTo(Math.sqrt(40 / 180.0 * 140 / 180.0 / 180), within(1e-9));
        assertThat(fit.model().residualLifetime(5, 0.25))
                .isCloseTo(140 / 180.0 * 1.25 / (0.25 + 40 / 180.0), within(1e-12));
        assertThat(GeometricRenewal.fit(Renewals.cohort(5, 5)).fitted()).isEmpty();
        assertThat(GeometricRenewal.fit(Renewals.cohort(5, 0)).fitted()).isEmpty();
    }
}

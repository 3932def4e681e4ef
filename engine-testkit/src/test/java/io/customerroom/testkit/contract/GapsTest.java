package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {

    private final Gaps gaps = new Gaps(List.of(new Gap(Feature.CANCEL, "the driver ignores it")));

    @Test
    void anEngineIsPresumedAble() {
        assertThatThrownBy(() -> gaps.check(Feature.EXACT_DECIMALS, () -> {
                    throw new AssertionError("rounded");
                }))
                .hasMessage("rounded");
    }

    @Test
    void aDeclaredGapMayFail() {
        assertThatCode(() -> gaps.check(Feature.CANCEL, () -> {
                    throw new AssertionError("went on");
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void aGapThatClosedMustBeRemoved() {
        assertThatThrownBy(() -> gaps.check(Feature.CANCEL, () -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessage("CANCEL works, although a gap is declared (the driver ignores it): remove the declaration");
    }

    @Test
    void aGapNeedsAReason() {
        assertThatThrownBy(() -> new Gap(Feature.CANCEL, " ")).isInstanceOf(IllegalArgumentException.class);
    }
}

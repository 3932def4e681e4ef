package io.customerroom.walls.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void halvesGoUpInTablesAndInWords() {
        assertThat(Numbers.rounded(2.5, 0)).isEqualTo("3");
        assertThat(Numbers.rounded(-0.125, 2)).isEqualTo("-0.13");
        assertThat(Numbers.fixed(new BigDecimal("2.5"), 0)).isEqualTo("3");
        assertThat(Numbers.fixed(new BigDecimal("-0.125"), 2)).isEqualTo("−0.13");
    }

    @Test
    void aDoubleIsRoundedAsItIsWritten() {
        assertThat(Numbers.rounded(1.005, 2)).as("the double is a little less").isEqualTo("1.01");
        assertThat(Numbers.rounded(12.45, 0)).as("not by way of 12.5").isEqualTo("12");
    }

    @Test
    void thingsAreCountedAndChangesHaveTheirSign() {
        assertThat(Numbers.counted(1, "ticket")).isEqualTo("1 ticket");
        assertThat(Numbers.counted(1_234, "ticket")).isEqualTo("1,234 tickets");
        assertThat(Numbers.signed(new BigDecimal("24"), 0)).isEqualTo("+24");
        assertThat(Numbers.signed(new BigDecimal("-24"), 0)).isEqualTo("−24");
        assertThat(Numbers.signed(new BigDecimal("0.04"), 1)).isEqualTo("0.0");
        assertThat(Numbers.plain(new BigDecimal("1234.500"), 2)).isEqualTo("1,234.5");
    }
}

package io.customerroom.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.customerroom.testkit.company.OnlineRetail;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Half a million real invoice lines, walked through day by day. */
class OnlineRetailOracleTest {

    @Test
    void aLapseOfNinetyDaysGivesThePublishedFlow() {
        assumeTrue(
                OnlineRetail.present(),
                () -> "online-retail is not in " + OnlineRetail.folder() + "; set CUSTOMER_ROOM_DATA to its folder");

        Oracle oracle = new Oracle(OnlineRetail.company(), Rules.lapse(90), LocalDate.parse("2011-12-09"));

        assertThat(oracle.customerMath("month").stream().map(row -> row + "\n").collect(Collectors.joining()))
                .isEqualTo("""
                        2010-12 0+885+0-0=885
                        2011-01 885+417+0-0=1302
                        2011-02 1302+380+0-0=1682
                        2011-03 1682+452+51-409=1776
                        2011-04 1776+300+87-262=1901
                        2011-05 1901+284+125-332=1978
                        2011-06 1978+242+154-383=1991
                        2011-07 1991+188+171-325=2025
                        2011-08 2025+169+158-418=1934
                        2011-09 1934+299+311-393=2151
                        2011-10 2151+358+282-320=2471
                        2011-11 2471+324+330-273=2852
                        2011-12 2852+41+84-87=2890
                        """);
    }
}

package io.customerroom.acceptance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why customers left, from the departures as they arrive. */
class LeavingReasonsIT {

    @TempDir
    Path folder;

    @Test
    void v13ARenamedReasonIsASecondReasonAndTheFirstKeepsItsCustomers() throws IOException {
        Room room = Room.init(folder.resolve("reasons"));
        room.load("contracts.csv", """
                contract,customer,started,ended,amount
                k1,ann,2024-01-01,2025-03-10,100
                k2,bob,2024-01-01,2025-04-10,40
                k3,eve,2024-01-01,2025-04-20,30
                k4,zoe,2024-01-01,,10
                """, "--as", "contract");
        room.load("until-march.csv", """
                customer,left,reason
                ann,2025-03-10,too expensive
                """, "--as", "departure");
        String before = room.show("leaving-reasons", "month", "--period", "2025-03");
        room.load("renamed-in-april.csv", """
                customer,left,reason
                bob,2025-04-10,too hard to use
                """, "--as", "departure");
        assertThat(room.show("leaving-reasons", "month", "--period", "2025-03"))
                .as("what March said")
                .isEqualTo(before);
        assertThat(Table.of(room.show("leaving-reasons", "year", "--period", "2025"))
                        .lines("reason", "customers"))
                .containsExactlyInAnyOrder("too expensive 1", "too hard to use 1", " 1");
        assertThat(Table.of(room.show(
                                "leaving-reasons",
                                "year",
                                "--period",
                                "2025",
                                "--rows",
                                "--where",
                                "reason=too expensive"))
                        .lines("lost_on", "reason"))
                .containsExactly("2025-03-10 too expensive");
    }
}

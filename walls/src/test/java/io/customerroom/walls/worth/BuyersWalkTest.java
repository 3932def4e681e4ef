package io.customerroom.walls.worth;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.WallQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever walks through the months meets the customers that are counted anew at each of them. */
class BuyersWalkTest {

    private static final CompanyCalendar CALENDAR = CompanyCalendar.utc();
    private static final Shop SHOP = new Shop(300, CALENDAR);
    private static final WallQuery NOVEMBER = new WallQuery(
            CALENDAR.parse("2025-11"),
            Optional.empty(),
            Optional.empty(),
            new Clocks(Shop.THROUGH, Instant.parse("2025-12-01T00:00:00Z")));

    @Test
    void movedCustomersAreThoseCountedAnewWhereverOneGoes() {
        Histories histories = new Histories(SHOP, CALENDAR, Assumptions.USUAL);
        List<Period> months = histories.held(Shop.THROUGH, 15);
        Random random = new Random(5);
        for (int step = 0; step < 40; step++) {
            Period month = months.get(random.nextInt(months.size()));
            Buyers moved = histories.buyers(month, NOVEMBER).buyers();
            Buyers counted = counted(month);

            assertThat(moved.through()).isEqualTo(month.lastDay());
            assertThat(moved.segments()).as("step %d, %s", step, month.name()).isEqualTo(counted.segments());
            assertThat(moved.print(segment -> true)).isEqualTo(counted.print(segment -> true));
            assertThat(moved.kept()).isEqualTo(counted.kept());
            assertThat(told(moved)).isEqualTo(told(counted));
            assertThat(moved.spending().mean()).isEqualTo(counted.spending().mean());
            assertThat(moved.spending().aside()).isEqualTo(counted.spending().aside());
        }
    }

    private static Buyers counted(Period month) {
        Buyers.Builder builder = new Buyers.Builder(month.lastDay());
        StateReader reader = new StateReader();
        SHOP.part(Histories.STATES, month, month, NOVEMBER, Map.of())
                .lines()
                .forEach(line -> reader.add(line, builder));
        return builder.build();
    }

    private static String told(Buyers buyers) {
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < buyers.states().size(); i++) {
            told.append("%d %d %d: %d, %s%n"
                    .formatted(
                            buyers.states().first(i),
                            buyers.states().last(i),
                            buyers.states().x(i),
                            buyers.states().customers(i),
                            buyers.states().spend(i)));
        }
        return told.toString();
    }
}

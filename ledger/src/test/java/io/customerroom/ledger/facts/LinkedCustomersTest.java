package io.customerroom.ledger.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.customerroom.kernel.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class LinkedCustomersTest {

    @Test
    void theSmallestKeyStandsForAllThatAreConnected() {
        LinkedCustomers customers = new LinkedCustomers();
        customers.link(7, 5);
        customers.link(9, 8);
        customers.link(5, 9);
        customers.link(20, 21);
        customers.link(20, 20);
        assertThat(customers.representatives()).isEqualTo(new TreeMap<>(Map.of(7L, 5L, 8L, 5L, 9L, 5L, 21L, 20L)));
    }

    @Test
    void theOrderOfLinksDoesNotMatter() {
        long seed = 31;
        Random random = new Random(seed);
        List<long[]> links = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            links.add(new long[] {1 + random.nextInt(400), 1 + random.nextInt(400)});
        }
        Map<Long, Long> first = representatives(links);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(links, random);
            assertThat(representatives(links)).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Test
    void countsThatDoNotAddUpAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Receipt.Counts(3, 1, new TreeMap<>(Map.of("RAGGED_ROW", 1L))))
                .withMessageContaining("3 = 1 + 1");
    }

    @Test
    void kindsAndFeedsAreNamedOnceOrInThePlural() {
        assertThat(FactKind.named(" Purchases ")).isEqualTo(FactKind.PURCHASE);
        assertThat(Feed.named("cumulative")).isEqualTo(Feed.CUMULATIVE);
        assertThat(Assertions.catchThrowableOfType(Failure.class, () -> FactKind.named("sale"))
                        .nextStep())
                .contains("purchase");
        assertThat(Assertions.catchThrowableOfType(Failure.class, () -> Feed.named("often")))
                .isNotNull();
    }

    private static Map<Long, Long> representatives(List<long[]> links) {
        LinkedCustomers customers = new LinkedCustomers();
        links.forEach(link -> customers.link(link[0], link[1]));
        return customers.representatives();
    }
}

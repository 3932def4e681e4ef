package io.customerroom.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void aFewSeedsCoverTheWholeVerb() {
        assertThat(LongStream.rangeClosed(1, 190)
                        .mapToObj(seed -> (int) (Moments.of(seed) * 8))
                        .distinct())
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }
}

package io.customerroom.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void aFewSeedsCoverTheWholeVerb() {
        assertThat(LongStream.rangeClosed(1, 190)
                        .mapToObj(seed -> (int) (Moments.share(seed) * 8))
                        .distinct())
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void killsFallBetweenTheBeginOfTheWorkAndALittlePastItsEnd() {
        Span span = new Span(400, 1_600);
        assertThat(LongStream.rangeClosed(1, 190).map(span::moment))
                .allMatch(moment -> moment >= 400 && moment < 1_800);
    }
}

package io.customerroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestimoniesTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);

    private final List<Act.Hung> testimonies = DemoStory.of(new DemoSettings(300, 12, 7, LAST_DAY)).stream()
            .filter(Act.Hung.class::isInstance)
            .map(Act.Hung.class::cast)
            .filter(hung -> hung.kind().equals("testimony"))
            .toList();

    @Test
    void fourHangBesideTheAccountOfRecommendationsEachBroughtOnADayOfItsOwn() {
        assertThat(testimonies)
                .hasSize(4)
                .allSatisfy(hung -> assertThat(hung.name()).isEqualTo("referral-asset"));
        assertThat(testimonies).extracting(Act.Hung::day).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ofFourConsentsOneHasRunOutWhenTheStoryEndsAndOneWillInTwoYears() {
        assertThat(testimonies)
                .flatExtracting(hung -> hung.until().stream().toList())
                .containsExactly(LocalDate.of(2026, 10, 5), LocalDate.of(2028, 10, 5));
    }
}

package io.customerroom.room.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.ledger.metrics.MinimumStandard;
import io.customerroom.ledger.metrics.MinimumStandard.Direction;
import io.customerroom.ledger.metrics.Standards.Edited;
import io.customerroom.room.RoomFixture;
import io.customerroom.state.TrailFilter;
import io.customerroom.state.TrailSentences;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardsTest {

    @TempDir
    Path folder;

    private RoomFixture fixture;
    private StandardBook standards;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(folder);
        standards = fixture.room.boards().standards();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aVersionIsInForceFromItsFirstDayUntilTheNext() {
        assertThat(standards.now().id()).isEmpty();
        standards.set(RoomFixture.by("fay", "Promised to customers."), "hotline", "waiting", most("6", "2026-01-01"));
        standards.set(RoomFixture.by("fay", "We can do better."), "hotline", "waiting", most("4", "2026-07-01"));
        standards.set(RoomFixture.by("fay", "We can do better."), "hotline", "waiting", most("4", "2026-07-01"));

        assertThat(standards.inForce("hotline", "waiting", LocalDate.parse("2025-12-31")))
                .isEmpty();
        assertThat(standards.inForce("hotline", "waiting", LocalDate.parse("2026-06-30")))
                .contains(most("6", "2026-01-01"));
        assertThat(standards.inForce("hotline", "waiting", LocalDate.parse("2026-07-01")))
                .contains(most("4", "2026-07-01"));
        assertThat(standards.inForce("hotline", "other", LocalDate.parse("2026-07-01")))
                .isEmpty();
        assertThat(standards.of("hotline"))
                .extracting(StandardBook.Version::reason)
                .containsExactly("We can do better.", "Promised to customers.");
        assertThat(TrailSentences.of(fixture.store
                        .trail()
                        .entries(TrailFilter.about("hotline"), 1)
                        .getFirst()))
                .isEqualTo(
                        "fay set the minimum standard of hotline, waiting, to at most 4 from 1 Jul 2026: We can do better.");
    }

    @Test
    void aQuestionKeepsTheStandardsItBeganWith() {
        standards.set(RoomFixture.by("fay", "Promised."), "hotline", "waiting", most("6", "2026-01-01"));
        var before = standards.now();
        standards.set(RoomFixture.by("fay", "Corrected."), "hotline", "waiting", most("5", "2026-01-01"));

        assertThat(before.standards().inForce("hotline", "waiting", LocalDate.parse("2026-02-01")))
                .contains(most("6", "2026-01-01"));
        assertThat(standards.now().id()).isNotEqualTo(before.id());
        assertThat(standards.inForce("hotline", "waiting", LocalDate.parse("2026-02-01")))
                .contains(most("5", "2026-01-01"));
    }

    @Test
    void aStandardIsSetForAReason() {
        assertThatThrownBy(
                        () -> standards.set(RoomFixture.by("fay", " "), "hotline", "waiting", most("6", "2026-01-01")))
                .hasMessageContaining("A standard is set for a reason.");
    }

    private static Edited most(String value, String from) {
        return new Edited(
                new MinimumStandard(new BigDecimal(value), Direction.AT_MOST, false, 10, 2),
                false,
                LocalDate.parse(from));
    }
}

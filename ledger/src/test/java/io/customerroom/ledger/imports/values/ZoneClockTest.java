package io.customerroom.ledger.imports.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneClockTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UTC              | 2026-06-04T08:30 | 2026-06-04T08:30:00Z
            +05:45           | 2026-06-04T00:00 | 2026-06-03T18:15:00Z
            Asia/Kathmandu   | 2026-06-04T00:00 | 2026-06-03T18:15:00Z
            Pacific/Chatham  | 2026-06-04T00:00 | 2026-06-03T11:15:00Z
            Pacific/Chatham  | 2026-01-04T00:00 | 2026-01-03T10:15:00Z
            Europe/Berlin    | 2026-03-29T01:59 | 2026-03-29T00:59:00Z
            Europe/Berlin    | 2026-03-29T03:00 | 2026-03-29T01:00:00Z
            Europe/Berlin    | 2026-10-25T01:30 | 2026-10-24T23:30:00Z
            Europe/Berlin    | 2026-10-25T03:00 | 2026-10-25T02:00:00Z
            America/New_York | 2026-11-01T12:00 | 2026-11-01T17:00:00Z
            """)
    void aLocalTimeIsOneMomentInUtc(String zone, LocalDateTime local, Instant utc) {
        assertThat(utc(zone, local)).isEqualTo(utc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "+05:45",
                "Europe/Berlin",
                "Pacific/Chatham",
                "America/Santiago",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Africa/Casablanca"
            })
    void theClockOfADayAgreesWithEveryQuarterOfItsHours(String zone) {
        ZoneClock clock = new ZoneClock(ZoneId.of(zone));
        for (long day = LocalDate.of(2011, 12, 1).toEpochDay();
                day < LocalDate.of(2013, 1, 1).toEpochDay();
                day++) {
            ZoneClock.LocalDay whole = clock.localDay(day);
            for (long micros = 0; micros < ZoneClock.MICROS_PER_DAY; micros += 900_000_000L) {
                long offset = micros < whole.switchMicros() ? whole.offsetMicros() : whole.offsetThenMicros();
                assertThat(day * ZoneClock.MICROS_PER_DAY + micros - offset).isEqualTo(clock.toUtc(day, micros));
            }
        }
    }

    @Test
    void inTheGapOfSpringTheClockHasBeenPutForward() {
        assertThat(utc("Europe/Berlin", LocalDateTime.parse("2026-03-29T02:30")))
                .isEqualTo("2026-03-29T01:30:00Z"); // 03:30 there
    }

    @Test
    void ofTheHourThatComesTwiceInAutumnTheEarlierCounts() {
        assertThat(utc("Europe/Berlin", LocalDateTime.parse("2026-10-25T02:30")))
                .isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void whereMidnightFallsIntoTheGapTheDayBeginsLater() {
        assertThat(utc("America/Santiago", LocalDateTime.parse("2025-09-07T00:00")))
                .isEqualTo("2025-09-07T04:00:00Z"); // 01:00 there
    }

    @Test
    void daysHave23And25Hours() {
        ZoneClock berlin = new ZoneClock(ZoneId.of("Europe/Berlin"));
        assertThat(hours(berlin, "2026-03-29")).isEqualTo(23);
        assertThat(hours(berlin, "2026-10-25")).isEqualTo(25);
        assertThat(hours(berlin, "2026-10-26")).isEqualTo(24);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pacific/Chatham  | 2026-06-03T11:14:59Z | 2026-06-03
            Pacific/Chatham  | 2026-06-03T11:15:00Z | 2026-06-04
            Asia/Kathmandu   | 2024-02-28T18:15:00Z | 2024-02-29
            Europe/Berlin    | 2026-03-28T23:00:00Z | 2026-03-29
            Europe/Berlin    | 2026-10-25T22:59:59Z | 2026-10-25
            America/New_York | 1969-12-31T04:59:59Z | 1969-12-30
            +12:45           | 1969-12-31T11:15:00Z | 1970-01-01
            """)
    void aMomentFallsOnOneDayOfTheZone(String zone, Instant utc, LocalDate day) {
        assertThat(LocalDate.ofEpochDay(new ZoneClock(ZoneId.of(zone)).dayOf(micros(utc))))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Pacific/Chatham", "Asia/Kathmandu", "Europe/Berlin", "America/Santiago", "UTC", "Pacific/Apia"})
    void whatItRemembersAgreesWithTheRulesOfTheZone(String name) {
        long seed = 2_300;
        Random random = new Random(seed);
        ZoneId zone = ZoneId.of(name);
        ZoneClock clock = new ZoneClock(zone);
        for (int i = 0; i < 20_000; i++) {
            LocalDateTime local = LocalDateTime.of(2009, 1, 1, 0, 0).plusSeconds(random.nextInt(600_000_000));
            long expected = micros(local.atZone(zone).toInstant());
            long utc = clock.toUtc(
                    local.toLocalDate().toEpochDay(), local.toLocalTime().getLong(ChronoField.MICRO_OF_DAY));
            assertThat(utc).as("seed %d: %s", seed, local).isEqualTo(expected);
            assertThat(clock.dayOf(utc))
                    .as("seed %d: %s", seed, local)
                    .isEqualTo(Instant.ofEpochSecond(utc / 1_000_000)
                            .atZone(zone)
                            .toLocalDate()
                            .toEpochDay());
        }
    }

    private static long hours(ZoneClock clock, String date) {
        long day = LocalDate.parse(date).toEpochDay();
        return (clock.toUtc(day + 1, 0) - clock.toUtc(day, 0)) / 3_600_000_000L;
    }

    private static Instant utc(String zone, LocalDateTime local) {
        long micros = new ZoneClock(ZoneId.of(zone))
                .toUtc(local.toLocalDate().toEpochDay(), local.toLocalTime().getLong(ChronoField.MICRO_OF_DAY));
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}

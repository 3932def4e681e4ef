package io.customerroom.ledger.imports.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            iso                | 2026-06-04                  | 2026-06-04
            ISO                | 2026-06-04 08:30            | 2026-06-04 08:30
            iso                | 2026-06-04T08:30:15         | 2026-06-04 08:30:15
            iso                | 2026-06-04 08:30:15.5       | 2026-06-04 08:30:15.500
            iso                | 2026-06-04 08:30:15,123456789 | 2026-06-04 08:30:15.123456
            iso                | 2026-06-04T08:30Z           | 2026-06-04 08:30 +0
            iso                | 2026-06-04T08:30:15 +05:45  | 2026-06-04 08:30:15 +20700
            iso                | 2026-06-04T08:30:15-0930    | 2026-06-04 08:30:15 +-34200
            iso                | 2026-06-04T08:30:15+02      | 2026-06-04 08:30:15 +7200
            iso                | 2026-06-04 08:30:15 UTC     | 2026-06-04 08:30:15 +0
            iso                | 2026-06-04 08:30 GMT-5      | 2026-06-04 08:30 +-18000
            yyyy/M/d h:mm:ss a X | 2026/6/4 1:02:03 PM GMT+5:30 | 2026-06-04 13:02:03 +19800
            excel              | 46177                       | 2026-06-04
            excel              | 46177.354166667             | 2026-06-04 08:30:00.000029
            excel              | 46177.5                     | 2026-06-04 12:00
            unix               | 1780561800                  | 2026-06-04 08:30 +0
            unix-ms            | 1780561800250               | 2026-06-04 08:30:00.250 +0
            d/MMM/yy h:mm a    | 12/Nov/26 3:04 PM           | 2026-11-12 15:04
            iso                | 2024-02-29                  | 2024-02-29
            iso                | 2000-02-29                  | 2000-02-29
            d/M/yyyy           | 4/6/2026                    | 2026-06-04
            d/M/yyyy           | 04/06/2026                  | 2026-06-04
            M/d/yyyy           | 4/6/2026                    | 2026-04-06
            dd.MM.yyyy         | 31.12.2026                  | 2026-12-31
            d.M.yyyy H:mm      | 1.2.2026 7:05               | 2026-02-01 07:05
            M/d/yyyy h:mm a    | 6/4/2026 12:05 AM           | 2026-06-04 00:05
            M/d/yyyy h:mm a    | 6/4/2026 12:05 pm           | 2026-06-04 12:05
            M/d/yyyy h:mm:ss a | 6/4/2026 11:59:59 PM        | 2026-06-04 23:59:59
            yyyyMMdd           | 20260604                    | 2026-06-04
            d MMM yyyy         | 4 Jun 2026                  | 2026-06-04
            d-MMM-yyyy         | 4-JUNE-2026                 | 2026-06-04
            d MMM yyyy         | 4 Sept 2026                 | 2026-09-04
            MMM d, yyyy        | Dec 9, 2011                 | 2011-12-09
            yyyy/M/d'T'HH:mm:ssX | 2026/6/4T08:30:00Z        | 2026-06-04 08:30 +0
            d.M.yyyy 'um' H:mm | 1.2.2026 um 7:05            | 2026-02-01 07:05
            d/M/yyyy H:mm:ss.S | 1/2/2026 7:05:09.25         | 2026-02-01 07:05:09.250
            """)
    void aCellIsReadAsThePatternSays(String pattern, String cell, String expected) {
        assertThat(read(pattern, cell)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            iso              | 2026-02-29
            iso              | 1900-02-29
            iso              | 2026-04-31
            iso              | 2026-13-01
            iso              | 2026-00-10
            iso              | 2026-01-00
            iso              | 1899-12-31
            iso              | 2201-01-01
            iso              | 2026-6-4
            iso              | 26-06-04
            iso              | 2026/06/04
            iso              | 2026-06-04T
            iso              | 2026-06-04 8:30
            iso              | 2026-06-04 08:30 UT
            excel            | 2026-06-04
            excel            | -5
            excel            | 400000
            unix             | 17805618001780561800
            iso              | 2026-06-04 08:30 GMT+
            iso              | 2026-06-04 08:30 GMT+25
            iso              | 2026-06-04 08:30 +5
            iso              | 2026-06-04 24:00
            iso              | 2026-06-04 08:60
            iso              | 2026-06-04 08:30:60
            iso              | 2026-06-04 08:30:15.
            iso              | 2026-06-04 08:30 CET
            iso              | 2026-06-04 08:30+5
            iso              | 2026-06-04 08:30+19:00
            iso              | 2026-06-04 08:30+02:
            iso              | 2026-06-04 08:30+02:60
            iso              | 43831
            d/M/yyyy         | 31/6/2026
            d/M/yyyy         | 4/6/26
            d/M/yyyy         | 4/6/20266
            d/M/yyyy         | 4/6/2026x
            d/M/yyyy         | 4/13/2026
            dd/MM/yyyy       | 4/6/2026
            d/M/yyyy H:mm    | 4/6/2026
            M/d/yyyy h:mm a  | 6/4/2026 13:05 PM
            M/d/yyyy h:mm a  | 6/4/2026 0:05 AM
            M/d/yyyy h:mm a  | 6/4/2026 1:05 XM
            d MMM yyyy       | 4 Mai 2026
            d MMM yyyy       | 4 Ju 2026
            d MMM yyyy       | 4 Juneteenth 2026
            d MMM yyyy       | 4 Marble 2026
            yyyyMMdd         | 2026064
            """)
    void whatIsWrittenAnotherWayIsNoDate(String pattern, String cell) {
        assertThat(read(pattern, cell)).isEqualTo("no date");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1/2/00 | 2000-02-01
            1/2/69 | 2069-02-01
            1/2/70 | 1970-02-01
            1/2/99 | 1999-02-01
            """)
    void twoDigitsOfAYearRunFrom1970To2069(String cell, String expected) {
        assertThat(read("d/M/yy", cell)).isEqualTo(expected);
        assertThat(read("d/M/yyyy", cell)).isEqualTo("no date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d/M", "M/yyyy", "yyyy-MM-dd EEE", "d/M/yyyy d", "d/M/yyyy 'at", "dd.MM.uuuu", "x"})
    void aPatternWithoutDayMonthAndYearOrWithUnknownLettersIsNone(String pattern) {
        assertThat(DatePattern.of(pattern)).isEmpty();
    }

    @Test
    void everyDayAndSecondFindsItsWayBack() {
        long seed = 29_02;
        Random random = new Random(seed);
        DatePattern pattern = DatePattern.of(DatePattern.ISO).orElseThrow();
        Moment moment = new Moment();
        for (int i = 0; i < 20_000; i++) {
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(109_938));
            LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(86_400));
            String cell = day + "T" + time;
            assertThat(pattern.matches(cell, moment))
                    .as("seed %d: %s", seed, cell)
                    .isTrue();
            assertThat(moment.day).as("seed %d: %s", seed, cell).isEqualTo(day.toEpochDay());
            assertThat(moment.micros).as("seed %d: %s", seed, cell).isEqualTo(time.getLong(ChronoField.MICRO_OF_DAY));
        }
    }

    private static String read(String pattern, String cell) {
        Moment moment = new Moment();
        if (!DatePattern.of(pattern).orElseThrow().matches(cell, moment)) {
            return "no date";
        }
        String day = LocalDate.ofEpochDay(moment.day).toString();
        String time = moment.timed ? " " + LocalTime.ofNanoOfDay(moment.micros * 1_000) : "";
        return day + time + (moment.zoned ? " +" + moment.offsetSeconds : "");
    }
}

package io.customerroom.room.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.room.agenda.AgendaItem;
import io.customerroom.room.agenda.Topic;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Slot;
import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.PromiseEvent;
import io.customerroom.room.promises.PromiseEvent.Made;
import io.customerroom.room.promises.PromiseEvent.Moved;
import io.customerroom.room.promises.PromiseEvent.Withdrawn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    private static final Instant MADE = Instant.parse("2026-06-01T12:00:00Z");
    private static final LocalDate JULY_31 = LocalDate.of(2026, 7, 31);

    @Test
    void aMeetingIsWrittenInUtcWithItsAgenda() {
        String file = calendar("Europe/Berlin")
                .of(
                        meeting("2026-06-04"),
                        Optional.of(new Slot(LocalTime.of(10, 0), 90, "Room 3; ground floor", 1)),
                        List.of(new AgendaItem("a1", "m1", Topic.own(1, "Carriers, north", 5))));
        assertThat(file).isEqualTo("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Customer Room//Customer Room//EN
                CALSCALE:GREGORIAN
                METHOD:PUBLISH
                BEGIN:VEVENT
                UID:meeting-m1@0123456789abcdef.customer-room
                DTSTAMP:20260601T120000Z
                SEQUENCE:2
                DTSTART:20260604T080000Z
                DTEND:20260604T093000Z
                SUMMARY:Customer room
                LOCATION:Room 3\\; ground floor
                DESCRIPTION:Carriers\\, north (5 min)
                URL:http://room/meetings/m1
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));
    }

    /** Chatham is 12:45 ahead in June, Berlin one hour in January, and clocks in Berlin go forward on 29 March 2026. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin    | 2026-01-08 | 20260108T090000Z
            Europe/Berlin    | 2026-03-30 | 20260330T080000Z
            Pacific/Chatham  | 2026-06-04 | 20260603T211500Z
            Asia/Kathmandu   | 2026-06-04 | 20260604T041500Z
            """)
    void tenInTheMorningIsTenInTheCompanysZone(String zone, String day, String utc) {
        assertThat(calendar(zone).of(meeting(day), Optional.of(new Slot(LocalTime.of(10, 0), 60, "", 0)), List.of()))
                .contains("DTSTART:" + utc);
    }

    @Test
    void aMeetingWithoutATimeTakesItsDay() {
        assertThat(calendar("Europe/Berlin").of(meeting("2026-06-04"), Optional.empty(), List.of()))
                .contains("SEQUENCE:0\r\n", "DTSTART;VALUE=DATE:20260604\r\n", "DTEND;VALUE=DATE:20260605\r\n")
                .doesNotContain("LOCATION");
    }

    @Test
    void aMovedPromiseKeepsItsUidAndCountsTheChange() {
        Promise promise = promise("", new Moved(MADE, "leo", JULY_31, JULY_31.plusDays(1), "strike"));
        assertThat(calendar("Europe/Berlin").of(List.of(promise)))
                .contains(
                        "UID:promise-p1@0123456789abcdef.customer-room\r\n",
                        "SEQUENCE:1\r\n",
                        "DTSTART;VALUE=DATE:20260801\r\n",
                        "TRANSP:TRANSPARENT\r\n",
                        "STATUS:CONFIRMED\r\n");
        assertThat(calendar("Europe/Berlin").of(List.of(promise("", new Withdrawn(MADE, "leo", "")))))
                .contains("STATUS:CANCELLED\r\n");
    }

    @Test
    void longLinesAreFoldedBetweenCharactersAndComeBackWhole() {
        String words = "Zwölf Boxkämpfer jagen Viktor über den großen Sylter Deich 🥊 "
                .repeat(4)
                .strip();
        String file = calendar("Europe/Berlin").of(List.of(promise(words + "\r\nand more\\less")));
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", "")).contains("DESCRIPTION:" + words + "\\nand more\\\\less\r\n");
    }

    private static CalendarFile calendar(String zone) {
        return new CalendarFile("0123456789abcdef", ZoneId.of(zone), MADE, "http://room");
    }

    private static Meeting meeting(String day) {
        return new Meeting("m1", "Customer room", LocalDate.parse(day), Cadence.MONTHLY, Optional.empty());
    }

    private static Promise promise(String words, PromiseEvent... later) {
        return new Promise(
                "p1",
                "m1",
                "customer-flow",
                "Customer flow",
                Optional.empty(),
                new Level(new BigDecimal("30"), "customers", Level.Direction.AT_MOST),
                "leo",
                words,
                Stream.concat(Stream.of(new Made(MADE, "leo", JULY_31)), Arrays.stream(later))
                        .toList());
    }
}

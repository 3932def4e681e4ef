package io.customerroom.room.calendar;

import io.customerroom.room.agenda.AgendaItem;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Slot;
import io.customerroom.room.promises.Promise;
import io.customerroom.state.Trail;
import io.customerroom.state.TrailFilter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Meetings and dates of promises as a calendar file (RFC 5545) to be taken into any calendar. An entry keeps its UID for ever and counts
 * its changes in SEQUENCE, so that a file taken in again moves the entry instead of doubling it.
 *
 * @param room names this installation in UIDs
 * @param zone the company's: times of day are in it
 * @param made when the file is made
 * @param address of the room for people, without a slash at the end
 */
public record CalendarFile(String room, ZoneId zone, Instant made, String address) {

    /** An installation is named by the first entry of its trail, which never changes. */
    public static String nameOf(Trail trail) {
        return trail.entries(new TrailFilter("", "", "", 2), 1).stream()
                .findFirst()
                .map(first -> first.hash().substring(0, 16))
                .orElse("new");
    }

    /** One meeting: its hours where they are known, else its day. The agenda stands in the description. */
    public String of(Meeting meeting, Optional<Slot> slot, List<AgendaItem> agenda) {
        CalendarText text = begin();
        entry(text, "meeting-" + meeting.id(), slot.map(it -> it.sequence() + 1).orElse(0));
        if (slot.isPresent()) {
            Instant starts =
                    meeting.day().atTime(slot.get().starts()).atZone(zone).toInstant();
            text.moment("DTSTART", starts)
                    .moment("DTEND", starts.plus(Duration.ofMinutes(slot.get().minutes())));
        } else {
            wholeDay(text, meeting.day());
        }
        text.text("SUMMARY", meeting.title())
                .text("LOCATION", slot.map(Slot::place).orElse(""))
                .text(
                        "DESCRIPTION",
                        String.join(
                                "\n", agenda.stream().map(CalendarFile::line).toList()))
                .line("URL", address + "/meetings/" + meeting.id())
                .line("END", "VEVENT");
        return end(text);
    }

    /** Dates of promises, each a whole day that blocks no time. A promise that was withdrawn is cancelled. */
    public String of(List<Promise> promises) {
        CalendarText text = begin();
        for (Promise promise : promises) {
            entry(text, "promise-" + promise.id(), promise.events().size() - 1);
            wholeDay(text, promise.due());
            text.line("TRANSP", "TRANSPARENT")
                    .text("SUMMARY", summary(promise))
                    .text("DESCRIPTION", promise.words())
                    .line("STATUS", promise.state() == Promise.State.WITHDRAWN ? "CANCELLED" : "CONFIRMED")
                    .line("URL", address + "/promises/" + promise.id())
                    .line("END", "VEVENT");
        }
        return end(text);
    }

    private static CalendarText begin() {
        return new CalendarText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Customer Room//Customer Room//EN")
                .line("CALSCALE", "GREGORIAN")
                .line("METHOD", "PUBLISH");
    }

    private static String end(CalendarText text) {
        return text.line("END", "VCALENDAR").toString();
    }

    private void entry(CalendarText text, String id, int sequence) {
        text.line("BEGIN", "VEVENT")
                .line("UID", "%s@%s.customer-room".formatted(id, room))
                .moment("DTSTAMP", made)
                .line("SEQUENCE", Integer.toString(sequence));
    }

    /** The end of a whole day is the day after it. */
    private static void wholeDay(CalendarText text, LocalDate day) {
        text.day("DTSTART", day).day("DTEND", day.plusDays(1));
    }

    private static String summary(Promise promise) {
        String state = promise.open() ? "due" : promise.state().words();
        return "Promise %s %s: %s".formatted(promise.id(), state, promise.sentence());
    }

    private static String line(AgendaItem item) {
        return "%s (%d min)".formatted(item.topic().title(), item.topic().minutes());
    }
}

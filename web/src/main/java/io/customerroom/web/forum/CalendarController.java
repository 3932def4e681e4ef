package io.customerroom.web.forum;

import io.customerroom.room.Room;
import io.customerroom.room.calendar.CalendarFile;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.promises.Promise;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Meetings and promises as files for a calendar. */
@Controller
final class CalendarController {

    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final Room room;
    private final CompanyFace company;
    private final Clock clock;

    CalendarController(Room room, CompanyFace company, Clock clock) {
        this.room = room;
        this.company = company;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}/meeting.ics")
    ResponseEntity<byte[]> meeting(@PathVariable String id) {
        Meeting meeting = room.meetings().require(id);
        return file(
                id,
                calendar().of(meeting, room.meetings().slot(id), room.agendas().of(id)));
    }

    /** Every promise of who asks, closed ones included: a calendar that took them in earlier learns what became of them. */
    @GetMapping("/promises/mine/promises.ics")
    ResponseEntity<byte[]> mine(@AuthenticationPrincipal SignedIn who) {
        List<Promise> own = room.promises().all().stream()
                .filter(promise -> promise.owner().equals(who.name()))
                .toList();
        return file("promises-" + who.name(), calendar().of(own));
    }

    @GetMapping("/promises/{id}/promise.ics")
    ResponseEntity<byte[]> promise(@PathVariable String id) {
        return file(id, calendar().of(List.of(room.promises().require(id))));
    }

    private CalendarFile calendar() {
        return new CalendarFile(
                CalendarFile.nameOf(room.trail()),
                company.calendar().zone(),
                clock.instant(),
                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
    }

    private static ResponseEntity<byte[]> file(String name, String calendar) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.ics\"".formatted(name))
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }
}

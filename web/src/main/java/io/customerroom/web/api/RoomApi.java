package io.customerroom.web.api;

import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.room.Room;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.promises.Promise;
import io.customerroom.web.api.RoomShapes.Held;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Meetings with what they froze, promises, and the receipts of what came in. */
@Controller
final class RoomApi {

    private final Room room;
    private final ObjectProvider<Receipts> receipts;

    RoomApi(Room room, ObjectProvider<Receipts> receipts) {
        this.room = room;
        this.receipts = receipts;
    }

    /** The latest day first. */
    @GetMapping("/api/v1/meetings")
    ResponseEntity<byte[]> meetings(@RequestParam Map<String, String> parameters) {
        Pages.Page<Meeting> page = Pages.of(parameters).of(room.meetings().all(), Meeting::id);
        return Sent.page(
                RoomShapes.MEETING,
                new Pages.Page<>(page.items().stream().map(this::held).toList(), page.next()));
    }

    @GetMapping("/api/v1/meetings/{id}")
    ResponseEntity<byte[]> meeting(@PathVariable String id) {
        return Sent.one(RoomShapes.MEETING, held(room.meetings().require(id)));
    }

    /** In hanging order; none before the freeze. */
    @GetMapping("/api/v1/meetings/{id}/readings")
    ResponseEntity<byte[]> readings(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        String meeting = room.meetings().require(id).id();
        return Sent.page(
                RoomShapes.READING, Pages.of(parameters).of(room.meetings().readings(meeting), RoomApi::key));
    }

    /** In the order of giving. */
    @GetMapping("/api/v1/promises")
    ResponseEntity<byte[]> promises(@RequestParam Map<String, String> parameters) {
        return Sent.page(
                RoomShapes.PROMISE, Pages.of(parameters).of(room.promises().all(), Promise::id));
    }

    @GetMapping("/api/v1/promises/{id}")
    ResponseEntity<byte[]> promise(@PathVariable String id) {
        return Sent.one(RoomShapes.PROMISE, room.promises().require(id));
    }

    /** In order of arrival, undone ones included. */
    @GetMapping("/api/v1/batches")
    ResponseEntity<byte[]> batches(@RequestParam Map<String, String> parameters) {
        return Sent.page(
                LedgerShapes.BATCH, Pages.of(parameters).of(receipts.getObject().all(), Receipt::batch));
    }

    @GetMapping("/api/v1/batches/{id}")
    ResponseEntity<byte[]> batch(@PathVariable String id) {
        return Sent.one(LedgerShapes.BATCH, receipts.getObject().named(id));
    }

    private Held held(Meeting meeting) {
        return new Held(
                meeting, room.meetings().build(meeting.id()), room.meetings().attendance(meeting.id()));
    }

    private static String key(FrozenReading reading) {
        return reading.reading().exhibit();
    }
}

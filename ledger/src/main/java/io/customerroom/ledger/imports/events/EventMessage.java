package io.customerroom.ledger.imports.events;

import io.customerroom.state.Hash;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event as it was sent, checked for what every event has.
 *
 * @param id as the sender calls it; tells repetitions
 * @param event the name of a tracked event
 * @param body the whole event
 */
record EventMessage(String id, String type, Optional<String> event, ObjectNode body) {

    static final Set<String> TYPES = Set.of("identify", "track", "page", "screen", "group");

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_BODY = 32 << 10;

    /** What was sent in place of an event, and why it is none. The reason quotes no value. */
    record Refused(String id, String reason) {}

    /** A message, or why it is none. */
    record Checked(Optional<EventMessage> message, Optional<Refused> refused) {}

    static Checked check(JsonNode sent) {
        if (!(sent instanceof ObjectNode body)) {
            return refused("", "it is no object");
        }
        String id = text(body, "messageId").orElse("");
        String type = text(body, "type").orElse("");
        if (id.isBlank() || id.length() > LONGEST_ID) {
            return refused("", "its messageId is missing, no text, or longer than " + LONGEST_ID + " signs");
        }
        if (!TYPES.contains(type)) {
            return refused(id, "its type is none of identify, track, page, screen, group");
        }
        if (body.toString().length() > LONGEST_BODY) {
            return refused(id, "it is longer than 32 KB");
        }
        if (text(body, "userId").isEmpty() && text(body, "anonymousId").isEmpty()) {
            return refused(id, "it has neither userId nor anonymousId");
        }
        if (type.equals("track") && text(body, "event").isEmpty()) {
            return refused(id, "it tracks an event without a name");
        }
        if (type.equals("group") && text(body, "groupId").isEmpty()) {
            return refused(id, "it has no groupId");
        }
        if (body.has("timestamp") && !moment(text(body, "timestamp").orElse(""))) {
            return refused(id, "its timestamp is no moment such as 2026-06-04T08:30:00Z");
        }
        return new Checked(Optional.of(new EventMessage(id, type, text(body, "event"), body)), Optional.empty());
    }

    /** A hash of the id: what tells repetitions need not be readable. */
    String fingerprint() {
        return Hash.of(id);
    }

    /** The event on one line, with the moment it arrived; that is also when it happened, where it does not say. */
    String line(String receivedAt) {
        ObjectNode line = body.deepCopy();
        line.put("receivedAt", receivedAt);
        if (!line.has("timestamp")) {
            line.put("timestamp", receivedAt);
        }
        return line.toString();
    }

    private static Checked refused(String id, String reason) {
        return new Checked(Optional.empty(), Optional.of(new Refused(id, reason)));
    }

    private static Optional<String> text(ObjectNode body, String name) {
        @Nullable JsonNode value = body.get(name);
        return value == null || !(value.isString() || value.isNumber())
                ? Optional.empty()
                : Optional.of(value.asString()).filter(text -> !text.isBlank());
    }

    private static boolean moment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

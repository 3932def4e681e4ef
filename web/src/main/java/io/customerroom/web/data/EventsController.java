package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.imports.events.EventInbox;
import io.customerroom.state.json.Json;
import io.customerroom.web.security.ApiProblem;
import io.customerroom.web.security.Authors;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes events from programs, in the form that Segment's HTTP interface has. Each event is answered for itself; sending again does no harm. */
@Controller
final class EventsController {

    private final ObjectProvider<EventInbox> inbox;

    EventsController(ObjectProvider<EventInbox> inbox) {
        this.inbox = inbox;
    }

    @PostMapping("/api/v1/events/batch")
    ResponseEntity<String> receive(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(EventInbox.LONGEST_REQUEST + 1);
        try {
            List<EventInbox.Answer> answers = inbox.getObject().receive(Authors.of(request), body);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Json.write(Map.of(
                            "success",
                            answers.stream().noneMatch(answer -> answer.result() == EventInbox.Result.REFUSED),
                            "messages",
                            answers.stream().map(EventsController::told).toList())));
        } catch (Failure e) {
            HttpStatus status = status(e);
            return ResponseEntity.status(status)
                    .contentType(MediaType.valueOf(ApiProblem.TYPE))
                    .body(ApiProblem.body(status, e.code(), String.valueOf(e.getMessage()), e.nextStep()));
        }
    }

    private static Map<String, String> told(EventInbox.Answer answer) {
        return Map.of(
                "messageId", answer.messageId(),
                "result", answer.result().id(),
                "reason", answer.reason());
    }

    private static HttpStatus status(Failure e) {
        return switch (e.code()) {
            case "EVENTS_TOO_LARGE" -> HttpStatus.CONTENT_TOO_LARGE;
            case "EVENTS_FULL" -> HttpStatus.SERVICE_UNAVAILABLE;
            default ->
                switch (e.kind()) {
                    case YOURS -> HttpStatus.BAD_REQUEST;
                    case RESOURCES -> HttpStatus.SERVICE_UNAVAILABLE;
                    case OURS -> HttpStatus.INTERNAL_SERVER_ERROR;
                };
        };
    }
}

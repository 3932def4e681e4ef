package io.customerroom.web.security;

import io.customerroom.state.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What a program is told instead of an answer, as RFC 9457 writes it. */
public final class ApiProblem {

    public static final String TYPE = "application/problem+json";

    private ApiProblem() {}

    /**
     * @param code stable, in capitals
     * @param next what would be accepted
     */
    public static String body(HttpStatus status, String code, String message, String next) {
        return Json.write(members(status, code, message, next));
    }

    /** The same as an object. */
    public static Map<String, Object> members(HttpStatus status, String code, String message, String next) {
        return Map.of(
                "type",
                "about:blank",
                "title",
                status.getReasonPhrase(),
                "status",
                status.value(),
                "code",
                code,
                "detail",
                message,
                "next",
                next);
    }

    static void send(HttpServletResponse response, HttpStatus status, String code, String message, String next)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(TYPE);
        response.getOutputStream().write(body(status, code, message, next).getBytes(StandardCharsets.UTF_8));
    }
}

package io.customerroom.web.api;

import io.customerroom.state.json.Json;
import io.customerroom.web.security.ApiProblem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What is told where no endpoint was reached: a page to people, and a problem (RFC 9457) to whoever asked below {@code /api/}. */
@Component // its controller is what it extends: no address of its own stands in the table of routes
final class ApiErrors extends BasicErrorController {

    ApiErrors(ErrorAttributes attributes, List<ErrorViewResolver> views) {
        super(attributes, new ErrorProperties(), views);
    }

    @Override
    public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        if (!isOfPrograms(request)) {
            return super.errorHtml(request, response);
        }
        HttpStatus status = getStatus(request);
        return new ModelAndView((model, asked, answer) -> {
            answer.setStatus(status.value());
            answer.setContentType(ApiProblem.TYPE);
            answer.getOutputStream().write(Json.write(problem(status)).getBytes(StandardCharsets.UTF_8));
        });
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        if (!isOfPrograms(request)) {
            return super.error(request);
        }
        HttpStatus status = getStatus(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status));
    }

    private static boolean isOfPrograms(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && (path.equals("/api") || path.startsWith("/api/"));
    }

    private static Map<String, Object> problem(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                ApiProblem.members(
                        status,
                        "ADDRESS_UNKNOWN",
                        "The address names nothing of the interface.",
                        "Take an address of /api/v1/openapi.json, which describes them all.");
            case METHOD_NOT_ALLOWED ->
                ApiProblem.members(
                        status,
                        "METHOD_REFUSED",
                        "This address does not answer that method.",
                        "Ask as /api/v1/openapi.json describes it.");
            case INTERNAL_SERVER_ERROR ->
                ApiProblem.members(
                        status,
                        "UNEXPECTED",
                        "The request could not be answered; the fault is the program's.",
                        "Look at the log of the server at this moment.");
            default ->
                ApiProblem.members(
                        status,
                        "REQUEST_REFUSED",
                        "The address or a header cannot be read.",
                        "Ask as /api/v1/openapi.json describes it.");
        };
    }
}

package io.customerroom.web.security;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** What is answered where the server itself refuses, before any code of ours is asked: an address that cannot be read. A problem to programs, else a page without anything of the room. */
public final class UnreadableAddress extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableAddress.class);

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cache-Control", "no-store");

    private static final String MESSAGE = "The address or a header cannot be read.";

    /** Made by the server, by its name. */
    public UnreadableAddress() {}

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        int code = response.getStatus();
        if (code < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = HttpStatus.resolve(code) == null ? HttpStatus.BAD_REQUEST : HttpStatus.valueOf(code);
        boolean ofPrograms = String.valueOf(request.getRequestURI()).startsWith("/api/");
        try {
            HEADERS.forEach(response::setHeader);
            response.setContentType(ofPrograms ? ApiProblem.TYPE : "text/html");
            response.setCharacterEncoding("UTF-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(ofPrograms ? problem(status) : page(status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("nobody reads the answer any more", e);
        }
    }

    private static String problem(HttpStatus status) {
        return ApiProblem.body(status, "REQUEST_REFUSED", MESSAGE, "Ask as /api/v1/openapi.json describes it.");
    }

    private static String page(HttpStatus status) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Not shown</title></head>
                <body><h1>That did not work</h1><p role="alert">%s</p><p>Next step: go back to <a href="/">the first wall</a>.</p><p>Code HTTP_%d</p></body></html>
                """.formatted(MESSAGE, status.value());
    }
}

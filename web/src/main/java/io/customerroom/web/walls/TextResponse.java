package io.customerroom.web.walls;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Takes what a view writes, and lets nothing through to the browser. */
final class TextResponse extends HttpServletResponseWrapper {

    private final PrintWriter writer;

    TextResponse(HttpServletResponse response, StringWriter text) {
        super(response);
        this.writer = new PrintWriter(text);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void setContentType(String type) {
        // the page around it says what it is
    }
}

package io.customerroom.web.frame;

import io.customerroom.kernel.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns a failure into a page with its sentence, its next step and its code. Our own faults are logged here, and only here. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class FailurePages {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePages.class);

    @ExceptionHandler(Failure.class)
    ModelAndView failure(Failure failure) {
        if (failure.kind() == Failure.Kind.OURS) {
            LOG.error(failure.code(), failure);
        }
        ModelAndView page = new ModelAndView("error", status(failure));
        page.addObject("status", status(failure).value());
        page.addObject("message", failure.getMessage());
        page.addObject("nextStep", failure.nextStep());
        page.addObject("code", failure.code());
        return page;
    }

    /** What a machine reads beside the sentence: unknown things are 404, other mistakes of the asker 400. */
    static HttpStatus status(Failure failure) {
        return switch (failure.kind()) {
            case OURS -> HttpStatus.INTERNAL_SERVER_ERROR;
            case RESOURCES -> HttpStatus.SERVICE_UNAVAILABLE;
            case YOURS ->
                failure.code().endsWith("_UNKNOWN") || failure.code().endsWith("_NOT_FOUND")
                        ? HttpStatus.NOT_FOUND
                        : HttpStatus.BAD_REQUEST;
        };
    }
}

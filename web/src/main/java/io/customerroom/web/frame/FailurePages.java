package io.customerroom.web.frame;

import io.customerroom.kernel.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** Turns a failure into a page with its sentence, its next step and its code. Our own faults are logged here, and only here. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public final class FailurePages {

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

    /** A form or an address without a field that it needs, or with one that cannot be read as what it stands for. */
    @ExceptionHandler({
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        MultipartException.class,
        TypeMismatchException.class
    })
    ModelAndView malformed(Exception asked) {
        String next = "Go back to the page, fill it in and send it again.";
        return failure(
                switch (asked) {
                    case MissingServletRequestParameterException missing ->
                        Failure.yours("FIELD_MISSING", "'%s' is missing.".formatted(missing.getParameterName()), next);
                    case MethodArgumentTypeMismatchException other ->
                        Failure.yours(
                                "FIELD_MALFORMED",
                                "What stands in '%s' cannot be read.".formatted(other.getName()),
                                next);
                    case MultipartException none -> noFile();
                    case MissingServletRequestPartException none -> noFile();
                    default ->
                        Failure.yours("FIELD_MALFORMED", "Something in the address or form cannot be read.", next);
                });
    }

    private static Failure noFile() {
        return Failure.yours("FILE_MISSING", "No file came with the form.", "Choose a file and send it again.");
    }

    /** What a machine reads beside the sentence: unknown things are 404, other mistakes of the asker 400. */
    public static HttpStatus status(Failure failure) {
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

package io.customerroom.web.api;

import io.customerroom.kernel.Failure;
import io.customerroom.web.frame.FailurePages;
import io.customerroom.web.security.ApiProblem;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns a failure into a problem (RFC 9457) with its sentence, its next step and its code, where programs ask. */
@ControllerAdvice(basePackageClasses = Problems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Problems {

    /** What is unknown stands behind the question mark: the address itself names something. */
    private static final Set<String> IN_THE_QUESTION = Set.of("PARAMETER_UNKNOWN", "DIMENSION_UNKNOWN");

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler(Failure.class)
    ResponseEntity<String> failure(Failure failure) {
        if (failure.kind() == Failure.Kind.OURS) {
            LOG.error(failure.code(), failure);
        }
        HttpStatus status =
                IN_THE_QUESTION.contains(failure.code()) ? HttpStatus.BAD_REQUEST : FailurePages.status(failure);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ApiProblem.body(
                        status, failure.code(), String.valueOf(failure.getMessage()), failure.nextStep()));
    }
}

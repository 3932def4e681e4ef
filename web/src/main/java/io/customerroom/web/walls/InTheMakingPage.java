package io.customerroom.web.walls;

import io.customerroom.web.frame.Again;
import io.customerroom.web.walls.PastLedgers.InTheMaking;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says that a ledger is being built, and asks for the page again by itself. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InTheMakingPage {

    private static final int SECONDS = 2;

    @ExceptionHandler(InTheMaking.class)
    ModelAndView wait(InTheMaking making, HttpServletRequest request, HttpServletResponse response) {
        Again.after(SECONDS, request, response);
        return new ModelAndView("in-the-making", HttpStatus.ACCEPTED);
    }
}

package io.customerroom.web.walls;

import io.customerroom.kernel.Failure;
import io.customerroom.room.Boards;
import io.customerroom.room.issues.Issues;
import io.customerroom.room.issues.PlanLine;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What leaders say on an issue's page: its target, who answers for it, and what is done. */
@Controller
final class IssueForms {

    private final ObjectProvider<Boards> boards;

    IssueForms(ObjectProvider<Boards> boards) {
        this.boards = boards;
    }

    @PostMapping("/issues/target")
    String target(@RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                typed,
                flash,
                "The target is set.",
                () -> issues().aim(
                                Authors.of(request, of(typed, "reason")),
                                of(typed, "issue"),
                                number(of(typed, "most"), "\\d{1,9}"),
                                (int) number(of(typed, "calm"), "\\d{1,2}")));
    }

    @PostMapping("/issues/lift")
    String lift(@RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                typed,
                flash,
                "The target is lifted.",
                () -> issues().lift(Authors.of(request, of(typed, "reason")), of(typed, "issue")));
    }

    @PostMapping("/issues/owner")
    String owner(@RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                typed,
                flash,
                "It is noted who answers for this issue.",
                () -> issues().entrust(
                                Authors.of(request, of(typed, "reason")),
                                of(typed, "issue"),
                                of(typed, "owner"),
                                of(typed, "team")));
    }

    @PostMapping("/issues/plan")
    String plan(@RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                typed,
                flash,
                "The line stands in the plan.",
                () -> issues().write(
                                Authors.of(request),
                                of(typed, "issue"),
                                of(typed, "words"),
                                of(typed, "doer"),
                                day(of(typed, "since")),
                                PlanLine.State.of(of(typed, "state"))));
    }

    @PostMapping("/issues/plan/state")
    String state(@RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                typed,
                flash,
                "The line of the plan is moved.",
                () -> issues().move(
                                Authors.of(request, of(typed, "reason")),
                                of(typed, "line"),
                                PlanLine.State.of(of(typed, "state"))));
    }

    private Issues issues() {
        return boards.getObject().issues();
    }

    private static String of(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "");
    }

    private static String doing(Map<String, String> typed, RedirectAttributes flash, String done, Runnable verb) {
        try {
            verb.run();
            flash.addFlashAttribute("done", done);
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/issues/view?issue="
                + URLEncoder.encode(of(typed, "issue").strip(), StandardCharsets.UTF_8);
    }

    private static long number(String typed, String accepted) {
        String text = typed.strip();
        if (!text.matches(accepted)) {
            throw Failure.yours(
                    "TARGET_MALFORMED",
                    "A target is a number of tickets a month and a number of calm months.",
                    "Write whole numbers, like 10 and 3.");
        }
        return Long.parseLong(text);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Failure.yours("DAY_MALFORMED", "This is not a day.", "Write it as 2026-06-30.");
        }
    }
}

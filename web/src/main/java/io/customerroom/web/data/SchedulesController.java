package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.room.schedules.Schedule;
import io.customerroom.room.schedules.Schedule.Every;
import io.customerroom.room.schedules.Schedules;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a data admin states when data of a source is expected. */
@Controller
final class SchedulesController {

    private final ObjectProvider<Schedules> schedules;

    SchedulesController(ObjectProvider<Schedules> schedules) {
        this.schedules = schedules;
    }

    @PostMapping("/data/schedules")
    String state(@RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        try {
            FactKind kind = FactKind.named(typed.getOrDefault("kind", ""));
            String source = typed.getOrDefault("source", "").strip();
            if ("never".equals(typed.get("every"))) {
                schedules.getObject().end(Authors.of(request), kind, source);
                flash.addFlashAttribute("done", "Nothing more is expected of it.");
            } else {
                schedules
                        .getObject()
                        .state(
                                Authors.of(request),
                                new Schedule(
                                        kind,
                                        source,
                                        Every.of(typed.getOrDefault("every", "")),
                                        whole(typed, "dueDay"),
                                        whole(typed, "hour"),
                                        whole(typed, "grace"),
                                        typed.getOrDefault("owner", "").strip()));
                flash.addFlashAttribute("done", "The schedule holds from now on.");
            }
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data#sources";
    }

    private static int whole(Map<String, String> typed, String name) {
        String digits = typed.getOrDefault(name, "").strip();
        if (!digits.matches("\\d{1,3}")) {
            throw Failure.yours(
                    "SCHEDULE_MALFORMED",
                    "A schedule needs a day, an hour and hours of grace.",
                    "Use a day from 1 to 28, an hour from 0 to 23, and at most 999 hours of grace.");
        }
        return Integer.parseInt(digits);
    }
}

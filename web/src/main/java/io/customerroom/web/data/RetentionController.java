package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.room.people.Right;
import io.customerroom.room.retention.KeptClass;
import io.customerroom.room.retention.Retention;
import io.customerroom.room.retention.RetentionRound;
import io.customerroom.room.retention.RetentionRound.Line;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.work.QueryDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long what tells of people is kept: what there is of each class, how old it is, what goes next and what is held back. */
@Controller
final class RetentionController {

    private final ObjectProvider<RetentionRound> round;
    private final ObjectProvider<Retention> retention;
    private final QueryDesk desk;

    RetentionController(ObjectProvider<RetentionRound> round, ObjectProvider<Retention> retention, QueryDesk desk) {
        this.round = round;
        this.retention = retention;
        this.desk = desk;
    }

    @GetMapping("/data/retention")
    String page(@AuthenticationPrincipal SignedIn who, Model model) {
        List<Line> lines = desk.ask(() -> round.getObject().look());
        model.addAttribute("lines", lines);
        model.addAttribute("holds", retention.getObject().holds());
        model.addAttribute("mayState", who.may(Right.IMPORT));
        return "data/retention";
    }

    @PostMapping("/data/retention")
    String state(
            @RequestParam String kept,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            retention.getObject().state(Authors.of(request, reason), KeptClass.of(kept), days(days), owner);
            flash.addFlashAttribute("done", "The rule holds from now on; what is over goes tonight.");
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data/retention";
    }

    private static OptionalInt days(String typed) {
        String digits = typed.strip();
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!digits.matches("\\d{1,5}")) {
            throw Failure.yours(
                    "DAYS_MALFORMED",
                    "This is no number of days.",
                    "Use 1 to %d, or leave it empty to keep the class for good.".formatted(Retention.MOST_DAYS));
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }
}

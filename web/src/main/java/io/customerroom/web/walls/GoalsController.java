package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.goals.Aimed;
import io.customerroom.ledger.goals.AlarmDecision;
import io.customerroom.ledger.goals.Goal;
import io.customerroom.ledger.goals.Goals;
import io.customerroom.ledger.goals.OtherCount;
import io.customerroom.ledger.goals.PlanFile;
import io.customerroom.room.people.Right;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where goals are stated and other systems' counts are entered, with everything that was ever stated. */
@Controller
@RequestMapping("/goals")
final class GoalsController {

    private static final int LONGEST_REASON = 500;

    private final ObjectProvider<Goals> goals;
    private final Views views;
    private final CompanyCalendar calendar;
    private final CompanyFace company;
    private final ObjectProvider<Choices> choices;

    GoalsController(ObjectProvider<Goals> goals, Views views, CompanyFace company, ObjectProvider<Choices> choices) {
        this.goals = goals;
        this.views = views;
        this.calendar = company.calendar();
        this.company = company;
        this.choices = choices;
    }

    /** A goal or a count as a line of the page. */
    record Line(String figure, String period, String whose, String amount, String by, String on, String reason) {}

    @GetMapping
    ModelAndView page(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal SignedIn who) {
        WallQuery query = views.of(parameters);
        ModelAndView page = new ModelAndView("goals");
        page.addObject("period", query.period().name());
        page.addObject("back", WallAddress.chapter(1, "course", query));
        page.addObject("figures", Aimed.values());
        page.addObject("segments", choices.getObject().segments());
        page.addObject("currency", company.currency().getCurrencyCode());
        page.addObject("mayState", who.may(Right.HOLD_MEETINGS));
        page.addObject(
                "goals",
                goals.getObject().history().reversed().stream().map(this::line).toList());
        page.addObject("kinds", AlarmDecision.Kind.values());
        page.addObject(
                "decisions",
                goals.getObject().decisions().reversed().stream()
                        .map(this::line)
                        .toList());
        page.addObject(
                "counts",
                goals.getObject().counts().reversed().stream().map(this::line).toList());
        return page;
    }

    @PostMapping
    ModelAndView state(
            @RequestParam String figure,
            @RequestParam String period,
            @RequestParam(defaultValue = "") String segment,
            @RequestParam String level,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return told(
                period,
                flash,
                () -> goals.getObject()
                        .state(
                                Authors.of(request, shortEnough(reason)),
                                Aimed.of(figure),
                                period.strip(),
                                text(segment),
                                text(level).map(GoalsController::number)));
    }

    /** A plan from a file: what can be read is kept, what cannot is named by its row. */
    @PostMapping("/plan")
    String plan(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            Path kept = Files.createTempFile("customer-room-plan-", ".tmp");
            try {
                file.transferTo(kept);
                PlanFile plan = PlanFile.read(
                        kept, Optional.ofNullable(file.getOriginalFilename()).orElse("plan"), calendar);
                int changed = goals.getObject().state(Authors.of(request, shortEnough(reason)), plan.stated());
                flash.addFlashAttribute(
                        "done",
                        "%s read, %s stated anew. They stand on wall 1 now."
                                .formatted(Numbers.counted(plan.stated().size(), "goal"), Numbers.whole(changed)));
                flash.addFlashAttribute("wrong", plan.wrong());
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", failure);
        } catch (IOException e) {
            flash.addFlashAttribute(
                    "problem",
                    Failure.resources("UPLOAD_NOT_KEPT", "The file could not be read.", "Send it once more."));
        }
        return "redirect:/goals";
    }

    @PostMapping("/counts")
    ModelAndView count(
            @RequestParam String system,
            @RequestParam String figure,
            @RequestParam String period,
            @RequestParam String count,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return told(
                period,
                flash,
                () -> goals.getObject()
                        .count(
                                Authors.of(request, shortEnough(reason)),
                                system,
                                Aimed.of(figure),
                                period.strip(),
                                number(count),
                                shortEnough(owner)));
    }

    @PostMapping("/alarm")
    ModelAndView decide(
            @RequestParam String period,
            @RequestParam(defaultValue = "") String segment,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return told(
                period,
                flash,
                () -> goals.getObject()
                        .decide(
                                Authors.of(request, shortEnough(reason)),
                                text(segment),
                                period.strip(),
                                AlarmDecision.Kind.of(kind),
                                text(until).map(GoalsController::day)));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Failure.yours("DAY_MALFORMED", "'%s' is no day.".formatted(text), "Write it like 2026-12-31.");
        }
    }

    private Line line(AlarmDecision decision) {
        return new Line(
                decision.kind().words()
                        + decision.until().map(day -> " until " + day).orElse(""),
                words(decision.period()),
                decision.segment().orElse("company"),
                "",
                decision.by(),
                LocalDate.ofInstant(decision.at(), calendar.zone()).toString(),
                decision.reason());
    }

    /** What was mistyped is said above the form; nothing is lost but the line. */
    private ModelAndView told(String period, RedirectAttributes flash, Runnable write) {
        String back = "redirect:/goals";
        try {
            write.run();
            flash.addFlashAttribute("done", "Kept. It stands on wall 1 now.");
            flash.addAttribute("period", calendar.parse(period.strip()).name());
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", failure);
        }
        return new ModelAndView(back);
    }

    private Line line(Goal goal) {
        return new Line(
                goal.figure().label(),
                words(goal.period()),
                goal.segment().orElse("company"),
                goal.level().map(level -> Numbers.plain(level, 2)).orElse("taken back"),
                goal.by(),
                LocalDate.ofInstant(goal.at(), calendar.zone()).toString(),
                goal.reason());
    }

    private Line line(OtherCount count) {
        return new Line(
                count.figure().label(),
                words(count.period()),
                count.system() + (count.owner().isEmpty() ? "" : ", owner " + count.owner()),
                Numbers.plain(count.count(), 2),
                count.by(),
                LocalDate.ofInstant(count.at(), calendar.zone()).toString(),
                count.reason());
    }

    private String words(String period) {
        return PeriodWords.of(calendar.parse(period));
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }

    private static BigDecimal number(String typed) {
        String digits = typed.strip().replace(",", "").replace('−', '-');
        if (digits.matches("[-+]?\\d{1,15}(\\.\\d{1,6})?")) {
            return new BigDecimal(digits);
        }
        throw Failure.yours("NUMBER_MALFORMED", "This is not a number.", "Write it like 250 or 90000.50.");
    }

    private static String shortEnough(String typed) {
        if (typed.strip().length() > LONGEST_REASON) {
            throw Failure.yours(
                    "TEXT_TOO_LONG", "This text is too long.", "Use at most %d characters.".formatted(LONGEST_REASON));
        }
        return typed.strip();
    }
}

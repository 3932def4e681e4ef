package io.customerroom.web.walls;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.ledger.typed.TypedTouches;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "I called them today": touches that people type, and take back. The next ledger shows them; a server builds it by itself. */
@Controller
@RequestMapping("/touches")
final class TouchController {

    private final ObjectProvider<TypedTouches> touches;
    private final ObjectProvider<Clock> clock;
    private final ObjectProvider<CallBook> book;
    private final RowsForReader readers;
    private final Views views;
    private final ZoneId zone;
    private final LedgerStatus status;
    private final WallBook walls;
    private final WallForReader forReader;
    private final Charts charts;

    TouchController(
            ObjectProvider<TypedTouches> touches,
            ObjectProvider<Clock> clock,
            ObjectProvider<CallBook> book,
            RowsForReader readers,
            Views views,
            CompanyFace company,
            LedgerStatus status,
            WallBook walls,
            WallForReader forReader,
            Charts charts) {
        this.status = status;
        this.walls = walls;
        this.forReader = forReader;
        this.charts = charts;
        this.book = book;
        this.readers = readers;
        this.views = views;
        this.touches = touches;
        this.clock = clock;
        this.zone = company.calendar().zone();
    }

    /** Where the list of customers without a touch hangs, and what it is called there. */
    private static final String CHAPTER = "best";

    private static final String LIST = "touch-list";

    /** A typed touch as the page prints it; whose it is stands in the rows of the touch list, for those who may read it. */
    public record Line(String batch, String by, String state, boolean undoable) {}

    @GetMapping
    String page(HttpServletRequest request, Model model) {
        model.addAttribute(
                "today",
                clock.stream()
                        .findFirst()
                        .map(now -> LocalDate.ofInstant(now.instant(), zone).toString())
                        .orElse(""));
        model.addAttribute("typing", Rights.mayType(request));
        model.addAttribute("touches", lines(request));
        if (status.shown().isPresent()) {
            list().ifPresent(card -> model.addAttribute("list", card));
        }
        return "touches";
    }

    /** Whom to call today: the exhibit as it hangs behind wall 1, with the rows its reader may see. */
    private Optional<ExhibitCard> list() {
        WallQuery today = views.of(Map.of());
        Wall wall = forReader.of(walls.open(1, CHAPTER, today));
        return wall.exhibits().stream()
                .filter(exhibit -> exhibit.id().equals(LIST))
                .findFirst()
                .map(exhibit -> ExhibitCard.of(wall, exhibit, today, charts));
    }

    private List<Line> lines(HttpServletRequest request) {
        return touches.stream()
                .flatMap(it -> it.batches().stream())
                .map(receipt -> new Line(
                        receipt.batch(),
                        TypedBatches.words(receipt, zone),
                        receipt.withdrawal()
                                .map(undone -> "taken back by %s: %s".formatted(undone.author(), undone.reason()))
                                .orElse("counts"),
                        receipt.active() && TypedSection.mayTakeBack(receipt, request)))
                .toList();
    }

    @PostMapping
    String type(
            @RequestParam String customer,
            @RequestParam String kind,
            @RequestParam String day,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            requireSeen(customer);
            Receipt receipt = touches.getObject().enter(Authors.of(request), customer, kind, day(day));
            flash.addFlashAttribute(
                    "done",
                    "Kept as batch %s. A new ledger is being built; then the touch list shows it."
                            .formatted(receipt.batch()));
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/touches";
    }

    /** Whoever may not see a customer is told what is told of one whom nobody knows. */
    private void requireSeen(String customer) {
        if (RowsForReader.scope().restricted()) {
            Set<CustomerId> keys = touches.getObject().called(customer);
            Clocks today = views.of(Map.of()).clocks();
            Set<CustomerId> now = Set.copyOf(book.getObject().today(keys, today).values());
            if (now.isEmpty() || !readers.seen(now).equals(now)) {
                throw TypedTouches.unknown();
            }
        }
    }

    @PostMapping("/undo")
    String takeBack(
            @RequestParam String batch,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            touches.getObject().batches().stream()
                    .filter(receipt -> receipt.batch().equals(batch))
                    .filter(receipt -> !TypedSection.mayTakeBack(receipt, request))
                    .findFirst()
                    .ifPresent(receipt -> {
                        throw Failure.yours(
                                "TOUCH_OF_SOMEBODY_ELSE",
                                "%s typed this.".formatted(receipt.author()),
                                "Ask them, a facilitator or a data admin to take it back.");
                    });
            touches.getObject().takeBack(Authors.of(request, reason), batch);
            flash.addFlashAttribute("done", "Taken back. A new ledger is being built without it.");
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/touches";
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Failure.yours("DAY_MALFORMED", "'%s' is no day.".formatted(text), "Write it like 2026-11-22.");
        }
    }
}

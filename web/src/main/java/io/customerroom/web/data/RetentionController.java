package io.customerroom.web.data;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.people.Right;
import io.customerroom.room.retention.KeptClass;
import io.customerroom.room.retention.Retention;
import io.customerroom.room.retention.Retention.Hold;
import io.customerroom.room.retention.RetentionRound;
import io.customerroom.room.retention.RetentionRound.Line;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.work.QueryDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long what tells of people is kept: what there is of each class, how old it is, what goes next and what is held back. */
@Controller
final class RetentionController {

    private final ObjectProvider<CallBook> book;
    private final ObjectProvider<Workspace> workspace;
    private final ObjectProvider<Clock> clock;
    private final ObjectProvider<RetentionRound> round;
    private final ObjectProvider<Retention> retention;
    private final QueryDesk desk;

    RetentionController(
            ObjectProvider<RetentionRound> round,
            ObjectProvider<Retention> retention,
            ObjectProvider<CallBook> book,
            ObjectProvider<Workspace> workspace,
            ObjectProvider<Clock> clock,
            QueryDesk desk) {
        this.book = book;
        this.workspace = workspace;
        this.clock = clock;
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

    @PostMapping("/data/retention/holds")
    String hold(
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String ids,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            Hold hold = retention.getObject().hold(Authors.of(request, reason), known(customer.strip(), ids.strip()));
            flash.addFlashAttribute(
                    "done", "%s: nothing of this customer is removed until it ends.".formatted(hold.id()));
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data/retention#holds-title";
    }

    @PostMapping("/data/retention/holds/{id}/release")
    String release(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            retention.getObject().release(Authors.of(request, reason), id);
            flash.addFlashAttribute("done", "The hold has ended; the rules reach this customer again.");
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data/retention#holds-title";
    }

    /** By what a source calls them. Refused, without repeating it, where no table of persons knows it: a slip of the pen would hold nobody. */
    private CustomerId known(String customer, String space) {
        if (!customer.isEmpty()) {
            CustomerId key = new CustomerKeys(IdentitySecret.of(workspace.getObject()))
                    .key(space.isEmpty() ? "customer" : space, customer);
            Clocks now = new Clocks(
                    LocalDate.ofInstant(clock.getObject().instant(), ZoneOffset.UTC),
                    clock.getObject().instant());
            if (book.getObject().entries(Set.of(key), now).containsKey(key)
                    || book.getObject().today(Set.of(key), now).values().stream()
                            .anyMatch(one -> !one.equals(key))) {
                return key;
            }
        }
        throw Failure.yours(
                "CUSTOMER_NOT_FOUND",
                "No source calls a customer so.",
                "Write the id as the files write it, and the id space of the mapping where it is another.");
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

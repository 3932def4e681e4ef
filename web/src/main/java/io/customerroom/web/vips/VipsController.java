package io.customerroom.web.vips;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.room.vips.HostContact;
import io.customerroom.room.vips.Vip;
import io.customerroom.room.vips.Vips;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.customers.WordsAbout;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.walls.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customers whom leaders look after by name: choose, plan, host, release. */
@Controller
@RequestMapping("/vips")
final class VipsController {

    private final Vips vips;
    private final VipBoard board;
    private final People people;
    private final Views views;
    private final LedgerStatus ledger;
    private final CompanyFace company;
    private final WordsAbout masked;
    private final Clock clock;

    VipsController(
            Vips vips,
            VipBoard board,
            People people,
            Views views,
            LedgerStatus ledger,
            CompanyFace company,
            WordsAbout masked,
            Clock clock) {
        this.masked = masked;
        this.vips = vips;
        this.board = board;
        this.people = people;
        this.views = views;
        this.ledger = ledger;
        this.company = company;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn who) {
        ModelAndView page = new ModelAndView("vips");
        Optional<WallQuery> view = view();
        LocalDate today = LocalDate.now(clock.withZone(company.calendar().zone()));
        List<VipLine> lines = board.lines(view, today);
        List<VipLine> chosen =
                lines.stream().filter(line -> line.vip().chosen()).toList();
        page.addObject("outside", board.seen().sentence());
        page.addObject("chosen", chosen);
        page.addObject(
                "released", lines.stream().filter(line -> !line.vip().chosen()).toList());
        page.addObject(
                "left",
                chosen.stream().filter(line -> line.standing().equals("left")).count());
        page.addObject("overdue", chosen.stream().filter(VipLine::overdue).count());
        boolean mayChoose = who.may(Right.HOLD_MEETINGS);
        page.addObject("mayChoose", mayChoose);
        page.addObject("mayPlan", who.may(Right.ANSWER));
        page.addObject("offered", mayChoose ? view.map(board::offered).orElse(Map.of()) : Map.of());
        page.addObject("names", people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName)));
        page.addObject(
                "people",
                people.all().stream().filter(account -> !account.closed()).toList());
        page.addObject("currency", company.currency().getCurrencyCode());
        page.addObject("judgedAfter", board.judgedAfterDays());
        page.addObject("today", today);
        return page;
    }

    private Optional<WallQuery> view() {
        return board.view(views, ledger.shown().isPresent());
    }

    @PostMapping
    ModelAndView choose(
            @RequestParam(defaultValue = "") String best,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        boolean byHand = !customer.isBlank();
        return doing(
                who,
                flash,
                () -> {
                    CustomerId chosen = board.known(CustomerId.parse((byHand ? customer : best).strip()), view());
                    return vips.choose(
                            Authors.of(request),
                            chosen,
                            byHand ? Vip.Way.HAND : Vip.Way.TOP,
                            masked.masked(chosen, reason));
                },
                "is a VIP");
    }

    @PostMapping("/{id}/release")
    ModelAndView release(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(who, flash, () -> vips.release(Authors.of(request), seen(id), about(id, reason)), "is released");
    }

    @PostMapping("/{id}/plan")
    ModelAndView plan(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                who,
                flash,
                () -> vips.plan(
                        Authors.of(request),
                        seen(id),
                        new Vips.Draft(
                                about(id, typed.getOrDefault("keeps", "")),
                                typed.getOrDefault("owner", ""),
                                about(id, typed.getOrDefault("step", "")),
                                day(typed.getOrDefault("due", "")),
                                money(typed.getOrDefault("expected", "")))),
                "has a plan");
    }

    @PostMapping("/{id}/contacts")
    ModelAndView invite(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                who,
                flash,
                () -> vips.invite(
                        Authors.of(request),
                        seen(id),
                        new Vips.Invitation(
                                kind(typed.getOrDefault("kind", "")),
                                typed.getOrDefault("host", ""),
                                day(typed.getOrDefault("planned", "")),
                                about(id, typed.getOrDefault("purpose", "")))),
                "is to be hosted");
    }

    @PostMapping("/contacts/{contact}/{outcome:held|not-held|open}")
    ModelAndView note(
            @PathVariable String contact,
            @PathVariable String outcome,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                who,
                flash,
                () -> switch (outcome) {
                    case "held" ->
                        vips.held(Authors.of(request), hosted(contact), day(on), aboutHosted(contact, words));
                    case "not-held" -> vips.notHeld(Authors.of(request), hosted(contact), aboutHosted(contact, words));
                    default -> vips.reopen(Authors.of(request), hosted(contact));
                },
                "is noted");
    }

    /** What is written about a VIP does not repeat what they are called. */
    private String about(String id, String typed) {
        return vips.all().stream()
                .filter(vip -> vip.id().equals(id))
                .findFirst()
                .map(vip -> masked.masked(vip.customer(), typed))
                .orElse(typed);
    }

    private String aboutHosted(String contact, String typed) {
        return vips.all().stream()
                .filter(vip -> vip.contacts().stream().anyMatch(it -> it.id().equals(contact)))
                .findFirst()
                .map(vip -> masked.masked(vip.customer(), typed))
                .orElse(typed);
    }

    /** The id; where the asker may not see that VIP, an id of none, so that both are answered alike. */
    private String seen(String id) {
        return board.seen().shown().stream().anyMatch(vip -> vip.id().equals(id)) ? id : "";
    }

    private String hosted(String contact) {
        return board.seen().shown().stream()
                        .flatMap(vip -> vip.contacts().stream())
                        .anyMatch(it -> it.id().equals(contact))
                ? contact
                : "";
    }

    /** Something that is done to a VIP. */
    @FunctionalInterface
    private interface Verb {
        Vip run();
    }

    private ModelAndView doing(SignedIn who, RedirectAttributes flash, Verb verb, String done) {
        try {
            Vip vip = verb.run();
            flash.addFlashAttribute("done", "%s %s.".formatted(vip.id(), done));
            return new ModelAndView("redirect:/vips#" + vip.id());
        } catch (Failure failure) {
            Problem problem = Problem.of(failure);
            ModelAndView page = all(who);
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("problem", problem);
            return page;
        }
    }

    private static HostContact.Kind kind(String typed) {
        return switch (typed.strip().toLowerCase(Locale.ROOT)) {
            case "visit" -> HostContact.Kind.VISIT;
            case "event" -> HostContact.Kind.EVENT;
            default -> throw Failure.yours("KIND_UNKNOWN", "A host contact is a visit or an event.", "Choose one.");
        };
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Failure.yours("DAY_MALFORMED", "This is not a day.", "Write it as 2026-06-30.");
        }
    }

    private static BigDecimal money(String typed) {
        if (typed.strip().matches("\\d{1,12}(\\.\\d{1,2})?")) {
            return new BigDecimal(typed.strip());
        }
        throw Failure.yours("MONEY_MALFORMED", "This is no amount of money.", "Write it like 1200 or 1200.50.");
    }
}

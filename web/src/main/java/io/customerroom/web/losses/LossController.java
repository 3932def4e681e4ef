package io.customerroom.web.losses;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.ledger.typed.TypedDepartures;
import io.customerroom.room.Boards;
import io.customerroom.room.losses.CallNote;
import io.customerroom.room.losses.Drawing;
import io.customerroom.room.losses.Drawing.Drawn;
import io.customerroom.room.losses.LossReviews;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.walls.asset.LossBook.Outcome;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.customers.NamesForReader;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.customers.WordsAbout;
import io.customerroom.web.files.Download;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.walls.Views;
import io.customerroom.web.work.QueryDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The loss review: who was drawn and how, a call sheet per executive, and what is noted of each call. */
@Controller
@RequestMapping("/losses")
final class LossController {

    private final LossReviews reviews;
    private final People people;
    private final ObjectProvider<LedgerRows> ledger;
    private final ObjectProvider<CallBook> book;
    private final ObjectProvider<TypedDepartures> typed;
    private final ObjectProvider<Boards> boards;
    private final LedgerStatus status;
    private final Views views;
    private final QueryDesk desk;
    private final CompanyFace company;
    private final RowsForReader readers;
    private final CallSheets callSheets;
    private final WordsAbout words;
    private final Clock clock;

    LossController(
            LossReviews reviews,
            People people,
            ObjectProvider<LedgerRows> ledger,
            ObjectProvider<CallBook> book,
            ObjectProvider<TypedDepartures> typed,
            ObjectProvider<Boards> boards,
            LedgerStatus status,
            Views views,
            QueryDesk desk,
            CompanyFace company,
            RowsForReader readers,
            CallSheets callSheets,
            WordsAbout words,
            Clock clock) {
        this.readers = readers;
        this.reviews = reviews;
        this.people = people;
        this.ledger = ledger;
        this.book = book;
        this.words = words;
        this.typed = typed;
        this.boards = boards;
        this.status = status;
        this.views = views;
        this.desk = desk;
        this.company = company;
        this.callSheets = callSheets;
        this.clock = clock;
    }

    /** A draw as the page prints it. */
    record Shown(Drawing drawing, String month, String at, String since, boolean repeats, List<Part> parts) {}

    /** One executive's part: how many of theirs are noted. */
    record Part(String executive, String name, int drawn, int noted) {}

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn who, Model model) {
        WallQuery now = views.of(Map.of());
        Period running = company.calendar().periodOf(Grain.MONTH, now.clocks().through());
        Period last =
                running.partial(now.clocks().through()) ? company.calendar().previous(running) : running;
        model.addAttribute("month", last.name());
        model.addAttribute(
                "executives",
                people.all().stream()
                        .filter(account -> !account.closed() && account.role().may(Right.SIGN))
                        .toList());
        model.addAttribute("mayDraw", who.may(Right.HOLD_MEETINGS));
        model.addAttribute("each", LossReviews.EACH);
        model.addAttribute(
                "drawings", reviews.drawings().stream().map(this::shown).toList());
        return "losses/losses";
    }

    private Shown shown(Drawing drawing) {
        return new Shown(
                drawing,
                PeriodWords.of(company.calendar().parse(drawing.month())),
                PeriodWords.day(day(drawing.at())),
                PeriodWords.day(drawing.since()),
                reviews.repeats(drawing),
                drawing.executives().stream()
                        .map(executive -> new Part(
                                executive,
                                name(executive),
                                drawing.of(executive).size(),
                                (int) drawing.of(executive).stream()
                                        .filter(one ->
                                                !reviews.notes(one.customer()).isEmpty())
                                        .count()))
                        .toList());
    }

    @PostMapping("/draw")
    String draw(
            @RequestParam String month,
            @RequestParam(defaultValue = "") List<String> executive,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            Period period = company.calendar().parse(month.strip());
            if (period.grain() != Grain.MONTH) {
                throw Failure.yours("MONTH_MALFORMED", "A draw is made from a month.", "Write it as 2026-10.");
            }
            List<String> known = executive.stream()
                    .filter(name -> people.find(name).filter(it -> !it.closed()).isPresent())
                    .toList();
            LedgerStatus.Shown shown = status.shown().orElseThrow();
            WallQuery query = views.of(Map.of()).at(period);
            var population = desk.ask(() -> Populations.of(
                    ledger.getObject(),
                    book.getObject(),
                    reviews,
                    query,
                    clock.instant(),
                    shown.build(),
                    shown.definitions()));
            Optional<Drawing> drawn = reviews.draw(Authors.of(request), population, known);
            flash.addFlashAttribute(
                    "done",
                    drawn.map(it -> "%d of %d were drawn.".formatted(it.drawn().size(), it.eligible()))
                            .orElse("They have their ten of this month already."));
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/losses";
    }

    @GetMapping("/{id}/{executive}")
    String sheet(
            @PathVariable String id,
            @PathVariable String executive,
            @AuthenticationPrincipal SignedIn who,
            Model model) {
        Drawing drawing = drawing(id);
        List<Drawn> drawn = drawing.of(executive);
        if (drawn.isEmpty()) {
            throw unknown();
        }
        WallQuery now = views.of(Map.of());
        RowsForReader.Kept<Drawn> seen = readers.of(drawn, Drawn::customer);
        List<CallSheet> sheets = callSheets.of(seen.shown());
        model.addAttribute("drawing", drawing);
        model.addAttribute("month", PeriodWords.of(company.calendar().parse(drawing.month())));
        model.addAttribute("executive", executive);
        model.addAttribute("called", name(executive));
        model.addAttribute("sheets", sheets);
        model.addAttribute("outside", seen.sentence());
        model.addAttribute("names", NamesForReader.allowed());
        model.addAttribute("mayNote", who.may(Right.SIGN));
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("reasons", reasons(now, drawn));
        model.addAttribute(
                "issues",
                boards.stream()
                        .flatMap(it -> it.issues().cares(Optional.empty()).keySet().stream())
                        .toList());
        return "losses/sheet";
    }

    @GetMapping("/{id}/{executive}/paper")
    ResponseEntity<Resource> paper(@PathVariable String id, @PathVariable String executive) {
        Drawing drawing = drawing(id);
        List<Drawn> drawn = drawing.of(executive);
        if (drawn.isEmpty()) {
            throw unknown();
        }
        return Download.of(
                Download.Format.PDF,
                "call-sheet-%s-%s.pdf".formatted(drawing.month(), executive),
                callSheets.paper(
                        drawing,
                        callSheets.of(readers.of(drawn, Drawn::customer).shown()),
                        name(executive)));
    }

    /** From a reason among the facts back to the note that told it. */
    @GetMapping("/of/{batch}")
    String origin(@PathVariable String batch) {
        LossReviews.Origin origin = reviews.origin(batch)
                .filter(one -> !readers.seen(Set.of(one.customer())).isEmpty())
                .orElseThrow(() -> Failure.yours(
                        "NOTE_UNKNOWN",
                        "No note of a call is carried by this batch.",
                        "Notes of calls lead to their batches since version 0.1; earlier ones do not."));
        return "redirect:/losses/%s/%s#%s".formatted(origin.drawing(), origin.executive(), origin.customer());
    }

    /** The register: every reason that was ever given in the period of the draw or on the telephone. */
    private Set<String> reasons(WallQuery now, List<Drawn> drawn) {
        Set<String> reasons = new TreeSet<>();
        Period month = company.calendar().periodOf(Grain.YEAR, drawn.getFirst().lostOn());
        desk
                .ask(() ->
                        ledger.getObject().behind("leaving-reasons", now.at(month), Map.of(), RowScope.everything(), 0))
                .rows()
                .rows()
                .stream()
                .map(row -> row.get(7))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .forEach(reasons::add);
        reviews.leavers(Instant.MAX)
                .forEach(it -> it.call()
                        .map(call -> call.reason())
                        .filter(reason -> !reason.isEmpty())
                        .ifPresent(reasons::add));
        return reasons;
    }

    @PostMapping("/call")
    String call(@RequestParam Map<String, String> form, HttpServletRequest request, RedirectAttributes flash) {
        String back = "redirect:/losses/%s/%s".formatted(word(form, "drawing"), word(form, "executive"));
        try {
            Drawn drawn = reviews.drawn(CustomerId.parse(form.getOrDefault("customer", "")))
                    .filter(one -> readers.sees(one.customer()))
                    .orElseThrow(LossController::unknown);
            CustomerId customer = drawn.customer();
            String reason = form.getOrDefault("reason", "").strip();
            String issue = form.getOrDefault("issue", "").strip();
            CallNote note = new CallNote(
                    Outcome.of(form.getOrDefault("outcome", "")),
                    words.masked(customer, form.getOrDefault("notes", "")),
                    reason,
                    issue,
                    saved(form.getOrDefault("saved", "")),
                    "",
                    clock.instant(),
                    "");
            Optional<CallNote> before = reviews.notes(customer).stream().findFirst();
            reviews.note(Authors.of(request), customer, note);
            String told = reason.isEmpty()
                            || before.filter(it -> it.reason().equals(reason)).isPresent()
                    ? ""
                    : told(request, customer, drawn, reason);
            String owner = form.getOrDefault("owner", "").strip();
            if (!issue.isEmpty() && !owner.isEmpty()) {
                boards.getObject().issues().entrust(Authors.of(request, "named in a loss review"), issue, owner, "");
            }
            flash.addFlashAttribute("done", "The call is noted." + told);
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return back;
    }

    /** Carries the reason into the facts; answers what the reader should know of it. */
    private String told(HttpServletRequest request, CustomerId customer, Drawn drawn, String reason) {
        Clocks today = new Clocks(drawn.lostOn(), clock.instant());
        List<CallBook.SourceId> ids = Optional.ofNullable(
                        book.getObject().entries(Set.of(customer), today).get(customer))
                .map(CallBook.Entry::ids)
                .orElse(List.of());
        Optional<Receipt> receipt = typed.getObject()
                .tell(Authors.of(request, "told in a loss review"), customer, ids, drawn.lostOn(), reason);
        receipt.ifPresent(it -> reviews.carried(Authors.of(request), customer, it.batch()));
        return receipt.map(it -> " The reason is batch %s; the next ledger counts it.".formatted(it.batch()))
                .orElse(" No source calls this customer anything, so the reason stays with the note.");
    }

    private Drawing drawing(String id) {
        return reviews.drawings().stream()
                .filter(drawing -> drawing.id().equals(id))
                .findFirst()
                .orElseThrow(LossController::unknown);
    }

    private static Failure unknown() {
        return Failure.yours("DRAW_UNKNOWN", "There is no such draw.", "Open the loss review and follow its links.");
    }

    private static Optional<Boolean> saved(String word) {
        return switch (word) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Only words that can stand in an address. */
    private static String word(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").replaceAll("[^a-z0-9.-]", "");
    }

    private String name(String account) {
        return people.find(account).map(Account::displayName).orElse(account);
    }

    private LocalDate day(Instant at) {
        CompanyCalendar calendar = company.calendar();
        return LocalDate.ofInstant(at, calendar.zone());
    }
}

package io.customerroom.web.programmes;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.room.programmes.Programme;
import io.customerroom.room.programmes.Programmes;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.walls.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Programmes: planned for a segment or a list of customers, taken up, and set beside others. */
@Controller
@RequestMapping("/programmes")
final class ProgrammesController {

    /** A list of a million ids. */
    private static final long MOST_BYTES = 20_000_000;

    private final Programmes programmes;
    private final Effects effects;
    private final EffectPicture picture;
    private final NotToBeContacted barred;
    private final People people;
    private final Views views;
    private final LedgerStatus ledger;
    private final CompanyFace company;
    private final ObjectProvider<LedgerRows> rows;
    private final Workspace workspace;

    ProgrammesController(
            Programmes programmes,
            Effects effects,
            EffectPicture picture,
            NotToBeContacted barred,
            People people,
            Views views,
            LedgerStatus ledger,
            CompanyFace company,
            ObjectProvider<LedgerRows> rows,
            Workspace workspace) {
        this.programmes = programmes;
        this.effects = effects;
        this.picture = picture;
        this.barred = barred;
        this.people = people;
        this.views = views;
        this.ledger = ledger;
        this.company = company;
        this.rows = rows;
        this.workspace = workspace;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn who) {
        ModelAndView page = new ModelAndView("programmes");
        Optional<WallQuery> view = view();
        List<ProgrammeCard> cards = effects.cards(programmes.all().reversed(), view);
        page.addObject("cards", cards);
        picture.of(cards).ifPresent(drawn -> page.addObject("picture", drawn));
        page.addObject("mayPlan", who.may(Right.HOLD_MEETINGS));
        page.addObject("mayOpen", who.may(Right.READ_ROWS));
        page.addObject("names", people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName)));
        page.addObject(
                "people",
                people.all().stream().filter(account -> !account.closed()).toList());
        page.addObject("currency", company.currency().getCurrencyCode());
        return page;
    }

    private Optional<WallQuery> view() {
        return ledger.shown().isPresent() && rows.getIfAvailable() != null
                ? Optional.of(views.of(Map.of()))
                : Optional.empty();
    }

    @PostMapping
    ModelAndView plan(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile keptOutFile,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                who,
                flash,
                () -> {
                    Set<CustomerId> listed = listed(typed.getOrDefault("customers", ""), file);
                    Set<CustomerId> keptOut = listed(typed.getOrDefault("keptOut", ""), keptOutFile);
                    String segment = typed.getOrDefault("segment", "").strip();
                    LocalDate starts = day(typed.getOrDefault("starts", ""));
                    String words = !listed.isEmpty()
                            ? "a list of %d customers".formatted(listed.size())
                            : segment.isEmpty() ? "all customers" : "segment " + segment;
                    Set<CustomerId> audience =
                            new TreeSet<>(listed.isEmpty() ? effects.customers(starts, segment, seen()) : listed);
                    Set<CustomerId> everybody = new TreeSet<>(audience);
                    everybody.addAll(keptOut);
                    NotToBeContacted.Left<CustomerId> left = barred.leave(List.copyOf(everybody), Function.identity());
                    if (left.others().isEmpty() && left.out() > 0) {
                        throw Failure.yours(
                                "NOBODY_TO_CONTACT",
                                "Everybody on the list asked not to be contacted.",
                                "Choose other customers; what somebody said is mended in the file of customers.");
                    }
                    Programmes.Draft draft = new Programmes.Draft(
                            typed.getOrDefault("name", ""),
                            Programme.Kind.of(typed.getOrDefault("kind", "")),
                            left.out() == 0 ? words : words + "; " + left.sentence(),
                            typed.getOrDefault("owner", ""),
                            starts,
                            day(typed.getOrDefault("ends", "")),
                            new BigDecimal(number(typed.getOrDefault("cost", ""), "\\d{1,12}(\\.\\d{1,2})?")),
                            Integer.parseInt(number(typed.getOrDefault("heldOut", "0"), "\\d{1,2}")),
                            Long.parseLong(number(typed.getOrDefault("seed", "1"), "\\d{1,9}")));
                    audience.retainAll(left.others());
                    if (keptOut.isEmpty()) {
                        return programmes.plan(Authors.of(request), draft, audience);
                    }
                    audience.removeAll(keptOut);
                    keptOut.retainAll(left.others());
                    return programmes.planDrawn(
                            Authors.of(request), draft, audience, keptOut, typed.getOrDefault("lot", ""));
                },
                "is planned");
    }

    /** A rule needs customers to choose from. */
    private WallQuery seen() {
        return view().orElseThrow(() -> Failure.yours(
                "LEDGER_NOT_FOUND", "No ledger has been built yet.", "List the customers, or build the ledger."));
    }

    @PostMapping("/{id}/taken-up")
    ModelAndView takenUp(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String customers,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                who,
                flash,
                () -> programmes.takenUp(Authors.of(request), id, listed(customers, file)),
                "has its take-up");
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(who, flash, () -> programmes.withdraw(Authors.of(request), id, reason), "is taken back");
    }

    private ModelAndView doing(SignedIn who, RedirectAttributes flash, Supplier<Programme> verb, String done) {
        try {
            Programme programme = verb.get();
            flash.addFlashAttribute("done", "%s %s.".formatted(programme.id(), done));
            return new ModelAndView("redirect:/programmes#" + programme.id());
        } catch (Failure failure) {
            Problem problem = Problem.of(failure);
            ModelAndView page = all(who);
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("problem", problem);
            return page;
        }
    }

    /** One customer a line, the first cell of each: what the sources call them. A heading that names a customer column is skipped. */
    private Set<CustomerId> listed(String typed, @Nullable MultipartFile file) {
        String text = typed;
        if (file != null && !file.isEmpty()) {
            if (file.getSize() > MOST_BYTES) {
                throw Failure.yours("FILE_TOO_LARGE", "The list is too large.", "Use at most 20 MB.");
            }
            try {
                text = text + "\n" + new String(file.getBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw Failure.resources("UPLOAD_NOT_KEPT", "The file could not be read.", "Send it once more.");
            }
        }
        CustomerKeys keys = new CustomerKeys(IdentitySecret.of(workspace));
        Set<CustomerId> customers = new TreeSet<>();
        text.lines()
                .map(line -> line.split("[,;\t]", 2)[0]
                        .replace("\"", "")
                        .replace("\ufeff", "")
                        .strip())
                .filter(id -> !id.isEmpty() && !id.equalsIgnoreCase("customer"))
                .forEach(id -> customers.add(keys.key("customer", id)));
        return customers;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Failure.yours("DAY_MALFORMED", "This is not a day.", "Write it as 2026-06-30.");
        }
    }

    private static String number(String typed, String form) {
        if (typed.strip().matches(form)) {
            return typed.strip();
        }
        throw Failure.yours(
                "NUMBER_MALFORMED",
                "A cost, a share or a seed is no number.",
                "Write the cost like 1200.50, the share like 20 and the seed like 1.");
    }
}

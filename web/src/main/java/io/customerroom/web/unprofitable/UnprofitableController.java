package io.customerroom.web.unprofitable;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.persons.Names.Called;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.people.Right;
import io.customerroom.room.unprofitable.CustomerCase;
import io.customerroom.room.unprofitable.CustomerCase.Before;
import io.customerroom.room.unprofitable.CustomerCases;
import io.customerroom.room.unprofitable.Treatment;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.customers.LedgerRows.Listed;
import io.customerroom.web.customers.NamesForReader;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.customers.WordsAbout;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.walls.Views;
import io.customerroom.web.work.QueryDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Customers who cost more than they bring, worst first, and the case of each: price, cost, discipline, or an exit that two approve. */
@Controller
@RequestMapping("/unprofitable")
final class UnprofitableController {

    private static final String METRIC = "loss-makers";
    /** The id of no case. */
    private static final String NOWHERE = "u0";

    private static final int SHOWN = 50;
    private static final int MONTHS = 12;

    private final CustomerCases cases;
    private final People people;
    private final ObjectProvider<LedgerRows> ledger;
    private final QueryDesk desk;
    private final Views views;
    private final NamesForReader names;
    private final CompanyFace company;
    private final RowsForReader readers;
    private final WordsAbout words;

    UnprofitableController(
            CustomerCases cases,
            People people,
            ObjectProvider<LedgerRows> ledger,
            QueryDesk desk,
            Views views,
            NamesForReader names,
            RowsForReader readers,
            WordsAbout words,
            CompanyFace company) {
        this.words = words;
        this.readers = readers;
        this.cases = cases;
        this.people = people;
        this.ledger = ledger;
        this.desk = desk;
        this.views = views;
        this.names = names;
        this.company = company;
    }

    /**
     * A customer below zero.
     *
     * @param called empty for readers who may not know
     */
    record Line(
            CustomerId customer,
            String called,
            String segment,
            String site,
            BigDecimal revenue,
            BigDecimal costToServe,
            BigDecimal contribution,
            @Nullable CustomerCase open) {}

    @GetMapping
    ModelAndView all(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal SignedIn who) {
        WallQuery query = views.of(parameters);
        RowScope scope = RowsForReader.scope();
        Listed listed = desk.ask(() -> ledger.getObject().behind(METRIC, query, Map.of(), scope, SHOWN));
        RowsForReader.Kept<CustomerCase> seen = readers.of(cases.all(), CustomerCase::customer);
        ModelAndView page = new ModelAndView("unprofitable/list");
        page.addObject("lines", lines(listed.rows(), query));
        page.addObject("total", listed.total() + listed.outside());
        page.addObject("window", query.window().of(query));
        page.addObject("population", PeriodWords.population(query));
        page.addObject("named", who.may(Right.READ_NAMES));
        page.addObject("mayAct", who.may(Right.ANSWER));
        page.addObject("cases", seen.shown());
        page.addObject("outside", RowsForReader.sentence(listed.outside()));
        page.addObject("casesOutside", seen.outside());
        page.addObject("people", names());
        page.addObject("currency", company.currency().getCurrencyCode());
        return page;
    }

    private List<Line> lines(Rows rows, WallQuery query) {
        Map<CustomerId, Called> called = names.in(rows, query.clocks());
        Map<CustomerId, CustomerCase> open = new LinkedHashMap<>();
        cases.all().stream().filter(CustomerCase::open).forEach(it -> open.put(it.customer(), it));
        List<Line> lines = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            CustomerId customer = new CustomerId((Long) cell(rows, row, "customer"));
            lines.add(new Line(
                    customer,
                    words(called.get(customer)),
                    text(rows, row, "segment"),
                    text(rows, row, "site"),
                    (BigDecimal) cell(rows, row, "revenue"),
                    (BigDecimal) cell(rows, row, "cost_to_serve"),
                    (BigDecimal) cell(rows, row, "contribution"),
                    open.get(customer)));
        }
        return lines;
    }

    private static Object cell(Rows rows, List<@Nullable Object> row, String column) {
        Object value = row.get(rows.indexOf(column));
        return value == null ? BigDecimal.ZERO : value;
    }

    private static String text(Rows rows, List<@Nullable Object> row, String column) {
        Object value = row.get(rows.indexOf(column));
        return value == null ? "–" : value.toString();
    }

    private static String words(@Nullable Called called) {
        return called == null ? "" : String.join(", ", called.names());
    }

    @GetMapping("/new")
    ModelAndView form(@RequestParam String customer, @RequestParam Map<String, String> parameters) {
        return form(CustomerId.parse(customer), views.of(parameters), Optional.empty());
    }

    private ModelAndView form(CustomerId customer, WallQuery query, Optional<Problem> problem) {
        ModelAndView page = new ModelAndView("unprofitable/new");
        page.addObject("customer", customer);
        page.addObject(
                "called", words(names.of(Set.of(customer), query.clocks()).get(customer)));
        page.addObject("before", before(customer, query));
        page.addObject("currency", company.currency().getCurrencyCode());
        problem.ifPresent(it -> {
            page.addObject("problem", it);
            page.setStatus(HttpStatus.BAD_REQUEST);
        });
        return page;
    }

    @PostMapping
    ModelAndView open(
            @RequestParam String customer,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        CustomerId id = CustomerId.parse(customer);
        WallQuery today = views.of(Map.of());
        try {
            CustomerCase opened = cases.open(Authors.of(request, words.masked(id, reason)), id, before(id, today));
            flash.addFlashAttribute("done", "The case is open. Choose what is to be done.");
            return new ModelAndView("redirect:/unprofitable/" + opened.id());
        } catch (Failure refused) {
            return form(id, today, Optional.of(Problem.of(refused)));
        }
    }

    /** The twelve months to today's ledger's last day. */
    private Before before(CustomerId customer, WallQuery query) {
        LocalDate through = query.clocks().through();
        Rows months = months(customer, query);
        if (months.rows().isEmpty()) {
            throw Failure.yours(
                    "CUSTOMER_UNKNOWN",
                    "Nothing is known of what the customer %s brought or cost.".formatted(customer),
                    "Take customers up from the list of those who cost more than they bring.");
        }
        return Earnings.of(months)
                .upTo(YearMonth.from(through), MONTHS)
                .map(sum -> new Before(sum, MONTHS, through))
                .orElseThrow(() -> Failure.yours(
                        "CASE_WITHOUT_COST",
                        "What this customer leaves us is not known: the cost of something sold to them is missing.",
                        "Import the cost of sales first."));
    }

    private Earnings earnings(CustomerId customer, WallQuery query) {
        return Earnings.of(months(customer, query));
    }

    private Rows months(CustomerId customer, WallQuery query) {
        WallQuery months =
                query.at(company.calendar().periodOf(Grain.MONTH, query.clocks().through()));
        RowScope scope = RowsForReader.scope();
        return desk.ask(() -> ledger.getObject().states(customer, months, scope))
                .rows();
    }

    @GetMapping("/{id:u\\d+}")
    ModelAndView one(@PathVariable String id, @AuthenticationPrincipal SignedIn who) {
        CustomerCase it = required(id);
        WallQuery today = views.of(Map.of());
        Earnings.Since since = earnings(it.customer(), today)
                .between(it.before().through(), today.clocks().through());
        ModelAndView page = new ModelAndView("unprofitable/case");
        page.addObject("case", it);
        page.addObject(
                "called", words(names.of(Set.of(it.customer()), today.clocks()).get(it.customer())));
        page.addObject("since", since);
        page.addObject(
                "perMonthBefore",
                Earnings.perMonth(it.before().contribution(), it.before().months()));
        page.addObject("people", names());
        page.addObject("treatments", Treatment.values());
        page.addObject("lookOn", today.clocks().through().plusMonths(3));
        page.addObject("mayAct", who.may(Right.ANSWER));
        page.addObject("mayApprove", who.may(Right.SIGN) && it.mayBeApprovedBy(who.name()));
        page.addObject("currency", company.currency().getCurrencyCode());
        return page;
    }

    /** The case; who may not see its customer is told that there is none. */
    private CustomerCase required(String id) {
        CustomerCase it = cases.require(id);
        return readers.sees(it.customer()) ? it : cases.require(NOWHERE);
    }

    @PostMapping("/{id:u\\d+}/choose")
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String treatment,
            @RequestParam(defaultValue = "") String look,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id,
                who,
                flash,
                "It is chosen.",
                () -> cases.choose(Authors.of(request, about(id, reason)), id, Treatment.of(treatment), day(look)));
    }

    @PostMapping("/{id:u\\d+}/approve")
    ModelAndView approve(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id,
                who,
                flash,
                "You have approved the exit.",
                () -> cases.approve(Authors.of(request, about(id, reason)), id));
    }

    @PostMapping("/{id:u\\d+}/done")
    ModelAndView done(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id, who, flash, "It is noted as done.", () -> cases.done(Authors.of(request, about(id, reason)), id));
    }

    @PostMapping("/{id:u\\d+}/close")
    ModelAndView close(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id, who, flash, "The case is closed.", () -> cases.close(Authors.of(request, about(id, reason)), id));
    }

    @PostMapping("/{id:u\\d+}/undo")
    ModelAndView undo(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id,
                who,
                flash,
                "The last step is taken back.",
                () -> cases.undo(Authors.of(request, about(id, reason)), id));
    }

    /** A reason stands in the trail for good, so it does not say what the customer is called. */
    private String about(String id, String reason) {
        return words.masked(cases.require(id).customer(), reason);
    }

    private ModelAndView doing(String id, SignedIn who, RedirectAttributes flash, String done, Runnable verb) {
        required(id);
        try {
            verb.run();
            flash.addFlashAttribute("done", done);
            return new ModelAndView("redirect:/unprofitable/" + id);
        } catch (Failure refused) {
            Problem problem = Problem.of(refused);
            ModelAndView page = one(id, who);
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("problem", problem);
            return page;
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw Failure.yours("DAY_MALFORMED", "This is not a day.", "Write it as 2026-06-30.");
        }
    }

    private Map<String, String> names() {
        return people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName));
    }
}

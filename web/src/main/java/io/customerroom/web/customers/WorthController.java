package io.customerroom.web.customers;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Histories;
import io.customerroom.walls.worth.Worth;
import io.customerroom.walls.worth.WorthTable;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.files.Download.Format;
import io.customerroom.web.files.FileName;
import io.customerroom.web.files.Grid;
import io.customerroom.web.files.TableDownloads;
import io.customerroom.web.tables.RowsTable;
import io.customerroom.web.walls.Views;
import io.customerroom.web.walls.WallAddress;
import io.customerroom.web.work.QueryDesk;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What each customer is worth: the customers behind the equity of a view, and of a part of them: a band of P(alive), a segment, those lost by a rule. They add up to what the chapter says. */
@Controller
final class WorthController {

    private static final int PAGE = 100;

    /** Customers of a file that are read at once. */
    private static final int STRETCH = 10_000;

    private final CustomerWorths worths;
    private final Views views;
    private final NamesForReader names;
    private final TableDownloads tables;
    private final CompanyFace company;
    private final QueryDesk desk;

    WorthController(
            CustomerWorths worths,
            Views views,
            NamesForReader names,
            TableDownloads tables,
            CompanyFace company,
            QueryDesk desk) {
        this.desk = desk;
        this.company = company;
        this.worths = worths;
        this.views = views;
        this.names = names;
        this.tables = tables;
    }

    @GetMapping("/worth")
    String customers(@RequestParam Map<String, String> parameters, Model model) {
        WallQuery query = views.of(parameters);
        Histories.Answer answer = worths.of(query);
        WorthPart part = WorthPart.of(parameters);
        model.addAttribute("period", PeriodWords.of(query));
        model.addAttribute("population", PeriodWords.population(query));
        model.addAttribute("part", part.words());
        model.addAttribute("assumptions", answer.assumptions().words());
        model.addAttribute("level", answer.assumptions().levelWords());
        model.addAttribute("source", answer.source());
        model.addAttribute("up", "/walls/1/worth" + WallAddress.suffix(query));
        if (answer.worth() instanceof Worth.Valued valued) {
            model.addAttribute("why", "");
            listed(query, parameters, part, valued, model);
        } else {
            model.addAttribute("why", answer.worth() instanceof Worth.Refused refused ? refused.why() : "");
        }
        return "worth";
    }

    private void listed(
            WallQuery query, Map<String, String> parameters, WorthPart part, Worth.Valued valued, Model model) {
        WorthTable table = worths.table(query).orElseThrow();
        WorthTable.Part asked = part.in(valued.basis().assumptions().aliveBelow());
        RowScope scope = RowsForReader.scope();
        WorthTable.Sum within = desk.ask(() -> table.sum(asked, scope));
        long whole = scope.restricted()
                ? desk.ask(() -> table.sum(asked, RowScope.everything())).customers()
                : within.customers();
        int page = page(parameters);
        long from = Math.min((page - 1L) * PAGE, within.customers());
        long to = Math.min(from + PAGE, within.customers());
        Rows rows = WorthList.of(
                valued.basis(), desk.ask(() -> table.lines(asked, scope, PAGE, from)), WorthList.last(query));
        model.addAttribute("outside", RowsForReader.sentence(whole - within.customers()));
        model.addAttribute(
                "shown",
                within.customers() == 0
                        ? "No customers."
                        : "Customers %s to %s of %s%s"
                                .formatted(
                                        Numbers.whole(from + 1),
                                        Numbers.whole(to),
                                        Numbers.whole(within.customers()),
                                        together(within)));
        model.addAttribute(
                "table",
                RowsTable.named(
                        RowsTable.view("One row per customer who ever bought", rows, WallAddress.suffix(query)),
                        rows,
                        names.in(rows, query.clocks())));
        model.addAttribute("earlier", page > 1 ? address("", query, part, page - 1) : "");
        model.addAttribute("later", to < within.customers() ? address("", query, part, page + 1) : "");
        model.addAttribute("csv", address(".csv", query, part, 1));
        model.addAttribute("xlsx", address(".xlsx", query, part, 1));
        WorthMembers members = new WorthMembers(query, part, company.currency());
        model.addAttribute("choices", members.choices());
        model.addAttribute("members", members.table(desk.ask(() -> table.members(part.by()))));
    }

    /** Every customer, by the opaque id. */
    @GetMapping("/worth.{ending:csv|xlsx}")
    ResponseEntity<Resource> customersAsFile(
            @PathVariable String ending, @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        WorthPart part = WorthPart.of(parameters);
        Histories.Answer answer = worths.of(query);
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Period", query.period().name());
        about.put("Customers", part.words().isEmpty() ? "all who ever bought" : part.words());
        about.put("Assumptions", answer.assumptions().words());
        about.put("Through", query.clocks().through().toString());
        about.put("Known", query.clocks().known().toString());
        String name = FileName.of(
                List.of("worth", query.period().name(), "customers"),
                List.copyOf(query.where().values()),
                query.clocks(),
                ZoneOffset.UTC,
                ending);
        return tables.of(Format.of(ending), name, grid(query, part, answer), about);
    }

    /** Read in stretches while the file is written, so that no more than one of them is held. */
    private Grid grid(WallQuery query, WorthPart part, Histories.Answer answer) {
        if (!(answer.worth() instanceof Worth.Valued valued)) {
            return Grid.of(new Rows(WorthList.COLUMNS, List.of()), 0);
        }
        WorthTable table = worths.table(query).orElseThrow().held();
        WorthTable.Part asked = part.in(answer.assumptions().aliveBelow());
        RowScope scope = RowsForReader.scope();
        long size = desk.ask(() -> table.sum(asked, scope)).customers();
        Grid shape = Grid.of(new Rows(WorthList.COLUMNS, List.of()), size);
        return new Grid(
                shape.columns(),
                LongStream.range(0, (size + STRETCH - 1) / STRETCH)
                        .boxed()
                        .flatMap(stretch -> Grid.of(
                                        WorthList.of(
                                                valued.basis(),
                                                table.lines(asked, scope, STRETCH, stretch * STRETCH),
                                                WorthList.last(query)),
                                        size)
                                .rows())
                        .onClose(table::release),
                size);
    }

    /** {@code , together worth EUR 1,515,139.00}; empty where spend could not be estimated. */
    private String together(WorthTable.Sum sum) {
        BigDecimal value = sum.value();
        return value == null
                ? ""
                : ", together worth %s %s"
                        .formatted(
                                company.currency().getCurrencyCode(),
                                Numbers.fixed(
                                        value, Math.max(0, company.currency().getDefaultFractionDigits())));
    }

    private static int page(Map<String, String> parameters) {
        String page = parameters.getOrDefault("page", "1");
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    private static String address(String ending, WallQuery query, WorthPart part, int page) {
        return "/worth" + ending + WallAddress.suffix(query) + part.suffix() + (page > 1 ? "&page=" + page : "");
    }
}

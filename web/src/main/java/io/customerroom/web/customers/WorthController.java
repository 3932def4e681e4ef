package io.customerroom.web.customers;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Histories;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.files.Download.Format;
import io.customerroom.web.files.FileName;
import io.customerroom.web.files.Grid;
import io.customerroom.web.files.TableDownloads;
import io.customerroom.web.tables.RowsTable;
import io.customerroom.web.walls.Views;
import io.customerroom.web.walls.WallAddress;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    private final CustomerWorths worths;
    private final Views views;
    private final NamesForReader names;
    private final TableDownloads tables;
    private final CompanyFace company;

    WorthController(
            CustomerWorths worths, Views views, NamesForReader names, TableDownloads tables, CompanyFace company) {
        this.company = company;
        this.worths = worths;
        this.views = views;
        this.names = names;
        this.tables = tables;
    }

    @GetMapping("/worth")
    String customers(@RequestParam Map<String, String> parameters, Model model) {
        WallQuery query = views.of(parameters);
        WorthList list = list(query, parameters);
        int page = page(parameters);
        int from = Math.min((page - 1) * PAGE, list.lines().size());
        int to = Math.min(from + PAGE, list.lines().size());
        Rows rows = list.rows(from, to);
        Histories.Answer answer = worths.of(query);
        model.addAttribute("outside", RowsForReader.sentence(list.outside()));
        model.addAttribute("why", list.why());
        model.addAttribute("period", PeriodWords.of(query));
        model.addAttribute("population", PeriodWords.population(query));
        model.addAttribute("part", WorthPart.of(parameters).words());
        model.addAttribute("assumptions", answer.assumptions().words());
        model.addAttribute("level", answer.assumptions().levelWords());
        model.addAttribute("source", answer.source());
        model.addAttribute(
                "shown",
                list.lines().isEmpty()
                        ? "No customers."
                        : "Customers %d to %d of %d%s"
                                .formatted(from + 1, to, list.lines().size(), together(list)));
        model.addAttribute(
                "table",
                RowsTable.named(
                        RowsTable.view("One row per customer who ever bought", rows, WallAddress.suffix(query)),
                        rows,
                        names.in(rows, query.clocks())));
        model.addAttribute("up", "/walls/1/worth" + WallAddress.suffix(query));
        model.addAttribute("earlier", page > 1 ? address("", query, parameters, page - 1) : "");
        model.addAttribute("later", to < list.lines().size() ? address("", query, parameters, page + 1) : "");
        model.addAttribute("csv", address(".csv", query, parameters, 1));
        model.addAttribute("xlsx", address(".xlsx", query, parameters, 1));
        return "worth";
    }

    /** Every customer, by the opaque id. */
    @GetMapping("/worth.{ending:csv|xlsx}")
    ResponseEntity<Resource> customersAsFile(
            @PathVariable String ending, @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        WorthList list = list(query, parameters);
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Period", query.period().name());
        String part = WorthPart.of(parameters).words();
        about.put("Customers", part.isEmpty() ? "all who ever bought" : part);
        about.put("Assumptions", worths.of(query).assumptions().words());
        about.put("Through", query.clocks().through().toString());
        about.put("Known", query.clocks().known().toString());
        String name = FileName.of(
                List.of("worth", query.period().name(), "customers"),
                List.copyOf(query.where().values()),
                query.clocks(),
                ZoneOffset.UTC,
                ending);
        int size = list.lines().size();
        return tables.of(Format.of(ending), name, Grid.of(list.rows(0, size), size), about);
    }

    private WorthList list(WallQuery query, Map<String, String> parameters) {
        WorthList part = WorthPart.of(parameters)
                .in(worths.list(query), worths.of(query).assumptions().aliveBelow());
        return worths.seen(part, query);
    }

    /** {@code , together worth EUR 1,515,139.00}; empty where spend could not be estimated. */
    private String together(WorthList list) {
        return list.lines().stream()
                .map(WorthList.Line::value)
                .flatMap(Stream::ofNullable)
                .reduce(BigDecimal::add)
                .map(sum -> ", together worth %s %s"
                        .formatted(
                                company.currency().getCurrencyCode(),
                                Numbers.fixed(
                                        sum, Math.max(0, company.currency().getDefaultFractionDigits()))))
                .orElse("");
    }

    private static int page(Map<String, String> parameters) {
        String page = parameters.getOrDefault("page", "1");
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    private static String address(String ending, WallQuery query, Map<String, String> parameters, int page) {
        return "/worth" + ending + WallAddress.suffix(query)
                + WorthPart.of(parameters).suffix() + (page > 1 ? "&page=" + page : "");
    }
}

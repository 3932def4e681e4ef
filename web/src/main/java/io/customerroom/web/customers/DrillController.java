package io.customerroom.web.customers;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.customers.LedgerRows.Listed;
import io.customerroom.web.tables.RowsTable;
import io.customerroom.web.walls.Views;
import io.customerroom.web.walls.WallAddress;
import io.customerroom.web.work.QueryDesk;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The customers and events behind a figure, page by page, and one customer with its states and facts. */
@Controller
final class DrillController {

    private static final int PAGE = 100;

    private final ObjectProvider<LedgerRows> ledger;
    private final QueryDesk desk;
    private final Views views;
    private final NamesForReader names;

    DrillController(ObjectProvider<LedgerRows> ledger, QueryDesk desk, Views views, NamesForReader names) {
        this.ledger = ledger;
        this.desk = desk;
        this.views = views;
        this.names = names;
    }

    @GetMapping("/customers")
    String behind(@RequestParam Map<String, String> parameters, Model model) {
        String metric = metric(parameters);
        WallQuery query = views.of(parameters);
        Map<String, String> parts = parts(parameters);
        int page = page(parameters);
        Listed listed = listed(metric, query, parts, page * PAGE);
        List<List<@Nullable Object>> rows = listed.rows().rows();
        int from = Math.min((page - 1) * PAGE, rows.size());
        int to = Math.min(from + PAGE, rows.size());
        model.addAttribute("metric", metric);
        model.addAttribute("period", PeriodWords.of(query));
        model.addAttribute("narrowed", narrowed(query, parts));
        model.addAttribute(
                "shown", rows.isEmpty() ? "No rows." : "Rows %d to %d of %d".formatted(from + 1, to, listed.total()));
        Rows shown = new Rows(listed.rows().columns(), rows.subList(from, to));
        model.addAttribute(
                "table",
                RowsTable.named(
                        RowsTable.view(
                                "One row per customer or event behind the figure", shown, WallAddress.suffix(query)),
                        shown,
                        names.in(shown, query.clocks())));
        model.addAttribute("earlier", page > 1 ? address("/customers", parameters, page - 1) : "");
        model.addAttribute("later", to < listed.total() ? address("/customers", parameters, page + 1) : "");
        model.addAttribute("csv", address("/customers.csv", parameters, 1));
        return "behind";
    }

    @GetMapping("/customers.csv")
    ResponseEntity<byte[]> behindAsFile(@RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        String metric = metric(parameters);
        Listed listed = listed(metric, query, parts(parameters), 0);
        return file(RowsTable.csv(listed.rows()), metric + "-" + query.period().name() + "-rows");
    }

    @GetMapping("/customers/{id}")
    String customer(@PathVariable String id, @RequestParam Map<String, String> parameters, Model model) {
        CustomerId customer = CustomerId.parse(id);
        WallQuery query = views.of(parameters);
        Listed states = desk.ask(() -> ledger.getObject().states(customer, query));
        Listed facts = desk.ask(() -> ledger.getObject().facts(customer, query));
        if (states.rows().size() == 0 && facts.rows().size() == 0) {
            throw Failure.yours(
                    "CUSTOMER_NOT_FOUND",
                    "The ledger knows no customer %s.".formatted(customer),
                    "Follow the link from a figure; after a merge a customer may have another id.");
        }
        model.addAttribute("customer", customer.toString());
        model.addAttribute("called", names.of(Set.of(customer), query.clocks()).get(customer));
        model.addAttribute("states", RowsTable.view("One row per period, oldest first", states.rows(), ""));
        model.addAttribute("facts", RowsTable.view("One row per fact, newest first", facts.rows(), ""));
        model.addAttribute("total", facts.total());
        model.addAttribute("csv", "/customers/" + customer + ".csv" + WallAddress.suffix(query));
        return "customer";
    }

    @GetMapping("/customers/{id}.csv")
    ResponseEntity<byte[]> customerAsFile(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        CustomerId customer = CustomerId.parse(id);
        WallQuery query = views.of(parameters);
        Listed facts = desk.ask(() -> ledger.getObject().facts(customer, query));
        return file(RowsTable.csv(facts.rows()), customer + "-facts");
    }

    private Listed listed(String metric, WallQuery query, Map<String, String> parts, int most) {
        return desk.ask(() -> ledger.getObject().behind(metric, query, parts, most));
    }

    private static Map<String, String> parts(Map<String, String> parameters) {
        Map<String, String> parts = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith("is.")) {
                parts.put(name.substring(3), value);
            }
        });
        return parts;
    }

    private static String narrowed(WallQuery query, Map<String, String> parts) {
        Map<String, String> all = new LinkedHashMap<>(query.where());
        all.putAll(parts);
        return all.entrySet().stream()
                .map(entry -> entry.getKey().replace('_', ' ') + " is "
                        + (entry.getValue().isEmpty() ? "not known" : entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String metric(Map<String, String> parameters) {
        String metric = parameters.getOrDefault("metric", "");
        if (!metric.matches("[a-z][a-z0-9-]{0,60}")) {
            throw Failure.yours(
                    "METRIC_UNKNOWN", "The address names no metric.", "Open a figure on a wall and follow its link.");
        }
        return metric;
    }

    private static int page(Map<String, String> parameters) {
        String page = parameters.getOrDefault("page", "1");
        return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
    }

    private static String address(String path, Map<String, String> parameters, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> {
            if (!name.equals("page")) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.queryParam("page", page)
                .encode()
                .buildAndExpand(parameters)
                .toUriString();
    }

    private static ResponseEntity<byte[]> file(String csv, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(name))
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }
}

package io.customerroom.web.customers;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.customers.LedgerRows.Listed;
import io.customerroom.web.files.Download;
import io.customerroom.web.files.Download.Format;
import io.customerroom.web.files.FileName;
import io.customerroom.web.files.Grid;
import io.customerroom.web.files.TableDownloads;
import io.customerroom.web.tables.RowsTable;
import io.customerroom.web.walls.TypedBatches;
import io.customerroom.web.walls.Views;
import io.customerroom.web.walls.WallAddress;
import io.customerroom.web.walls.WallAnswers;
import io.customerroom.web.work.QueryDesk;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The customers and events behind a figure, page by page. */
@Controller
final class DrillController {

    private static final int PAGE = 100;

    private final ObjectProvider<LedgerRows> ledger;
    private final QueryDesk desk;
    private final Views views;
    private final NamesForReader names;
    private final TableDownloads tables;
    private final TypedBatches typed;
    private final WallAnswers answers;

    DrillController(
            ObjectProvider<LedgerRows> ledger,
            QueryDesk desk,
            Views views,
            NamesForReader names,
            TableDownloads tables,
            TypedBatches typed,
            WallAnswers answers) {
        this.answers = answers;
        this.ledger = ledger;
        this.desk = desk;
        this.views = views;
        this.names = names;
        this.tables = tables;
        this.typed = typed;
    }

    @GetMapping("/customers")
    String behind(@RequestParam Map<String, String> parameters, Model model) {
        String metric = metric(parameters);
        WallQuery query = views.of(parameters);
        Map<String, String> parts = parts(parameters);
        int page = page(parameters);
        Listed listed = listed(metric, query, parts, page * PAGE);
        model.addAttribute("outside", RowsForReader.sentence(listed.outside()));
        List<List<@Nullable Object>> rows = listed.rows().rows();
        int from = Math.min((page - 1) * PAGE, rows.size());
        int to = Math.min(from + PAGE, rows.size());
        model.addAttribute("metric", metric);
        model.addAttribute("period", PeriodWords.of(query));
        model.addAttribute("narrowed", narrowed(query, parts));
        answers.of(new Drill(metric, query.period().name(), parts), query)
                .ifPresent(said -> model.addAttribute("answer", said));
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
        model.addAttribute("xlsx", address("/customers.xlsx", parameters, 1));
        model.addAttribute("parquet", address("/customers.parquet", parameters, 1));
        return "behind";
    }

    /** Every row, however many; customers by their opaque ids. */
    @GetMapping("/customers.{ending:csv|xlsx|parquet}")
    ResponseEntity<Resource> behindAsFile(@PathVariable String ending, @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        String metric = metric(parameters);
        Map<String, String> parts = parts(parameters);
        List<String> narrowed = new ArrayList<>(query.where().values());
        narrowed.addAll(parts.values());
        String name = FileName.of(
                List.of(metric, query.period().name(), "rows"), narrowed, query.clocks(), ZoneOffset.UTC, ending);
        if (Format.of(ending) == Format.PARQUET) {
            RowScope scope = RowsForReader.scope();
            return Download.written(Format.PARQUET, name, file -> {
                Files.delete(file); // the engine writes new files only
                desk.ask(() -> {
                    ledger.getObject().write(metric, query, parts, scope, file);
                    return file;
                });
            });
        }
        Listed listed = listed(metric, query, parts, 0);
        Map<String, String> about = about(query, narrowed(query, parts));
        about.put("Metric", metric);
        if (listed.outside() > 0) {
            about.put("Not shown", RowsForReader.sentence(listed.outside()));
        }
        return tables.of(Format.of(ending), name, Grid.of(listed.rows(), listed.total()), about);
    }

    static Map<String, String> about(WallQuery query, String narrowed) {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Period", query.period().name());
        about.put("Filter", narrowed.isEmpty() ? "none" : narrowed);
        about.put("Through", query.clocks().through().toString());
        about.put("Known", query.clocks().known().toString());
        return about;
    }

    private Listed listed(String metric, WallQuery query, Map<String, String> parts, int most) {
        RowScope scope = RowsForReader.scope();
        Listed listed = desk.ask(() -> ledger.getObject().behind(metric, query, parts, scope, most));
        return new Listed(TypedRows.signed(listed.rows(), typed.byBatch()), listed.total(), listed.outside());
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
}

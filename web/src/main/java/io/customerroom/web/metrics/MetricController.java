package io.customerroom.web.metrics;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.Metric;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.walls.reading.LedgerReadings;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.files.Download.Format;
import io.customerroom.web.files.FileName;
import io.customerroom.web.files.Grid;
import io.customerroom.web.files.TableDownloads;
import io.customerroom.web.tables.RowsTable;
import io.customerroom.web.walls.PastLedgers;
import io.customerroom.web.walls.Views;
import io.customerroom.web.walls.WallAddress;
import io.customerroom.web.work.QueryDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue and each metric's card, with its numbers for the year up to a period. */
@Controller
final class MetricController {

    /** What a page lists; a file has all. */
    private static final int SHOWN = 400;

    private final ObjectProvider<Questions> questions;
    private final ObjectProvider<Builds> builds;
    private final QueryDesk desk;
    private final Views views;
    private final PastLedgers ledgers;
    private final CompanyCalendar calendar;
    private final TableDownloads tables;

    MetricController(
            ObjectProvider<Questions> questions,
            ObjectProvider<Builds> builds,
            QueryDesk desk,
            CompanyFace company,
            Views views,
            PastLedgers ledgers,
            TableDownloads tables) {
        this.tables = tables;
        this.views = views;
        this.ledgers = ledgers;
        this.questions = questions;
        this.builds = builds;
        this.desk = desk;
        this.calendar = company.calendar();
    }

    @GetMapping("/metrics")
    String catalogue(Model model) {
        model.addAttribute("metrics", questions.getObject().catalogue().all());
        return "metrics";
    }

    @GetMapping("/metrics/{name:[a-z][a-z0-9-]*}")
    String metric(@PathVariable String name, @RequestParam Map<String, String> parameters, Model model) {
        Metric metric = questions.getObject().catalogue().metric(name);
        model.addAttribute("metric", metric);
        model.addAttribute("card", metric.card());
        if (metric.card().parameters().contains("customer")) {
            return "metric"; // of one customer: reached from that customer
        }
        builds.getObject().current().ifPresent(current -> {
            WallQuery query = views.of(parameters);
            Build build = ledgers.of(query).orElse(current);
            Answer answer = answer(metric, query, build, SHOWN);
            model.addAttribute(
                    "table", RowsTable.view("One row per " + metric.card().grain(), answer.rows(), ""));
            model.addAttribute(
                    "shown",
                    "%d of %d rows. %s"
                            .formatted(answer.rows().size(), answer.total(), RowsForReader.sentence(answer.outside()))
                            .strip());
            model.addAttribute("warnings", answer.warnings());
            model.addAttribute(
                    "period",
                    "%s to %s".formatted(PeriodWords.of(calendar.sameLastYear(query.period())), PeriodWords.of(query)));
            for (String ending : List.of("csv", "xlsx", "parquet")) {
                model.addAttribute(ending, "/metrics/%s.%s%s".formatted(name, ending, WallAddress.suffix(query)));
            }
            model.addAttribute("fingerprint", answer.fingerprint());
            model.addAttribute("definitions", answer.definitions());
        });
        return "metric";
    }

    @GetMapping("/metrics/{name:[a-z][a-z0-9-]*}.{ending:csv|xlsx|parquet}")
    ResponseEntity<Resource> file(
            @PathVariable String name, @PathVariable String ending, @RequestParam Map<String, String> parameters) {
        Metric metric = questions.getObject().catalogue().metric(name);
        WallQuery query = views.of(parameters);
        Build build = ledgers.of(query)
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND", "No ledger has been built yet.", "Import data and build the ledger."));
        Answer answer = answer(metric, query, build, 0);
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Metric", name + "@" + metric.card().version());
        about.put("Question", metric.card().question());
        about.put("Unit", metric.card().unit());
        about.put("Through", answer.clocks().through().toString());
        about.put("Known", answer.clocks().known().toString());
        about.put("Definitions", answer.definitions());
        about.put("Fingerprint of the question", answer.fingerprint());
        about.put("Evidence (SHA-256 of the figures)", answer.hash());
        String file = FileName.of(
                List.of(name, query.period().name()), query.where().values(), query.clocks(), calendar.zone(), ending);
        return tables.of(Format.of(ending), file, Grid.of(answer.rows(), answer.total()), about);
    }

    private Answer answer(Metric metric, WallQuery query, Build build, int limit) {
        MetricQuery asked = MetricQuery.of(metric.card().name(), query.period().grain())
                .between(calendar.sameLastYear(query.period()), query.period())
                .where(LedgerReadings.filters(metric.card(), query))
                .limitedTo(limit)
                .within(RowsForReader.scope());
        return desk.ask(() -> questions.getObject().ask(build, asked));
    }
}

package io.customerroom.web.api;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.AnswerWriter;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.Metric;
import io.customerroom.ledger.metrics.MetricCard;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.walls.reading.LedgerReadings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.api.LedgerShapes.Told;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.customers.LedgerRows.Listed;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.walls.PastLedgers;
import io.customerroom.web.walls.Views;
import io.customerroom.web.work.QueryDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Metrics, their answers for the year up to a period, and the rows behind a figure. */
@Controller
final class MetricsApi {

    private static final String PART = "is.";

    private final ObjectProvider<Questions> questions;
    private final ObjectProvider<LedgerRows> ledger;
    private final QueryDesk desk;
    private final Views views;
    private final PastLedgers ledgers;
    private final CompanyFace company;

    MetricsApi(
            ObjectProvider<Questions> questions,
            ObjectProvider<LedgerRows> ledger,
            QueryDesk desk,
            Views views,
            PastLedgers ledgers,
            CompanyFace company) {
        this.questions = questions;
        this.ledger = ledger;
        this.desk = desk;
        this.views = views;
        this.ledgers = ledgers;
        this.company = company;
    }

    @GetMapping("/api/v1/metrics")
    ResponseEntity<byte[]> all(@RequestParam Map<String, String> parameters) {
        List<MetricCard> cards = questions.getObject().catalogue().all().stream()
                .map(Metric::card)
                .toList();
        return Sent.page(LedgerShapes.METRIC, Pages.of(parameters).of(cards, MetricCard::name));
    }

    @GetMapping("/api/v1/metrics/{name}")
    ResponseEntity<byte[]> one(@PathVariable String name) {
        return Sent.one(LedgerShapes.METRIC, card(name));
    }

    @GetMapping("/api/v1/metrics/{name}/answer")
    ResponseEntity<byte[]> answer(@PathVariable String name, @RequestParam Map<String, String> parameters) {
        MetricCard card = card(name);
        WallQuery query = views.of(parameters);
        Build build = build(query);
        RowsFrom from = from(parameters, build);
        MetricQuery asked = MetricQuery.of(name, query.period().grain())
                .between(company.calendar().sameLastYear(query.period()), query.period())
                .where(LedgerReadings.filters(card, query))
                .limitedTo(from.last())
                .within(RowsForReader.scope());
        for (Map.Entry<String, String> part : parts(parameters).entrySet()) {
            asked = asked.with(part.getKey(), part.getValue());
        }
        if (parameters.containsKey("by")) {
            asked = asked.by(Dimension.of(parameters.get("by")));
        }
        MetricQuery wanted = asked;
        Answer answer = desk.ask(() -> questions.getObject().ask(build, wanted));
        return told(
                name,
                query,
                build,
                from,
                new Listed(answer.rows(), answer.total(), answer.outside()),
                answer.definitions(),
                answer.warnings());
    }

    /** Customers by their opaque ids; only those the reader may see. */
    @GetMapping("/api/v1/metrics/{name}/rows")
    ResponseEntity<byte[]> rows(@PathVariable String name, @RequestParam Map<String, String> parameters) {
        card(name);
        WallQuery query = views.of(parameters);
        Build build = build(query);
        RowsFrom from = from(parameters, build);
        RowScope scope = RowsForReader.scope();
        Listed listed = desk.ask(() -> ledger.getObject().behind(name, query, parts(parameters), scope, from.last()));
        return told(name, query, build, from, listed, build.definitions(), List.of());
    }

    private static ResponseEntity<byte[]> told(
            String name,
            WallQuery query,
            Build build,
            RowsFrom from,
            Listed listed,
            String definitions,
            List<String> warnings) {
        return Sent.one(
                LedgerShapes.ANSWER,
                new Told(
                        name,
                        query.clocks(),
                        definitions,
                        build.id(),
                        query.period().name(),
                        listed.total(),
                        listed.outside(),
                        listed.rows().columns().stream().map(Rows.Column::name).toList(),
                        from.page(AnswerWriter.cells(listed.rows())),
                        warnings,
                        from.next(build.id(), listed.total())));
    }

    private MetricCard card(String name) {
        return questions.getObject().catalogue().metric(name).card();
    }

    private Build build(WallQuery query) {
        return ledgers.of(query)
                .orElseThrow(() -> Failure.yours(
                        "LEDGER_NOT_FOUND", "No ledger has been built yet.", "Import data and build the ledger."));
    }

    private static RowsFrom from(Map<String, String> parameters, Build build) {
        RowsFrom from = RowsFrom.of(Pages.of(parameters));
        from.mustBe(build.id());
        return from;
    }

    private static Map<String, String> parts(Map<String, String> parameters) {
        Map<String, String> parts = new LinkedHashMap<>();
        parameters.forEach((name, value) -> Optional.of(name)
                .filter(it -> it.startsWith(PART))
                .ifPresent(it -> parts.put(it.substring(PART.length()), value)));
        return parts;
    }
}

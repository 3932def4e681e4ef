package io.customerroom.app.server;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.Filters;
import io.customerroom.ledger.metrics.MetricCard;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.walls.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers walls and pages from the ledger. */
final class LedgerAnswers implements Readings, LedgerRows, Choices {

    private final CurrentLedger ledger;
    private final Questions questions;

    LedgerAnswers(CurrentLedger ledger, Questions questions) {
        this.ledger = ledger;
        this.questions = questions;
    }

    @Override
    public Reading read(String metric, Period from, Period to, List<String> by, WallQuery query) {
        MetricQuery question = MetricQuery.of(metric, to.grain()).between(from, to);
        for (String dimension : by) {
            question = question.by(Dimension.of(dimension));
        }
        List<String> warnings = new ArrayList<>();
        Answer answer = ask(narrowed(question, query, warnings), query);
        warnings.addAll(answer.warnings());
        return new Reading(
                answer.rows(),
                warnings,
                new Exhibit.Source(
                        answer.metric().name() + "@" + answer.metric().version(),
                        answer.definitions(),
                        answer.fingerprint(),
                        answer.hash()));
    }

    @Override
    public Listed behind(String metric, WallQuery query, int limit) {
        MetricQuery question = MetricQuery.of(metric, query.period().grain())
                .in(query.period())
                .rowsBehind(limit);
        return listed(ask(narrowed(question, query, new ArrayList<>()), query));
    }

    @Override
    public Listed states(CustomerId customer, WallQuery query) {
        return listed(ask(
                MetricQuery.of("customers", query.period().grain()).with("customer", Long.toString(customer.value())),
                query));
    }

    @Override
    public Listed facts(CustomerId customer, WallQuery query) {
        return listed(ask(
                MetricQuery.of("customer-facts", query.period().grain())
                        .with("customer", Long.toString(customer.value())),
                query));
    }

    @Override
    public List<String> segments() {
        return members(Dimension.SEGMENT);
    }

    @Override
    public List<String> sites() {
        return members(Dimension.SITE);
    }

    private List<String> members(Dimension dimension) {
        return ledger.shown()
                .map(shown -> questions.members(ledger.at(shown.clocks()), dimension).stream()
                        .filter(member -> !member.isEmpty())
                        .toList())
                .orElseGet(List::of);
    }

    private Answer ask(MetricQuery question, WallQuery query) {
        return questions.ask(ledger.at(query.clocks()), question);
    }

    /** The view's filters, as far as the metric can be told apart by them; where it cannot, the figure says so. */
    private MetricQuery narrowed(MetricQuery question, WallQuery query, List<String> warnings) {
        MetricCard card = questions.catalogue().metric(question.metric()).card();
        Filters filters = Filters.none();
        for (Map.Entry<String, String> wanted : query.where().entrySet()) {
            Dimension dimension = Dimension.of(wanted.getKey());
            if (card.dimensions().contains(dimension)) {
                filters = filters.and(dimension, wanted.getValue());
            } else {
                warnings.add("Not told apart by %s: this is the whole company.".formatted(dimension.id()));
            }
        }
        return question.where(filters);
    }

    private static Listed listed(Answer answer) {
        return new Listed(answer.rows(), answer.total());
    }
}

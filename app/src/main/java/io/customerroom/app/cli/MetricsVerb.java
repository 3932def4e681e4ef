package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.metrics.Catalogue;
import io.customerroom.ledger.metrics.Dimension;
import io.customerroom.ledger.metrics.MetricCard;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "metrics", description = "Lists the catalogue, or one card.")
final class MetricsVerb extends Verb {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The metric whose card is wanted.")
    private Optional<String> name = Optional.empty();

    @Override
    void perform() {
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            Catalogue catalogue = bench.questions().catalogue();
            if (name.isPresent()) {
                print(catalogue.metric(name.get()).card());
                return;
            }
            TextTable table = new TextTable("name", "question", "unit", "from");
            catalogue
                    .all()
                    .forEach(metric -> table.add(
                            metric.card().name(),
                            metric.card().question(),
                            metric.card().unit(),
                            metric.builtIn() ? "built in" : "metrics/"));
            table.print(console().out());
        }
    }

    private void print(MetricCard card) {
        line("name", card.name() + "@" + card.version());
        line("question", card.question());
        line("unit", card.unit());
        line("grain", card.grain());
        line("direction", card.direction().name().toLowerCase(Locale.ROOT));
        line("no data", card.noData().name().toLowerCase(Locale.ROOT));
        line("source", card.source());
        line("owner", card.owner());
        line("not comparable when", card.notComparableWhen());
        line("dimensions", card.dimensions().stream().map(Dimension::id).collect(Collectors.joining(", ")));
        line("parameters", String.join(", ", card.parameters()));
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            console().out().println("%-20s %s".formatted(name, value));
        }
    }
}

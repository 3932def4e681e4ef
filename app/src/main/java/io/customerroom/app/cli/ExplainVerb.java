package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.ChangeExplained;
import io.customerroom.ledger.metrics.ChangeExplained.Figure;
import io.customerroom.ledger.metrics.ChangeExplained.Split;
import io.customerroom.ledger.metrics.MetricQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description = "Says why a figure changed against the period before, in parts that add up exactly.",
        sortOptions = false)
final class ExplainVerb extends Verb {

    @Parameters(
            index = "0",
            paramLabel = "FIGURE",
            description =
                    "customer-math (or customers): active customers; value-flow (or value): their value; came; left.")
    private String figure = "";

    @Parameters(index = "1", paramLabel = "PERIOD", description = "2026-03, 2026-Q1, 2026, FY2026-Q1 or FY2026.")
    private String period = "";

    @Option(
            names = "--by",
            paramLabel = "SPLIT",
            split = ",",
            description = "state, segment, site, channel, reason; without it all of them.")
    private List<String> by = List.of();

    @Mixin
    private ClockOptions clocks = new ClockOptions();

    @Option(names = "--format", paramLabel = "F", description = "table (default) or json.")
    private String format = "table";

    @Override
    void perform() {
        Figure wanted = Figure.named(figure);
        AnswerFormat written = AnswerFormat.named(format);
        List<Split> splits = by.isEmpty()
                ? Arrays.asList(Split.values())
                : by.stream().map(Split::named).toList();
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            Period asked = bench.settings().calendar().parse(period);
            Build build = Asked.build(room(), bench, ChangeExplained.METRIC, clocks);
            Answer answer = bench.question(ChangeExplained.METRIC)
                    .ask(
                            build,
                            MetricQuery.of(ChangeExplained.METRIC, asked.grain())
                                    .in(asked));
            ExplainText text = new ExplainText(
                    asked.name(),
                    bench.settings().calendar().previous(asked).name(),
                    answer,
                    ChangeExplained.of(answer.rows(), wanted).stream()
                            .filter(explained -> splits.contains(explained.split()))
                            .collect(Collectors.toCollection(ArrayList::new)));
            console().out().print(text.in(written));
        }
    }
}

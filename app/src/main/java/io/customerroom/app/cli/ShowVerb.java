package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.metrics.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Answers a metric. The ledger is built first where facts, clocks or definitions ask for it.",
        sortOptions = false)
final class ShowVerb extends Verb {

    @Parameters(paramLabel = "NAME", description = "A metric, as 'metrics' lists them.")
    private String metric = "";

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Mixin
    private ClockOptions clocks = new ClockOptions();

    @Option(names = "--format", paramLabel = "F", description = "table (default), json or csv.")
    private String format = "table";

    @Override
    void perform() {
        AnswerFormat wanted = AnswerFormat.named(format);
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            Answer answer = Asked.of(room(), bench, metric, question, clocks);
            console().out().print(wanted.text(answer));
        }
    }
}

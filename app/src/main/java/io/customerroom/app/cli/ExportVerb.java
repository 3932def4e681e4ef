package io.customerroom.app.cli;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Writes the answer of a metric to a file.", sortOptions = false)
final class ExportVerb extends Verb {

    private static final Set<String> WALLS = Set.of("wall-1", "wall-2", "wall-3", "room");

    @Parameters(paramLabel = "NAME", description = "A metric, as 'metrics' lists them.")
    private String name = "";

    @Option(names = "--format", required = true, paramLabel = "F", description = "csv, json or table.")
    private String format = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write; it must not exist.")
    private Path out = Path.of("");

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Mixin
    private ClockOptions clocks = new ClockOptions();

    @Override
    void perform() {
        if (WALLS.contains(name)) {
            throw Failure.yours(
                    "EXPORT_NOT_OFFERED",
                    "'%s' cannot be written to a file from here yet.".formatted(name),
                    "Start ./customer-room serve: every wall prints well, and every table on it has a CSV download. Metrics"
                            + " can be exported as csv, json or table.");
        }
        AnswerFormat wanted = AnswerFormat.named(format);
        Path file = room().resolve(out);
        if (Files.exists(file)) {
            throw Failure.yours("FILE_EXISTS", "%s exists already.".formatted(file), "Name a new file.");
        }
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            Answer answer = Asked.of(room(), bench, name, question, clocks);
            Files.writeString(file, wanted.text(answer));
            console().say("%d rows are in %s.".formatted(answer.rows().size(), file));
        } catch (IOException e) {
            throw Failure.resources(
                    "FILE_NOT_WRITTEN",
                    "%s could not be written (%s).".formatted(file, e.getClass().getSimpleName()),
                    "Check the space on the disk and the rights of the folder.");
        }
    }
}

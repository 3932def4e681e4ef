package io.customerroom.app.cli;

import io.customerroom.app.export.AnswerBook;
import io.customerroom.app.export.WallData;
import io.customerroom.app.export.WallHtml;
import io.customerroom.app.export.WallPages;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.Questions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Writes the answer of a metric, or a wall, to a file.", sortOptions = false)
final class ExportVerb extends Verb {

    /** What can be exported beside metrics: a wall by its number, and all of them. */
    private static final Map<String, Optional<Integer>> WALLS = Map.of(
            "wall-1", Optional.of(1), "wall-2", Optional.of(2), "wall-3", Optional.of(3), "room", Optional.empty());

    private static final List<String> OF_WALLS = List.of("html", "csv", "json");
    private static final List<String> OF_METRICS = List.of("csv", "json", "table", "xlsx", "parquet");

    @Parameters(
            paramLabel = "NAME",
            description = "A metric, as 'metrics' lists them; or wall-1, wall-2, wall-3, room.")
    private String name = "";

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description = "Of a metric csv, json, table, xlsx or parquet; of a wall html, csv or json.")
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
        String wanted = format.toLowerCase(Locale.ROOT);
        boolean wall = WALLS.containsKey(name);
        requireOffered(wanted, wall ? OF_WALLS : OF_METRICS, wall ? "a wall" : "a metric");
        Path file = room().resolve(out);
        if (Files.exists(file)) {
            throw Failure.yours("FILE_EXISTS", "%s exists already.".formatted(file), "Name a new file.");
        }
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            if (wall) {
                writeWall(bench, wanted, file);
            } else {
                writeMetric(bench, wanted, file);
            }
        } catch (IOException e) {
            throw Failure.resources(
                    "FILE_NOT_WRITTEN",
                    "%s could not be written (%s).".formatted(file, e.getClass().getSimpleName()),
                    "Check that its folder exists, the space on the disk and your rights.");
        }
    }

    private void requireOffered(String wanted, List<String> offered, String of) {
        if (!offered.contains(wanted)) {
            String pictures = wanted.equals("pdf") || wanted.equals("png")
                    ? " Export the wall as html, open it in a browser and print it."
                    : "";
            throw Failure.yours(
                    "FORMAT_NOT_OFFERED",
                    "The format '%s' is not offered for %s.".formatted(format, of),
                    "Offered are %s.%s".formatted(String.join(", ", offered), pictures));
        }
    }

    private void writeWall(Workbench bench, String wanted, Path file) throws IOException {
        Map<String, String> view = question.view();
        Build build = Asked.build(room(), bench, name, clocks);
        WallPages pages = WallPages.of(bench, build, WALLS.getOrDefault(name, Optional.empty()), view);
        String text =
                switch (wanted) {
                    case "html" -> WallHtml.of(pages);
                    case "json" -> WallData.json(pages);
                    default -> WallData.csv(pages);
                };
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        console().say("%s of %s is in %s.".formatted(name, pages.period(), file));
    }

    private void writeMetric(Workbench bench, String wanted, Path file) throws IOException {
        if (wanted.equals("parquet")) {
            Questions questions = bench.question(name);
            Build build = Asked.build(room(), bench, name, clocks);
            long rows =
                    questions.write(build, question.query(name, bench.settings().calendar()), file);
            console().say("%d rows are in %s.".formatted(rows, file));
            return;
        }
        Answer answer = Asked.of(room(), bench, name, question, clocks);
        if (wanted.equals("xlsx")) {
            if (!AnswerBook.holds(answer)) {
                throw Failure.yours(
                        "TOO_MANY_ROWS",
                        "A sheet cannot hold %d rows.".formatted(answer.rows().size()),
                        "Export csv or parquet, or narrow the question.");
            }
            AnswerBook.write(answer, file);
        } else {
            Files.writeString(file, AnswerFormat.named(wanted).text(answer), StandardOpenOption.CREATE_NEW);
        }
        console().say("%d rows are in %s.".formatted(answer.rows().size(), file));
    }
}

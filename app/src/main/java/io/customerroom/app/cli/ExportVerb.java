package io.customerroom.app.cli;

import io.customerroom.app.export.AnswerBook;
import io.customerroom.app.export.OutFile;
import io.customerroom.app.export.WallData;
import io.customerroom.app.export.WallFiles;
import io.customerroom.app.export.WallHtml;
import io.customerroom.app.export.WallPages;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.web.files.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Writes the answer of a metric, a wall or one of its exhibits to a file, whole or not at all.",
        sortOptions = false)
final class ExportVerb extends Verb {

    /** What can be exported beside metrics: a wall by its number, and all of them. */
    private static final Map<String, Optional<Integer>> WALLS = Map.of(
            "wall-1", Optional.of(1), "wall-2", Optional.of(2), "wall-3", Optional.of(3), "room", Optional.empty());

    private static final List<String> OF_METRICS = List.of("csv", "json", "table", "xlsx", "parquet");
    private static final List<String> OF_WALLS = List.of("html", "csv", "json", "xlsx");
    private static final List<String> OF_EXHIBITS = List.of("csv", "xlsx", "parquet", "svg", "png");

    @Parameters(
            paramLabel = "NAME",
            description = "A metric, as 'metrics' lists them; or wall-1, wall-2, wall-3, room.")
    private String name = "";

    @Option(names = "--exhibit", paramLabel = "ID", description = "Of a wall this exhibit alone, by its id: flow.")
    private Optional<String> exhibit = Optional.empty();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description = "Of a metric csv, json, table, xlsx or parquet; of a wall html, csv, json or xlsx;"
                    + " of an exhibit csv, xlsx, parquet, svg or png.")
    private String format = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replaces the file where it exists.")
    private boolean force;

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Mixin
    private ClockOptions clocks = new ClockOptions();

    @Override
    void perform() {
        String wanted = format.toLowerCase(Locale.ROOT);
        boolean wall = WALLS.containsKey(name);
        if (exhibit.isPresent() && !wall) {
            throw Failure.yours(
                    "OPTION_NOT_FOR_METRICS",
                    "A metric has no exhibits.",
                    "Name wall-1, wall-2, wall-3 or room, or leave --exhibit out.");
        }
        requireOffered(wanted, exhibit.isPresent() ? OF_EXHIBITS : wall ? OF_WALLS : OF_METRICS, wall);
        OutFile file = new OutFile(room().resolve(out), force);
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            if (wall) {
                writeWall(bench, wanted, file);
            } else {
                writeMetric(bench, wanted, file);
            }
        }
    }

    private void requireOffered(String wanted, List<String> offered, boolean wall) {
        if (!offered.contains(wanted)) {
            String one = wall && exhibit.isEmpty() && OF_EXHIBITS.contains(wanted)
                    ? " Of one exhibit, named with --exhibit, also %s.".formatted(String.join(", ", OF_EXHIBITS))
                    : "";
            throw Failure.yours(
                    "FORMAT_NOT_OFFERED",
                    "The format '%s' is not offered for %s."
                            .formatted(format, exhibit.isPresent() ? "an exhibit" : wall ? "a wall" : "a metric"),
                    "Offered are %s.%s".formatted(String.join(", ", offered), one));
        }
    }

    private void writeWall(Workbench bench, String wanted, OutFile file) {
        Map<String, String> view = question.view();
        Build build = Asked.build(room(), bench, name, clocks);
        WallPages pages = WallPages.of(bench, build, WALLS.getOrDefault(name, Optional.empty()), view);
        WallFiles files = new WallFiles(bench.settings().calendar().zone(), bench::engine);
        if (exhibit.isPresent()) {
            Piece piece = WallFiles.one(pages.pieces(), exhibit.get());
            file.write(path -> {
                files.write(piece, wanted, path);
                return piece;
            });
            console().say("%s of %s is in %s.".formatted(piece.name(), pages.period(), file.file()));
            return;
        }
        file.write(path -> switch (wanted) {
            case "html" -> Files.writeString(path, WallHtml.of(pages));
            case "json" -> Files.writeString(path, WallData.json(pages));
            case "xlsx" -> files.workbook(pages.pieces(), path);
            default -> Files.writeString(path, WallData.csv(pages));
        });
        console().say("%s of %s is in %s.".formatted(name, pages.period(), file.file()));
    }

    private void writeMetric(Workbench bench, String wanted, OutFile file) {
        long rows = file.write(path -> wanted.equals("parquet") ? parquet(bench, path) : answer(bench, wanted, path));
        console().say("%d rows are in %s.".formatted(rows, file.file()));
    }

    private long parquet(Workbench bench, Path path) {
        Questions questions = bench.question(name);
        Build build = Asked.build(room(), bench, name, clocks);
        return questions.write(build, question.query(name, bench.settings().calendar()), path);
    }

    private long answer(Workbench bench, String wanted, Path path) throws IOException {
        Answer answer = Asked.of(room(), bench, name, question, clocks);
        if (wanted.equals("xlsx")) {
            long written = AnswerBook.write(answer, bench.settings().calendar().zone(), path);
            if (written < answer.rows().size()) {
                console()
                        .say("A sheet holds %d of %d rows; csv and parquet hold all of them."
                                .formatted(written, answer.rows().size()));
            }
            return written;
        }
        Files.writeString(path, AnswerFormat.named(wanted).text(answer));
        return answer.rows().size();
    }
}

package io.customerroom.app.cli;

import io.customerroom.app.export.AnswerBook;
import io.customerroom.app.export.FrozenWalls;
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
import io.customerroom.state.Trail.Verification.Whole;
import io.customerroom.state.TrailFile;
import io.customerroom.web.files.Piece;
import io.customerroom.web.paper.Fonts;
import io.customerroom.web.paper.HungWall;
import io.customerroom.web.paper.PackText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

    private static final String TRAIL = "trail";
    private static final List<String> OF_TRAIL = List.of("jsonl");
    private static final List<String> OF_METRICS = List.of("csv", "json", "table", "xlsx", "parquet");
    private static final List<String> OF_WALLS = List.of("html", "csv", "json", "xlsx", "pdf");
    private static final List<String> OF_FROZEN_WALLS = List.of("xlsx", "pdf");
    private static final List<String> OF_EXHIBITS = List.of("csv", "xlsx", "parquet", "svg", "png");

    @Parameters(
            paramLabel = "NAME",
            description = "A metric, as 'metrics' lists them; or wall-1, wall-2, wall-3, room; or trail.")
    private String name = "";

    @Option(names = "--exhibit", paramLabel = "ID", description = "Of a wall this exhibit alone, by its id: flow.")
    private Optional<String> exhibit = Optional.empty();

    @Option(
            names = "--meeting",
            paramLabel = "M",
            description =
                    "Of a wall as this meeting froze it: m3. Offered are xlsx and pdf, and all files of an exhibit.")
    private Optional<String> meeting = Optional.empty();

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description = "Of a metric csv, json, table, xlsx or parquet; of a wall html, csv, json, xlsx or pdf"
                    + " (a poster on A3; of room the board pack);"
                    + " of an exhibit csv, xlsx, parquet, svg or png; of the trail jsonl.")
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
        if ((exhibit.isPresent() || meeting.isPresent()) && !wall) {
            throw Failure.yours(
                    "OPTION_NOT_FOR_METRICS",
                    "Exhibits and meetings belong to walls, and '%s' is none.".formatted(name),
                    "Name wall-1, wall-2, wall-3 or room, or leave --exhibit and --meeting out.");
        }
        requireOffered(wanted, offered(wall), wall);
        OutFile file = new OutFile(room().resolve(out), force);
        try (Workbench bench = Workbench.open(room().workspace(), room().clock())) {
            if (name.equals(TRAIL)) {
                writeTrail(bench, file);
            } else if (wall) {
                writeWall(bench, wanted, file);
            } else {
                writeMetric(bench, wanted, file);
            }
        }
    }

    /** The head goes to the console, not only into the file: noted elsewhere it shows later that nothing was cut off. */
    private void writeTrail(Workbench bench, OutFile file) {
        Whole written = file.write(path -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
                return TrailFile.write(bench.store().trail(), out);
            }
        });
        console().say("%d entries are in %s. Note the head elsewhere:".formatted(written.entries(), file.file()));
        console().out().println(written.head());
    }

    private List<String> offered(boolean wall) {
        if (name.equals(TRAIL)) {
            return OF_TRAIL;
        }
        return exhibit.isPresent() ? OF_EXHIBITS : meeting.isPresent() ? OF_FROZEN_WALLS : wall ? OF_WALLS : OF_METRICS;
    }

    private void requireOffered(String wanted, List<String> offered, boolean wall) {
        if (!offered.contains(wanted)) {
            String one = wall && exhibit.isEmpty() && OF_EXHIBITS.contains(wanted)
                    ? " Of one exhibit, named with --exhibit, also %s.".formatted(String.join(", ", OF_EXHIBITS))
                    : "";
            throw Failure.yours(
                    "FORMAT_NOT_OFFERED",
                    "The format '%s' is not offered for %s."
                            .formatted(
                                    format,
                                    name.equals(TRAIL)
                                            ? "the trail"
                                            : exhibit.isPresent() ? "an exhibit" : wall ? "a wall" : "a metric"),
                    "Offered are %s.%s".formatted(String.join(", ", offered), one));
        }
    }

    private void writeWall(Workbench bench, String wanted, OutFile file) {
        Optional<Integer> number = WALLS.getOrDefault(name, Optional.empty());
        Map<String, String> view = question.view();
        if (meeting.isPresent()) {
            if (!view.isEmpty() || clocks.given()) {
                throw Failure.yours(
                        "OPTION_NOT_FOR_MEETINGS",
                        "A frozen wall keeps the view and the clocks it was frozen with.",
                        "Leave --period, --by, --where, --through, --known and --definition out.");
            }
            FrozenWalls frozen = FrozenWalls.of(bench, meeting.get(), number);
            write(bench, frozen.walls(), frozen::packText, wanted, file);
            return;
        }
        Build build = Asked.build(room(), bench, name, clocks);
        WallPages pages = WallPages.of(bench, build, number, view);
        switch (wanted) {
            case "html" -> text(file, WallHtml.of(pages));
            case "json" -> text(file, WallData.json(pages));
            case "csv" -> {
                if (exhibit.isPresent()) {
                    write(bench, pages.hung(bench.hanging()), () -> pages.packText(bench), wanted, file);
                } else {
                    text(file, WallData.csv(pages));
                }
            }
            default -> write(bench, pages.hung(bench.hanging()), () -> pages.packText(bench), wanted, file);
        }
        console().say("%s of %s is in %s.".formatted(exhibit.orElse(name), pages.period(), file.file()));
    }

    private void write(Workbench bench, List<HungWall> walls, Supplier<PackText> text, String wanted, OutFile file) {
        WallFiles files = new WallFiles(bench.settings().calendar().zone(), bench::engine);
        List<Piece> pieces =
                walls.stream().flatMap(wall -> wall.pieces().stream()).toList();
        Optional<Piece> one = exhibit.map(id -> WallFiles.one(pieces, id));
        file.write(path -> {
            if (one.isPresent()) {
                files.write(one.get(), wanted, path);
            } else if (wanted.equals("pdf")) {
                files.pdf(walls, text, Fonts.of(bench.workspace()), path);
            } else {
                files.workbook(pieces, path);
            }
            return path;
        });
        meeting.ifPresent(
                id -> console().say("%s as frozen in %s is in %s.".formatted(exhibit.orElse(name), id, file.file())));
    }

    private static void text(OutFile file, String text) {
        file.write(path -> Files.writeString(path, text));
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

package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.people.People;
import io.customerroom.room.promises.Promises;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.artefacts.Hanging;
import io.customerroom.web.files.Download;
import io.customerroom.web.files.Download.Format;
import io.customerroom.web.files.FileName;
import io.customerroom.web.files.Grid;
import io.customerroom.web.files.Piece;
import io.customerroom.web.files.TableDownloads;
import io.customerroom.web.paper.BoardPack;
import io.customerroom.web.paper.Fonts;
import io.customerroom.web.paper.HungWall;
import io.customerroom.web.paper.PictureFile;
import io.customerroom.web.paper.Poster;
import io.customerroom.web.walls.Pieces;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a meeting froze, as files: from what it keeps alone, so that they are the same today and in ten years. */
@Controller
@RequestMapping("/meetings/{id}")
final class FrozenFiles {

    private final Meetings meetings;
    private final Promises promises;
    private final People people;
    private final CompanyFace company;
    private final TableDownloads tables;
    private final ObjectProvider<Workspace> workspace;
    private final Hanging hanging;
    private final FrozenForReader forReader;

    FrozenFiles(
            Meetings meetings,
            Promises promises,
            People people,
            CompanyFace company,
            TableDownloads tables,
            ObjectProvider<Workspace> workspace,
            Hanging hanging,
            FrozenForReader forReader) {
        this.forReader = forReader;
        this.hanging = hanging;
        this.meetings = meetings;
        this.promises = promises;
        this.people = people;
        this.company = company;
        this.tables = tables;
        this.workspace = workspace;
    }

    @GetMapping("/wall-{number:[123]}.pdf")
    ResponseEntity<Resource> poster(@PathVariable String id, @PathVariable int number) {
        Meeting meeting = frozen(id);
        HungWall wall = Pieces.wall(number, meeting, forReader.of(meetings.readings(id)), company.name())
                .map(hung -> beside(id, hung))
                .orElseThrow(() -> unknown());
        return Download.of(
                Format.PDF,
                name(meeting, wall, List.of("wall", String.valueOf(number), "poster"), Format.PDF),
                Poster.of(wall, fonts()));
    }

    @GetMapping("/board-pack.pdf")
    ResponseEntity<Resource> pack(@PathVariable String id) {
        Meeting meeting = frozen(id);
        List<FrozenReading> readings = forReader.of(meetings.readings(id));
        List<HungWall> walls = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> Pieces.wall(number, meeting, readings, company.name()))
                .flatMap(Optional::stream)
                .map(hung -> beside(id, hung))
                .toList();
        if (walls.isEmpty()) {
            throw unknown();
        }
        Workspace at = workspace.getIfAvailable();
        Definitions definitions = at == null ? Definitions.of(Map.of()) : Definitions.load(at);
        PackTexts texts = new PackTexts(promises, people.all(), definitions);
        return Download.of(
                Format.PDF,
                name(meeting, walls.getFirst(), List.of("board", "pack"), Format.PDF),
                BoardPack.of(walls, texts.frozen(meeting, walls.getFirst()), fonts()));
    }

    @GetMapping("/{exhibit:[a-z0-9-]+}.{ending:csv|xlsx|parquet|svg|png}")
    ResponseEntity<Resource> exhibit(
            @PathVariable String id, @PathVariable String exhibit, @PathVariable String ending) {
        Meeting meeting = frozen(id);
        FrozenReading reading = forReader.of(meetings.readings(id)).stream()
                .filter(it -> it.reading().exhibit().equals(exhibit))
                .findFirst()
                .orElseThrow(() -> unknown());
        Piece piece = Pieces.frozen(meeting, reading, company.name());
        Format format = Format.of(ending);
        String name = FileName.of(
                List.of(
                        id,
                        "wall",
                        String.valueOf(piece.wall()),
                        piece.id(),
                        piece.papers().period()),
                List.of(),
                piece.papers().clocks(),
                company.calendar().zone(),
                ending);
        return switch (format) {
            case CSV, XLSX, PARQUET -> tables.of(format, name, Grid.of(piece.table()), piece.about());
            case SVG -> Download.of(format, name, PictureFile.svg(piece).orElseThrow(() -> noPicture(exhibit)));
            case PNG -> Download.of(format, name, PictureFile.png(piece).orElseThrow(() -> noPicture(exhibit)));
            case PDF -> throw noPicture(exhibit);
        };
    }

    private HungWall beside(String meeting, HungWall wall) {
        return wall.with(hanging.paper(meeting, wall.number(), wall.exhibits()));
    }

    private Meeting frozen(String id) {
        Meeting meeting = meetings.require(id);
        if (!meeting.frozen()) {
            throw Failure.yours(
                    "MEETING_NOT_FROZEN",
                    "The walls of this meeting are not frozen yet.",
                    "Freeze them on the meeting's page first.");
        }
        return meeting;
    }

    private String name(Meeting meeting, HungWall wall, List<String> what, Format format) {
        return FileName.of(
                List.of(meeting.id(), String.join(" ", what), meeting.day().toString()),
                List.of(),
                wall.clocks(),
                company.calendar().zone(),
                format.ending());
    }

    private List<Path> fonts() {
        Workspace at = workspace.getIfAvailable();
        return at == null ? List.of() : Fonts.of(at);
    }

    private static Failure unknown() {
        return Failure.yours(
                "EXHIBIT_UNKNOWN",
                "No such exhibit is frozen in this meeting.",
                "Open the meeting and follow the exhibit's own link.");
    }

    private static Failure noPicture(String exhibit) {
        return Failure.yours(
                "PICTURE_NOT_FOUND",
                "The exhibit '%s' has no picture.".formatted(exhibit),
                "Download its table instead.");
    }
}

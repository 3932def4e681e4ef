package io.customerroom.web.walls;

import io.customerroom.kernel.Failure;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.files.Download;
import io.customerroom.web.files.Download.Format;
import io.customerroom.web.files.FileName;
import io.customerroom.web.files.Grid;
import io.customerroom.web.files.Piece;
import io.customerroom.web.files.TableDownloads;
import io.customerroom.web.paper.PictureFile;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Each exhibit's table and picture as a file, for the very view that the address names. */
@Controller
final class ExhibitFiles {

    private final WallBook book;
    private final Views views;
    private final CompanyFace company;
    private final Charts charts;
    private final TableDownloads tables;
    private final WallForReader forReader;

    ExhibitFiles(
            WallBook book,
            Views views,
            CompanyFace company,
            Charts charts,
            TableDownloads tables,
            WallForReader forReader) {
        this.forReader = forReader;
        this.book = book;
        this.views = views;
        this.company = company;
        this.charts = charts;
        this.tables = tables;
    }

    @GetMapping("/walls/{number:\\d}/{exhibit:[a-z0-9-]+}.{ending:csv|xlsx|parquet|svg|png}")
    ResponseEntity<Resource> file(
            @PathVariable int number,
            @PathVariable String exhibit,
            @PathVariable String ending,
            @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        Wall wall = book.layerOf(number, exhibit, query).orElseGet(() -> book.wall(number, query));
        return file(wall, exhibit(wall, exhibit), query, Format.of(ending));
    }

    /** An exhibit that hangs on this wall or on a page behind it. */
    ResponseEntity<Resource> file(Wall wall, Exhibit exhibit, WallQuery query, Format format) {
        Piece piece = Pieces.live(wall, forReader.of(exhibit), query, company.name(), charts);
        String name = name(piece, query, company, format);
        return switch (format) {
            case CSV, XLSX, PARQUET -> tables.of(format, name, Grid.of(piece.table()), piece.about());
            case SVG -> Download.of(format, name, PictureFile.svg(piece).orElseThrow(() -> noPicture(piece)));
            case PNG -> Download.of(format, name, PictureFile.png(piece).orElseThrow(() -> noPicture(piece)));
            case PDF -> throw noPicture(piece);
        };
    }

    static String name(Piece piece, WallQuery query, CompanyFace company, Format format) {
        return FileName.of(
                List.of(
                        "wall",
                        String.valueOf(piece.wall()),
                        piece.id(),
                        query.period().name()),
                query.where().values(),
                query.clocks(),
                company.calendar().zone(),
                format.ending());
    }

    private static Failure noPicture(Piece piece) {
        return Failure.yours(
                "PICTURE_NOT_FOUND",
                "The exhibit '%s' has no picture.".formatted(piece.id()),
                "Download its table instead.");
    }

    private static Exhibit exhibit(Wall wall, String id) {
        return wall.all().stream()
                .filter(exhibit -> exhibit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "EXHIBIT_UNKNOWN",
                        "There is no exhibit '%s' on wall %d.".formatted(id, wall.number()),
                        "Open the wall and follow the exhibit's own link."));
    }
}

package io.customerroom.web.walls;

import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.files.Download;
import io.customerroom.web.files.Download.Format;
import io.customerroom.web.files.FileName;
import io.customerroom.web.paper.Fonts;
import io.customerroom.web.paper.Poster;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Each wall as a poster, for the very view that the address names. */
@Controller
final class WallPosters {

    private final WallBook book;
    private final Views views;
    private final CompanyFace company;
    private final Charts charts;
    private final ObjectProvider<Workspace> workspace;
    private final Beside beside;
    private final WallForReader forReader;

    WallPosters(
            WallBook book,
            Views views,
            CompanyFace company,
            Charts charts,
            ObjectProvider<Workspace> workspace,
            Beside beside,
            WallForReader forReader) {
        this.forReader = forReader;
        this.beside = beside;
        this.book = book;
        this.views = views;
        this.company = company;
        this.charts = charts;
        this.workspace = workspace;
    }

    @GetMapping("/walls/{number:\\d}.pdf")
    ResponseEntity<Resource> poster(@PathVariable int number, @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        Wall wall = forReader.of(book.wall(number, query));
        List<Wall> chapters = book.chapters(number).stream()
                .map(chapter -> forReader.of(book.chapter(number, chapter.id(), query)))
                .toList();
        Workspace at = workspace.getIfAvailable();
        List<Path> fonts = at == null ? List.of() : Fonts.of(at);
        String name = FileName.of(
                List.of("wall", String.valueOf(number), "poster", query.period().name()),
                query.where().values(),
                query.clocks(),
                company.calendar().zone(),
                Format.PDF.ending());
        return Download.of(
                Format.PDF,
                name,
                Poster.of(beside.on(Pieces.wall(wall, chapters, query, company.name(), charts)), fonts));
    }
}

package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Csv;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.charts.Charts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ViewResolver;

/** The three walls, and each exhibit's table and picture as a file. */
@Controller
final class WallController {

    private final WallBook book;
    private final LedgerStatus status;
    private final Views views;
    private final CompanyCalendar calendar;
    private final ObjectProvider<Choices> choices;
    private final Charts charts;
    private final RestatementLines restatements;
    private final PrintedWalls printed;
    private final ViewResolver templates;

    WallController(
            WallBook book,
            LedgerStatus status,
            Views views,
            CompanyFace company,
            ObjectProvider<Choices> choices,
            Charts charts,
            RestatementLines restatements,
            PrintedWalls printed,
            @Qualifier("thymeleafViewResolver") ViewResolver templates) {
        this.book = book;
        this.status = status;
        this.views = views;
        this.calendar = company.calendar();
        this.choices = choices;
        this.charts = charts;
        this.restatements = restatements;
        this.printed = printed;
        this.templates = templates;
    }

    @GetMapping("/")
    String first() {
        return status.shown().isPresent() ? "redirect:/walls/1" : "first-steps";
    }

    @GetMapping("/walls/{number:\\d}")
    String wall(
            @PathVariable int number,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<LedgerStatus.Shown> shown = status.shown();
        if (shown.isEmpty()) {
            return "first-steps";
        }
        WallQuery query = views.of(parameters);
        Wall wall = book.wall(number, query);
        model.addAttribute("title", "%s, %s".formatted(heading(wall), PeriodWords.of(query)));
        model.addAttribute(
                "article",
                printed.article(
                        new PrintedWalls.Asked(shown.get().build(), number, query, parameters),
                        new WallReader(templates, request, response),
                        () -> article(wall, query)));
        return "printed";
    }

    /** What {@code wall.html} prints. It may rest on what {@link PrintedWalls} keeps apart, and on nothing else. */
    private ModelMap article(Wall wall, WallQuery query) {
        ModelMap model = new ModelMap();
        model.addAttribute("wall", wall);
        model.addAttribute("heading", heading(wall));
        model.addAttribute("period", PeriodWords.of(query));
        model.addAttribute("filter", FilterForm.of(query, calendar, choices.getObject()));
        model.addAttribute("opening", cards(wall, wall.opening(), query));
        model.addAttribute("exhibits", cards(wall, wall.exhibits(), query));
        model.addAttribute("view", query);
        restatements.of(wall, query).ifPresent(since -> model.addAttribute("restated", since));
        model.addAttribute("running", running(wall.number(), query).orElse(""));
        return model;
    }

    private static String heading(Wall wall) {
        return "Wall %d: %s".formatted(wall.number(), wall.name());
    }

    @GetMapping("/walls/{number:\\d}/{exhibit:[a-z-]+}.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable int number, @PathVariable String exhibit, @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        Table table = exhibit(number, exhibit, query).table();
        String csv = Csv.of(
                table.columns().stream().map(Table.Column::name).toList(),
                table.rows().stream().map(Table.Row::values).toList());
        return file(csv, MediaType.parseMediaType("text/csv;charset=UTF-8"), exhibit, query, "csv");
    }

    @GetMapping("/walls/{number:\\d}/{exhibit:[a-z-]+}.svg")
    ResponseEntity<byte[]> svg(
            @PathVariable int number, @PathVariable String exhibit, @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        Exhibit hung = exhibit(number, exhibit, query);
        String svg = hung.chart()
                .map(chart -> charts.standalone(chart, hung.title()))
                .orElseThrow(() -> Failure.yours(
                        "PICTURE_NOT_FOUND",
                        "The exhibit '%s' has no picture.".formatted(exhibit),
                        "Download its table instead."));
        return file(svg, MediaType.parseMediaType("image/svg+xml"), exhibit, query, "svg");
    }

    private static ResponseEntity<byte[]> file(
            String text, MediaType type, String exhibit, WallQuery query, String ending) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s-%s.%s\""
                                .formatted(exhibit, query.period().name(), ending))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private Exhibit exhibit(int number, String id, WallQuery query) {
        return book.wall(number, query).all().stream()
                .filter(exhibit -> exhibit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "EXHIBIT_UNKNOWN",
                        "There is no exhibit '%s' on wall %d.".formatted(id, number),
                        "Open the wall and follow the exhibit's own link."));
    }

    private List<ExhibitCard> cards(Wall wall, List<Exhibit> exhibits, WallQuery query) {
        return exhibits.stream()
                .map(exhibit -> ExhibitCard.of(wall, exhibit, query, charts))
                .toList();
    }

    /** The way to the period still running, when the wall shows the last whole one. */
    private Optional<String> running(int number, WallQuery query) {
        Period now = calendar.periodOf(query.period().grain(), query.clocks().through());
        boolean shownIsLatestWhole =
                now.partial(query.clocks().through()) && calendar.previous(now).equals(query.period());
        return shownIsLatestWhole ? Optional.of(WallAddress.wall(number, query.at(now))) : Optional.empty();
    }
}

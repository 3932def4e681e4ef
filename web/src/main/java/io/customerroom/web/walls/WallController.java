package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.customers.RowsForReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ViewResolver;

/** The three walls. */
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
    private final Beside beside;
    private final WallForReader forReader;

    WallController(
            WallBook book,
            LedgerStatus status,
            Views views,
            CompanyFace company,
            ObjectProvider<Choices> choices,
            Charts charts,
            RestatementLines restatements,
            PrintedWalls printed,
            @Qualifier("thymeleafViewResolver") ViewResolver templates,
            Beside beside,
            WallForReader forReader) {
        this.forReader = forReader;
        this.book = book;
        this.status = status;
        this.views = views;
        this.calendar = company.calendar();
        this.choices = choices;
        this.charts = charts;
        this.restatements = restatements;
        this.printed = printed;
        this.templates = templates;
        this.beside = beside;
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
        Wall wall = forReader.of(book.wall(number, query));
        model.addAttribute("title", "%s, %s".formatted(heading(wall), PeriodWords.of(query)));
        model.addAttribute(
                "article",
                printed.article(
                        new PrintedWalls.Asked(shown.get().build(), number, query, with(wall.notices(), parameters)),
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
        model.addAttribute("poster", "/walls/%d.pdf%s".formatted(wall.number(), WallAddress.suffix(query)));
        model.addAttribute("chapters", ChapterLink.of(wall.number(), book.chapters(wall.number()), "", query));
        restatements.of(WallForReader.figures(wall), query).ifPresent(since -> model.addAttribute("restated", since));
        model.addAttribute("strips", beside.on(wall));
        model.addAttribute("running", running(wall.number(), query).orElse(""));
        return model;
    }

    /** Notices about late data come and go with the hours, so a print rests on them as well. */
    private static Map<String, String> with(List<String> notices, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("notices", String.join("\n", notices));
        RowScope scope = RowsForReader.scope();
        if (scope.restricted()) {
            all.put("scope of the reader", scope.toString());
        }
        return all;
    }

    private static String heading(Wall wall) {
        return "Wall %d: %s".formatted(wall.number(), wall.name());
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

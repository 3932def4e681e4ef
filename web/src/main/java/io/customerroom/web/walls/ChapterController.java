package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.Cohorts;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.charts.Charts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The second layer of a wall: one next question and its exhibits. */
@Controller
final class ChapterController {

    /** The exhibit beside which testimonies hang. */
    private static final String TESTIMONIES = "referral-asset";

    private final WallBook book;
    private final LedgerStatus status;
    private final Views views;
    private final CompanyCalendar calendar;
    private final ObjectProvider<Choices> choices;
    private final Charts charts;
    private final RestatementLines restatements;
    private final WallForReader forReader;
    private final Beside beside;

    ChapterController(
            WallBook book,
            LedgerStatus status,
            Views views,
            CompanyFace company,
            ObjectProvider<Choices> choices,
            Charts charts,
            RestatementLines restatements,
            WallForReader forReader,
            Beside beside) {
        this.forReader = forReader;
        this.book = book;
        this.status = status;
        this.views = views;
        this.calendar = company.calendar();
        this.choices = choices;
        this.charts = charts;
        this.restatements = restatements;
        this.beside = beside;
    }

    @GetMapping("/walls/{number:\\d}/{chapter:[a-z-]+}")
    String chapter(
            @PathVariable int number,
            @PathVariable String chapter,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        if (status.shown().isEmpty()) {
            return "first-steps";
        }
        WallQuery query = views.of(parameters);
        Wall wall = forReader.of(book.open(number, chapter, query));
        model.addAttribute("wall", wall);
        model.addAttribute("heading", wall.name());
        model.addAttribute("period", PeriodWords.of(query));
        model.addAttribute("filter", FilterForm.of(query, calendar, choices.getObject()));
        model.addAttribute("action", "/walls/%d/%s".formatted(number, chapter));
        List<ExhibitCard> exhibits = wall.exhibits().stream()
                .map(exhibit -> ExhibitCard.of(wall, exhibit, query, charts))
                .toList();
        model.addAttribute("exhibits", exhibits);
        model.addAttribute(
                "tiles",
                exhibits.stream().flatMap(card -> card.tiles().stream()).toList());
        model.addAttribute("view", query);
        // Only some exhibits add up more than a period; the choice stands where it changes something.
        model.addAttribute(
                "lists",
                switch (chapter) {
                    case "earning" -> List.of("grain", "period", "segment", "site", "window");
                    case "audit" ->
                        List.of("grain", "period", "segment", "site", "window", Cohorts.ONE, Cohorts.BESIDE);
                    default -> List.of("grain", "period", "segment", "site");
                });
        model.addAttribute("enter", chapter.equals("course") ? "/goals" + WallAddress.suffix(query) : "");
        model.addAttribute(
                "unprofitable", chapter.equals("earning") ? "/unprofitable" + WallAddress.suffix(query) : "");
        model.addAttribute("losses", number == 1 && chapter.equals("why"));
        model.addAttribute("touches", chapter.equals("best") ? "/touches" : "");
        if (chapter.equals("advocates")) {
            beside.add(new Subject(Subject.Type.EXHIBIT, TESTIMONIES), request, model);
        }
        model.addAttribute("up", WallAddress.wall(number, query));
        model.addAttribute("chapters", ChapterLink.of(number, book.chapters(number), chapter, query));
        restatements.of(WallForReader.figures(wall), query).ifPresent(since -> model.addAttribute("restated", since));
        return "chapter";
    }
}

package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.MinimumStandard;
import io.customerroom.room.Boards;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.room.contacts.StandardBook;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.operations.FalseAlarms;
import io.customerroom.walls.operations.OperationsWall.OneContact;
import io.customerroom.walls.operations.OperationsWall.Series;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.files.Download.Format;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One contact: every measure at every site in time, and what customers say there. */
@Controller
final class ContactController {

    private final WallBook book;
    private final Views views;
    private final Charts charts;
    private final CompanyCalendar calendar;
    private final ExhibitFiles files;
    private final ObjectProvider<Boards> boards;
    private final TypedSection typed;
    private final Beside beside;

    ContactController(
            WallBook book,
            Views views,
            Charts charts,
            CompanyFace company,
            ExhibitFiles files,
            ObjectProvider<Boards> boards,
            TypedSection typed,
            Beside beside) {
        this.book = book;
        this.views = views;
        this.charts = charts;
        this.calendar = company.calendar();
        this.files = files;
        this.boards = boards;
        this.typed = typed;
        this.beside = beside;
    }

    /** A version of a standard as the page prints it. */
    public record Version(String measure, String words, String from, String reason, String by) {

        static Version of(StandardBook.Version version) {
            MinimumStandard rule = version.standard().rule();
            String side = rule.direction() == MinimumStandard.Direction.AT_MOST
                    ? (rule.strict() ? "less than" : "at most")
                    : (rule.strict() ? "more than" : "at least");
            return new Version(
                    version.measure(),
                    "%s %s, n at least %d, %d in a row%s"
                            .formatted(
                                    side,
                                    Numbers.plain(rule.standard(), 6),
                                    rule.minN(),
                                    rule.runLength(),
                                    version.standard().workingDays() ? ", working days" : ""),
                    version.standard().validFrom().toString(),
                    version.reason(),
                    version.by());
        }
    }

    @GetMapping("/contacts/view")
    String contact(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        String contact = named(parameters);
        WallQuery query = views.of(parameters);
        // before the exhibits: what is said to be in force stands in them, should a new ledger arrive meanwhile
        typed.add(contact, query, request, model);
        OneContact known = book.contact(contact, query);
        List<Exhibit> exhibits = known.exhibits();
        model.addAttribute("contact", contact);
        model.addAttribute("period", PeriodWords.of(query));
        model.addAttribute(
                "cards",
                exhibits.stream()
                        .map(exhibit -> ExhibitCard.of(
                                exhibit,
                                query,
                                charts,
                                ending -> WallAddress.contact(contact, exhibit.id(), ending, query)))
                        .toList());
        model.addAttribute("measured", exhibits.size() > 1);
        model.addAttribute("wall", WallAddress.wall(3, query));
        model.addAttribute(
                "measures",
                known.series().stream().map(Series::measure).distinct().toList());
        model.addAttribute("series", known.series().stream().map(Series::name).toList());
        Map<String, String> remarked = new LinkedHashMap<>();
        known.series().forEach(one -> remarked.put(one.name(), WallAddress.remarks(one.name(), query)));
        model.addAttribute("remarked", remarked);
        model.addAttribute(
                "versions",
                boards.stream()
                        .flatMap(board -> board.standards().of(contact).stream())
                        .map(Version::of)
                        .toList());
        Rights.add(request, model);
        beside.add(new Subject(Subject.Type.CONTACT, contact), request, model);
        model.addAttribute("before", WallAddress.contact(contact, query.at(calendar.previous(query.period()))));
        model.addAttribute(
                "events",
                WallAddress.drill(
                        new Drill("priority-contacts", query.period().name(), Map.of("contact", contact)), query));
        return "contact";
    }

    @GetMapping("/contacts/view.{ending:csv|xlsx|parquet|svg|png}")
    ResponseEntity<Resource> file(@PathVariable String ending, @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        Exhibit exhibit = exhibit(parameters, query);
        Wall page = new Wall(3, named(parameters), "", List.of(), List.of(), List.of(exhibit));
        return files.file(page, exhibit, query, Format.of(ending));
    }

    /** How to read a control chart, and how often each set of rules cries wolf. */
    @GetMapping("/help/control-charts")
    String help(Model model) {
        model.addAttribute("alarms", FalseAlarms.all());
        return "help/control-charts";
    }

    private Exhibit exhibit(Map<String, String> parameters, WallQuery query) {
        String wanted = parameters.getOrDefault("exhibit", "");
        return book.contact(named(parameters), query).exhibits().stream()
                .filter(exhibit -> exhibit.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "EXHIBIT_UNKNOWN",
                        "This contact has no such exhibit.",
                        "Open the contact and follow the exhibit's own link."));
    }

    private static String named(Map<String, String> parameters) {
        String contact = parameters.getOrDefault("contact", "").strip();
        if (contact.isEmpty() || contact.length() > 200) {
            throw Failure.yours(
                    "CONTACT_UNKNOWN", "The address names no contact.", "Open wall 3 and follow a contact's link.");
        }
        return contact;
    }
}

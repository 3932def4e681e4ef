package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.room.Boards;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.room.issues.Issues;
import io.customerroom.room.issues.PlanLine;
import io.customerroom.room.issues.Target;
import io.customerroom.room.losses.LossReviews;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.promises.Promise;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.listening.IssueLevel;
import io.customerroom.walls.listening.IssueView;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.files.Download.Format;
import io.customerroom.web.work.QueryDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One issue: who works on it, what they do, how long it takes to get the counts down, and what customers say. */
@Controller
final class IssueController {

    private final WallComposers composers;
    private final QueryDesk desk;
    private final Views views;
    private final Charts charts;
    private final CompanyCalendar calendar;
    private final ExhibitFiles files;
    private final ObjectProvider<Boards> boards;
    private final ObjectProvider<People> people;
    private final Clock clock;
    private final Beside beside;
    private final ObjectProvider<LossReviews> reviews;

    IssueController(
            WallComposers composers,
            QueryDesk desk,
            Views views,
            Charts charts,
            CompanyFace company,
            ExhibitFiles files,
            ObjectProvider<Boards> boards,
            ObjectProvider<People> people,
            ObjectProvider<Clock> clock,
            Beside beside,
            ObjectProvider<LossReviews> reviews) {
        this.reviews = reviews;
        this.composers = composers;
        this.desk = desk;
        this.views = views;
        this.charts = charts;
        this.calendar = company.calendar();
        this.files = files;
        this.boards = boards;
        this.people = people;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.beside = beside;
    }

    /** A version of the target as the page prints it. */
    public record Version(String words, String on, String reason, String by) {}

    /** A line of the plan as the page prints it. */
    public record Line(
            String id, String words, String doer, String since, String state, String stateId, String steps) {}

    /** A promise as the page prints it. */
    public record Given(String id, String words, String owner, String dates, String state, String meeting) {}

    /** What a leaver told on the telephone, as the page prints it. */
    public record Call(String customer, String executive, String reason, String notes, String saved, String on) {}

    @GetMapping("/issues/view")
    String issue(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        String issue = named(parameters);
        WallQuery query = views.of(parameters);
        IssueView view = view(issue, query);
        model.addAttribute("issue", issue);
        model.addAttribute("period", PeriodWords.of(query));
        model.addAttribute("view", view);
        model.addAttribute(
                "cards",
                view.exhibits().stream()
                        .map(exhibit -> ExhibitCard.of(
                                exhibit,
                                query,
                                charts,
                                ending -> WallAddress.issue(issue, exhibit.id(), ending, query)))
                        .toList());
        model.addAttribute("wall", WallAddress.wall(2, query));
        model.addAttribute("before", WallAddress.issue(issue, query.at(calendar.previous(query.period()))));
        model.addAttribute(
                "tickets",
                WallAddress.drill(new Drill("top-issues", query.period().name(), Map.of("issue", issue)), query));
        Map<String, String> names = names();
        model.addAttribute("names", names);
        Optional<Issues> said = boards.stream().map(Boards::issues).findFirst();
        model.addAttribute(
                "targets",
                said.map(it -> it.targets(issue)).orElse(List.of()).stream()
                        .map(target -> version(target, names))
                        .toList());
        model.addAttribute(
                "plan",
                said.map(it -> it.plan(issue)).orElse(List.of()).reversed().stream()
                        .map(line -> line(line, names))
                        .toList());
        model.addAttribute(
                "promises",
                said.map(it -> it.promises(issue)).orElse(List.of()).reversed().stream()
                        .map(promise -> given(promise, names))
                        .toList());
        model.addAttribute(
                "calls",
                reviews.stream()
                        .flatMap(it -> it.about(issue).stream())
                        .map(this::call)
                        .toList());
        model.addAttribute("states", Arrays.asList(PlanLine.State.values()));
        model.addAttribute("calm", IssueLevel.CALM);
        model.addAttribute("mostCalm", IssueLevel.MOST_CALM);
        model.addAttribute(
                "today", LocalDate.ofInstant(clock.instant(), calendar.zone()).toString());
        Rights.add(request, model);
        beside.add(new Subject(Subject.Type.ISSUE, issue), request, model);
        return "issues/issue";
    }

    @GetMapping("/issues/view.{ending:csv|xlsx|parquet|svg|png}")
    ResponseEntity<Resource> file(@PathVariable String ending, @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        String issue = named(parameters);
        String wanted = parameters.getOrDefault("exhibit", "");
        Exhibit exhibit = view(issue, query).exhibits().stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "EXHIBIT_UNKNOWN",
                        "This issue has no such exhibit.",
                        "Open the issue and follow the exhibit's own link."));
        return files.file(
                new Wall(2, issue, "", List.of(), List.of(), List.of(exhibit)), exhibit, query, Format.of(ending));
    }

    private IssueView view(String issue, WallQuery query) {
        return desk.ask(() -> composers.listening().issue(issue, query));
    }

    /** What accounts are called; an account that is gone keeps its own name. */
    private Map<String, String> names() {
        return people.stream()
                .flatMap(it -> it.all().stream())
                .collect(Collectors.toMap(Account::name, Account::displayName));
    }

    private Version version(Target target, Map<String, String> names) {
        return new Version(
                target.most().isEmpty()
                        ? "lifted"
                        : "at most %s a month, %s in a row"
                                .formatted(
                                        Numbers.counted(target.most().getAsLong(), "ticket"),
                                        Numbers.counted(target.calm(), "calm month")),
                day(target.at()),
                target.reason(),
                names.getOrDefault(target.by(), target.by()));
    }

    private Line line(PlanLine line, Map<String, String> names) {
        PlanLine.Step last = line.steps().getLast();
        return new Line(
                line.id(),
                line.words(),
                line.doer(),
                PeriodWords.day(line.since()),
                line.state().words(),
                line.state().id(),
                line.steps().size() == 1
                        ? ""
                        : "since %s, by %s%s"
                                .formatted(
                                        day(last.at()),
                                        names.getOrDefault(last.by(), last.by()),
                                        last.words().isEmpty() ? "" : ": " + last.words()));
    }

    private static Given given(Promise promise, Map<String, String> names) {
        return new Given(
                promise.id(),
                promise.sentence(),
                names.getOrDefault(promise.owner(), promise.owner()),
                String.join(
                        " → ", promise.dates().stream().map(PeriodWords::day).toList()),
                promise.state().words(),
                promise.meeting());
    }

    private Call call(LossReviews.AboutIssue about) {
        return new Call(
                about.customer().toString(),
                about.executive(),
                about.note().reason(),
                about.note().notes(),
                about.note()
                        .saved()
                        .map(saved -> saved ? "comes back" : "does not come back")
                        .orElse("not spoken of"),
                day(about.note().at()));
    }

    private String day(Instant at) {
        return PeriodWords.day(LocalDate.ofInstant(at, calendar.zone()));
    }

    private static String named(Map<String, String> parameters) {
        String issue = parameters.getOrDefault("issue", "").strip();
        if (issue.isEmpty() || issue.length() > Issues.NAME) {
            throw Failure.yours(
                    "ISSUE_UNKNOWN", "The address names no issue.", "Open wall 2 and follow an issue's link.");
        }
        return issue;
    }
}

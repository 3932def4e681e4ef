package io.customerroom.web.walls;

import io.customerroom.kernel.Failure;
import io.customerroom.room.Boards;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.people.Right;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.Promises;
import io.customerroom.room.remarks.RemarkBook;
import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.exhibit.Remark;
import io.customerroom.walls.exhibit.Remarks;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Remarks on one series: those that stand, every version there was, and the forms to write, edit and take back. */
@Controller
final class RemarksController {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> VIEW = List.of("wall", "exhibit", "series", "period", "segment", "site");
    private static final int OFFERED = 24;

    private final ObjectProvider<Boards> boards;
    private final ObjectProvider<Promises> promises;
    private final ObjectProvider<Meetings> meetings;
    private final WallBook book;
    private final Views views;
    private final ZoneId zone;

    RemarksController(
            ObjectProvider<Boards> boards,
            ObjectProvider<Promises> promises,
            ObjectProvider<Meetings> meetings,
            WallBook book,
            Views views,
            CompanyFace company) {
        this.boards = boards;
        this.promises = promises;
        this.meetings = meetings;
        this.book = book;
        this.views = views;
        this.zone = company.calendar().zone();
    }

    /**
     * A version of a remark as the page prints it.
     *
     * @param standing whether the remark says so now
     * @param mine whether the reader may edit it
     */
    public record Line(Remark remark, String at, String state, boolean standing, boolean mine) {}

    /** @param value as a remark keeps it */
    public record Link(String value, String label) {}

    @GetMapping("/remarks")
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        WallQuery query = views.of(parameters);
        String series = series(parameters, query);
        List<RemarkBook.Version> history = boards.stream()
                .flatMap(board -> board.remarks().history(series).stream())
                .filter(version -> !version.at().isAfter(query.written()))
                .toList();
        Map<Long, RemarkBook.Version> newest = new LinkedHashMap<>();
        history.forEach(version -> newest.put(version.remark().number(), version));
        model.addAttribute("series", words(series));
        model.addAttribute(
                "lines",
                history.reversed().stream()
                        .map(version -> line(version, newest, request))
                        .toList());
        model.addAttribute("back", back(parameters, query));
        model.addAttribute("period", PeriodWords.of(query));
        model.addAttribute("day", query.period().startsOn());
        model.addAttribute("contact", !series.matches("[a-z0-9-]+( · (segment|site) .*)?"));
        model.addAttribute("links", links());
        model.addAttribute(
                "view",
                VIEW.stream()
                        .filter(name -> !parameters.getOrDefault(name, "").isBlank())
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> parameters.getOrDefault(name, ""),
                                (one, other) -> one,
                                LinkedHashMap::new)));
        Rights.add(request, model);
        return "remarks";
    }

    private Line line(RemarkBook.Version version, Map<Long, RemarkBook.Version> newest, HttpServletRequest request) {
        Remark remark = version.remark();
        boolean last = version.equals(newest.get(remark.number()));
        String state = version.takenBack() ? "taken back" : last ? "stands" : "replaced by a later version";
        boolean standing = last && !version.takenBack();
        return new Line(
                remark,
                MINUTE.format(version.at().atZone(zone)),
                state,
                standing,
                standing && mayEdit(version, newest, request));
    }

    /** Who wrote the newest version, and facilitators. */
    private static boolean mayEdit(
            RemarkBook.Version version, Map<Long, RemarkBook.Version> newest, HttpServletRequest request) {
        RemarkBook.Version last = newest.getOrDefault(version.remark().number(), version);
        return Rights.may(request, Right.HOLD_MEETINGS)
                || Rights.may(request, Right.ANSWER)
                        && last.remark().author().equals(Objects.requireNonNullElse(request.getRemoteUser(), ""));
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        promises.stream()
                .flatMap(all -> all.all().reversed().stream())
                .limit(OFFERED)
                .forEach(promise -> links.add(new Link("promise " + promise.id(), label(promise))));
        meetings.stream()
                .flatMap(all -> all.all().stream())
                .limit(OFFERED)
                .forEach(meeting -> links.add(new Link(
                        "meeting " + meeting.id(),
                        "Meeting %s: %s, %s".formatted(meeting.id(), meeting.title(), meeting.day()))));
        return links;
    }

    private static String label(Promise promise) {
        return "Promise %s: %s, by %s".formatted(promise.id(), promise.exhibitTitle(), promise.owner());
    }

    @PostMapping("/remarks")
    String write(@RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        return doing(
                typed,
                flash,
                "The remark stands beside the series.",
                () -> boards.getObject()
                        .remarks()
                        .write(
                                Authors.of(request),
                                series(typed, views.of(typed)),
                                day(typed),
                                typed.getOrDefault("words", ""),
                                typed.containsKey("fresh"),
                                typed.getOrDefault("link", "")));
    }

    @PostMapping("/remarks/{number:\\d{1,9}}")
    String edit(
            @PathVariable long number,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(typed, flash, "The remark has a new version; the earlier stays below.", () -> {
            own(number, typed, request);
            boards.getObject()
                    .remarks()
                    .edit(
                            Authors.of(request),
                            number,
                            day(typed),
                            typed.getOrDefault("words", ""),
                            typed.containsKey("fresh"),
                            typed.getOrDefault("link", ""));
        });
    }

    @PostMapping("/remarks/{number:\\d{1,9}}/back")
    String takeBack(
            @PathVariable long number,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(typed, flash, "The remark is taken back.", () -> {
            own(number, typed, request);
            boards.getObject().remarks().takeBack(Authors.of(request, typed.getOrDefault("reason", "")), number);
        });
    }

    private void own(long number, Map<String, String> typed, HttpServletRequest request) {
        boolean may = boards.getObject().remarks().history(series(typed, views.of(typed))).reversed().stream()
                .filter(version -> version.remark().number() == number)
                .findFirst()
                .filter(version -> mayEdit(version, Map.of(), request))
                .isPresent();
        if (!may) {
            throw Failure.yours(
                    "REMARK_OF_SOMEBODY_ELSE",
                    "This remark is not yours, or stands elsewhere.",
                    "Ask its author or a facilitator, or write one of your own.");
        }
    }

    private static String doing(Map<String, String> typed, RedirectAttributes flash, String done, Runnable verb) {
        try {
            verb.run();
            flash.addFlashAttribute("done", done);
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/remarks?"
                + VIEW.stream()
                        .filter(name -> !typed.getOrDefault(name, "").isBlank())
                        .map(name ->
                                name + "=" + URLEncoder.encode(typed.getOrDefault(name, ""), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** A series by its name, or the one of an exhibit as the view narrows it. */
    private static String series(Map<String, String> parameters, WallQuery query) {
        String exhibit = parameters.getOrDefault("exhibit", "");
        if (exhibit.matches("[a-z0-9-]{1,60}")) {
            return Remarks.exhibit(exhibit, query.where());
        }
        String series = parameters.getOrDefault("series", "").strip();
        if (series.isEmpty() || series.length() > 700) {
            throw Failure.yours(
                    "SERIES_UNNAMED",
                    "The address names no series.",
                    "Open a wall or a contact and follow the link to its remarks.");
        }
        return series;
    }

    private static String words(String series) {
        return series.matches("[a-z0-9-]+( · .*)?")
                ? FrozenViews.name(series.split(" · ", 2)[0])
                        + (series.contains(" · ") ? ", " + series.split(" · ", 2)[1] : "")
                : series;
    }

    private String back(Map<String, String> parameters, WallQuery query) {
        String exhibit = parameters.getOrDefault("exhibit", "");
        String wall = parameters.getOrDefault("wall", "");
        if (!exhibit.isEmpty() && wall.matches("[123]")) {
            int number = Integer.parseInt(wall);
            return book.chapters(number).stream()
                            .filter(chapter -> hangs(number, chapter, exhibit, query))
                            .findFirst()
                            .map(chapter -> WallAddress.chapter(number, chapter.id(), query))
                            .orElseGet(() -> WallAddress.wall(number, query))
                    + "#" + exhibit.replaceAll("[^a-z0-9-]", "");
        }
        return WallAddress.contact(parameters.getOrDefault("series", "").split(" · ", 2)[0], query);
    }

    private boolean hangs(int number, Chapter chapter, String exhibit, WallQuery query) {
        return book.chapter(number, chapter.id(), query).all().stream()
                .anyMatch(hung -> hung.id().equals(exhibit));
    }

    private static LocalDate day(Map<String, String> typed) {
        try {
            return LocalDate.parse(typed.getOrDefault("day", "").strip());
        } catch (DateTimeException e) {
            throw Failure.yours("DAY_MALFORMED", "This is not a day.", "Write it as 2026-06-30.");
        }
    }
}

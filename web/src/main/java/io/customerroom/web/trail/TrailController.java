package io.customerroom.web.trail;

import io.customerroom.state.Change;
import io.customerroom.state.Trail;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailFile;
import io.customerroom.state.TrailFilter;
import io.customerroom.state.TrailSentences;
import io.customerroom.web.CompanyFace;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail, newest first, a page of entries at a time. */
@Controller
final class TrailController {

    private static final int AT_A_TIME = 100;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);

    private final Trail trail;
    private final ZoneId zone;

    TrailController(Trail trail, CompanyFace company) {
        this.trail = trail;
        this.zone = company.calendar().zone();
    }

    /**
     * An entry as the page prints it.
     *
     * @param was and is: what the change made of it; both empty where nothing changed but the trail
     * @param href where its subject opens; empty where it has no page
     */
    record Line(
            long number,
            String moment,
            String sentence,
            String via,
            String subject,
            String was,
            String is,
            String href) {}

    @GetMapping("/trail")
    String page(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        TrailFilter filter = new TrailFilter(actor, event, subject.strip(), span(from, to), before);
        model.addAttribute("from", day(from).map(LocalDate::toString).orElse(""));
        model.addAttribute("to", day(to).map(LocalDate::toString).orElse(""));
        List<TrailEntry> entries = trail.entries(filter, AT_A_TIME);
        model.addAttribute("filter", filter);
        model.addAttribute("actors", trail.actors());
        model.addAttribute("events", trail.events());
        model.addAttribute("lines", entries.stream().map(this::line).toList());
        model.addAttribute(
                "older", entries.size() == AT_A_TIME ? entries.getLast().number() : 0);
        return "trail/trail";
    }

    /** Whole days of the company; what is no day asks for nothing. */
    private TrailFilter.Span span(String from, String to) {
        return new TrailFilter.Span(
                day(from).map(day -> day.atStartOfDay(zone).toInstant()).orElse(TrailFilter.EVER.from()),
                day(to).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                        .orElse(TrailFilter.EVER.until()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()))
                    .filter(day -> day.getYear() >= 1970 && day.getYear() < 9999);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/trail/verification")
    String verify(Model model) {
        switch (trail.verify()) {
            case Trail.Verification.Whole whole -> {
                model.addAttribute("whole", true);
                model.addAttribute("entries", whole.entries());
                model.addAttribute("head", whole.head());
                model.addAttribute("backwards", trail.backwards());
            }
            case Trail.Verification.Broken broken -> {
                model.addAttribute("whole", false);
                model.addAttribute("why", broken.why());
            }
        }
        return "trail/verification";
    }

    /** JSON Lines for machines: the whole trail, as {@code doctor --trail} checks it. */
    @GetMapping("/trail/file")
    void file(HttpServletResponse response) throws IOException {
        response.setContentType("application/jsonl");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"trail.jsonl\"");
        response.setHeader("Cache-Control", "no-store");
        TrailFile.write(trail, response.getOutputStream());
    }

    private Line line(TrailEntry entry) {
        return new Line(
                entry.number(),
                MOMENT.format(entry.moment().atZone(zone)),
                TrailSentences.of(entry),
                entry.by().via(),
                entry.subject(),
                entry.change().map(Change::was).orElse(""),
                entry.change().map(Change::is).orElse(""),
                href(entry));
    }

    private static String href(TrailEntry entry) {
        String subject = entry.subject();
        if (entry.event().startsWith("definition-")) {
            return "/definitions/proposals/" + subject;
        }
        return subject.matches("[mpfu]\\d{1,9}")
                ? switch (subject.charAt(0)) {
                    case 'm' -> "/meetings/" + subject;
                    case 'p' -> "/promises/" + subject;
                    case 'f' -> "/artefacts/" + subject;
                    default -> "/unprofitable/" + subject;
                }
                : "";
    }
}

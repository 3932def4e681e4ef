package io.customerroom.web.data;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.database.DatabaseColumn;
import io.customerroom.ledger.imports.database.DatabaseReadings;
import io.customerroom.ledger.imports.database.DatabaseSource;
import io.customerroom.ledger.imports.database.DatabaseSources;
import io.customerroom.ledger.imports.database.Rhythm;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.data.Jobs.Outcome;
import io.customerroom.web.data.Uploads.Upload;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Databases as sources: set up, tried, looked into, imported, read by themselves, paused and removed. A password goes in and never comes out. */
@Controller
@RequestMapping("/data/databases")
final class DatabasesController {

    private static final String HERE = "redirect:/data/databases";

    private final ObjectProvider<DatabaseSources> sources;
    private final ObjectProvider<DatabaseReadings> readings;
    private final Uploads uploads;
    private final Jobs jobs;
    private final CompanyCalendar calendar;

    DatabasesController(
            ObjectProvider<DatabaseSources> sources,
            ObjectProvider<DatabaseReadings> readings,
            Uploads uploads,
            Jobs jobs,
            CompanyFace company) {
        this.sources = sources;
        this.readings = readings;
        this.uploads = uploads;
        this.jobs = jobs;
        this.calendar = company.calendar();
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "databases",
                sources.getObject().all().stream()
                        .map(known -> DatabaseLine.of(known, calendar))
                        .toList());
        model.addAttribute("hosts", sources.getObject().hosts());
        return "data/databases";
    }

    @GetMapping("/new")
    String blank(Model model) {
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of("kind", "purchase"));
        }
        model.addAttribute("kinds", kinds());
        model.addAttribute("hosts", sources.getObject().hosts());
        return "data/database-new";
    }

    private static List<String> kinds() {
        return Arrays.stream(FactKind.values()).map(FactKind::table).toList();
    }

    @PostMapping
    String add(@RequestParam Map<String, String> typed, HttpServletRequest request, RedirectAttributes flash) {
        try {
            DatabaseSource source = new DatabaseSource(
                    text(typed, "name"),
                    door(typed),
                    asked(typed),
                    kind(typed),
                    "",
                    DatabaseSource.Plan.BY_HAND,
                    false);
            sources.getObject().add(Authors.of(request), source, password(typed));
            flash.addFlashAttribute("done", "It is set up. Try the connection, then look at its rows.");
            return there(source.name());
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
            Map<String, String> again = new TreeMap<>(typed);
            again.keySet().removeAll(List.of("password", "_csrf"));
            flash.addFlashAttribute("typed", again);
            return HERE + "/new";
        }
    }

    private static DatabaseSource.Door door(Map<String, String> typed) {
        return new DatabaseSource.Door(text(typed, "address"), text(typed, "user"), stated(typed, "environment"));
    }

    private static DatabaseSource.Asked asked(Map<String, String> typed) {
        return new DatabaseSource.Asked(stated(typed, "table"), stated(typed, "query"));
    }

    private static FactKind kind(Map<String, String> typed) {
        return FactKind.named(text(typed, "kind"));
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static Optional<String> stated(Map<String, String> typed, String name) {
        return Optional.of(text(typed, name)).filter(it -> !it.isEmpty());
    }

    /** As it was typed, blanks and all. */
    private static Optional<String> password(Map<String, String> typed) {
        return Optional.ofNullable(typed.get("password")).filter(it -> !it.isEmpty());
    }

    @GetMapping("/{name}")
    String one(@PathVariable String name, Model model) {
        DatabaseSources.Known known = sources.getObject().of(name);
        model.addAttribute("source", known.source());
        model.addAttribute("typed", typed(known.source()));
        model.addAttribute("line", DatabaseLine.of(known, calendar));
        model.addAttribute("columns", known.columns());
        model.addAttribute(
                "growing",
                known.columns().stream()
                        .filter(DatabaseColumn::grows)
                        .map(DatabaseColumn::name)
                        .toList());
        model.addAttribute("rhythms", Rhythm.values());
        model.addAttribute("kinds", kinds());
        return "data/database";
    }

    /** What stands in the fields of the form that changes it. */
    private static Map<String, String> typed(DatabaseSource source) {
        return Map.of(
                "address", source.door().address(),
                "user", source.door().user(),
                "environment", source.door().environment().orElse(""),
                "table", source.asked().table().orElse(""),
                "query", source.asked().query().orElse(""),
                "kind", source.kind().table());
    }

    @PostMapping("/{name}")
    String change(
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return told(
                name,
                flash,
                "What you changed holds from now on.",
                () -> sources.getObject()
                        .change(Authors.of(request), name, door(typed), asked(typed), kind(typed), password(typed)));
    }

    @PostMapping("/{name}/try")
    String trial(@PathVariable String name, HttpServletRequest request, RedirectAttributes flash) {
        try {
            int columns = readings.getObject().trial(Authors.of(request), name).size();
            flash.addFlashAttribute(
                    "done", "The database answers: %d %s.".formatted(columns, columns == 1 ? "column" : "columns"));
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return there(name);
    }

    @PostMapping("/{name}/look")
    String look(@PathVariable String name, HttpServletRequest request, RedirectAttributes flash) {
        try {
            readings.getObject().trial(Authors.of(request), name);
            Upload upload = readings.getObject().look(name, (source, csv) -> uploads.keepRows(csv, source));
            return "redirect:/data/uploads/" + upload.id();
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
            return there(name);
        }
    }

    @PostMapping("/{name}/dry-run")
    String dryRun(@PathVariable String name, @RequestParam String yaml, @RequestParam String upload) {
        uploads.map(upload, yaml);
        String job = jobs.beginStoppable(
                "Dry run of " + name,
                progress -> new Outcome(
                        ImportWords.of(readings.getObject().dryRun(name, yaml, progress)),
                        "/data/uploads/" + upload,
                        "Back to the preview"));
        return "redirect:/data/jobs/" + job;
    }

    /** Keeps the mapping with the source, and reads it for the first time. */
    @PostMapping("/{name}/import")
    String importAll(@PathVariable String name, @RequestParam String yaml, HttpServletRequest request) {
        Authorship by = Authors.of(request);
        sources.getObject().map(by, name, yaml);
        return read(name, by);
    }

    /** Reads it now, whatever its rhythm. */
    @PostMapping("/{name}/read")
    String read(@PathVariable String name, HttpServletRequest request) {
        return read(name, Authors.of(request));
    }

    private String read(String name, Authorship by) {
        String job = jobs.beginStoppable(
                "Reading of " + name,
                progress -> new Outcome(
                        readings.getObject()
                                .read(by, name, progress)
                                .result()
                                .map(ImportWords::of)
                                .orElse("It has nothing new; nothing was imported."),
                        "/data/databases/" + name,
                        "To the database"));
        return "redirect:/data/jobs/" + job;
    }

    @PostMapping("/{name}/plan")
    String plan(
            @PathVariable String name,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return told(name, flash, "It is read like this from now on.", () -> {
            String hour = text(typed, "hour");
            sources.getObject()
                    .plan(
                            Authors.of(request),
                            name,
                            new DatabaseSource.Plan(
                                    stated(typed, "since"),
                                    Rhythm.of(text(typed, "rhythm")),
                                    hour.matches("\\d{1,2}") ? Integer.parseInt(hour) : -1));
        });
    }

    @PostMapping("/{name}/pause")
    String pause(@PathVariable String name, HttpServletRequest request, RedirectAttributes flash) {
        return told(
                name,
                flash,
                "It is left alone until you take it up again.",
                () -> sources.getObject().pause(Authors.of(request), name, true));
    }

    @PostMapping("/{name}/resume")
    String resume(@PathVariable String name, HttpServletRequest request, RedirectAttributes flash) {
        return told(
                name, flash, "It is read again.", () -> sources.getObject().pause(Authors.of(request), name, false));
    }

    @PostMapping("/{name}/remove")
    String remove(
            @PathVariable String name,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (reason.isBlank()) {
            flash.addFlashAttribute(
                    "problem",
                    Problem.of(Failure.yours(
                            "REASON_MISSING", "A removal needs a reason.", "Say why it is read no more.")));
            return there(name);
        }
        sources.getObject().remove(Authors.of(request, reason), name);
        flash.addFlashAttribute(
                "done", "%s is read no more, and its password is gone. What it brought stays.".formatted(name));
        return HERE;
    }

    /** A name of an address may hold what a redirect would take for a variable. */
    private static String there(String name) {
        return HERE + "/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }

    private static String told(String name, RedirectAttributes flash, String done, Runnable work) {
        try {
            work.run();
            flash.addFlashAttribute("done", done);
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return there(name);
    }
}

package io.customerroom.web.data;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Feed;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.ledger.imports.Preview;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.database.DatabaseSources;
import io.customerroom.ledger.imports.mapping.SavedMappings;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.schedules.Schedules;
import io.customerroom.state.StateStore;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.data.Jobs.Outcome;
import io.customerroom.web.data.Uploads.Upload;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the data admin. Each step is a page of its own and works without scripts. */
@Controller
@RequestMapping("/data")
final class DataController {

    private final ObjectProvider<Imports> imports;
    private final ObjectProvider<Builds> builds;
    private final ObjectProvider<LedgerWork> ledgerWork;
    private final Uploads uploads;
    private final Jobs jobs;
    private final LedgerStatus status;
    private final ZoneId zone;
    private final CompanyCalendar calendar;
    private final ObjectProvider<Schedules> schedules;
    private final Clock clock;
    private final ObjectProvider<Workspace> workspace;
    private final ObjectProvider<StateStore> store;
    private final ObjectProvider<DatabaseSources> databases;

    DataController(
            ObjectProvider<Imports> imports,
            ObjectProvider<Builds> builds,
            ObjectProvider<LedgerWork> ledgerWork,
            Uploads uploads,
            Jobs jobs,
            LedgerStatus status,
            CompanyFace company,
            ObjectProvider<Schedules> schedules,
            ObjectProvider<Clock> clock,
            ObjectProvider<Workspace> workspace,
            ObjectProvider<StateStore> store,
            ObjectProvider<DatabaseSources> databases) {
        this.databases = databases;
        this.store = store;
        this.workspace = workspace;
        this.imports = imports;
        this.builds = builds;
        this.ledgerWork = ledgerWork;
        this.uploads = uploads;
        this.jobs = jobs;
        this.status = status;
        this.zone = company.calendar().zone();
        this.calendar = company.calendar();
        this.schedules = schedules;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping
    String batches(Model model) {
        List<BatchLine> lines = imports.getObject().batches().reversed().stream()
                .map(receipt -> BatchLine.of(receipt, zone))
                .toList();
        model.addAttribute("batches", lines);
        model.addAttribute(
                "mayImport",
                SignedIn.now().filter(who -> who.mayAsk("POST", "/data/build")).isPresent());
        model.addAttribute(
                "unread", databases.stream().flatMap(all -> all.late().stream()).toList());
        model.addAttribute(
                "sources",
                SourceLine.of(
                        imports.getObject().batches(),
                        schedules.stream()
                                .flatMap(stated -> stated.at(Instant.MAX).stream())
                                .toList(),
                        clock.instant(),
                        calendar));
        return "data/batches";
    }

    /** The list of first steps, also when a ledger stands already. */
    @GetMapping("/first-steps")
    String firstSteps() {
        return "first-steps";
    }

    /** A spreadsheet of the workspace to fill in. */
    @GetMapping("/templates/{name:[a-z-]+\\.xlsx}")
    ResponseEntity<Resource> template(@PathVariable String name) {
        Path file = workspace.getObject().templates().resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw Failure.yours(
                    "TEMPLATE_UNKNOWN",
                    "There is no such spreadsheet.",
                    "Look into the workspace's folder 'templates'.");
        }
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(new FileSystemResource(file));
    }

    @GetMapping("/upload")
    String upload(@RequestParam(defaultValue = "purchase") String kind, Model model) {
        model.addAttribute("chosen", kind);
        model.addAttribute(
                "kinds", Arrays.stream(FactKind.values()).map(FactKind::table).toList());
        model.addAttribute("feeds", Arrays.stream(Feed.values()).map(Feed::word).toList());
        return "data/upload";
    }

    @PostMapping("/upload")
    String receive(
            @RequestParam MultipartFile file,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String feed,
            Model model)
            throws IOException {
        if (file.isEmpty()) {
            throw Failure.yours("FILE_MISSING", "No file was chosen.", "Choose a file and send it again.");
        }
        Upload upload = uploads.keep(
                file.getInputStream(),
                Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                FactKind.named(kind),
                feed.isBlank() ? Optional.empty() : Optional.of(Feed.named(feed)));
        return "redirect:/data/uploads/" + upload.id();
    }

    /** @param saved the name of a kept mapping to look through; empty: as before */
    @GetMapping("/uploads/{id}")
    String preview(@PathVariable String id, @RequestParam(defaultValue = "") String saved, Model model) {
        Upload upload =
                saved.isBlank() ? uploads.find(id) : uploads.map(id, mappings().text(saved));
        model.addAttribute("saved", mappings().of(upload.kind()));
        Preview preview = imports.getObject().preview(upload.request());
        model.addAttribute("upload", upload);
        model.addAttribute("kind", upload.kind().table());
        model.addAttribute("preview", preview);
        model.addAttribute("yaml", upload.yaml().isBlank() ? preview.yaml() : upload.yaml());
        return "data/preview";
    }

    @PostMapping("/uploads/{id}/mapping")
    String map(@PathVariable String id, @RequestParam String yaml) {
        uploads.map(id, yaml);
        return "redirect:/data/uploads/" + id;
    }

    @PostMapping("/uploads/{id}/keep")
    String keep(
            @PathVariable String id,
            @RequestParam String yaml,
            @RequestParam String keep,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Upload upload = uploads.map(id, yaml);
        try {
            SavedMappings.Saved kept =
                    mappings().keep(store.getObject(), Authors.of(request), keep.strip(), upload.kind(), yaml);
            flash.addFlashAttribute(
                    "done", "The mapping is kept as %s, version %d.".formatted(kept.name(), kept.version()));
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data/uploads/" + id;
    }

    private SavedMappings mappings() {
        return new SavedMappings(workspace.getObject());
    }

    @PostMapping("/uploads/{id}/dry-run")
    String dryRun(@PathVariable String id, @RequestParam String yaml) {
        Upload upload = uploads.map(id, yaml);
        String job = jobs.beginStoppable("Dry run of a file as " + upload.kind().table(), progress -> {
            StringBuilder sentences = new StringBuilder();
            for (ImportRequest part : upload.requests()) {
                sentences
                        .append(named(upload, part))
                        .append(ImportWords.of(imports.getObject().dryRun(part, progress)));
            }
            return new Outcome(sentences.toString().strip(), "/data/uploads/" + id, "Back to the preview");
        });
        return "redirect:/data/jobs/" + job;
    }

    @PostMapping("/uploads/{id}/import")
    String run(@PathVariable String id, @RequestParam String yaml, HttpServletRequest request) {
        Upload upload = uploads.map(id, yaml);
        Authorship by = Authors.of(request, "");
        String job = jobs.beginStoppable("Import of a file as " + upload.kind().table(), progress -> {
            List<ImportRequest> parts = upload.requests();
            if (parts.size() > 1) {
                parts.forEach(imports.getObject()::preview); // each has to fit before the first is imported
            }
            StringBuilder sentences = new StringBuilder();
            for (ImportRequest part : parts) {
                sentences
                        .append(named(upload, part))
                        .append(ImportWords.of(imports.getObject().run(part, by, progress)));
            }
            return new Outcome(sentences.toString().strip(), "/data", "To the batches, and build the ledger");
        });
        return "redirect:/data/jobs/" + job;
    }

    @PostMapping("/batches/{batch}/undo")
    String undo(@PathVariable String batch, @RequestParam String reason, HttpServletRequest request) {
        if (reason.isBlank()) {
            throw Failure.yours("REASON_MISSING", "An undo needs a reason.", "Say why the batch should not count.");
        }
        imports.getObject().undo(batch, Authors.of(request, reason));
        return "redirect:/data";
    }

    @PostMapping("/build")
    String build(HttpServletRequest request) {
        Authorship by = Authors.of(request, "");
        String job = jobs.begin("Build of the ledger", progress -> {
            Build build = built(by, progress);
            status.look();
            return new Outcome(
                    "The ledger %s is built through %s; %d identities hold."
                            .formatted(
                                    build.id(),
                                    build.clocks().through(),
                                    build.identities().size()),
                    "/walls/1",
                    "Open wall 1");
        });
        return "redirect:/data/jobs/" + job;
    }

    /** In a process beside the server where there is one. */
    private Build built(Authorship by, Progress progress) {
        Optional<LedgerWork> beside = ledgerWork.stream().findFirst();
        if (beside.isEmpty()) {
            return builds.getObject().at(BuildRequest.standard(), by);
        }
        beside.get().build(by, progress);
        return builds.getObject().current().orElseThrow();
    }

    @GetMapping("/jobs/{id}")
    String job(@PathVariable String id, Model model, HttpServletResponse response) {
        Jobs.Job job = jobs.job(id);
        if (job.running()) {
            response.setHeader("Refresh", "1");
        }
        model.addAttribute("job", job);
        return "data/job";
    }

    @PostMapping("/jobs/{id}/stop")
    String stop(@PathVariable String id) {
        jobs.stop(id);
        return "redirect:/data/jobs/" + id;
    }

    private static String named(Upload upload, ImportRequest part) {
        return upload.members().isEmpty() ? "" : " " + part.name() + ": ";
    }
}

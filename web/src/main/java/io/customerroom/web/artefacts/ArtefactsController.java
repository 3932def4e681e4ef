package io.customerroom.web.artefacts;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Artefacts;
import io.customerroom.room.artefacts.Draft;
import io.customerroom.room.artefacts.FileType;
import io.customerroom.room.artefacts.Kind;
import io.customerroom.room.artefacts.Reach;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The artefacts of the room: all of them, one, and the form by which one is hung. */
@Controller
@RequestMapping("/artefacts")
final class ArtefactsController {

    private static final int LISTED = 60;

    private final Artefacts artefacts;
    private final RowsForReader readers;
    private final Hanging hanging;
    private final CompanyFace company;
    private final long largest;

    /** @param largest file that is taken, in bytes; the workspace's settings say */
    ArtefactsController(
            Artefacts artefacts,
            Hanging hanging,
            CompanyFace company,
            RowsForReader readers,
            @Value("${customer-room.artefact-bytes:20971520}") long largest) {
        this.readers = readers;
        this.artefacts = artefacts;
        this.hanging = hanging;
        this.company = company;
        this.largest = largest;
    }

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> parameters, HttpServletRequest request) {
        Optional<Subject> about =
                parameters.containsKey("about") ? Optional.of(new ArtefactForm(parameters).about()) : Optional.empty();
        List<Artefact> all = about.map(artefacts::about).orElseGet(artefacts::all);
        List<Artefact> visible =
                all.stream().filter(Hanging.visible(Keepers.mayHang(request))).toList();
        ModelAndView page = new ModelAndView("artefacts/list");
        page.addObject("about", about.orElse(null));
        page.addObject("back", about.map(Hanging::page).orElse(""));
        page.addObject("hang", about.map(Hanging::form).orElse("/artefacts/new"));
        page.addObject(
                "things",
                visible.stream()
                        .limit(LISTED)
                        .map(artefact -> new Thing(
                                hanging.card(artefact), artefact.about().words(), Hanging.page(artefact.about())))
                        .toList());
        page.addObject("shown", Math.min(LISTED, visible.size()));
        page.addObject("all", visible.size());
        page.addObject("withdrawn", all.stream().filter(Artefact::withdrawn).count());
        page.addObject(
                "erased",
                all.stream().filter(artefact -> artefact.erasure().isPresent()).count());
        page.addObject("mayHang", Keepers.mayHang(request));
        return page;
    }

    /** An artefact and what it hangs beside. */
    record Thing(ArtefactCard card, String about, String href) {}

    @GetMapping("/new")
    ModelAndView form(@RequestParam Map<String, String> typed) {
        return form(new ArtefactForm(typed));
    }

    private ModelAndView form(ArtefactForm typed) {
        ModelAndView page = new ModelAndView("artefacts/form");
        page.addObject("typed", typed);
        page.addObject("kinds", Kind.values());
        page.addObject("types", Subject.Type.values());
        page.addObject("reaches", Reach.offered());
        page.addObject("largest", Math.max(1, largest >> 20));
        return page;
    }

    @PostMapping
    ModelAndView hang(
            @RequestParam(required = false) Optional<MultipartFile> file,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            Artefact hung = artefacts.hang(Authors.of(request), new ArtefactForm(typed).draft(sent(file)));
            flash.addFlashAttribute(
                    "done",
                    hung.shown()
                            ? "It hangs there now."
                            : "It is kept, and hangs there as soon as the consent is given.");
            return new ModelAndView("redirect:/artefacts/" + hung.id());
        } catch (Failure failure) {
            ModelAndView again = form(new ArtefactForm(typed));
            again.setStatus(HttpStatus.BAD_REQUEST);
            again.addObject("problem", Problem.of(failure));
            again.addObject("chooseAgain", file.filter(it -> !it.isEmpty()).isPresent());
            return again;
        }
    }

    /** The size is looked at before the file is. */
    private Optional<Draft.Sent> sent(Optional<MultipartFile> file) {
        return file.filter(it -> !it.isEmpty()
                        || !String.valueOf(it.getOriginalFilename()).isEmpty())
                .map(this::sent);
    }

    private Draft.Sent sent(MultipartFile file) {
        if (file.getSize() > largest) {
            throw Failure.yours(
                    "FILE_TOO_LARGE",
                    "The file has %d MB.".formatted(file.getSize() >> 20),
                    "Send at most %d MB; an administrator may allow more (limits, artefact, in customer-room.yaml)."
                            .formatted(largest >> 20));
        }
        try {
            return new Draft.Sent(file.getBytes());
        } catch (IOException e) {
            throw Failure.resources(
                    "UPLOAD_NOT_KEPT", "The file could not be read.", "Check room on the disk for temporary files.");
        }
    }

    @GetMapping("/{id:f\\d+}")
    ModelAndView one(@PathVariable String id, HttpServletRequest request) {
        Artefact artefact = artefacts.require(id);
        if (artefact.awaited() && !Keepers.mayHang(request)) {
            throw Failure.yours(
                    "ARTEFACT_UNKNOWN", "There is no such artefact here.", "The page Artefacts lists those that hang.");
        }
        ModelAndView page = new ModelAndView("artefacts/view");
        page.addObject("artefact", artefact);
        page.addObject("card", hanging.card(artefact));
        page.addObject("subject", Hanging.page(artefact.about()));
        page.addObject(
                "customer",
                artefact.customer().filter(readers::sees).map(String::valueOf).orElse(""));
        page.addObject("given", artefact.consent().day().map(ArtefactCard::day).orElse(""));
        page.addObject("noted", ArtefactCard.day(artefact.consent().at(), company));
        page.addObject("hung", ArtefactCard.day(artefact.at(), company));
        page.addObject("letter", letter(artefact));
        page.addObject("reaches", Reach.offered());
        page.addObject("mayHang", Keepers.mayHang(request));
        page.addObject("mayErase", Keepers.mayErase(request));
        return page;
    }

    /** The words of a file of plain text; empty for every other. */
    private String letter(Artefact artefact) {
        boolean text = artefact.words().isPresent()
                && artefact.stored()
                        .filter(stored -> stored.type() == FileType.TEXT)
                        .isPresent();
        if (!text) {
            return "";
        }
        try {
            return Files.readString(artefacts.file(artefact));
        } catch (IOException e) {
            return ""; // erased or lost a moment ago: the page says what is left
        }
    }

    @PostMapping("/{id:f\\d+}/consent")
    String consent(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id,
                flash,
                "The consent is noted.",
                () -> artefacts.consent(reasoned(request, typed), id, new ArtefactForm(typed).consent()));
    }

    @PostMapping("/{id:f\\d+}/withdraw")
    String withdraw(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id,
                flash,
                "The consent is withdrawn. It hangs nowhere any more.",
                () -> artefacts.withdraw(reasoned(request, typed), id));
    }

    @PostMapping("/{id:f\\d+}/erase")
    String erase(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(
                id,
                flash,
                "It is erased: its file and its words are gone.",
                () -> artefacts.erase(reasoned(request, typed), id));
    }

    private static Authorship reasoned(HttpServletRequest request, Map<String, String> typed) {
        return Authors.of(request, typed.getOrDefault("reason", ""));
    }

    private static String doing(String id, RedirectAttributes flash, String done, Runnable verb) {
        try {
            verb.run();
            flash.addFlashAttribute("done", done);
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/artefacts/" + id;
    }
}

package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.evidence.EvidenceFiles;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.meetings.Answer;
import io.customerroom.room.meetings.Attendance;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.meetings.Slot;
import io.customerroom.room.people.Right;
import io.customerroom.room.promises.Level;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.Promises;
import io.customerroom.room.promises.Promises.Offer;
import io.customerroom.web.frame.Again;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One meeting: who is there, the promises it opens with, its frozen walls, and what is answered and promised in front of them. */
@Controller
@RequestMapping("/meetings/{id}")
final class MeetingController {

    private final FrozenRows frozenRows;
    private final Meetings meetings;
    private final Promises promises;
    private final EvidenceFiles files;
    private final MeetingPage page;
    private final Freezes freezes;

    MeetingController(
            Meetings meetings,
            Promises promises,
            EvidenceFiles files,
            MeetingPage page,
            Freezes freezes,
            FrozenRows frozenRows) {
        this.frozenRows = frozenRows;
        this.meetings = meetings;
        this.promises = promises;
        this.files = files;
        this.page = page;
        this.freezes = freezes;
    }

    /** What a leader answers about one exhibit. */
    record AnswerForm(
            @Nullable String exhibit,
            @Nullable String leader,
            @Nullable String why,
            @Nullable String when,
            @Nullable String how) {}

    /** What a leader promises about one exhibit. */
    record PromiseForm(
            @Nullable String exhibit,
            @Nullable String figure,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String direction,
            @Nullable String due,
            @Nullable String owner,
            @Nullable String words) {}

    @GetMapping
    ModelAndView show(
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Freezes.Standing> at =
                freezes.standing(id); // before the meeting is read, which is frozen when none is at work
        ModelAndView shown = page.of(meetings.require(id), who);
        at.ifPresent(standing -> {
            shown.addObject("freezing", standing);
            Again.after(1, request, response);
        });
        if (who.may(Right.HOLD_MEETINGS)) {
            freezes.failure(id).ifPresent(failure -> shown.addObject("problem", Problem.of(failure)));
        }
        return shown;
    }

    /** One chapter of a wall, as it hung behind it. */
    @GetMapping("/walls/{wall}/{chapter}")
    ModelAndView chapter(
            @PathVariable String id,
            @PathVariable int wall,
            @PathVariable String chapter,
            @AuthenticationPrincipal SignedIn who) {
        return page.chapter(meetings.require(id), wall, chapter, who);
    }

    /** Where an exhibit hangs: in front, or in its chapter. */
    @GetMapping("/exhibits/{exhibit}")
    ModelAndView exhibit(@PathVariable String id, @PathVariable String exhibit) {
        return new ModelAndView("redirect:" + page.address(meetings.require(id), exhibit));
    }

    @PostMapping("/schedule")
    ModelAndView schedule(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String starts,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String place,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, who, () -> {
            Slot slot = new Slot(Fields.time(starts), Fields.whole(minutes, 720), place, 0);
            meetings.schedule(Authors.of(request), id, Fields.day(day), slot);
            return done(flash, id, "schedule", "Day, time and place are noted.");
        });
    }

    @PostMapping("/attendance")
    ModelAndView attend(
            @PathVariable String id,
            @RequestParam String account,
            @RequestParam(defaultValue = "false") boolean present,
            @RequestParam(defaultValue = "") String substitute,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, who, () -> {
            Attendance attendance = new Attendance(account, present, present ? "" : Fields.words(substitute, 80));
            meetings.attend(Authors.of(request), id, attendance);
            return done(flash, id, "attendance", "Attendance is noted.");
        });
    }

    @PostMapping("/freeze")
    ModelAndView freeze(
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, who, () -> {
            boolean frozen =
                    freezes.freeze(Authors.of(request), meetings.require(id).id());
            return frozen
                    ? done(flash, id, "walls", "The walls are frozen.")
                    : new ModelAndView("redirect:/meetings/" + id + "#freeze");
        });
    }

    @PostMapping("/answers")
    ModelAndView answer(
            @PathVariable String id,
            @ModelAttribute AnswerForm form,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, Fields.text(form.exhibit()), who, () -> {
            Answer.Words words = new Answer.Words(
                    Fields.words(form.why(), 4000), Fields.words(form.when(), 4000), Fields.words(form.how(), 4000));
            String exhibit = Fields.text(form.exhibit());
            meetings.answer(Authors.of(request), id, exhibit, Fields.text(form.leader()), words);
            return noted(flash, id, exhibit, "The answers are noted.");
        });
    }

    @PostMapping("/promises")
    ModelAndView promise(
            @PathVariable String id,
            @ModelAttribute PromiseForm form,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, Fields.text(form.exhibit()), who, () -> {
            Level level = new Level(
                    Fields.number(form.value()),
                    Fields.words(form.unit(), 40),
                    Level.Direction.of(Fields.text(form.direction())));
            Offer offer = new Offer(
                    id,
                    Fields.text(form.exhibit()),
                    Fields.text(form.figure()),
                    level,
                    Fields.day(form.due()),
                    Fields.text(form.owner()),
                    Fields.words(form.words(), 4000));
            Promise promise = promises.make(Authors.of(request), offer);
            return noted(flash, id, offer.exhibit(), "The promise %s is noted.".formatted(promise.id()));
        });
    }

    /** The keys of the customers and events behind a frozen reading, as they were kept; of those the reader may see. */
    @GetMapping("/{exhibit}/rows")
    ResponseEntity<Resource> rows(@PathVariable String id, @PathVariable String exhibit) {
        FrozenReading frozen = meetings.readings(id).stream()
                .filter(it -> it.reading().exhibit().equals(exhibit))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "EXHIBIT_UNKNOWN",
                        "No such exhibit is frozen in this meeting.",
                        "Open the meeting and follow the exhibit's own link."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/gzip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s-%s.csv.gz\"".formatted(id, exhibit))
                .body(frozenRows.of(files.file(frozen.rowsHash())));
    }

    private ModelAndView doing(String id, SignedIn who, Supplier<ModelAndView> verb) {
        return doing(id, "", who, verb);
    }

    /** Does it and goes on, or shows the page of the exhibit again with what was wrong. */
    private ModelAndView doing(String id, String exhibit, SignedIn who, Supplier<ModelAndView> verb) {
        try {
            return verb.get();
        } catch (Failure failure) {
            Problem problem = Problem.of(failure);
            ModelAndView shown = page.with(meetings.require(id), exhibit, who);
            shown.setStatus(HttpStatus.BAD_REQUEST);
            shown.addObject("problem", problem);
            return shown;
        }
    }

    private ModelAndView noted(RedirectAttributes flash, String id, String exhibit, String words) {
        flash.addFlashAttribute("done", words);
        return new ModelAndView("redirect:" + page.address(meetings.require(id), exhibit));
    }

    private static ModelAndView done(RedirectAttributes flash, String id, String anchor, String words) {
        flash.addFlashAttribute("done", words);
        return new ModelAndView("redirect:/meetings/" + id + "#" + anchor);
    }
}

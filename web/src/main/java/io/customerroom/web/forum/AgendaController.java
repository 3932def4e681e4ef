package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.agenda.AgendaItem;
import io.customerroom.room.agenda.Agendas;
import io.customerroom.room.agenda.Topic;
import io.customerroom.room.decisions.Decision;
import io.customerroom.room.decisions.Decisions;
import io.customerroom.room.decisions.Decisions.Choice;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.meetings.Meetings;
import io.customerroom.room.minutes.Minutes;
import io.customerroom.room.minutes.Note;
import io.customerroom.state.json.Json;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

/** The page on which a meeting is prepared and run: agenda, minutes, decisions, and the close. */
@Controller
@RequestMapping("/meetings/{id}")
final class AgendaController {

    private final Meetings meetings;
    private final Agendas agendas;
    private final Minutes minutes;
    private final Decisions decisions;
    private final AgendaPage page;
    private final Words words;

    AgendaController(
            Meetings meetings, Agendas agendas, Minutes minutes, Decisions decisions, AgendaPage page, Words words) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.minutes = minutes;
        this.decisions = decisions;
        this.page = page;
        this.words = words;
    }

    /** A decision as it is put down. */
    record DecisionForm(
            @Nullable String item,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String owner,
            @Nullable String review) {}

    @GetMapping("/agenda")
    ModelAndView show(@PathVariable String id, @AuthenticationPrincipal SignedIn who) {
        return page.of(meetings.require(id), who);
    }

    @PostMapping("/agenda/proposal")
    ModelAndView propose(
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, who, () -> {
            Meeting meeting = meetings.require(id);
            int added = agendas.propose(Authors.of(request), id, page.proposal(meeting));
            flash.addFlashAttribute(
                    "done",
                    switch (added) {
                        case 0 -> "The walls and the promises ask for nothing that is not on the agenda.";
                        case 1 -> "1 point was put on the agenda.";
                        default -> "%d points were put on the agenda.".formatted(added);
                    });
            return back(id, "points");
        });
    }

    @PostMapping("/agenda")
    ModelAndView add(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String exhibit,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "0") String wall,
            @RequestParam(defaultValue = "5") String minutes,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        return doing(id, who, () -> {
            Meeting meeting = meetings.require(id);
            Topic topic = exhibit.isEmpty()
                    ? own(title, wall, minutes)
                    : page.exhibit(meeting, exhibit).orElseThrow(AgendaController::unknownExhibit);
            AgendaItem item = agendas.add(Authors.of(request), id, topic);
            return back(id, "words-" + item.id());
        });
    }

    private static Topic own(String title, String wall, String minutes) {
        String words = Fields.words(title, 200);
        if (words.isEmpty()) {
            throw Failure.yours("TOPIC_MISSING", "A point has a title.", "Say in a few words what it is about.");
        }
        return Topic.own(Fields.whole(wall, 3), words, Fields.whole(minutes, 240));
    }

    private static Failure unknownExhibit() {
        return Failure.yours(
                "EXHIBIT_UNKNOWN", "No such exhibit hangs on the walls.", "Choose one from the list on the page.");
    }

    @PostMapping("/agenda/{item}/move")
    ModelAndView move(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam boolean up,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        return doing(id, who, () -> {
            agendas.move(Authors.of(request), item, up ? -1 : 1);
            return back(id, (up ? "up-" : "down-") + item);
        });
    }

    @PostMapping("/agenda/{item}/time")
    ModelAndView time(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String minutes,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        return doing(id, who, () -> {
            agendas.plan(Authors.of(request), item, Fields.whole(minutes, 240));
            return back(id, "time-" + item);
        });
    }

    @PostMapping("/agenda/{item}/removal")
    ModelAndView takeOff(
            @PathVariable String id,
            @PathVariable String item,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        return doing(id, who, () -> {
            agendas.takeOff(Authors.of(request), item);
            return back(id, "points");
        });
    }

    @PostMapping("/agenda/{item}/minutes")
    ModelAndView write(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int over,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        return doing(id, who, () -> {
            try {
                minutes.write(Authors.of(request), item, words, over);
            } catch (Failure failure) {
                ModelAndView refused = page.of(meetings.require(id), who);
                refused.addObject("typedItem", item);
                refused.addObject("typedWords", words);
                return told(refused, failure);
            }
            return back(id, "words-" + item);
        });
    }

    /** The same for the page's script, which saves while somebody types and says what came of it. */
    @PostMapping(value = "/agenda/{item}/minutes", headers = "X-Saving=quietly")
    ResponseEntity<String> writeQuietly(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int over,
            HttpServletRequest request) {
        try {
            Note note = minutes.write(Authors.of(request), item, words, over);
            return json(
                    HttpStatus.OK,
                    Map.of(
                            "revision",
                            note.revision(),
                            "said",
                            "Saved %s by %s".formatted(this.words.time(note.at()), page.name(note.by()))));
        } catch (Failure failure) {
            Problem problem = Problem.of(failure);
            return json(
                    HttpStatus.CONFLICT,
                    Map.of("said", "Not saved. %s %s".formatted(problem.message(), problem.nextStep())));
        }
    }

    private static ResponseEntity<String> json(HttpStatus status, Map<String, Object> answer) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.write(answer));
    }

    @PostMapping("/agenda/{item}/addenda")
    ModelAndView addTo(
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request) {
        return doing(id, who, () -> {
            minutes.add(Authors.of(request), item, words);
            return back(id, item);
        });
    }

    @PostMapping("/agenda/decisions")
    ModelAndView decide(
            @PathVariable String id,
            @ModelAttribute DecisionForm form,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, who, () -> {
            String item = Fields.text(form.item());
            Choice choice = new Choice(
                    id,
                    item.isEmpty() ? Optional.empty() : Optional.of(item),
                    Fields.text(form.decision()),
                    Fields.text(form.reason()),
                    Fields.text(form.owner()),
                    Fields.day(form.review()));
            Decision decision = decisions.take(Authors.of(request), choice);
            flash.addFlashAttribute("done", "The decision %s is noted.".formatted(decision.id()));
            return back(id, item.isEmpty() ? "points" : item);
        });
    }

    @PostMapping("/close")
    ModelAndView close(
            @PathVariable String id,
            @AuthenticationPrincipal SignedIn who,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return doing(id, who, () -> {
            minutes.close(Authors.of(request), id);
            flash.addFlashAttribute("done", "The meeting is closed. Its minutes stand.");
            return back(id, "content");
        });
    }

    /** Does it and goes on, or shows the page again with what was wrong and what was typed. */
    private ModelAndView doing(String id, SignedIn who, Supplier<ModelAndView> verb) {
        try {
            return verb.get();
        } catch (Failure failure) {
            return told(page.of(meetings.require(id), who), failure);
        }
    }

    private static ModelAndView told(ModelAndView page, Failure failure) {
        page.addObject("problem", Problem.of(failure));
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private static ModelAndView back(String id, String anchor) {
        return new ModelAndView("redirect:/meetings/%s/agenda#%s".formatted(id, anchor));
    }
}

package io.customerroom.web.forum;

import io.customerroom.kernel.Failure;
import io.customerroom.room.displays.Displays;
import io.customerroom.room.people.Account;
import io.customerroom.room.people.People;
import io.customerroom.room.promises.Promise;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.artefacts.Hanging;
import io.customerroom.web.frame.Frames;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The room on a large screen, for somebody signed in or for a display that was let in by its token. */
@Controller
final class RoomModeController {

    private static final int SHORTEST_SECONDS = 1;
    private static final int LONGEST_SECONDS = 600;

    private final Slides slides;
    private final Displays displays;
    private final People people;
    private final CompanyFace company;
    private final Frames frames;
    private final Hanging hanging;

    RoomModeController(
            Slides slides, Displays displays, People people, CompanyFace company, Frames frames, Hanging hanging) {
        this.hanging = hanging;
        this.company = company;
        this.frames = frames;
        this.slides = slides;
        this.displays = displays;
        this.people = people;
    }

    @GetMapping("/room")
    ModelAndView signedIn(@RequestParam(defaultValue = "20") int seconds, @RequestParam(defaultValue = "15") int ask) {
        return page(seconds, ask, "").addObject("leave", "/walls/1");
    }

    @GetMapping("/display/{token:[A-Za-z0-9_-]+}")
    ModelAndView display(
            @PathVariable String token,
            @RequestParam(defaultValue = "20") int seconds,
            @RequestParam(defaultValue = "15") int ask) {
        if (!displays.admits(token)) {
            throw Failure.yours(
                    "DISPLAY_UNKNOWN",
                    "This display is not let in.",
                    "An administrator lets one in on the page People.");
        }
        return page(seconds, ask, "/display/" + token + "/artefacts/").addObject("leave", "");
    }

    /**
     * @param seconds how long each slide stays
     * @param ask after how many seconds the page asks for news
     * @param base where a display without a session finds small pictures; empty with one
     */
    private ModelAndView page(int seconds, int ask, String base) {
        List<Promise> promises = slides.promises();
        ModelAndView page = new ModelAndView("forum/room-mode");
        page.addObject("company", company.name());
        page.addObject("clocks", frames.ledger());
        List<Slides.Slide> walls = slides.walls();
        page.addObject("slides", walls);
        page.addObject(
                "voices",
                walls.stream()
                        .collect(Collectors.toMap(
                                Slides.Slide::wall, slide -> hanging.slide(slide.wall(), slide.exhibits(), base))));
        page.addObject("promises", promises.stream().limit(slides.rows()).toList());
        page.addObject("allPromises", promises.size());
        page.addObject("overdue", promises.stream().filter(slides::overdue).toList());
        page.addObject("names", people.all().stream().collect(Collectors.toMap(Account::name, Account::displayName)));
        page.addObject("seconds", Math.clamp(seconds, SHORTEST_SECONDS, LONGEST_SECONDS));
        page.addObject("ask", Math.clamp(ask, SHORTEST_SECONDS, LONGEST_SECONDS));
        return page;
    }
}

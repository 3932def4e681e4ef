package io.customerroom.web.walls;

import io.customerroom.room.artefacts.Subject;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.web.artefacts.Hanging;
import io.customerroom.web.artefacts.Keepers;
import io.customerroom.web.artefacts.Strip;
import io.customerroom.web.paper.HungWall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The artefacts beside what a page shows; none where the pages stand without a room. */
@Component
final class Beside {

    private final ObjectProvider<Hanging> hanging;

    Beside(ObjectProvider<Hanging> hanging) {
        this.hanging = hanging;
    }

    /** Tells the page of a contact or an issue what hangs there, and where its reader may hang something. */
    void add(Subject subject, HttpServletRequest request, Model model) {
        boolean keeper = Keepers.mayHang(request);
        model.addAttribute(
                "strips",
                hanging.stream()
                        .map(it -> it.beside(subject, keeper))
                        .filter(strip -> strip.count() > 0)
                        .toList());
        model.addAttribute("hang", keeper ? Hanging.form(subject) : "");
    }

    /** The wall as paper takes it, with what may stand on paper beside it. */
    HungWall on(HungWall wall) {
        return hanging.stream()
                .findFirst()
                .map(it -> wall.with(it.paper(wall.number(), wall.exhibits())))
                .orElse(wall);
    }

    /** What everyone in the room may see on a wall: a print of it holds for every reader. */
    List<Strip> on(Wall wall) {
        Set<String> exhibits = wall.all().stream().map(Exhibit::id).collect(Collectors.toSet());
        return hanging.stream()
                .flatMap(it -> it.wall(wall.number(), exhibits).stream())
                .toList();
    }
}

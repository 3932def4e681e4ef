package io.customerroom.web.tour;

import io.customerroom.kernel.Failure;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.walls.Views;
import io.customerroom.web.walls.WallBook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tour, with the findings of the walls as they are now. A room without a tour has no such page. */
@Controller
final class TourController {

    private static final Pattern WALL = Pattern.compile("/walls/([1-3])(?:/([a-z-]+))?");

    private final ObjectProvider<Tour> tour;
    private final WallBook book;
    private final Views views;
    private final LedgerStatus status;

    TourController(ObjectProvider<Tour> tour, WallBook book, Views views, LedgerStatus status) {
        this.tour = tour;
        this.book = book;
        this.views = views;
        this.status = status;
    }

    /**
     * A stop as the page prints it.
     *
     * @param findings what the walls say there now; empty where none of the places is a wall
     */
    record Step(Tour.Stop stop, List<Link> links, List<Finding> findings) {}

    record Link(String label, String href) {}

    /**
     * An exhibit's own words.
     *
     * @param where wall and period
     * @param figures label and figure, where the exhibit opens with figures; those of nothing are left out
     */
    record Finding(String where, String title, String second, List<String> figures) {}

    @GetMapping("/tour")
    String show(@RequestParam(defaultValue = "hidden") String answers, Model model) {
        Tour walk = tour.stream()
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "TOUR_NOT_FOUND", "This room has no tour.", "The demo company has one: ./customer-room demo."));
        if (status.shown().isEmpty()) {
            return "first-steps";
        }
        model.addAttribute("steps", walk.stops().stream().map(this::step).toList());
        model.addAttribute("toCome", walk.toCome());
        model.addAttribute("open", answers.equals("shown"));
        return "tour";
    }

    private Step step(Tour.Stop stop) {
        return new Step(
                stop,
                stop.places().stream()
                        .map(place -> new Link(place.label(), href(place)))
                        .toList(),
                stop.places().stream().flatMap(this::finding).toList());
    }

    /** Nothing where the exhibit does not hang, or the period lies outside a short history. */
    private Stream<Finding> finding(Tour.Place place) {
        Matcher wall = WALL.matcher(place.path());
        if (place.exhibit().isEmpty() || !wall.matches()) {
            return Stream.empty();
        }
        try {
            int number = Integer.parseInt(wall.group(1));
            WallQuery query = views.of(new TreeMap<>(place.view()));
            Wall hung = wall.group(2) == null ? book.wall(number, query) : book.chapter(number, wall.group(2), query);
            return hung.all().stream()
                    .filter(exhibit -> exhibit.id().equals(place.exhibit().get()))
                    .limit(1)
                    .map(exhibit -> finding(number, query, exhibit));
        } catch (Failure e) {
            return Stream.empty();
        }
    }

    private static Finding finding(int number, WallQuery query, Exhibit exhibit) {
        String narrowed =
                query.where().values().stream().map(value -> ", " + value).collect(Collectors.joining());
        return new Finding(
                "Wall %d, %s%s".formatted(number, PeriodWords.of(query), narrowed),
                exhibit.title(),
                exhibit.second(),
                exhibit.figures().stream()
                        .filter(figure -> figure.value()
                                .filter(value -> value.signum() != 0)
                                .isPresent())
                        .map(figure -> figure.label() + ": " + figure.shown() + before(figure.lastYear()))
                        .toList());
    }

    private static String before(Optional<Figure.Comparison> lastYear) {
        return lastYear.map(other -> " (%s in %s)".formatted(other.shown(), other.period()))
                .orElse("");
    }

    private static String href(Tour.Place place) {
        return place.path()
                + view(place)
                + place.exhibit().map(exhibit -> "#" + exhibit).orElse("");
    }

    private static String view(Tour.Place place) {
        if (place.view().isEmpty()) {
            return "";
        }
        return new TreeMap<>(place.view())
                .entrySet().stream()
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.customerroom.web.forum;

import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.Promises;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.LedgerStatus.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What room mode shows, to be read from afar: per wall its finding, its figures and one picture; then the promises. */
@Component
final class Slides {

    private static final int ROWS = 6;
    private static final int TILES = 5;

    private final LedgerStatus status;
    private final MeetingWalls walls;
    private final Promises promises;
    private final Words words;
    private volatile Kept kept = new Kept(Optional.empty(), List.of());

    Slides(LedgerStatus status, MeetingWalls walls, Promises promises, Words words) {
        this.status = status;
        this.walls = walls;
        this.promises = promises;
        this.words = words;
    }

    private record Kept(Optional<Shown> build, List<Slide> slides) {}

    /**
     * One wall.
     *
     * @param finding of the exhibit that opens it
     * @param measure its unit, population and period
     * @param tiles the opening figures, at most {@value #TILES}
     * @param svg the picture; empty where a table is shown instead
     * @param pictured what the picture or the table shows
     * @param rows the first rows of the table, where there is no picture
     * @param all how many rows the table has
     * @param exhibits ids of all that hangs on the wall
     */
    record Slide(
            int wall,
            String finding,
            String measure,
            List<ExhibitView.Tile> tiles,
            String svg,
            String pictured,
            List<FrozenCard.Heading> headings,
            List<List<FrozenCard.Cell>> rows,
            int all,
            Set<String> exhibits) {}

    /** The walls of the build shown now, composed once per build; none before the first one. */
    List<Slide> walls() {
        Optional<Shown> build = status.shown();
        Kept known = kept;
        if (known.build().equals(build) && !known.slides().isEmpty()) {
            return known.slides();
        }
        List<Reading> readings = walls.now();
        List<Slide> slides = Stream.of(1, 2, 3)
                .flatMap(wall -> slide(wall, readings).stream())
                .toList();
        kept = new Kept(build, slides);
        return slides;
    }

    /** Open promises, the date that comes first on top. */
    List<Promise> promises() {
        return promises.all().stream()
                .filter(Promise::open)
                .sorted(Comparator.comparing(Promise::due).thenComparing(Promise::id))
                .toList();
    }

    /** How many promises a screen holds. */
    int rows() {
        return ROWS;
    }

    boolean overdue(Promise promise) {
        return promise.overdue(words.today());
    }

    private static Optional<Slide> slide(int wall, List<Reading> readings) {
        List<FrozenCard> cards = readings.stream()
                .filter(reading -> reading.wall() == wall)
                .map(FrozenCard::live)
                .toList();
        Optional<FrozenCard> opening = cards.stream()
                .filter(card -> !card.reading().view().tiles().isEmpty())
                .findFirst()
                .or(() -> cards.stream().findFirst());
        Set<String> exhibits =
                cards.stream().map(card -> card.reading().exhibit()).collect(Collectors.toSet());
        return opening.map(first -> slide(
                wall,
                first,
                cards.stream().filter(card -> !card.svg().isEmpty()).findFirst().orElse(first),
                exhibits));
    }

    private static Slide slide(int wall, FrozenCard first, FrozenCard pictured, Set<String> exhibits) {
        List<FrozenCard.Heading> headings = pictured.headings();
        int columns = Math.min(headings.size(), 7);
        List<List<FrozenCard.Cell>> rows = new ArrayList<>();
        if (pictured.svg().isEmpty()) {
            pictured.rows().stream()
                    .limit(ROWS)
                    .map(row -> row.subList(0, columns))
                    .forEach(rows::add);
        }
        return new Slide(
                wall,
                first.reading().view().finding(),
                first.reading().view().measure(),
                first.reading().view().tiles().stream().limit(TILES).toList(),
                pictured.svg(),
                pictured.reading().view().finding(),
                headings.subList(0, columns),
                rows,
                pictured.rows().size(),
                exhibits);
    }
}

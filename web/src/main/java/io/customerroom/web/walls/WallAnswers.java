package io.customerroom.web.walls;

import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.worth.Equities;
import io.customerroom.web.tables.TableView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a wall says of the rows behind one of its figures, so that a list begins with its answer: who, and how much together. It is read from the walls that are composed
 * for the view; whoever comes by a link from elsewhere gets the rows alone. Only why customer equity changed is composed for it.
 */
@Component
public final class WallAnswers {

    private static final int ASSET = 1;
    private static final String WORTH = "worth";

    private final WallBook book;

    WallAnswers(WallBook book) {
        this.book = book;
    }

    /**
     * @param title the finding of the exhibit, or the label of the opening figure
     * @param words its measure and population; of an opening figure the figure
     * @param row the exhibit's row; none of an opening figure
     */
    public record Said(String title, String words, Optional<TableView> row) {}

    /** Empty where no composed exhibit leads there, and where the only ones name customers. */
    public Optional<Said> of(Drill drill, WallQuery query) {
        if (drill.metric().equals(Equities.MOVES)) {
            book.chapter(ASSET, WORTH, query);
        }
        List<Exhibit> exhibits = book.composed(query).stream()
                .map(Wall::all)
                .flatMap(List::stream)
                .filter(exhibit -> exhibit.table().columns().stream()
                        .noneMatch(column -> column.name().equals("customer")))
                .toList();
        return Stream.of(
                        exhibits.stream().flatMap(exhibit -> row(exhibit, drill).stream()),
                        exhibits.stream().flatMap(exhibit -> part(exhibit, drill).stream()),
                        exhibits.stream().flatMap(exhibit -> figure(exhibit, drill).stream()))
                .flatMap(found -> found)
                .findFirst();
    }

    private static Optional<Said> row(Exhibit exhibit, Drill drill) {
        return exhibit.table().rows().stream()
                .filter(row -> row.drill().filter(drill::equals).isPresent())
                .findFirst()
                .map(row -> said(exhibit, row));
    }

    private static Optional<Said> part(Exhibit exhibit, Drill drill) {
        return exhibit.table().rows().stream()
                .filter(row -> row.parts().containsValue(drill))
                .findFirst()
                .map(row -> said(exhibit, row));
    }

    private static Said said(Exhibit exhibit, Row row) {
        Table one =
                new Table("What the wall says of these rows", exhibit.table().columns(), List.of(row));
        return new Said(exhibit.title(), exhibit.second(), Optional.of(TableView.of(one, _ -> "")));
    }

    private static Optional<Said> figure(Exhibit exhibit, Drill drill) {
        return exhibit.figures().stream()
                .filter(figure -> figure.drill().filter(drill::equals).isPresent())
                .findFirst()
                .map(WallAnswers::said);
    }

    private static Said said(Figure figure) {
        return new Said("%s: %s".formatted(figure.label(), figure.shown()), figure.parts(), Optional.empty());
    }
}

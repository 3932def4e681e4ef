package io.customerroom.room.evidence;

import io.customerroom.room.evidence.ExhibitView.Column;
import io.customerroom.room.evidence.ExhibitView.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an exhibit by names that stay the same from period to period, so that a later reading can be asked for the figure a
 * promise was about.
 */
public final class Figures {

    /** Of a table with more rows than this, only so many can be promised about by name. */
    private static final int ROWS = 40;

    private static final String PERIOD = "period";

    private Figures() {}

    /**
     * One number.
     *
     * @param id {@code tile|net}, {@code row||lost} in the row of the reading's own period, {@code row|delivery|latest}
     * @param title as people read it: {@code Lost}, {@code delivery: Latest}
     * @param value empty where nothing can be said
     */
    public record Figure(String id, String title, Optional<BigDecimal> value) {}

    /** The opening figures, then the table row by row. */
    public static List<Figure> of(Reading reading) {
        List<Figure> figures = new ArrayList<>();
        reading.view()
                .tiles()
                .forEach(tile ->
                        figures.add(new Figure("tile|" + tile.name(), tile.title(), ExhibitView.number(tile.value()))));
        reading.view().rows().stream()
                .filter(row -> own(reading, row))
                .limit(ROWS)
                .forEach(row -> figures.addAll(row(reading.view(), row)));
        return List.copyOf(figures);
    }

    /** The figure of that name with what it reads here; empty where the exhibit has none of this name. */
    public static Optional<Figure> find(Reading reading, String id) {
        return of(reading).stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    private static List<Figure> row(ExhibitView view, List<@Nullable String> row) {
        String key = IntStream.range(0, row.size())
                .filter(i -> view.columns().get(i).kind() == Kind.KEY)
                .filter(i -> !view.columns().get(i).name().equals(PERIOD))
                .mapToObj(i -> Objects.requireNonNullElse(row.get(i), "none"))
                .collect(Collectors.joining(", "));
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Column column = view.columns().get(i);
            if (column.kind() == Kind.FIGURE) {
                figures.add(new Figure(
                        "row|" + key + "|" + column.name(),
                        key.isEmpty() ? column.title() : key + ": " + column.title(),
                        ExhibitView.number(row.get(i))));
            }
        }
        return figures;
    }

    /** Whether a row is of the reading's own period; a row without a period is. */
    private static boolean own(Reading reading, List<@Nullable String> row) {
        return IntStream.range(0, row.size())
                .filter(i -> reading.view().columns().get(i).name().equals(PERIOD))
                .allMatch(i -> reading.period().equals(row.get(i)));
    }
}

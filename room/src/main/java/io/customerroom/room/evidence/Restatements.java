package io.customerroom.room.evidence;

import io.customerroom.room.evidence.ExhibitView.Column;
import io.customerroom.room.evidence.ExhibitView.Kind;
import io.customerroom.room.evidence.ExhibitView.Tile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds what has been restated between a frozen reading and today's. */
public final class Restatements {

    /** Name of the column that tells whether the row's period was over: {@code true} or {@code false}. */
    public static final String COMPLETE = "complete";

    private Restatements() {}

    /**
     * One line per figure shown then that reads differently now, in the order in which it was shown: the opening figures if both
     * readings show the same period, then the table. Rows that were not shown then, a
     * new month for example, are no restatement. Readings of different exhibits, or of figures that exist in one of them only, are not
     * compared.
     */
    public static List<Restatement> between(Reading frozen, LocalDate shownOn, Reading today) {
        if (!frozen.exhibit().equals(today.exhibit())) {
            return List.of();
        }
        List<Restatement> restatements = new ArrayList<>();
        if (frozen.period().equals(today.period())) {
            tiles(frozen, shownOn, today, restatements);
        }
        Map<String, List<@Nullable String>> current = byKey(today.view());
        byKey(frozen.view()).forEach((key, shown) -> {
            List<@Nullable String> now = current.get(key);
            if (now == null || !complete(frozen.view(), shown) || saysATileAgain(frozen.view(), shown)) {
                return;
            }
            for (int column = 0; column < frozen.view().columns().size(); column++) {
                compare(key, frozen.view(), column, shown, today.view(), now, shownOn)
                        .ifPresent(restatements::add);
            }
        });
        return List.copyOf(restatements);
    }

    /** A table that repeats the opening figures says nothing new. */
    private static boolean saysATileAgain(ExhibitView view, List<@Nullable String> row) {
        return view.tiles().stream().anyMatch(tile -> tile.title().equals(row.getFirst()));
    }

    private static Optional<Restatement> compare(
            String key,
            ExhibitView then,
            int column,
            List<@Nullable String> shownRow,
            ExhibitView today,
            List<@Nullable String> knownRow,
            LocalDate shownOn) {
        Column shownColumn = then.columns().get(column);
        int knownColumn = indexOf(today, shownColumn);
        if (shownColumn.kind() != Kind.FIGURE || knownColumn < 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> shown = ExhibitView.number(shownRow.get(column));
        Optional<BigDecimal> known = ExhibitView.number(knownRow.get(knownColumn));
        return line(key, shownColumn.title(), shown, shownOn, known);
    }

    private static void tiles(Reading frozen, LocalDate shownOn, Reading today, List<Restatement> restatements) {
        for (Tile then : frozen.view().tiles()) {
            today.view().tiles().stream()
                    .filter(now -> now.name().equals(then.name()))
                    .findFirst()
                    .flatMap(now -> line(
                            frozen.period(),
                            then.title(),
                            ExhibitView.number(then.value()),
                            shownOn,
                            ExhibitView.number(now.value())))
                    .ifPresent(restatements::add);
        }
    }

    private static Optional<Restatement> line(
            String row, String figure, Optional<BigDecimal> shown, LocalDate shownOn, Optional<BigDecimal> known) {
        boolean same = shown.isPresent() == known.isPresent()
                && shown.map(then -> then.compareTo(known.orElse(then)) == 0).orElse(true);
        return same ? Optional.empty() : Optional.of(new Restatement(row, figure, shown, shownOn, known));
    }

    private static boolean complete(ExhibitView view, List<@Nullable String> row) {
        return IntStream.range(0, row.size())
                .filter(i -> view.columns().get(i).name().equals(COMPLETE))
                .noneMatch(i -> "false".equals(row.get(i)));
    }

    private static int indexOf(ExhibitView view, Column wanted) {
        return IntStream.range(0, view.columns().size())
                .filter(i -> view.columns().get(i).name().equals(wanted.name())
                        && view.columns().get(i).kind() == Kind.FIGURE)
                .findFirst()
                .orElse(-1);
    }

    private static Map<String, List<@Nullable String>> byKey(ExhibitView view) {
        Map<String, List<@Nullable String>> rows = new LinkedHashMap<>();
        for (List<@Nullable String> row : view.rows()) {
            String key = IntStream.range(0, row.size())
                    .filter(i -> view.columns().get(i).kind() == Kind.KEY)
                    .mapToObj(i -> Objects.requireNonNullElse(row.get(i), "none"))
                    .collect(Collectors.joining(", "));
            rows.putIfAbsent(key, row);
        }
        return rows;
    }
}

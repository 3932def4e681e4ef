package io.customerroom.room.evidence;

import io.customerroom.room.evidence.ExhibitView.Tile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an exhibit reads beside how it read in an earlier meeting.
 *
 * @param then the earlier reading; empty where it is new on the wall
 * @param now the later reading; empty where it is gone from the wall
 * @param figures its opening figures, in the order of the later reading
 * @param restated figures that were shown then and are known differently now
 */
public record Difference(
        Optional<Reading> then, Optional<Reading> now, List<Pair> figures, List<Restatement> restated) {

    /**
     * An opening figure, then and now.
     *
     * @param then as it was written then; empty where it was not shown
     * @param now as it is written now; empty where it is not shown
     * @param change now less then, where both are numbers
     */
    public record Pair(String title, Optional<String> then, Optional<String> now, Optional<BigDecimal> change) {

        /** Whether the two differ at all. */
        public boolean changed() {
            return !then.equals(now);
        }
    }

    /** Every exhibit that hangs now in hanging order, then those that are gone. */
    public static List<Difference> between(List<Reading> then, LocalDate shownOn, List<Reading> now) {
        List<Difference> differences = new ArrayList<>();
        for (Reading reading : now) {
            Optional<Reading> former = find(then, reading.exhibit());
            differences.add(new Difference(
                    former,
                    Optional.of(reading),
                    pairs(former, reading),
                    former.map(it -> Restatements.between(it, shownOn, reading)).orElse(List.of())));
        }
        then.stream()
                .filter(reading -> find(now, reading.exhibit()).isEmpty())
                .forEach(gone ->
                        differences.add(new Difference(Optional.of(gone), Optional.empty(), List.of(), List.of())));
        return List.copyOf(differences);
    }

    /** The reading it is about, the later one where there are two. */
    public Reading reading() {
        return now.or(() -> then).orElseThrow();
    }

    /** Whether both hang and nothing about them differs. */
    public boolean same() {
        return then.isPresent()
                && now.isPresent()
                && !redefined()
                && !foundOtherwise()
                && restated.isEmpty()
                && figures.stream().noneMatch(Pair::changed);
    }

    /** Whether both were read under other definitions: then their figures do not mean the same. */
    public boolean redefined() {
        return then.isPresent()
                && now.isPresent()
                && !then.get().definitions().equals(now.get().definitions());
    }

    /** Whether the exhibit says something else than it said. */
    public boolean foundOtherwise() {
        return then.isPresent()
                && now.isPresent()
                && !then.get().view().finding().equals(now.get().view().finding());
    }

    private static List<Pair> pairs(Optional<Reading> then, Reading now) {
        List<Tile> former = then.map(it -> it.view().tiles()).orElse(List.of());
        return now.view().tiles().stream().map(tile -> pair(former, tile)).toList();
    }

    private static Pair pair(List<Tile> former, Tile now) {
        Optional<Tile> then =
                former.stream().filter(tile -> tile.name().equals(now.name())).findFirst();
        Optional<BigDecimal> before = then.flatMap(tile -> ExhibitView.number(tile.value()));
        Optional<BigDecimal> after = ExhibitView.number(now.value());
        return new Pair(
                now.title(),
                then.map(Tile::shown),
                Optional.of(now.shown()),
                before.flatMap(number -> after.map(later -> later.subtract(number))));
    }

    private static Optional<Reading> find(List<Reading> readings, String exhibit) {
        return readings.stream().filter(it -> it.exhibit().equals(exhibit)).findFirst();
    }
}

package io.customerroom.walls.asset;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.Share;
import io.customerroom.statistics.comparison.Look.Finding;
import io.customerroom.statistics.comparison.Pair;
import io.customerroom.statistics.comparison.Stratified;
import io.customerroom.walls.asset.Loyalty.Tested;
import io.customerroom.walls.exhibit.Chart;
import io.customerroom.walls.exhibit.Chart.Series;
import io.customerroom.walls.exhibit.Chart.Shade;
import io.customerroom.walls.exhibit.Chart.Tone;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Kind;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which behaviours separate those who stay from those who leave, over all segments and inside each. */
record LoyaltyExhibits(WallQuery query, Loyalty loyalty) {

    List<Exhibit> exhibits() {
        return List.of(overall(), bySegment());
    }

    private Exhibit overall() {
        List<Tested> drawn = loyalty.tested().stream()
                .filter(one -> one.now().finding() != Finding.TOO_FEW)
                .toList();
        return new Exhibit(
                "loyalty",
                title(),
                "Customers who stayed of those who had shown a behaviour, less those of the others, percentage points inside segments; %s; followed %s"
                        .formatted(PeriodWords.population(query), followed()),
                List.of(),
                drawn.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Bars(
                                "percentage points that more stayed",
                                true,
                                drawn.stream()
                                        .map(one -> one.behaviour().name())
                                        .toList(),
                                List.of(
                                        bars("separates", Tone.FIRST, drawn, true),
                                        bars("does not", Tone.ORDINARY, drawn, false)))),
                caption(),
                new Table(
                        "One row per behaviour of %s"
                                .formatted(loyalty.definition().card().id()),
                        List.of(
                                Column.key("behaviour", "Behaviour"),
                                Column.text("among", "Among"),
                                Column.count("with_it", "With it"),
                                percent("with_stayed", "of them stayed"),
                                Column.count("without_it", "Without it"),
                                percent("without_stayed", "of them stayed"),
                                points("difference", "Difference inside segments"),
                                points("low", "at least"),
                                points("high", "at most"),
                                Column.amount("chance", "Chance that it is luck", 3),
                                Column.text("finding", "Finding"),
                                points("former", "Difference to %s".formatted(PeriodWords.of(loyalty.former()))),
                                Column.text("drift", "Since then")),
                        loyalty.tested().stream().map(this::row).toList()),
                warnings(),
                loyalty.source().source());
    }

    private static Series bars(String name, Tone tone, List<Tested> drawn, boolean found) {
        return new Series(
                        name,
                        tone,
                        drawn.stream()
                                .map(one -> one.found() == found
                                        ? Points.of(one.now().compared().difference())
                                        : null)
                                .toList(),
                        0)
                .within(Sure.at95(
                        drawn,
                        one -> one.found() == found
                                ? Sure.points(one.now().compared().interval())
                                : null));
    }

    private String title() {
        long drifted = loyalty.tested().stream().filter(Tested::drifted).count();
        String notice = drifted == 0 ? "" : "; %s changed".formatted(drifted == 1 ? "one has" : drifted + " have");
        return loyalty.strongest()
                        .map(one -> "“%s” separates stayers from leavers: %s more stayed"
                                .formatted(
                                        one.behaviour().name(),
                                        Points.words(one.now().compared().difference())))
                        .orElse(
                                loyalty.tested().stream()
                                                .allMatch(one -> one.now().finding() == Finding.TOO_FEW)
                                        ? "Too few customers, or too short a history, to test any behaviour"
                                        : "No behaviour separates stayers from leavers")
                + notice;
    }

    private String caption() {
        long tested = loyalty.tested().stream()
                .filter(one -> one.now().finding() != Finding.TOO_FEW)
                .count();
        long found = loyalty.tested().stream().filter(Tested::found).count();
        return "%d of %s tested separate; chances are raised for the number of tests. Behaviours as in %s. Associated with staying, never its cause"
                .formatted(
                        found,
                        Numbers.counted(tested, "behaviour"),
                        loyalty.definition().card().id());
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(loyalty.source().warnings());
        loyalty.tested().stream().filter(Tested::drifted).forEach(one -> warnings.add(drift(one)));
        return warnings;
    }

    /** The notice: what it was, what it is, and where it would have fallen had nothing changed. */
    private String drift(Tested one) {
        Stratified now = one.now().compared();
        Stratified then = one.former().compared();
        Interval band = now.band(then);
        return "“%s” has changed: %s to %s, %s now; between %s and %s was to be expected. Ask whether it still means what it did."
                .formatted(
                        one.behaviour().name(),
                        Points.words(then.difference()),
                        PeriodWords.of(loyalty.former()),
                        Points.words(now.difference()),
                        Points.words(band.low()),
                        Points.words(band.high()));
    }

    private Row row(Tested one) {
        Stratified compared = one.now().compared();
        boolean said = one.now().finding() != Finding.TOO_FEW;
        boolean before = one.former().finding() != Finding.TOO_FEW;
        Interval interval = compared.interval();
        Row row = Row.of(
                one.behaviour().name(),
                one.behaviour().among().words(),
                Long.toString(compared.with().n()),
                share(compared.with()),
                Long.toString(compared.without().n()),
                share(compared.without()),
                said ? Points.exact(compared.difference()) : null,
                said ? Points.exact(interval.low()) : null,
                said ? Points.exact(interval.high()) : null,
                said ? Points.chance(one.now().chance()) : null,
                words(one.now().finding()),
                before ? Points.exact(one.former().compared().difference()) : null,
                one.drifted() ? "changed" : said && before ? "as before" : "cannot be said");
        row = opened(row, one, "with_", "yes", compared.with().n());
        row = opened(row, one, "without_", "no", compared.without().n());
        return compared.with().n() + compared.without().n() == 0 ? row : row.to(drill(one, Map.of()));
    }

    /** Leads to those who had shown it or had not, and to those of them who left; where there is nobody, nowhere. */
    private Row opened(Row row, Tested one, String side, String shown, long customers) {
        return customers == 0
                ? row
                : row.to(side + "it", drill(one, Map.of("shown", shown)))
                        .to(side + "stayed", drill(one, Map.of("shown", shown, "stayed", "no")));
    }

    private String words(Finding finding) {
        return switch (finding) {
            case MORE -> "separates: more stay";
            case LESS -> "separates: fewer stay";
            case NO_DIFFERENCE -> "no sign";
            case TOO_FEW -> "too few: under %d".formatted(loyalty.definition().minN());
        };
    }

    private Exhibit bySegment() {
        TreeSet<String> segments = new TreeSet<>();
        loyalty.tested().forEach(one -> segments.addAll(one.segments().keySet()));
        List<String> names = List.copyOf(segments);
        List<Row> rows = new ArrayList<>();
        List<List<@Nullable Shade>> cells = new ArrayList<>();
        for (Tested one : loyalty.tested()) {
            List<@Nullable Shade> line = new ArrayList<>();
            for (String segment : names) {
                Pair pair = one.segments().getOrDefault(segment, Pair.of(0, 0, 0, 0));
                boolean said = enough(pair);
                line.add(
                        said
                                ? new Shade(
                                        Points.of(pair.difference()),
                                        Numbers.signed(Points.of(pair.difference()), 1),
                                        false)
                                : null);
                if (pair.n() > 0) {
                    rows.add(segmentRow(one, segment, pair));
                }
            }
            cells.add(line);
        }
        return new Exhibit(
                "loyalty-segments",
                "Where each behaviour separates: segment by segment",
                "Customers who stayed of those who had shown a behaviour, less those of the others, percentage points; %s; followed %s"
                        .formatted(PeriodWords.population(query), followed()),
                List.of(),
                names.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Chart.Heat(
                                "percentage points",
                                "Behaviour",
                                loyalty.tested().stream()
                                        .map(one -> one.behaviour().name())
                                        .toList(),
                                "Segment",
                                names,
                                cells)),
                "Empty cells: fewer than %d customers on one side"
                        .formatted(loyalty.definition().minN()),
                new Table(
                        "One row per behaviour and segment",
                        List.of(
                                Column.key("behaviour", "Behaviour"),
                                new Column("segment", "Segment", Kind.TEXT, 0, true),
                                Column.count("with_it", "With it"),
                                percent("with_stayed", "of them stayed"),
                                Column.count("without_it", "Without it"),
                                percent("without_stayed", "of them stayed"),
                                points("difference", "Difference"),
                                points("low", "at least"),
                                points("high", "at most")),
                        rows),
                List.of(),
                loyalty.source().source());
    }

    private boolean enough(Pair pair) {
        return pair.with().n() >= loyalty.definition().minN()
                && pair.without().n() >= loyalty.definition().minN();
    }

    private Row segmentRow(Tested one, String segment, Pair pair) {
        boolean said = enough(pair);
        return Row.of(
                        one.behaviour().name(),
                        segment,
                        Long.toString(pair.with().n()),
                        share(pair.with()),
                        Long.toString(pair.without().n()),
                        share(pair.without()),
                        said ? Points.exact(pair.difference()) : null,
                        said ? Points.exact(pair.interval().low()) : null,
                        said ? Points.exact(pair.interval().high()) : null)
                .to(drill(one, Map.of("segment", Loyalty.filter(segment))));
    }

    private Drill drill(Tested one, Map<String, String> where) {
        Map<String, String> all = new TreeMap<>(Loyalty.parameters(loyalty.definition(), one.behaviour()));
        all.putAll(where);
        return new Drill(Loyalty.METRIC, loyalty.period().name(), all);
    }

    private String followed() {
        return "from %s to the end of %s".formatted(PeriodWords.day(loyalty.followedFrom()), PeriodWords.of(query));
    }

    private static @Nullable String share(Share share) {
        return share.n() == 0 ? null : Points.exact((double) share.count() / share.n());
    }

    private static Column percent(String name, String label) {
        return Column.amount(name, label, 1).in("%");
    }

    private static Column points(String name, String label) {
        return Column.amount(name, label, 1).in("points");
    }
}

package io.customerroom.walls.operations;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.walls.exhibit.Direction;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Figure;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.Compared;
import io.customerroom.walls.reading.Former;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The priority contacts with kind, owner, measure, minimum standard and their worst site's latest reading, breaches first. */
final class PriorityContacts {

    private PriorityContacts() {}

    static Exhibit of(PastContacts contacts, WallQuery query, CompanyCalendar calendar) {
        List<ContactMeasure> measures = ContactMeasure.of(contacts.now());
        return new Exhibit(
                "priority-contacts",
                title(measures),
                "Latest reading of each measure at its worst site against the minimum standard, a floor and not a goal; %s"
                        .formatted(PeriodWords.of(query)),
                figures(contacts, query, calendar),
                Optional.empty(),
                "",
                table(measures, contacts, query, calendar),
                contacts.now().warnings(),
                contacts.now().source());
    }

    private static String title(List<ContactMeasure> measures) {
        List<ContactMeasure> broken = measures.stream()
                .filter(measure -> measure.standing() == Standing.BREACH)
                .toList();
        if (measures.isEmpty()) {
            return "No priority contact is measured";
        }
        if (broken.isEmpty()) {
            return "No priority contact is in breach of its minimum standard";
        }
        ContactMeasure first = broken.getFirst();
        String worst = "“%s” is %s".formatted(name(first), Standard.wrongSide(first.worst()));
        if (broken.size() > 1) {
            return worst + ", as %s more".formatted(broken.size() == 2 ? "is one" : "are " + (broken.size() - 1));
        }
        return first.sites().size() > 1
                ? "%s at %s"
                        .formatted(
                                worst,
                                first.sitesWords().startsWith("1 of ")
                                        ? first.worst().named("site", "one site")
                                        : first.sitesWords().replace(" in breach", " sites"))
                : worst;
    }

    private static String name(ContactMeasure measure) {
        return measure.contact().isEmpty() ? "a contact without name" : measure.contact();
    }

    private static List<Figure> figures(PastContacts contacts, WallQuery query, CompanyCalendar calendar) {
        return List.of(
                figure(Standing.BREACH, "In breach of the minimum", Direction.DOWN, contacts, query, calendar),
                figure(Standing.BELOW, "Wrong side, no breach yet", Direction.DOWN, contacts, query, calendar),
                figure(Standing.HOLDS, "Holding the minimum", Direction.UP, contacts, query, calendar),
                figure(Standing.TOO_FEW, "Too few to say", Direction.DOWN, contacts, query, calendar),
                figure(Standing.NO_STANDARD, "No standard set", Direction.DOWN, contacts, query, calendar));
    }

    private static Figure figure(
            Standing standing,
            String label,
            Direction direction,
            PastContacts contacts,
            WallQuery query,
            CompanyCalendar calendar) {
        return Compared.of(calendar, query)
                .figure(
                        standing.id(),
                        label,
                        "of "
                                + Numbers.counted(
                                        contacts.standings(query.period()).contacts(), "contact"),
                        direction,
                        false,
                        period -> contacts.standings(period).value(standing),
                        Optional.of(new Drill(
                                "contact-readings", query.period().name(), Map.of("standing", standing.id()))));
    }

    private static Table table(
            List<ContactMeasure> measures, PastContacts contacts, WallQuery query, CompanyCalendar calendar) {
        return new Table(
                "One row per contact and measure, breaches first; the reading is that of the worst site",
                List.of(
                        Column.text("standing", "Standing"),
                        Column.key("contact", "Contact"),
                        Column.key("measure", "Measure"),
                        Column.text("standard", "Minimum standard"),
                        Column.text("latest", "Latest reading"),
                        Column.text(Former.PRIOR, "Reading, " + PeriodWords.of(calendar.previous(query.period()))),
                        Column.text(
                                Former.LAST_YEAR, "Reading, " + PeriodWords.of(calendar.sameLastYear(query.period()))),
                        Column.text("owner", "Owner"),
                        Column.text("site", "Worst site"),
                        Column.text("sites", "Sites"),
                        Column.count("n", "n"),
                        Column.day("read_on", "Read on"),
                        Column.text("stage", "Stage"),
                        Column.text("kind", "Kind")),
                measures.stream().map(measure -> row(measure, contacts, query)).toList());
    }

    private static Row row(ContactMeasure measure, PastContacts contacts, WallQuery query) {
        Line line = measure.worst();
        return Row.of(
                        measure.standing().words(line),
                        line.named("contact", "unnamed"),
                        line.exact("measure"),
                        Standard.words(line),
                        reading(Optional.of(line)),
                        reading(PastContacts.same(contacts.prior(), line)),
                        reading(PastContacts.same(contacts.lastYear(), line)),
                        line.named("owner", "nobody"),
                        line.exact("site"),
                        measure.sitesWords(),
                        line.exact("n"),
                        line.exact("read_on"),
                        line.exact("stage"),
                        line.named("contact_kind", "not set").replace('-', ' '))
                .to(new Drill(
                        "contact-readings",
                        query.period().name(),
                        Map.of("contact", measure.contact(), "measure", measure.measure())));
    }

    private static @Nullable String reading(Optional<Line> line) {
        return line.flatMap(known -> known.number("value").map(value -> Standard.withUnit(value, known)))
                .orElse(null);
    }
}

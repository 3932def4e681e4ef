package io.customerroom.walls.operations;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Remarks;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Composes wall 3: breaches first. */
public final class OperationsWall {

    /** So many periods of tickets and answers stand on a contact's page. */
    private static final int VOICES = 13;

    private final Readings readings;
    private final CompanyCalendar calendar;

    private final List<String> stages;
    private final ContactBook book;
    private final Remarks remarks;
    private final Typists typists;

    /** Without what people write on it. */
    public OperationsWall(Readings readings, CompanyCalendar calendar, List<String> stages) {
        this(readings, calendar, stages, ContactBook.EMPTY, Remarks.NONE, Typists.NONE);
    }

    /**
     * @param stages of the company's journey, in order
     * @param book which contacts leaders chose
     * @param remarks what people wrote beside the series
     * @param typists which readings they typed
     */
    public OperationsWall(
            Readings readings,
            CompanyCalendar calendar,
            List<String> stages,
            ContactBook book,
            Remarks remarks,
            Typists typists) {
        this.readings = readings;
        this.calendar = calendar;
        this.stages = List.copyOf(stages);
        this.book = book;
        this.remarks = remarks;
        this.typists = typists;
    }

    public Wall compose(WallQuery query) {
        PastContacts contacts = PastContacts.read(readings, calendar, query, book.chosen());
        Exhibit exhibit = PriorityContacts.of(contacts, query, calendar);
        Exhibit gaps = ContactGaps.of(contacts.now(), book, stages, query);
        return new Wall(
                3,
                "Operations",
                sentence(contacts.now(), query),
                query.partial()
                        ? List.of("%s is not over: readings may still come.".formatted(PeriodWords.of(query.period())))
                        : List.of(),
                Stream.concat(worst(contacts.now(), query).stream(), Stream.of(gaps, exhibit))
                        .toList(),
                List.of(inventory(query)));
    }

    /** Every contact that is known, with the evidence for watching it. */
    public Exhibit inventory(WallQuery query) {
        return ContactInventory.of(
                readings.read("contact-inventory", calendar.sameLastYear(query.period()), query.period(), query),
                book,
                calendar,
                query);
    }

    /** The measure that stands worst, at its worst site. */
    private Optional<Exhibit> worst(Reading contacts, WallQuery query) {
        return ContactMeasure.of(contacts).stream()
                .findFirst()
                .map(measure -> series(measure, query)
                        .where(line ->
                                line.named("site", "").equals(measure.worst().named("site", ""))))
                .filter(series -> !series.lines().isEmpty())
                .map(series -> ContactChart.of("worst-contact", series, remarks, typists.byBatch(), query));
    }

    private Reading series(ContactMeasure measure, WallQuery query) {
        return readings.part(
                "contact-readings",
                query.period(),
                query.period(),
                query,
                Map.of("contact", measure.contact(), "measure", measure.measure()));
    }

    /**
     * One contact by itself.
     *
     * @param exhibits every series as a chart of its own, worst first, then what customers say there
     * @param series as remarks name them, in the order of the charts
     */
    public record OneContact(List<Exhibit> exhibits, List<Series> series) {

        public OneContact {
            exhibits = List.copyOf(exhibits);
            series = List.copyOf(series);
        }
    }

    public OneContact contact(String contact, WallQuery query) {
        List<ContactMeasure> measures = measures(contact, query);
        List<Exhibit> exhibits = new ArrayList<>(charts(contact, measures, query));
        exhibits.add(voices(contact, query));
        return new OneContact(exhibits, series(contact, measures));
    }

    private List<Exhibit> charts(String contact, List<ContactMeasure> measures, WallQuery query) {
        Reading all = part("contact-readings", query.period(), query, contact);
        Map<String, String> typed = typists.byBatch();
        List<Exhibit> charts = new ArrayList<>();
        for (ContactMeasure measure : measures) {
            for (Line site : measure.sites()) {
                Reading series = all.where(line -> line.named("measure", "").equals(measure.measure())
                        && line.named("site", "").equals(site.named("site", "")));
                if (!series.lines().isEmpty()) {
                    charts.add(ContactChart.of("series-" + (charts.size() + 1), series, remarks, typed, query));
                }
            }
        }
        return charts;
    }

    /** The measures of one contact, worst first. The metric narrows its rows by contact, not its figure. */
    private List<ContactMeasure> measures(String contact, WallQuery query) {
        return ContactMeasure.of(part("priority-contacts", query.period(), query, contact)
                .where(line -> line.named("contact", "").equals(contact)));
    }

    /**
     * A series of one contact.
     *
     * @param name as remarks name it
     * @param newest its newest reading, with everything it carries
     */
    public record Series(String measure, String name, Line newest) {}

    /** Of which batch each day's reading of a series is. */
    public Map<LocalDate, String> batches(String contact, String measure, String site, WallQuery query) {
        Map<LocalDate, String> batches = new TreeMap<>();
        readings
                .part(
                        "contact-readings",
                        query.period(),
                        query.period(),
                        query,
                        Map.of("contact", contact, "measure", measure))
                .lines()
                .stream()
                .filter(line -> line.named("site", "").equals(site))
                .forEach(line -> batches.put(LocalDate.parse(line.named("read_on", "")), line.named("batch", "")));
        return batches;
    }

    /** The series of one contact, worst first. */
    public List<Series> series(String contact, WallQuery query) {
        return series(contact, measures(contact, query));
    }

    private static List<Series> series(String contact, List<ContactMeasure> measures) {
        return measures.stream()
                .flatMap(measure -> measure.sites().stream()
                        .map(site -> new Series(
                                measure.measure(),
                                Remarks.series(contact, measure.measure(), site.named("site", "")),
                                site)))
                .toList();
    }

    /** What customers say at one contact, over the last periods; nothing known is an empty table. */
    private Exhibit voices(String contact, WallQuery query) {
        Period first = query.period();
        for (int i = 1; i < VOICES; i++) {
            first = calendar.previous(first);
        }
        return ContactVoices.of(contact, part("contact-inventory", first, query, contact), query);
    }

    private Reading part(String metric, Period from, WallQuery query, String contact) {
        return readings.part(metric, from, query.period(), query, Map.of("contact", contact));
    }

    static String sentence(Reading contacts, WallQuery query) {
        Standings standings = Standings.of(contacts);
        if (standings.contacts() == 0) {
            return "No priority contact has been measured up to the end of %s.".formatted(PeriodWords.of(query));
        }
        long breaches = standings.count(Standing.BREACH);
        long below = standings.count(Standing.BELOW);
        long hold = standings.count(Standing.HOLDS);
        long silent = standings.contacts() - breaches - below - hold;
        return "In %s, %s of %s broke %s minimum standard, %s%s held it%s."
                .formatted(
                        PeriodWords.of(query),
                        breaches == 0 ? "none" : Numbers.whole(breaches),
                        Numbers.counted(standings.contacts(), "priority contact"),
                        breaches <= 1 ? "its" : "their",
                        below == 0 ? "" : Numbers.whole(below) + " stood on the wrong side but not yet long enough, ",
                        Numbers.whole(hold),
                        silent == 0 ? "" : "; for " + Numbers.whole(silent) + " too little is known");
    }
}

package io.customerroom.walls.operations;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.Former;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every contact that data or people name, with the evidence for watching it: tickets, complaints, customers and their value, votes. */
final class ContactInventory {

    private final Map<String, Line> found;
    private final Map<String, Priority> chosen;
    private final Map<String, ContactBook.Candidate> added;
    private final Map<String, Integer> votes;

    private ContactInventory(Reading inventory, ContactBook book, WallQuery query) {
        this.found = inventory.lines(query.period().name()).stream()
                .collect(Collectors.toMap(
                        line -> line.named("contact", ""), Function.identity(), (one, other) -> one, TreeMap::new));
        this.chosen = book.chosen().stream()
                .collect(Collectors.toMap(Priority::contact, Function.identity(), (one, other) -> one, TreeMap::new));
        this.added = book.added().stream()
                .collect(Collectors.toMap(
                        ContactBook.Candidate::contact, Function.identity(), (one, other) -> one, TreeMap::new));
        this.votes = book.votes();
    }

    /** @param inventory of the period, and of the ones it is compared with */
    static Exhibit of(Reading inventory, ContactBook book, CompanyCalendar calendar, WallQuery query) {
        ContactInventory contacts = new ContactInventory(inventory, book, query);
        Former complaints = Former.of(inventory, calendar, query, "contact", "complaints");
        return new Exhibit(
                "contact-inventory",
                contacts.title(),
                "Tickets, complaints, survey answers, customers and their value of twelve months at each contact; %s"
                        .formatted(PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                "",
                contacts.table(complaints, query),
                inventory.warnings(),
                inventory.source());
    }

    private String title() {
        Set<String> all = all();
        return all.isEmpty()
                ? "No contact is known"
                : "%s known, %s of at most %d chosen"
                        .formatted(
                                Numbers.counted(all.size(), "contact"), Numbers.whole(chosen.size()), ContactBook.MOST);
    }

    private Set<String> all() {
        Set<String> all = new TreeSet<>(found.keySet());
        all.addAll(chosen.keySet());
        all.addAll(added.keySet());
        return all;
    }

    private Table table(Former complaints, WallQuery query) {
        Comparator<String> order = Comparator.comparing((String contact) -> votes.getOrDefault(contact, 0))
                .thenComparing(contact -> count(contact, "complaints"))
                .thenComparing(contact -> count(contact, "tickets"))
                .reversed()
                .thenComparing(Comparator.naturalOrder());
        return new Table(
                "One row per contact, most votes and complaints first",
                List.of(
                        Column.key("contact", "Contact"),
                        Column.text("place", "Place"),
                        Column.text("stage", "Stage"),
                        Column.text("owner", "Owner"),
                        Column.count("votes", "Votes"),
                        Column.count("tickets", "Tickets"),
                        Column.count("complaints", "Complaints"),
                        Column.count(Former.PRIOR, complaints.priorLabel("Complaints")),
                        Column.count(Former.LAST_YEAR, complaints.lastYearLabel("Complaints")),
                        Column.count("answers", "Survey answers"),
                        Column.count("customers", "Customers"),
                        Column.amount("value", "Their value, twelve months", 0)),
                all().stream()
                        .sorted(order)
                        .map(contact -> row(contact, complaints, query))
                        .toList());
    }

    private long count(String contact, String column) {
        return Optional.ofNullable(found.get(contact))
                .map(line -> line.count(column))
                .orElse(0L);
    }

    private Row row(String contact, Former complaints, WallQuery query) {
        Optional<Line> line = Optional.ofNullable(found.get(contact));
        Optional<Priority> priority = Optional.ofNullable(chosen.get(contact));
        List<@Nullable String> values = new ArrayList<>();
        values.add(contact);
        values.add(priority.map(it -> "priority, " + it.kind().words())
                .or(() ->
                        line.flatMap(it -> it.text("contact_kind")).map(kind -> "measured, " + kind.replace('-', ' ')))
                .orElse(line.isPresent() ? "seen" : "added by hand"));
        values.add(priority.map(Priority::stage)
                .or(() -> line.flatMap(it -> it.text("stage")))
                .or(() -> Optional.ofNullable(added.get(contact)).map(ContactBook.Candidate::stage))
                .filter(stage -> !stage.isEmpty())
                .orElse(null));
        values.add(priority.map(Priority::owner)
                .filter(owner -> !owner.isEmpty())
                .or(() -> line.flatMap(it -> it.text("owner")))
                .orElse("nobody"));
        values.add(String.valueOf(votes.getOrDefault(contact, 0)));
        for (String column : List.of("tickets", "complaints")) {
            values.add(line.map(it -> it.exact(column)).orElse(null));
        }
        values.add(line.map(complaints::prior).orElse(null));
        values.add(line.map(complaints::lastYear).orElse(null));
        for (String column : List.of("answers", "customers", "value")) {
            values.add(line.map(it -> it.exact(column)).orElse(null));
        }
        Row row = Row.of(values.toArray(String[]::new));
        return count(contact, "tickets") + count(contact, "answers") == 0
                ? row
                : row.to(new Drill("contact-inventory", query.period().name(), Map.of("contact", contact)));
    }
}

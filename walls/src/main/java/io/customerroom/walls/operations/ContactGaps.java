package io.customerroom.walls.operations;

import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Reading.Line;
import io.customerroom.walls.reading.WallQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where nobody watches: stages without a rescue contact, kinds that are missing, contacts without owner, standard or reading. */
final class ContactGaps {

    private final Reading contacts;
    private final List<Priority> chosen;
    private final List<String> stages;
    private final List<Row> rows = new ArrayList<>();

    private ContactGaps(Reading contacts, List<Priority> chosen, List<String> stages) {
        this.contacts = contacts;
        this.chosen = chosen;
        this.stages = stages;
        ofStages();
        ofKinds();
        ofContacts();
    }

    /** @param book whose choice counts; where nobody chose, every measured contact is watched */
    static Exhibit of(Reading contacts, ContactBook book, List<String> stages, WallQuery query) {
        List<Priority> chosen = book.chosen();
        ContactGaps gaps = new ContactGaps(contacts, chosen.isEmpty() ? measured(contacts) : chosen, stages);
        return new Exhibit(
                "contact-gaps",
                gaps.title(),
                "%s, %s; %s"
                        .formatted(
                                Numbers.counted(gaps.chosen.size(), "contact"),
                                chosen.isEmpty()
                                        ? "as measured: leaders have not chosen yet"
                                        : "as chosen, of at most " + ContactBook.MOST,
                                PeriodWords.of(query)),
                List.of(),
                Optional.empty(),
                "",
                new Table(
                        "One row per gap",
                        List.of(Column.key("place", "Where"), Column.text("gap", "What is missing")),
                        gaps.rows),
                List.of(),
                contacts.source());
    }

    private static List<Priority> measured(Reading contacts) {
        Map<String, Priority> measured = new TreeMap<>();
        for (Line line : contacts.lines()) {
            String contact = line.named("contact", "");
            if (!contact.isEmpty() && contact.length() <= 200) {
                measured.putIfAbsent(
                        contact,
                        new Priority(
                                contact,
                                ContactKind.of(line.named("contact_kind", ContactKind.RESPONDING.id())),
                                line.named("stage", ""),
                                line.named("owner", "")));
            }
        }
        return List.copyOf(measured.values());
    }

    private String title() {
        if (rows.isEmpty()) {
            return "No gap among the priority contacts";
        }
        String first = rows.getFirst().values().getFirst() + ": "
                + rows.getFirst().values().get(1);
        return rows.size() == 1 ? first : "%s; %s".formatted(first, Numbers.counted(rows.size() - 1, "more gap"));
    }

    private void ofStages() {
        for (String stage : stages) {
            List<Priority> here = chosen.stream()
                    .filter(contact -> contact.stage().equals(stage))
                    .toList();
            if (here.isEmpty()) {
                gap("Stage “" + stage + "”", "no priority contact");
            } else if (here.stream().noneMatch(contact -> contact.kind() == ContactKind.RESCUE)) {
                gap("Stage “" + stage + "”", "no rescue contact");
            }
        }
    }

    private void ofKinds() {
        Arrays.stream(ContactKind.values())
                .filter(kind -> chosen.stream().noneMatch(contact -> contact.kind() == kind))
                .forEach(kind -> gap("All stages", "no %s contact".formatted(kind.words())));
    }

    private void ofContacts() {
        for (Priority contact : chosen) {
            List<Line> lines = contacts.lines().stream()
                    .filter(line -> line.named("contact", "").equals(contact.contact()))
                    .toList();
            if (contact.owner().isEmpty()) {
                gap("“" + contact.contact() + "”", "no owner");
            }
            if (lines.isEmpty()) {
                gap("“" + contact.contact() + "”", "no reading");
            } else if (lines.stream().allMatch(line -> line.exact("standard") == null)) {
                gap("“" + contact.contact() + "”", "no minimum standard");
            }
        }
        if (chosen.size() > ContactBook.MOST) {
            gap("All stages", "a choice: at most %d of these can be watched".formatted(ContactBook.MOST));
        }
    }

    private void gap(String where, String what) {
        rows.add(Row.of(where, what));
    }
}

package io.customerroom.web.forum;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.definitions.DefinitionText;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.room.people.Account;
import io.customerroom.room.promises.KeptRate;
import io.customerroom.room.promises.Promise;
import io.customerroom.room.promises.Promises;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.web.paper.HungWall;
import io.customerroom.web.paper.PackText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a board pack says beside the walls: clocks, definitions, and the promises as they stood then. */
public final class PackTexts {

    private final Promises promises;
    private final Map<String, String> names;
    private final Definitions definitions;

    /** @param accounts closed ones included: old meetings keep their names */
    public PackTexts(Promises promises, List<Account> accounts, Definitions definitions) {
        this.promises = promises;
        this.names = accounts.stream().collect(Collectors.toMap(Account::name, Account::displayName));
        this.definitions = definitions;
    }

    /** Of a frozen meeting: promises as they stood at its freeze, and those given in front of its walls as they were given. */
    public PackText frozen(Meeting meeting, HungWall wall) {
        Meeting.Freeze freeze = meeting.freeze().orElseThrow();
        Map<String, String> cover = cover(wall.clocks(), wall.definitions());
        cover.put("Frozen at", freeze.at().toString());
        cover.put("Frozen by", names.getOrDefault(freeze.by(), freeze.by()));
        cover.put("Evidence (SHA-256)", freeze.evidenceHash());
        List<PackText.Section> sections =
                new ArrayList<>(sections(promises.asOf(freeze.at()), meeting.day(), "as they stood at the freeze"));
        List<Promise> given =
                promises.of(meeting.id()).stream().map(PackTexts::asGiven).toList();
        if (!given.isEmpty()) {
            sections.add(new PackText.Section(
                    "Promises given in this meeting", counted(given.size()) + ", as given.", table(given)));
        }
        return new PackText(
                "%s, %s".formatted(meeting.title(), meeting.day()), cover, sections, rules(wall.definitions()));
    }

    /** Of the walls of a view, with the promises as they stand now. */
    public PackText live(HungWall wall, LocalDate today) {
        return new PackText(
                "%s, not frozen".formatted(wall.period()),
                cover(wall.clocks(), wall.definitions()),
                sections(promises.all(), today, "as they stand now"),
                rules(wall.definitions()));
    }

    private static Map<String, String> cover(Clocks clocks, String definitions) {
        Map<String, String> cover = new LinkedHashMap<>();
        cover.put("Through", clocks.through().toString());
        cover.put("Known", clocks.known().toString());
        cover.put("Definitions in force", definitions.replace(",", ", "));
        return cover;
    }

    /** Without what became of it later: the paper of a meeting says what was said there. */
    private static Promise asGiven(Promise promise) {
        return new Promise(
                promise.id(),
                promise.meeting(),
                promise.exhibit(),
                promise.exhibitTitle(),
                promise.figure(),
                promise.level(),
                promise.owner(),
                promise.words(),
                promise.events().subList(0, 1));
    }

    private List<PackText.Section> sections(List<Promise> all, LocalDate day, String when) {
        if (all.isEmpty()) {
            return List.of(new PackText.Section("Promises", "No promise was given yet.", table(all)));
        }
        return List.of(
                new PackText.Section("Promises", counted(all.size()) + ", " + when + ".", table(all)),
                new PackText.Section(
                        "Promises kept, by owner",
                        "A rate is given from %d decided promises on; every slip counts.".formatted(KeptRate.LEAST),
                        byOwner(KeptRate.of(all, day))));
    }

    private static String counted(int promises) {
        return promises == 1 ? "1 promise" : promises + " promises";
    }

    /** Every date a promise ever had is there: a slip stays visible. */
    private Table table(List<Promise> all) {
        return new Table(
                "",
                List.of(
                        Column.key("promise", "Promise"),
                        Column.text("exhibit", "Exhibit"),
                        Column.text("level", "Level"),
                        Column.text("words", "What will be done"),
                        Column.text("owner", "Owner"),
                        Column.text("dates", "Dates"),
                        Column.text("state", "State")),
                all.stream()
                        .map(promise -> Row.of(
                                promise.id(),
                                promise.exhibitTitle()
                                        + promise.figure()
                                                .map(figure -> ", " + figure.title())
                                                .orElse(""),
                                promise.level().words(),
                                promise.words(),
                                names.getOrDefault(promise.owner(), promise.owner()),
                                promise.dates().stream().map(String::valueOf).collect(Collectors.joining(" → ")),
                                promise.state().words()))
                        .toList());
    }

    private Table byOwner(List<KeptRate> rates) {
        return new Table(
                "",
                List.of(
                        Column.key("owner", "Owner"),
                        Column.count("kept", "Kept"),
                        Column.count("first", "On the first date"),
                        Column.count("broken", "Broken"),
                        Column.count("overdue", "Overdue"),
                        Column.count("open", "Open in time"),
                        Column.count("moves", "Dates moved"),
                        Column.text("rate", "Rate")),
                rates.stream()
                        .map(rate -> Row.of(
                                names.getOrDefault(rate.owner(), rate.owner()),
                                String.valueOf(rate.kept()),
                                String.valueOf(rate.keptOnFirstDate()),
                                String.valueOf(rate.broken()),
                                String.valueOf(rate.overdue()),
                                String.valueOf(rate.open()),
                                String.valueOf(rate.moves()),
                                RateLine.of(rate).words()))
                        .toList());
    }

    /** A version never changes; who signed it may still grow, and stands on the page of the definitions. */
    private List<PackText.Rule> rules(String inForce) {
        List<String> ids = Arrays.asList(inForce.split(",", -1));
        return definitions.all().stream()
                .filter(definition -> ids.contains(definition.card().id()))
                .map(definition -> new PackText.Rule(
                        definition.card().id(),
                        DefinitionText.of(definition)
                                .lines()
                                .filter(line -> !line.startsWith("sign-off:"))
                                .collect(Collectors.joining("\n"))))
                .toList();
    }
}

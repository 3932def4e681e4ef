package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.spreadsheets.FilledTemplates;
import io.customerroom.acceptance.support.Template;
import io.customerroom.app.cli.Console;
import io.customerroom.app.cli.CustomerRoom;
import io.customerroom.testkit.company.GoldenCompany;
import io.customerroom.testkit.company.Sheet;
import io.customerroom.testkit.company.Sheets;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The golden company's workspace: its lists imported and its ledger built, by the command line. */
public record GoldenRoom(Path folder) {

    public static final Clock JULY = Clock.fixed(Instant.parse("2025-07-02T08:00:00Z"), ZoneOffset.UTC);

    /** Lists that have no template. */
    private static final Set<String> MORE = Set.of("departures", "referrals");

    /** The same company, and every text of its lists holds what a browser or a spreadsheet should never run. */
    static GoldenRoom hostile(Path folder) throws IOException {
        GoldenRoom room = new GoldenRoom(folder);
        room.build(HostileTexts::in);
        for (String list : List.of("feedback", "costs")) {
            for (Sheet sheet : Sheets.everything(GoldenCompany.company())) {
                if (sheet.name().equals(list)) {
                    HostileTexts.in(sheet).writeCsv(folder.resolve("lists"));
                    room.run("import", "lists/" + list + ".csv", "--as", list.replaceFirst("s$", ""), "--dir", "room");
                }
            }
        }
        room.run("build", "--dir", "room");
        return room;
    }

    private static final Template BUILT = new Template("golden", folder -> new GoldenRoom(folder).build());

    public static GoldenRoom built(Path folder) {
        BUILT.copyTo(folder.resolve("room"));
        return new GoldenRoom(folder);
    }

    private void build() throws IOException {
        build(UnaryOperator.identity());
    }

    private void build(UnaryOperator<Sheet> as) throws IOException {
        run("init", "room");
        settle();
        Path lists = Files.createDirectories(folder.resolve("lists"));
        for (Sheet list : GoldenCompany.spreadsheets()) {
            FilledTemplates.fill(folder.resolve("room/templates"), as.apply(list), lists);
        }
        run("import", "lists", "--dir", "room");
        for (Sheet list : Sheets.everything(GoldenCompany.company())) {
            if (MORE.contains(list.name())) {
                as.apply(list).writeCsv(lists);
                run(
                        "import",
                        "lists/" + list.name() + ".csv",
                        "--as",
                        list.name().substring(0, list.name().length() - 1),
                        "--dir",
                        "room");
            }
        }
        run("build", "--dir", "room");
    }

    public Path workspace() {
        return folder.resolve("room");
    }

    /** Somebody types; every command has to succeed. */
    public void run(String... words) {
        at(JULY, words);
    }

    private void at(Clock clock, String... words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int exitCode = new CustomerRoom(new Console(writer, writer, false), clock, folder).run(words);
        assertThat(exitCode)
                .as(() -> String.join(" ", words) + " said: " + said)
                .isZero();
    }

    /** A list that arrives late. */
    void importLate(String name, String kind, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), lines);
        Clock nextDay = Clock.offset(JULY, Duration.ofDays(1));
        at(nextDay, "import", name, "--as", kind, "--dir", "room");
        at(nextDay, "build", "--dir", "room");
    }

    private void settle() throws IOException {
        Files.writeString(workspace().resolve("customer-room.yaml"), """
                company:
                  name: Golden Bicycles
                  zone: Europe/Vienna
                  fiscal-year-start: july
                limits:
                  requests-per-minute: 1000000
                """);
        Files.writeString(workspace().resolve("definitions/activity.yaml"), """
                name: activity
                version: 1
                owner: chief customer officer
                reason: Most customers come back within three months.
                valid-from: 1900-01-01
                lapse-days: 90
                """);
    }
}

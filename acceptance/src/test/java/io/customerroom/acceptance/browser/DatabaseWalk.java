package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.customerroom.state.json.Json;
import io.customerroom.testkit.servers.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.Assertions;

/** A data admin sets up a shop's database, sees what is wrong with it, maps and imports its rows, lets it be read by itself, and removes it. */
final class DatabaseWalk {

    private final Visitor dan;
    private final Looks looks;
    private final Path workspace;

    DatabaseWalk(Visitor dan, Looks looks, Path workspace) {
        this.dan = dan;
        this.looks = looks;
        this.workspace = workspace;
    }

    void goes() throws IOException {
        try (PostgresServer server = PostgresServer.start()) {
            fill(server);
            setUp(server);
            isRefusedUntilEverythingIsRight(server);
            importsWhatWasMapped();
            isReadByItself(server);
        }
        tellsThatItIsGone();
        isPausedAndRemoved();
    }

    private static void fill(PostgresServer server) {
        run(server, """
                CREATE TABLE orders ("order" text, line int, customer text, date date, amount text, product text, updated_at timestamptz);
                INSERT INTO orders SELECT 'd' || i, 1, 'guest-' || i % 9, DATE '2026-03-01' + i % 28, i || '.50',
                    CASE i WHEN 1 THEN '[[${31337*31337}]]<b>tea</b>' ELSE 'tea' END, TIMESTAMPTZ '2026-04-01 12:00:00+00'
                FROM generate_series(1, 40) AS i;
                INSERT INTO orders VALUES ('d41', 1, 'guest-1', '2026-03-02', 'a lot', 'tea', '2026-04-01 12:00:00+00')
                """);
    }

    private static void run(PostgresServer server, String sql) {
        try (Connection connection =
                        DriverManager.getConnection(server.url(), PostgresServer.USER, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void setUp(PostgresServer server) {
        dan.keys().follow(dan.place("Data"));
        dan.keys().follow(dan.link("Databases"));
        looks.at(dan, "databases-none");
        dan.keys().follow(dan.link("Set up a database"));
        looks.at(dan, "database-new");
        dan.keys().type(dan.field("Name of the source"), "shop");
        dan.keys().type(dan.field("Address"), server.url());
        dan.keys().type(dan.field("User of the database"), PostgresServer.USER);
        dan.keys().type(dan.field("Password"), "not this one");
        dan.keys().type(dan.field("Table or view"), "order");
        dan.keys().follow(dan.button("Set it up"));
        assertThat(dan.page().locator("h1")).hasText("shop");
    }

    private void isRefusedUntilEverythingIsRight(PostgresServer server) throws IOException {
        trial("is not among the hosts");
        looks.at(dan, "database-refused");
        Files.writeString(
                workspace.resolve("sources.yaml"), "databases: [\"127.0.0.1:%d\"]\n".formatted(server.port()));
        trial("refuses this user or password");
        change("Password", PostgresServer.PASSWORD);
        trial("there is no table or view of this name");
        change("Table or view", "orders");
        dan.keys().follow(dan.button("Try the connection"));
        assertThat(dan.page().getByRole(AriaRole.STATUS)).containsText("The database answers: 7 columns");
    }

    private void trial(String refusal) {
        dan.keys().follow(dan.button("Try the connection"));
        assertThat(dan.page().getByRole(AriaRole.ALERT)).containsText(refusal);
    }

    private void change(String field, String words) {
        dan.keys().enter(dan.page().getByText("Change where it is, or what is read"));
        dan.keys().type(dan.field(field), words);
        dan.keys().follow(dan.button("Change it"));
    }

    private void importsWhatWasMapped() {
        dan.keys().follow(dan.button("Look at its rows"));
        assertThat(dan.page().locator("main")).containsText("41 rows looked at, of which 20 are shown");
        assertThat(dan.page().locator("td").getByText("[[${31337*31337}]]<b>tea</b>"))
                .isVisible();
        looks.at(dan, "database-preview");
        dan.keys().follow(dan.button("Dry run of all rows"));
        assertThat(dan.page().locator(".lead")).containsText("41 rows read = 40 would be kept + 1 set aside");
        dan.keys().follow(dan.link("Back to the preview"));
        dan.keys().follow(dan.button("Import"));
        assertThat(dan.page().locator(".lead")).containsText("41 rows read = 40 kept + 1 set aside");
        dan.keys().follow(dan.link("To the database"));
    }

    private void isReadByItself(PostgresServer server) {
        dan.keys().choose(dan.field("It is read"), "every hour");
        dan.keys().choose(dan.field("Only what is new, by the column"), "updated_at");
        dan.keys().follow(dan.button("Read it like this"));
        assertThat(dan.page().locator("main")).containsText("every hour, only what is new by updated_at");
        run(
                server,
                "INSERT INTO orders VALUES ('d42', 1, 'guest-1', '2026-04-02', '7', 'tea', '2026-04-02 12:00:00+00')");
        read("rows read");
        dan.keys().follow(dan.link("To the database"));
        looks.at(dan, "database");
        dan.open("/data");
        Locator batch = dan.page()
                .locator("tr")
                .filter(new Locator.FilterOptions().setHasText("orders of postgres"))
                .last();
        dan.keys().follow(batch.getByRole(AriaRole.LINK));
        dan.keys().type(dan.page().locator("input[value='a lot']"), "12.00");
        dan.keys().follow(dan.button("Import the mended rows"));
        assertThat(dan.page().locator("main")).containsText("1 rows read = 1 kept + 0 set aside again");
        dan.open("/data/databases/shop");
    }

    private void read(String outcome) {
        dan.keys().follow(dan.button("Read it now"));
        assertThat(dan.page().locator(".lead")).containsText(outcome);
    }

    private void tellsThatItIsGone() {
        read("was not reached");
        dan.open("/data/databases/shop");
        assertThat(dan.page().locator("#state-title")).containsText("The last reading failed");
        looks.at(dan, "database-failed");
        dan.open("/data/databases");
        looks.at(dan, "databases");
        dan.keys().follow(dan.link("shop"));
    }

    /** What no other test can ask for without a server: trying, reading for the first time and reading what is new. */
    private void toldBeforeAndAfter() {
        String trail = dan.page()
                .request()
                .get(URI.create(dan.page().url()).resolve("/trail/file").toString())
                .text();
        List<String> told = trail.lines()
                .map(Json::readObject)
                .map(line -> "%s: %s".formatted(line.get("event"), line.get("details")))
                .toList();
        Assertions.assertThat(told)
                .anyMatch(line -> line.startsWith("database-source-tried: ")
                        && line.contains("was=nothing")
                        && line.contains("is=columns: 7"))
                .anyMatch(line -> line.startsWith("batch-imported: ")
                        && line.contains("was=nothing")
                        && line.contains("is=rows in force: 40"))
                .anyMatch(line -> line.startsWith("batch-imported: ") && line.contains("is=rows in force: 1"))
                .anyMatch(line -> line.startsWith("database-source-read: ") && line.contains("outcome=the batch "))
                .anyMatch(line -> line.startsWith("database-source-changed: ") && line.contains("was=orders of "))
                .noneMatch(line -> line.contains(PostgresServer.PASSWORD));
    }

    private void isPausedAndRemoved() {
        dan.keys().follow(dan.button("Pause"));
        assertThat(dan.page().locator("#state-title")).hasText("Paused");
        dan.keys().follow(dan.button("Take it up again"));
        dan.keys().enter(dan.page().getByText("Remove", new Page.GetByTextOptions().setExact(true)));
        dan.keys().type(dan.field("Why is it read no more?"), "The shop moved");
        dan.keys().follow(dan.button("Remove it"));
        assertThat(dan.page().locator("main")).containsText("its password is gone");
        dan.open("/trail");
        assertThat(dan.page().locator("main")).containsText("removed the database shop");
        assertThat(dan.page().locator("main")).not().containsText(PostgresServer.PASSWORD);
        toldBeforeAndAfter();
        dan.sawNoFault();
    }
}

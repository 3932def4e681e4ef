package io.customerroom.acceptance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.browser.Served;
import io.customerroom.acceptance.support.Typed;
import io.customerroom.acceptance.walls.GoldenRoom;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.people.ApiToken.Reach;
import io.customerroom.state.Hash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * One person comes in through every column of every kind of file, through every form, and through events, and is erased. Before that, her words stand where
 * persons are kept and nowhere else; afterwards they stand nowhere, and nothing published has changed. The lists of columns and of pages make the test: a new one is in it.
 */
class EveryInletIT {

    private static final String PASSWORD = "a lantern over the pier";

    /** Where persons are kept: their tables, rows set aside, and what waits for its import. */
    private static final String KEPT_THERE = "persons/.*|quarantine/.*|staging/uploads/.*";

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private GoldenRoom room;

    @BeforeEach
    void herFiles() throws IOException {
        log.start();
        root().addAppender(log);
        room = GoldenRoom.built(folder);
        Path brought = Files.createDirectory(folder.resolve("brought"));
        for (FactKind kind : FactKind.values()) {
            Path file = brought.resolve("rosalind-quux-%s.csv".formatted(kind.table()));
            Files.writeString(file, PlantedFiles.of(kind));
            room.run("import", file.toString(), "--as", kind.table(), "--source", "planted", "--dir", "room");
        }
        room.run("build", "--dir", "room");
    }

    @AfterEach
    void silence() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void sheIsWherePersonsAreKeptAndAfterHerErasureNowhere() throws IOException, InterruptedException {
        assertThat(outside()).as("files that came in").isEmpty();
        try (Served served = Served.from(workspace(), GoldenRoom.JULY);
                Requests ada = signedIn(served)) {
            ada.postFrom("/meetings", "/meetings", Map.of("title", "June", "day", "2025-07-02", "cadence", "monthly"));
            ada.freeze("/meetings/m1");
            Set<String> sent = new TreeSet<>();

            assertThat(FilledForms.fill(ada, sent)).as("answers and addresses").isEmpty();

            assertThat(sent).as("forms that were sent").hasSizeGreaterThan(35);
            assertThat(outside()).as("forms that were sent").isEmpty();
            String page = "/customers/" + key();
            assertThat(ada.get(page).body()).contains("Do not call.").doesNotContain(Planted.PHONE, Planted.EMAIL);
            waitingEvent(served);
            assertThat(found(workspace())).hasSizeGreaterThan(10);
            SortedMap<String, String> published = published();

            Typed erased = Typed.well(workspace(), "erase", Planted.ID, "--reason", "request 12");

            assertThat(erased.out() + erased.err()).contains("known by 2 ids").doesNotContain(Planted.ID, "Quux");
            assertThat(found(workspace())).isEmpty();
            assertThat(published())
                    .as("what waited was imported first, and is new")
                    .containsAllEntriesOf(published);
            assertThat(ada.get(page).body()).contains("Erased.");
            assertThat(FilledForms.read(ada, List.of(page, page + ".csv", page + ".xlsx")))
                    .isEmpty();
        }
        assertThat(log.list.stream()
                        .map(event -> event.getThreadName() + event.getFormattedMessage() + event.getThrowableProxy())
                        .collect(Collectors.joining("\n"))
                        .toLowerCase(Locale.ROOT))
                .doesNotContain(Planted.HERS);
        restored();
    }

    /** An event whose mapping is damaged meanwhile waits, and speaks of her. */
    private void waitingEvent(Served served) throws IOException, InterruptedException {
        Files.writeString(workspace().resolve("events.yaml"), "rules: [{type: identify, mapping: people.yaml}]\n");
        Path mapping = Files.createDirectories(workspace().resolve("mappings")).resolve("people.yaml");
        Files.writeString(mapping, "fact: customer\nsource: web\ncolumns: {customer: userId, name: traits.name}\n");
        HttpRequest request = HttpRequest.newBuilder(URI.create(served.address() + "/api/v1/events/batch"))
                .header("Authorization", "Bearer " + served.token("ada", Reach.ALL))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"batch": [{"messageId": "m1", "type": "identify", "userId": "%s", "traits": {"name": "%s"}}]}
                        """.formatted(Planted.ID, Planted.NAME)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).body())
                    .contains("accepted")
                    .doesNotContain(Planted.ID, Planted.NAME);
        }
        Files.writeString(mapping, "fact: customer\nsource: web\ncolumns: {customer: userId, name: gone.away}\n");
    }

    /** A backup made afterwards, restored elsewhere. */
    private void restored() throws IOException {
        Path there = Files.createDirectory(folder.resolve("afterwards"));
        Typed.well(workspace(), "backup", there.resolve("room.zip").toString());
        Typed.well(
                there,
                "restore",
                there.resolve("room.zip").toString(),
                "--dir",
                there.resolve("again").toString());
        assertThat(found(there)).isEmpty();
        assertThat(Typed.well(there.resolve("again"), "doctor", "--deep").out()).isEqualTo("All is well.\n");
    }

    private String key() {
        CustomerKeys keys = new CustomerKeys(IdentitySecret.of(new Workspace(workspace())));
        CustomerId one = keys.key("customer", Planted.ID);
        CustomerId other = keys.key("customer", Planted.OTHER_ID);
        return (one.compareTo(other) < 0 ? one : other).toString();
    }

    private SortedMap<String, List<String>> outside() {
        SortedMap<String, List<String>> found = new TreeMap<>(found(workspace()));
        found.keySet().removeIf(file -> file.matches(KEPT_THERE));
        return found;
    }

    private SortedMap<String, List<String>> found(Path root) {
        return new Search(root, folder.resolve("spill")).found(Planted.HERS);
    }

    /** What published figures rest on, and how long each file is and what it holds. */
    private SortedMap<String, String> published() throws IOException {
        SortedMap<String, String> published = new TreeMap<>();
        for (Map.Entry<String, Path> file : Search.files(workspace()).entrySet()) {
            if (file.getKey().matches("(facts|ledger|evidence)/.*")) {
                published.put(
                        file.getKey(),
                        Hash.of(new String(Files.readAllBytes(file.getValue()), StandardCharsets.ISO_8859_1)));
            }
        }
        return published;
    }

    private Path workspace() {
        return room.workspace();
    }

    private static Requests signedIn(Served served) {
        Requests visitor = new Requests(served.address());
        visitor.redeem(served.administratorLink(), "ada", PASSWORD);
        visitor.signIn("ada", PASSWORD);
        return visitor;
    }
}

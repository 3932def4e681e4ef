package io.customerroom.acceptance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.support.Typed;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.artefacts.Consent;
import io.customerroom.room.artefacts.Draft;
import io.customerroom.room.artefacts.Kind;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.room.people.Role;
import io.customerroom.room.unprofitable.CustomerCase.Before;
import io.customerroom.room.vips.HostContact;
import io.customerroom.room.vips.Vip;
import io.customerroom.room.vips.Vips;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rosalind asks to be forgotten: her words go, the figures stay. Otto stays. */
class ErasureIT {

    private static final String CUSTOMERS = """
            customer,name,email,phone,address,segment
            RQ-4477,Rosalind Quux,rosalind@quux.example,+49 555 0199123,Elm Row 7,trade
            ON-1,Otto Normal,otto@normal.example,+49 555 0100,Main Street 1,trade
            """;
    private static final List<String> HERS = List.of(
            "rosalind quux", "rosalind@quux.example", "555 0199123", "elm row 7", "rq-4477", "hq-9981", "my dog");

    private static final String COPY = "state-now.db";

    @TempDir
    Path folder;

    private Room room;

    @BeforeEach
    void everythingThatNamesHer() throws IOException {
        room = Room.init(folder.resolve("room"));
        room.load("customers.csv", CUSTOMERS, "--as", "customer");
        room.load("sales.csv", """
                order,customer,date,amount
                o1,RQ-4477,2026-01-05,10
                o2,ON-1,2026-01-06,20
                o3,RQ-4477,2026-02-05,30
                """, "--as", "purchase");
        room.load("tickets.csv", """
                ticket,customer,opened,text
                t1,HQ-9981,2026-01-07,"My dog ate it. Rosalind Quux"
                t2,ON-1,2026-13-08,"Rosalind Quux told me, and Otto Normal agrees"
                t3,RQ-4477,2026-13-09,"No answer"
                """, "--as", "ticket");
        room.load("same.csv", "customer,other\nRQ-4477,HQ-9981\n", "--as", "crosswalk");
        Typed.well(room.folder(), "build");
        hang("HQ-9981", "My dog ate it, and Rosalind Quux says so again.");
        hang("ON-1", "Otto@Normal keeps his.");
        note("HQ-9981", "My dog may come along.");
        note("ON-1", "Otto@Normal keeps his note.");
    }

    /** What leaders write about a customer: why they are looked after, what keeps them, what a visit was for, what their case is. */
    private void note(String id, String words) {
        try (Workbench bench = Workbench.open(new Workspace(room.folder()), Clock.systemUTC())) {
            Authorship by = new Authorship("fay", "web", "", "r1");
            CustomerId customer = new CustomerKeys(IdentitySecret.of(bench.workspace())).key("customer", id);
            if (bench.room().people().find("fay").isEmpty()) {
                bench.room().people().invite(by, "fay", "Fay", Role.FACILITATOR);
            }
            Vips vips = bench.room().vips();
            String vip = vips.choose(by, customer, Vip.Way.HAND, words).id();
            LocalDate day = LocalDate.parse("2026-03-01");
            vips.plan(by, vip, new Vips.Draft(words, "fay", words, day, BigDecimal.TEN));
            vips.invite(by, vip, new Vips.Invitation(HostContact.Kind.VISIT, "fay", day, words));
            bench.room()
                    .cases()
                    .open(
                            new Authorship("fay", "web", "they cost more than they bring", "r1"),
                            customer,
                            new Before(BigDecimal.ONE.negate(), 12, day));
        }
    }

    private void hang(String id, String words) {
        try (Workbench bench = Workbench.open(new Workspace(room.folder()), Clock.systemUTC())) {
            CustomerId customer = new CustomerKeys(IdentitySecret.of(bench.workspace())).key("customer", id);
            bench.artefacts()
                    .hang(
                            new Authorship("fay", "web", "", "r1"),
                            new Draft(
                                    Kind.LETTER,
                                    "A letter",
                                    words,
                                    "",
                                    Optional.empty(),
                                    Subject.of("contact", "delivery"),
                                    Optional.of(customer),
                                    Consent.Given.nobodyIsInIt(),
                                    Optional.of(new Draft.Sent(words.getBytes(StandardCharsets.UTF_8))),
                                    Draft.Redaction.NONE));
        }
    }

    @Test
    void nothingNamesHerAndNoFigureHasChanged() throws IOException {
        assertThat(found(HERS).values().stream().flatMap(List::stream).distinct())
                .containsExactlyInAnyOrderElementsOf(HERS);
        String figures = answers();
        SortedMap<String, String> facts = hashes();

        Typed erased = Typed.well(room.folder(), "erase", "RQ-4477", "--reason", "request 12 of 3 May");

        afterwards();
        assertThat(erased.out()).contains("known by 2 ids", "4 person tables and 2 rows set aside named them");
        assertThat(erased.out()).contains("1 artefact was from them", "5 notes spoke of them");
        assertThat(found(HERS)).isEmpty();
        assertThat(found(List.of("otto@normal.example"))).isNotEmpty();
        assertThat(found(List.of("otto@normal keeps his"))).hasSizeGreaterThan(1);
        assertThat(found(folder.resolve("afterwards"), HERS)).isEmpty();
        assertThat(Typed.well(room.folder(), "doctor").out()).isEqualTo("All is well.\n");
        assertThat(hashes()).isEqualTo(facts);
        assertThat(answers()).isEqualTo(figures);
        assertThat(state()).contains("person-erased", "request 12 of 3 may");

        room.load("customers.csv", CUSTOMERS + "NN-3,Nora Neu,nora@neu.example,,,trade\n", "--as", "customer");
        assertThat(found(HERS)).as("the list comes in again").isEmpty();
        assertThat(found(List.of("nora@neu.example"))).isNotEmpty();
    }

    @Test
    void aReasonThatNamesHerIsRefusedSinceTheTrailKeepsIt() throws IOException {
        Typed refused = Typed.in(room.folder(), "erase", "RQ-4477", "--reason", "letter from Rosalind Quux");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("[REASON_NAMES_PERSON]").doesNotContain("Rosalind");
        assertThat(state()).doesNotContain("letter from", "person-erased");
        assertThat(found(List.of("letter from"))).isEmpty();
    }

    @Test
    void anIdThatNamesNobodyIsSaidToNameNobody() {
        Typed erased = Typed.well(room.folder(), "erase", "RQ-4477", "--ids", "web", "--reason", "request 13");

        assertThat(erased.out()).contains("0 person tables and 0 rows set aside");
        assertThat(erased.err()).contains("Check the id and --ids");
    }

    /** A backup made now, unpacked; every export that lists customers; and what is told of her now. */
    private void afterwards() throws IOException {
        Path there = Files.createDirectory(folder.resolve("afterwards"));
        Typed.well(room.folder(), "backup", there.resolve("room.zip").toString());
        Typed.well(
                there,
                "restore",
                there.resolve("room.zip").toString(),
                "--dir",
                there.resolve("again").toString());
        assertThat(Typed.well(there.resolve("again"), "doctor", "--deep").out()).isEqualTo("All is well.\n");
        for (String format : List.of("csv", "xlsx", "parquet", "json")) {
            Path file = there.resolve("customers." + format);
            Typed.well(room.folder(), "export", "customers", "--format", format, "--out", file.toString());
        }
        Typed.well(
                room.folder(),
                "export",
                "trail",
                "--format",
                "jsonl",
                "--out",
                there.resolve("trail.jsonl").toString());
        Files.writeString(
                there.resolve("said.txt"),
                Typed.well(room.folder(), "batches").out()
                        + Typed.well(room.folder(), "doctor").err());
    }

    private String answers() {
        return Stream.of("customer-math", "revenue", "customers", "tickets-by-stage")
                .map(metric -> Typed.well(room.folder(), "show", metric, "--format", "json")
                        .out())
                .collect(Collectors.joining());
    }

    /** SHA-256 of every file that a published figure rests on. */
    private SortedMap<String, String> hashes() throws IOException {
        return files().entrySet().stream()
                .filter(file -> file.getKey().matches("(facts|ledger)/.*"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> sha256(file.getValue()), (a, b) -> a, TreeMap::new));
    }

    /** The words that stand in a file of the workspace, in its bytes or, where it is packed, in what it holds; and in its state, wherever that lies. */
    private SortedMap<String, List<String>> found(List<String> words) throws IOException {
        SortedMap<String, List<String>> found = found(room.folder(), words);
        found.putAll(found(stateNow(), words));
        return found;
    }

    private SortedMap<String, List<String>> found(Path root, List<String> words) {
        return new Search(root, folder.resolve("spill")).found(words);
    }

    private String state() throws IOException {
        Path now = stateNow();
        return new Search(now, folder.resolve("spill"))
                .content(now.resolve(COPY))
                .toLowerCase(Locale.ROOT);
    }

    /** A folder with all that the state holds now, as a file. */
    private Path stateNow() throws IOException {
        Path now = Files.createTempDirectory(folder, "state-");
        try (Workbench bench = Workbench.open(new Workspace(room.folder()), Clock.systemUTC())) {
            bench.store().copyTo(now.resolve(COPY));
        }
        return now;
    }

    private SortedMap<String, Path> files() throws IOException {
        return files(room.folder());
    }

    private static SortedMap<String, Path> files(Path root) throws IOException {
        return Search.files(root);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

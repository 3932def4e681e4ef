package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.build.BuildRequest;
import io.customerroom.ledger.build.Builds;
import io.customerroom.ledger.engine.Session;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.ReceivedFacts;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.persons.CallBook.SourceId;
import io.customerroom.ledger.persons.LinkProposals;
import io.customerroom.ledger.persons.LinkProposals.Proposal;
import io.customerroom.ledger.typed.KnownIds;
import io.customerroom.ledger.typed.TypedLinks;
import io.customerroom.ledger.typed.TypedLinks.Pair;
import io.customerroom.ledger.workspace.CompanySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A shop, a hotline and a loyalty scheme whose ids overlap and contradict each other. */
class IdentityHistoryTest {

    private static final Authorship BECAUSE = new Authorship("ana", "cli", "a slip", "r2");
    private static final List<String> TABLES = List.of("purchase", "ticket", "customer", "customer_period", "spell");
    private static final List<SourceId> IDS = List.of(
            new SourceId("shop", "17"),
            new SourceId("shop", "18"),
            new SourceId("shop", "19"),
            new SourceId("hotline", "17"),
            new SourceId("hotline", "A-18"),
            new SourceId("loyalty", "17"),
            new SourceId("loyalty", "9918"));

    @TempDir
    Path folder;

    private ImportRoom room;
    private Instant now = Instant.parse("2026-07-01T08:00:00Z");

    @BeforeEach
    void open() {
        room = new ImportRoom(folder.resolve("history"));
        fill(room);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static void fill(ImportRoom room) {
        room.load(
                "fact: customer\nsource: shop\nids: shop\nknown: 0 days\ncolumns: {customer: id, name: name, email: email, since: since}\n",
                "shop.csv",
                "id,name,email,since\n17,Ana Reyes,ana@example.org,2025-01-01\n18,Ben,office@example.org,2025-01-01\n19,A. Reyes,ANA@example.org ,2025-01-01\n");
        room.load(
                "fact: purchase\nsource: shop\nids: shop\nknown: 0 days\ncolumns: {order: o, line: {constant: \"1\"}, customer: id, date: d, amount: a}\n",
                "orders.csv",
                "o,id,d,a\no1,17,2026-01-05,10\no2,18,2026-02-05,20\no3,19,2026-03-05,40\no4,17,2026-04-05,80\n");
        room.load(
                "fact: ticket\nsource: hotline\nids: hotline\nknown: 0 days\ncolumns: {ticket: t, customer: id, opened: d}\n",
                "hotline.csv",
                "t,id,d\nt1,17,2026-01-06\nt2,A-18,2026-02-06\n");
        room.load(
                "fact: customer\nsource: loyalty\nids: loyalty\nknown: 0 days\ncolumns: {customer: id, name: name, email: email, since: since}\n",
                "loyalty.csv",
                "id,name,email,since\n17,Carl,office@example.org,2025-02-01\n9918,Ben,ben@example.org,2025-02-01\n");
    }

    static LongStream histories() {
        return Boolean.getBoolean("long") ? LongStream.rangeClosed(1, 200) : LongStream.of(2);
    }

    /** Joined, parted, joined again, said twice, taken back: what counts in the end is what the last word on each pair was. */
    @ParameterizedTest
    @MethodSource("histories")
    void anyHistoryOfDecisionsGivesTheLedgerOfThoseThatStand(long seed) throws IOException {
        Random random = new Random(seed);
        Map<Pair, List<Said>> said = new LinkedHashMap<>();
        for (int step = 0; step < 9; step++) {
            int first = random.nextInt(IDS.size());
            int second = (first + 1 + random.nextInt(IDS.size() - 1)) % IDS.size();
            Pair pair = new Pair(IDS.get(Math.min(first, second)), IDS.get(Math.max(first, second)));
            boolean linked = random.nextInt(3) > 0;
            Receipt receipt = links(room).enter(ImportRoom.ANA, List.of(pair), linked, "by hand");
            List<Said> before = said.computeIfAbsent(pair, fresh -> new ArrayList<>());
            before.add(new Said(receipt.batch(), linked));
            if (random.nextInt(4) == 0) {
                Said undone = before.remove(random.nextInt(before.size()));
                links(room).takeBack(BECAUSE, undone.batch());
            }
        }
        try (ImportRoom fresh = new ImportRoom(folder.resolve("fresh" + seed))) {
            Files.createDirectories(fresh.workspace.root().resolve("secret"));
            Files.copy(
                    room.workspace.root().resolve("secret/identity.key"),
                    fresh.workspace.root().resolve("secret/identity.key"));
            fill(fresh);
            said.forEach((pair, words) -> {
                if (!words.isEmpty() && words.getLast().linked()) {
                    links(fresh).enter(ImportRoom.ANA, List.of(pair), true, "from the start");
                }
            });
            assertThat(ledger(room)).as("seed %d", seed).isEqualTo(ledger(fresh));
        }
    }

    private record Said(String batch, boolean linked) {}

    @Test
    void whatLooksAlikeIsProposedUntilSomebodyDecides() {
        assertThat(proposed()).containsExactlyInAnyOrder("shop 17 = shop 19", "loyalty 17 = shop 18");
        String apart = ledger(room);
        Receipt joined = decide("shop 17 = shop 19", true);
        assertThat(proposed()).containsExactly("loyalty 17 = shop 18");
        assertThat(ledger(room)).isNotEqualTo(apart);
        Receipt refused = decide("loyalty 17 = shop 18", false);
        assertThat(proposed()).isEmpty();
        assertThat(refused.file().notes()).contains("kept apart two ids: the same e-mail address");
        links(room).takeBack(BECAUSE, joined.batch());
        assertThat(proposed()).containsExactly("shop 17 = shop 19");
        assertThat(ledger(room)).isEqualTo(apart);
        links(room).takeBack(BECAUSE, refused.batch());
        assertThat(proposed()).hasSize(2);
    }

    @Test
    void whoIsJoinedByAThirdIdIsNotProposedAndARefusalHoldsForAllIdsOfBoth() {
        link(IDS.get(0), IDS.get(3), true);
        link(IDS.get(3), IDS.get(2), true);
        assertThat(proposed()).as("17 and 19 are one by the hotline").containsExactly("loyalty 17 = shop 18");
        link(IDS.get(1), IDS.get(5), false);
        link(IDS.get(1), IDS.get(4), true);
        assertThat(proposed()).isEmpty();
    }

    @Test
    void anAddressOfManySaysNothing() {
        StringBuilder many = new StringBuilder("id,name,email\n");
        for (int i = 0; i < LinkProposals.MOST_ALIKE; i++) {
            many.append(100 + i).append(",N,office@example.org\n");
        }
        room.load(
                "fact: customer\nsource: more\nids: shop\ncolumns: {customer: id, name: name, email: email}\n",
                "many.csv",
                many.toString());
        assertThat(proposed()).containsExactly("shop 17 = shop 19");
    }

    private Receipt decide(String pair, boolean linked) {
        Proposal proposal = proposals().stream()
                .filter(it -> words(it).equals(pair))
                .findFirst()
                .orElseThrow();
        return links(room)
                .enter(
                        ImportRoom.ANA,
                        List.of(new Pair(proposal.one(), proposal.other())),
                        linked,
                        proposal.rule().same().words());
    }

    private void link(SourceId one, SourceId other, boolean linked) {
        links(room).enter(ImportRoom.ANA, List.of(new Pair(one, other)), linked, "by hand");
    }

    private List<String> proposed() {
        return proposals().stream().map(IdentityHistoryTest::words).toList();
    }

    /** Which of the two has the smaller key depends on the workspace's secret. */
    private static String words(Proposal proposal) {
        return List.of(proposal.one(), proposal.other()).stream()
                .map(id -> id.space() + " " + id.id())
                .sorted()
                .collect(java.util.stream.Collectors.joining(" = "));
    }

    private List<Proposal> proposals() {
        return new LinkProposals(room.workspace, room.store, room.engine).all(ImportRoom.ALL);
    }

    private TypedLinks links(ImportRoom of) {
        now = now.plusSeconds(1);
        return new TypedLinks(
                of.imports, new KnownIds(of.workspace, of.imports, of.engine), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Every table that says something about customers, without the batch a row came from. */
    private static String ledger(ImportRoom of) {
        CompanyCalendar calendar = CompanySettings.read(of.workspace).calendar();
        Clock clock = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);
        Build build = new Builds(
                        of.workspace,
                        of.store,
                        of.engine,
                        new ReceivedFacts(of.workspace, of.receipts, of.engine, calendar.zone()),
                        calendar,
                        clock)
                .at(BuildRequest.standard(), ImportRoom.ANA);
        StringBuilder all = new StringBuilder();
        try (Session session = of.engine.open()) {
            build.define(session, TABLES);
            for (String table : TABLES) {
                all.append(table)
                        .append(session.query(
                                        "SELECT count(*), sum(CAST(hash(r) AS HUGEINT)) FROM (SELECT COLUMNS(lambda c: c NOT IN ('batch', 'recorded_at', 'definitions')) FROM "
                                                + table + ") AS r",
                                        Map.of())
                                .rows());
            }
        }
        return all.toString();
    }
}

package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.browser.Served;
import io.customerroom.room.people.Role;
import io.customerroom.state.Hash;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The walls of the golden company as the server shows them: links and files, and what a meeting keeps of them. */
class FrozenWallsIT {

    private static final String PASSWORD = "a lantern over the pier";
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
    private static final Pattern RESTATED =
            Pattern.compile("<section[^>]*aria-label=\"Restatements\">(.*?)</section>", Pattern.DOTALL);

    private static final Pattern CUSTOMER = Pattern.compile("/customers/c[0-9a-z]+");

    /** What a wall says of an amount of which no rate is known. */
    private static final String WAITS =
            "One amount in other currencies waits for a rate of their day and is in no figure here; the page Data, Rates of exchange, names them.";

    @TempDir
    Path folder;

    private GoldenRoom room;

    @BeforeEach
    void build() {
        room = GoldenRoom.built(folder);
    }

    @Test
    void everyLinkOfTheWallsOpensAndEveryFileDownloads() {
        try (Served served = Served.from(room.workspace(), GoldenRoom.JULY);
                Requests ada = administrator(served)) {
            for (String wall : List.of("1", "2", "3")) {
                String page = ada.get("/walls/%s?period=2025-06&site=Wien".formatted(wall))
                        .body();
                List<String> files = new ArrayList<>();
                for (String link : links(page)) {
                    HttpResponse<String> answer = ada.get(link);
                    assertThat(answer.statusCode()).as(link).isEqualTo(200);
                    if (link.contains(".csv")) {
                        files.add(link);
                        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
                        assertThat(answer.body()).as(link).containsPattern("^[a-z_]+,[a-z_,]+\r\n");
                    }
                }
                assertThat(files).as("files of wall " + wall).isNotEmpty();
            }
        }
    }

    @Test
    void v17LateDataRestateTheLiveWallAndLeaveTheFrozenOneAsItWasEvenWithoutItsLedger() throws IOException {
        String meeting;
        String frozen;
        Map<String, String> files;
        String sentence;
        String cohort;
        room.run("import", purchaseIn("USD"), "--as", "purchase", "--dir", "room");
        room.run("build", "--dir", "room");
        try (Served served = Served.from(room.workspace(), GoldenRoom.JULY);
                Requests ada = administrator(served)) {
            meeting = planned(ada);
            ada.freeze(meeting);
            ada.get(meeting); // says once that the walls are frozen
            frozen = walls(ada.get(meeting).body());
            assertThat(frozen).contains("1 fewer customer: 1 came, 2 left");
            sentence = sentence(ada.get("/walls/1").body());
            assertThat(sentence).isNotEmpty();
            assertThat(frozen).contains(sentence, ", EUR</th>", "customer-math@1");
            files = files(ada, meeting, frozen);
            assertThat(files)
                    .hasSizeGreaterThan(100)
                    .containsKeys(meeting + "/wall-1.pdf", meeting + "/walls/1/cohorts");
            assertThat(ada.get("/walls/1").body()).doesNotContain("Restated since");
            cohort = cohort(ada.get("/walls/1/audit?period=2025-06").body());
            assertThat(cohort(ada.get(meeting + "/walls/1/audit").body())).isEqualTo(cohort);
            assertThat(ada.get("/walls/1").body()).contains(WAITS);
            assertThat(ada.get("/walls/1/audit").body()).contains(WAITS);
            assertThat(ada.get("/walls/2").body()).doesNotContain(WAITS);
            assertThat(frozen).contains(WAITS);
            assertThat(ada.get(meeting + "/walls/1/audit").body()).contains(WAITS);
        }

        List<Path> builds = folders(room.workspace().resolve("ledger"));
        Files.writeString(folder.resolve("rates.csv"), "day,currency,rate\n2025-06-10,USD,0.9\n");
        room.run("import", "rates.csv", "--as", "rate", "--dir", "room");
        room.importLate(
                "late.csv",
                "purchase",
                List.of(
                        "order,line,customer,date,product,amount",
                        "L1,1,petra,2025-06-10,bell,10",
                        "L2,1,quentin,2023-11-10,bell,10"));
        for (Path build : builds) {
            FileSystemUtils.deleteRecursively(build);
        }

        try (Served served = Served.from(room.workspace(), GoldenRoom.JULY);
                Requests ada = new Requests(served.address())) {
            ada.signIn("ada", PASSWORD);
            assertThat(walls(ada.get(meeting).body())).isEqualTo(frozen);
            assertThat(files(ada, meeting, frozen)).isEqualTo(files);
            assertThat(cohort(ada.get(meeting + "/walls/1/audit").body()))
                    .as("the oldest cohort known then")
                    .isEqualTo(cohort);
            assertThat(cohort(ada.get("/walls/1/audit?period=2025-06").body()))
                    .as("the oldest cohort known today")
                    .contains("first ordered in 2023 Q4")
                    .isNotEqualTo(cohort);
            assertThat(ada.get("/walls/1").body())
                    .as("the rate has come")
                    .contains("customers came")
                    .doesNotContain("for a rate");
            assertThat(ada.get("/walls/1/audit").body()).doesNotContain("for a rate");
            assertThat(ada.get(meeting + "/replay").statusCode()).isEqualTo(200);
            Matcher restated = RESTATED.matcher(ada.get("/walls/1").body());
            assertThat(restated.find()).isTrue();
            assertThat(restated.group(1))
                    .contains("June 2025: customers in 1 as shown on 2 July 2025, 2 as known today")
                    .contains("June 2025: net −1 as shown on 2 July 2025, 0 as known today")
                    .doesNotContain("Customers in, ");
        }
    }

    @Test
    void namesAreShownToWhoMayReadThemAndToNobodyElse() {
        try (Served served = Served.from(room.workspace(), GoldenRoom.JULY);
                Requests leader = signedIn(served, "leo", Role.LEADER);
                Requests viewer = signedIn(served, "vera", Role.VIEWER)) {
            String left = "/customers?metric=customer-math&period=2025-06&is.part=lost";
            String list = leader.get(left).body();
            assertThat(list).contains("Georg Gruber", "Cilli Cerny", ">georg<", ">cilli<");
            assertThat(viewer.get(left).body()).contains("Rows 1 to 2 of 2").doesNotContain("Gruber", ">georg<");
            Matcher customer = CUSTOMER.matcher(list);
            assertThat(customer.find()).isTrue();
            assertThat(leader.get(customer.group()).body()).containsAnyOf("Georg Gruber", "Cilli Cerny");
            assertThat(viewer.get(customer.group()).body())
                    .doesNotContain("Gruber", "Cerny", "called georg", "called cilli");
            assertThat(leader.get(left.replace("?", ".csv?")).body()).doesNotContain("Gruber", "Cerny", "georg");
            assertThat(leader.get("/walls/1?period=2025-06").body()).doesNotContain("Gruber", "Cerny", "georg");
        }
    }

    @Test
    void aServerThatIsClosedAsksTheWorkspaceNothingMore() {
        Served.from(room.workspace(), GoldenRoom.JULY).close();
        assertThat(Thread.getAllStackTraces().keySet())
                .as("walls are prepared at every start")
                .noneMatch(thread -> thread.getName().equals("walls-prepare"));
    }

    @Test
    void theClocksInTheAddressChooseTheLedgerAndStayInTheLinks() throws IOException {
        room.importLate(
                "late.csv",
                "purchase",
                List.of("order,line,customer,date,product,amount", "L1,1,petra,2025-06-10,bell,10"));
        try (Served served = Served.from(room.workspace(), GoldenRoom.JULY);
                Requests ada = administrator(served)) {
            assertThat(ada.get("/walls/1?period=2025-06").body())
                    .contains("2 customers came and 2 left")
                    .doesNotContain("Looking back");
            String then = opened(ada, "/walls/1?period=2025-06&known=2025-07-02");
            assertThat(then)
                    .contains("Looking back: Through 30 Jun 2025", "1 customer came and 2 left")
                    .contains("&amp;through=2025-06-30&amp;known=2025-07-02T");
            String lost = links(then).stream()
                    .filter(link -> link.contains("is.part=in"))
                    .findFirst()
                    .orElseThrow();
            assertThat(opened(ada, lost)).contains("Rows 1 to 1 of 1", "Looking back");
            assertThat(opened(ada, "/walls/1?through=2025-05-31")).contains("In May 2025, 0 customers came and 2 left");
            assertThat(opened(ada, "/metrics/customer-math?through=2025-05-31"))
                    .contains("Looking back")
                    .doesNotContain(">2025-06<");
            assertThat(ada.get("/walls/1?through=2031-01-01").body()).contains("CLOCK_AHEAD");
            assertThat(ada.get("/walls/1?known=yesterday").body()).contains("DATE_MALFORMED");
        }
    }

    /** What every address of the meeting that its page and its chapters lead to answers, by its hash: exhibits, rows, posters. */
    private static Map<String, String> files(Requests ada, String meeting, String page) {
        Map<String, String> files = new TreeMap<>();
        keep(ada, meeting, page, files);
        return files;
    }

    private static void keep(Requests ada, String meeting, String page, Map<String, String> files) {
        for (String place : links(page)) {
            boolean kept = !place.matches(
                    ".*(differences|agenda|replay|[.]ics|[.]xlsx|[.]png|[.]parquet)"); // a workbook says when it was
            // written
            if (place.startsWith(meeting + "/") && kept && !files.containsKey(place)) {
                HttpResponse<String> answer = ada.get(place);
                assertThat(answer.statusCode()).as(place).isEqualTo(200);
                boolean chapter = place.startsWith(meeting + "/walls/");
                files.put(place, Hash.of(chapter ? walls(answer.body()) : answer.body()));
                if (chapter) {
                    keep(ada, meeting, answer.body(), files);
                }
            }
        }
    }

    /** What is said of the one cohort that the page chose to follow. */
    private static String cohort(String page) {
        Matcher title = Pattern.compile("id=\"[a-z-]*audit-one-cohort-title\"[^>]*>([^<]+)<")
                .matcher(page);
        assertThat(title.find()).isTrue();
        return title.group(1);
    }

    /** What the wall says in ten seconds. */
    private static String sentence(String page) {
        Matcher lead = Pattern.compile("<h1[^>]*>([^<]+)</h1>").matcher(page);
        return lead.find() ? lead.group(1) : "";
    }

    /** A file with one purchase that waits for a rate. */
    private String purchaseIn(String currency) throws IOException {
        Files.write(
                folder.resolve("abroad.csv"),
                List.of(
                        "order,line,customer,date,product,amount,currency",
                        "L0,1,petra,2025-06-10,bell,10," + currency));
        return "abroad.csv";
    }

    private static List<Path> folders(Path place) throws IOException {
        try (Stream<Path> found = Files.list(place)) {
            return found.filter(Files::isDirectory).toList();
        }
    }

    /** Asks again while the ledger of those days is being built, as the page does by itself. */
    private static String opened(Requests visitor, String path) {
        HttpResponse<String> answer = visitor.get(path);
        for (int i = 0; i < 40 && answer.statusCode() == 202; i++) {
            assertThat(answer.headers().firstValue("Refresh")).hasValue("2; url=" + path);
            answer = visitor.get(path);
        }
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static Requests signedIn(Served served, String name, Role role) {
        Requests visitor = new Requests(served.address());
        visitor.redeem(served.invite(name, role), name, PASSWORD);
        visitor.signIn(name, PASSWORD);
        return visitor;
    }

    private static String planned(Requests ada) {
        HttpResponse<String> answer = ada.postFrom(
                "/meetings", "/meetings", Map.of("title", "July", "day", "2025-07-02", "cadence", "monthly"));
        String place = answer.headers().firstValue("Location").orElseThrow();
        return place.substring(place.indexOf("/meetings"));
    }

    /** The page from the first wall on, without the tokens of its forms. */
    private static String walls(String page) {
        String part = page.substring(page.indexOf("<main"));
        return part.replaceAll("<input[^>]*_csrf[^>]*>", "");
    }

    private static Requests administrator(Served served) {
        Requests ada = new Requests(served.address());
        ada.redeem(served.administratorLink(), "ada", PASSWORD);
        ada.signIn("ada", PASSWORD);
        return ada;
    }

    private static TreeSet<String> links(String page) {
        TreeSet<String> links = new TreeSet<>();
        Matcher link = LINK.matcher(page.substring(page.indexOf("<main")));
        while (link.find()) {
            String address = link.group(1).replace("&amp;", "&");
            if (address.startsWith("/")) {
                links.add(address.replace("|", "%7C").replace(" ", "%20"));
            }
        }
        return links;
    }
}

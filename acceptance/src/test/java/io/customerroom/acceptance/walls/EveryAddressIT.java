package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.browser.Served;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.people.Role;
import io.customerroom.web.security.Route;
import io.customerroom.web.security.Routes;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.RequestMethod;

/** Every address that a controller answers, found by reading the controllers: asked by strangers, by each role, without a token, for things that are not there, and with hostile words. */
class EveryAddressIT {

    private static final String PASSWORD = "a lantern over the pier";

    @TempDir
    static Path folder;

    private static Served served;
    private static Requests stranger;
    private static Requests ada;
    private static Requests leo;
    private static Requests vera;
    private static List<Address> addresses;

    @BeforeAll
    static void open() {
        served = Served.from(GoldenRoom.built(folder).workspace(), GoldenRoom.JULY);
        stranger = new Requests(served.address());
        ada = signedIn("ada", served.administratorLink());
        leo = signedIn("leo", served.invite("leo", Role.LEADER));
        vera = signedIn("vera", served.invite("vera", Role.VIEWER));
        addresses = Address.all();
    }

    @AfterAll
    static void close() {
        Stream.of(stranger, ada, leo, vera).forEach(Requests::close);
        served.close();
    }

    @Test
    void noAddressIsForgotten() {
        assertThat(addresses.stream().map(Address::shape))
                .hasSizeGreaterThan(100)
                .contains(
                        "/walls/{number}",
                        "/meetings/{id}/freeze",
                        "/data/batches/{batch}/undo",
                        "/definitions/compare");
    }

    @Test
    void strangersAreSentToTheDoor() {
        for (Address address : addresses) {
            if (address.shape().startsWith("/api/")) {
                assertThat(stranger.send(address.method().name(), address.path())
                                .statusCode())
                        .as(address.toString())
                        .isEqualTo(Address.OPEN.contains(address.shape()) ? 200 : 401);
            } else if (!Address.OPEN.contains(address.shape())) {
                HttpResponse<String> answer = address.method() == RequestMethod.GET
                        ? stranger.get(address.path())
                        : stranger.postFrom("/sign-in", address.path(), Map.of());
                assertThat(answer.statusCode()).as(address.toString()).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location"))
                        .as(address.toString())
                        .hasValue(served.address() + "/sign-in");
            }
        }
    }

    @Test
    void aProxyThatNobodyNamedIsNotBelieved() {
        try (Requests fresh = new Requests(served.address(), Map.of("X-Forwarded-Proto", "https"))) {
            HttpResponse<String> answer = fresh.get("/sign-in");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("Secure"));
        }
    }

    @Test
    void nothingChangesWithoutItsToken() {
        for (Address address : changes()) {
            assertThat(ada.post(address.path(), Map.of()).statusCode())
                    .as(address.toString())
                    .isEqualTo(403);
        }
    }

    @Test
    void viewersChangeTheirThemeAndLeadersWhatTheyAnswerFor() {
        assertThat(open(vera))
                .containsExactlyInAnyOrder(
                        "/account/confirmation",
                        "/account/password",
                        "/account/provider/unlinking",
                        "/account/second-factor",
                        "/account/second-factor/confirmation",
                        "/account/second-factor/recovery-codes",
                        "/account/second-factor/removal",
                        "/account/sessions/{handle}/end",
                        "/account/sessions/others",
                        "/account/tokens",
                        "/account/tokens/{id}/revocation",
                        "/theme",
                        "/welcome/{token}");
        assertThat(open(leo))
                .contains("/meetings/{id}/answers", "/promises/{id}/move")
                .doesNotContain(
                        "/meetings/{id}/freeze", "/people", "/data/upload", "/definitions/proposals/{id}/adopt");
    }

    private static Set<String> open(Requests visitor) {
        return changes().stream()
                .filter(address -> visitor.postAgain(address.path(), Map.of()).statusCode() != 403)
                .map(Address::shape)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatIsNotThereIsToldAndNeverOurFault() {
        List<String> faults = new ArrayList<>();
        long told = entries();
        for (Address address : addresses) {
            if (address.method() == RequestMethod.GET) {
                for (String asked : List.of(
                        "",
                        "?" + Address.encoded(Address.words("zz9")),
                        "?" + Address.encoded(Address.words(PlainAnswer.HOSTILE)))) {
                    PlainAnswer.faults(address, asked, ada.get(address.path() + asked))
                            .ifPresent(faults::add);
                }
            }
        }
        assertThat(entries()).as("no GET changes anything").isEqualTo(told);
        for (Address address : addresses) {
            if (address.method() == RequestMethod.GET) {
                continue;
            }
            if (!Address.NOT_SENT.contains(address.shape())) {
                for (Map<String, String> form :
                        List.of(Map.<String, String>of(), Address.words(PlainAnswer.HOSTILE), Address.words("-1"))) {
                    PlainAnswer.faults(address, form.toString(), ada.postAgain(address.path(), form))
                            .ifPresent(faults::add);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(ada.get("/account").statusCode()).as("signed in to the end").isEqualTo(200);
    }

    private static long entries() {
        return ada.get("/trail/file").body().lines().count();
    }

    private static @Nullable ToldChanges story;

    /** The day on which every form was sent once, about a customer outside the scope of whoever is kept to one site. */
    private static ToldChanges story() {
        ToldChanges told =
                story == null ? new ToldStory(served, ada, leo, folder.resolve("room")).tell(costed()) : story;
        story = told;
        return told;
    }

    /** Somebody outside whose costs are known, so that a case can be opened. */
    private static String costed() {
        return outside().stream()
                .filter(customer ->
                        ada.get("/unprofitable/new?customer=" + customer).body().contains("name=\"reason\""))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> outside() {
        Map<String, String> sites = sites();
        String own = sites.values().stream().sorted().findFirst().orElseThrow();
        return sites.keySet().stream()
                .filter(customer -> !own.equals(sites.get(customer)))
                .sorted()
                .toList();
    }

    @Test
    void everyChangeTellsWhatWasAndWhatIs() {
        ToldChanges told = story();
        Set<String> forgotten = Routes.all().stream()
                .filter(route -> route.verb().equals("POST"))
                .map(Route::path)
                .collect(Collectors.toCollection(TreeSet::new));
        forgotten.removeAll(told.routes());
        assertThat(ToldStory.ELSEWHERE.keySet()).doesNotContainAnyElementsOf(told.routes());
        forgotten.removeAll(ToldStory.ELSEWHERE.keySet());
        assertThat(told.faults()).as(told.told()).isEmpty();
        assertThat(forgotten).isEmpty();
    }

    @Test
    void aGuessedIdIsAnsweredLikeOneThatNeverWas() {
        ToldChanges told = story();
        String own = sites().values().stream().sorted().findFirst().orElseThrow();
        String link = served.invite("sam", Role.LEADER);
        served.narrow("sam", RowScope.of(List.of(), List.of(own)));
        try (Requests sam = signedIn("sam", link)) {
            GuessedIds guessed = new GuessedIds(sam, told, outside());
            assertThat(guessed.uncovered()).isEmpty();
            assertThat(guessed.faults()).isEmpty();
        }
    }

    /** Requests made up at random, per role; the seed is the role's place. */
    private static final int MADE_UP = Boolean.getBoolean("long") ? 1000 : 40;

    /** Who goes to every kind of page and looks at each link and form there; under {@code -Dlong=true} everybody does. */
    private static final Set<Role> CRAWLING = Boolean.getBoolean("long")
            ? Set.of(Role.values())
            : Set.of(Role.VIEWER, Role.FRONT_LINE, Role.DATA_ADMIN, Role.AUDITOR);

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyReachesBeyondTheirRoleAndTheirRows(Role role) {
        Map<String, String> sites = sites();
        String own = sites.values().stream().sorted().findFirst().orElseThrow();
        List<String> outside = sites.keySet().stream()
                .filter(customer -> !own.equals(sites.get(customer)))
                .sorted()
                .toList();
        assertThat(outside).isNotEmpty();
        String name = "made-up-" + role.id();
        String link = served.invite(name, role);
        if (role.canBeScoped()) {
            served.narrow(name, RowScope.of(List.of(), List.of(own)));
        }
        List<String> hidden = role.canBeScoped() ? outside : List.of();
        try (Requests visitor = signedIn(name, link)) {
            List<String> faults = new ArrayList<>(
                    new MadeUpRequests(visitor, role, addresses, List.copyOf(sites.keySet()), hidden).faults(MADE_UP));
            if (CRAWLING.contains(role)) {
                Crawl.Found crawled = Crawl.by(visitor, role.rights());
                assertThat(crawled.pages()).as("kinds of page").isGreaterThan(15);
                faults.addAll(crawled.faults());
            }
            assertThat(faults).isEmpty();
        }
    }

    /** The customers of the company, and the site of each who has one. */
    private static Map<String, String> sites() {
        Map<String, String> sites = new TreeMap<>();
        List<String> lines = ada.get("/customers.csv?metric=customers&grain=year")
                .body()
                .lines()
                .toList();
        List<String> header = List.of(lines.getFirst().replace("\uFEFF", "").split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length == header.size() && !cells[header.indexOf("site")].isEmpty()) {
                sites.put(cells[header.indexOf("customer")], cells[header.indexOf("site")]);
            }
        }
        return sites;
    }

    private static List<Address> changes() {
        return addresses.stream()
                .filter(address -> address.method() == RequestMethod.POST
                        && !Address.NOT_SENT.contains(address.shape())
                        && !address.shape().equals(Address.SIGNED_BY_THE_PROVIDER)
                        && !address.shape().startsWith("/api/"))
                .toList();
    }

    private static Requests signedIn(String name, String link) {
        Requests visitor = new Requests(served.address());
        visitor.redeem(link, name, PASSWORD);
        visitor.signIn(name, PASSWORD);
        return visitor;
    }
}

package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.browser.Served;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.people.Role;
import io.customerroom.web.security.Route;
import io.customerroom.web.security.Routes;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;

/** Every address that a controller answers, found by reading the controllers: asked by strangers, by each role, without a token, for things that are not there, and with hostile words. */
class EveryAddressIT {

    private static final String PASSWORD = "a lantern over the pier";
    private static final String SCRIPT = "<script>alert(1)</script>";

    /** What a template would work out, if it took words for its own; the answer stands on no page by chance. */
    private static final String HOSTILE = SCRIPT + "__${31337*31337}__";

    private static final String WORKED_OUT = "982007569";

    /** These begin something that outlives the request, or end the session. */
    private static final Set<String> NOT_SENT = Set.of("/data/build", "/sign-out", "/sign-in");

    /** Asked by the provider's server with a signed notice in place of a cookie and a token. */
    private static final String SIGNED_BY_THE_PROVIDER = "/sign-in/provider/back-channel";

    /** What people ask without a name. */
    private static final Set<String> OPEN = Set.of(
            "/sign-in",
            "/sign-in/provider",
            "/sign-in/provider/answer",
            "/sign-in/provider/back-channel",
            "/sign-in/provider/goodbye",
            "/theme",
            "/welcome/{token}",
            "/welcome/{token}/provider",
            "/display/{token}",
            "/display/{token}/artefacts/{id}",
            "/api/v1/openapi.json");

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
                        .isEqualTo(OPEN.contains(address.shape()) ? 200 : 401);
            } else if (!OPEN.contains(address.shape())) {
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
                .filter(address ->
                        visitor.postFrom("/meetings", address.path(), Map.of()).statusCode() != 403)
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
                        "?" + Address.encoded(Address.words(HOSTILE)))) {
                    look(faults, address, asked, ada.get(address.path() + asked));
                }
            }
        }
        assertThat(entries()).as("no GET changes anything").isEqualTo(told);
        for (Address address : addresses) {
            if (address.method() == RequestMethod.GET) {
                continue;
            }
            if (!NOT_SENT.contains(address.shape())) {
                for (Map<String, String> form :
                        List.of(Map.<String, String>of(), Address.words(HOSTILE), Address.words("-1"))) {
                    look(faults, address, form.toString(), ada.postFrom("/meetings", address.path(), form));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static long entries() {
        return ada.get("/trail/file").body().lines().count();
    }

    private static @Nullable ToldChanges story;

    /** The day on which every form was sent once, about a customer outside the scope of whoever is kept to one site. */
    private static ToldChanges story() {
        ToldChanges told = story == null ? new ToldStory(served, ada, leo).tell(costed()) : story;
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

    private static final List<String> VERBS = List.of("GET", "GET", "GET", "GET", "POST", "POST", "PUT", "DELETE");
    private static final List<String> LISTS = List.of("revenue", "customers", "customer-math", "rescue-list", "zz9");

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
        Random chance = new Random(role.ordinal());
        try (Requests visitor = signedIn(name, link)) {
            List<String> faults = new ArrayList<>();
            for (int i = 0; i < MADE_UP; i++) {
                ask(visitor, role, chance, List.copyOf(sites.keySet()), hidden, faults);
            }
            for (String customer : hidden.stream().limit(5).toList()) {
                for (String path : List.of("/customers/%s", "/customers/%s.csv", "/unprofitable/new?customer=%s")) {
                    sameAsAbsent(visitor, path, customer, faults);
                }
            }
            if (CRAWLING.contains(role)) {
                Crawl.Found crawled = Crawl.by(visitor, role.rights());
                assertThat(crawled.pages()).as("kinds of page").isGreaterThan(15);
                faults.addAll(crawled.faults());
            }
            assertThat(faults).isEmpty();
        }
    }

    private static void ask(
            Requests visitor,
            Role role,
            Random chance,
            List<String> customers,
            List<String> hidden,
            List<String> faults) {
        Address address = addresses.get(chance.nextInt(addresses.size()));
        if (NOT_SENT.contains(address.shape())) {
            return;
        }
        String verb = VERBS.get(chance.nextInt(VERBS.size()));
        String customer = customers.get(chance.nextInt(customers.size()));
        String path = address.shape().startsWith("/customers/{id}")
                ? address.path().replaceFirst("zz9|nobody", customer)
                : address.path();
        String asked = path + "?grain=year&metric=" + LISTS.get(chance.nextInt(LISTS.size()));
        HttpResponse<String> answer =
                switch (verb) {
                    case "GET" -> visitor.get(asked);
                    case "POST" -> visitor.postFrom("/account", path, Map.of("id", "zz9"));
                    default -> visitor.send(verb, path);
                };
        boolean listed =
                Routes.open(verb, path, role.rights()) && (!path.startsWith("/api/") || OPEN.contains(address.shape()));
        boolean unknown = verb.equals("GET")
                && !path.startsWith("/api/")
                && Routes.of(verb, PathContainer.parsePath(path)).isEmpty();
        boolean refused = answer.statusCode() == 403 || answer.statusCode() == 401;
        if (refused == (listed || unknown)) {
            faults.add("%s %s as %s: %d".formatted(verb, asked, role.id(), answer.statusCode()));
        }
        hidden.stream()
                .filter(id -> !asked.contains(id) && answer.body().contains(id))
                .forEach(id -> faults.add("%s %s as %s shows %s".formatted(verb, asked, role.id(), id)));
    }

    /** A customer outside is answered like one who never was: status and every word but the key that was asked for. */
    private static void sameAsAbsent(Requests visitor, String path, String customer, List<String> faults) {
        String absent = "c1";
        HttpResponse<String> one = visitor.get(path.formatted(customer));
        HttpResponse<String> other = visitor.get(path.formatted(absent));
        if (one.statusCode() != other.statusCode()
                || !plain(one.body(), customer).equals(plain(other.body(), absent))) {
            faults.add("%s: %d and %d for one who never was"
                    .formatted(path.formatted(customer), one.statusCode(), other.statusCode()));
        }
    }

    private static String plain(String body, String customer) {
        return body.replaceAll("name=\"_csrf\"[^>]*>", "").replace(customer, "?");
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

    private static void look(List<String> faults, Address address, String asked, HttpResponse<String> answer) {
        String body = answer.body();
        boolean ours = answer.statusCode() >= 500;
        boolean hostile = (body.contains(SCRIPT) || body.contains(WORKED_OUT))
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        boolean bare = bare(answer);
        boolean insides = body.contains("Exception") || body.contains("org.springframework");
        // the invitation shows its form again, with a sentence and without a code
        boolean mute = !address.shape().equals("/welcome/{token}")
                && answer.statusCode() == 400
                && !body.contains("role=\"alert\"")
                && !Pattern.compile("[A-Z]+_[A-Z_]+").matcher(body).find();
        if (ours || hostile || insides || mute || bare) {
            faults.add("%s %s %s: %d%s%s%s%s"
                    .formatted(
                            address.method(),
                            address.path(),
                            asked.length() > 60 ? asked.substring(0, 60) : asked,
                            answer.statusCode(),
                            hostile ? " hostile words as they are" : "",
                            insides ? " shows insides" : "",
                            mute ? " does not say what to do" : "",
                            bare ? " lacks a header " + answer.headers().map() : ""));
        }
    }

    /** Whether an answer misses a header that every answer has, or has one that none has. */
    private static boolean bare(HttpResponse<String> answer) {
        HttpHeaders headers = answer.headers();
        boolean typed =
                answer.body().isEmpty() || headers.firstValue("Content-Type").isPresent();
        boolean page = headers.firstValue("Content-Type").orElse("").startsWith("text/html");
        return !headers.firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'")
                || !headers.firstValue("X-Content-Type-Options").orElse("").equals("nosniff")
                || headers.firstValue("Access-Control-Allow-Origin").isPresent()
                || headers.firstValue("Server").isPresent()
                || !typed
                || page
                        && !headers.firstValue("Content-Type")
                                .orElse("")
                                .toLowerCase(Locale.ROOT)
                                .contains("charset=utf-8");
    }

    private static List<Address> changes() {
        return addresses.stream()
                .filter(address -> address.method() == RequestMethod.POST
                        && !NOT_SENT.contains(address.shape())
                        && !address.shape().equals(SIGNED_BY_THE_PROVIDER)
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

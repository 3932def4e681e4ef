package io.customerroom.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.customerroom.room.people.Role;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what a stranger learns: the doors of the room, tried over plain HTTP. */
@TestInstance(Lifecycle.PER_CLASS)
class DoorsIT {

    private static final String SESSION = "customer-room";
    private static final String PASSWORD = "a lantern over the pier";

    @TempDir
    private static Path folder;

    private Served room;
    private Requests stranger;
    private Requests administrator;
    private Requests viewer;

    @BeforeAll
    void openARoom() throws IOException {
        MovingClock clock = new MovingClock(Instant.parse("2026-05-04T08:00:00Z"));
        new Commands(folder, clock).run("init", "room");
        Path settings = folder.resolve("room/customer-room.yaml");
        Files.writeString(
                settings, Files.readString(settings).replaceFirst("(?m)^  port: 8480", "$0\n  proxies: [127.0.0.1]"));
        room = Served.from(folder.resolve("room"), clock);
        stranger = new Requests(room.address());
        administrator = signedIn("ada", room.administratorLink());
        viewer = signedIn("vera", room.invite("vera", Role.VIEWER));
    }

    @AfterAll
    void closeIt() {
        stranger.close();
        administrator.close();
        viewer.close();
        room.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/welcome/nobody", "/walls/1", "/nowhere", "/assets/customer-room.css"})
    void everyAnswerForbidsWhatOurPagesDoNotNeed(String path) {
        for (Requests visitor : List.of(stranger, viewer)) {
            Map<String, List<String>> headers = visitor.get(path).headers().map();
            assertThat(headers.get("content-security-policy"))
                    .singleElement()
                    .asString()
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers).containsEntry("x-content-type-options", List.of("nosniff"));
            assertThat(headers).containsEntry("x-frame-options", List.of("DENY"));
            assertThat(headers).containsEntry("referrer-policy", List.of("same-origin"));
            assertThat(headers).containsEntry("cross-origin-opener-policy", List.of("same-origin"));
            assertThat(headers).doesNotContainKeys("server", "x-powered-by");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/walls/1", "/people", "/nowhere"})
    void pagesAreNotKeptByOthers(String path) {
        assertThat(administrator.get(path).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(rule -> assertThat(rule).contains("no-store"));
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() {
        try (Requests fresh = new Requests(room.address())) {
            HttpResponse<String> signIn = fresh.get("/sign-in");
            HttpResponse<String> theme =
                    fresh.postFrom("/sign-in", "/theme", Map.of("theme", "dark", "back", "/sign-in"));
            assertThat(signIn.headers().allValues("Set-Cookie")).isNotEmpty();
            assertThat(theme.headers().allValues("Set-Cookie")).isNotEmpty();
            assertThat(List.of(signIn, theme))
                    .flatMap(answer -> answer.headers().allValues("Set-Cookie"))
                    .allSatisfy(cookie -> assertThat(cookie)
                            .contains("HttpOnly")
                            .containsPattern("SameSite=(Lax|Strict)")
                            .doesNotContain("Domain="));
        }
    }

    @Test
    void behindAProxyThatIsNamedCookiesAndHostAreKeptToHttps() {
        HttpResponse<String> plain = stranger.get("/sign-in");
        assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
        try (Requests fresh = new Requests(room.address(), Map.of("X-Forwarded-Proto", "https"))) {
            HttpResponse<String> answer = fresh.get("/sign-in");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-customer-room=")
                            .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                            .doesNotContain("Domain="));
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .hasValueSatisfying(rule -> assertThat(rule).contains("max-age=31536000"));
        }
    }

    @Test
    void byHttpsASessionIsFoundUnderTheNameThatNoNeighbourCanPlant() {
        String session = administrator.cookie(SESSION);
        assertThat(session).isNotEmpty();
        assertThat(byHttps("__Host-" + SESSION + "=" + session).statusCode()).isEqualTo(200);
        assertThat(byHttps(SESSION + "=" + session).statusCode()).isEqualTo(302);
        assertThat(byHttps(SESSION + "=planted; __Host-" + SESSION + "=" + session)
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> byHttps(String cookies) {
        try (Requests fresh = new Requests(room.address(), Map.of("X-Forwarded-Proto", "https", "Cookie", cookies))) {
            return fresh.get("/people");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/walls/1",
                "/walls/2",
                "/walls/3",
                "/customers",
                "/meetings",
                "/promises",
                "/metrics",
                "/data",
                "/data/upload",
                "/people",
                "/trail",
                "/nowhere"
            })
    void withoutASessionThereIsOnlyTheSignIn(String path) {
        HttpResponse<String> answer = stranger.get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue(room.address() + "/sign-in");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-out", "/theme", "/meetings", "/people", "/data/upload"})
    void aFormWithoutItsTokenIsRefused(String path) {
        HttpResponse<String> answer = administrator.post(path, Map.of("name", "eve", "theme", "dark"));
        assertThat(answer.statusCode()).isEqualTo(403);
        showsNoInsides(answer);
        assertThat(administrator.get("/people").statusCode())
                .as("still signed in")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data", "/people", "/trail"})
    void aViewerMeetsAClosedDoor(String path) {
        HttpResponse<String> answer = viewer.get(path);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You may not open this");
        showsNoInsides(answer);
    }

    @Test
    void anUnknownPlaceIsAPlainPage() {
        HttpResponse<String> answer = viewer.get("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page", "Next step");
        showsNoInsides(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/walls/none",
                "/walls/9",
                "/walls/1?grain=century",
                "/walls/1?period=%00",
                "/walls/1?segment=%27%20OR%201%3D1%20--",
                "/customers/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                "/meetings/-1",
                "/promises/zzz",
                "/assets/..%2f..%2fapplication.properties",
                "/assets/%2e%2e/%2e%2e/secret/identity.key",
                "/actuator",
                "/actuator/env"
            })
    void oddQuestionsLearnNothing(String path) {
        HttpResponse<String> answer = administrator.get(path);
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("<script>alert(1)");
        showsNoInsides(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void otherMethodsAreRefused(String method) {
        HttpResponse<String> answer = administrator.send(method, "/meetings");
        assertThat(answer.statusCode()).isBetween(400, 499);
        showsNoInsides(answer);
    }

    @Test
    void signingInChangesTheSession() {
        try (Requests visitor = new Requests(room.address())) {
            visitor.get("/sign-in");
            String before = visitor.cookie(SESSION);
            visitor.signIn("vera", PASSWORD);
            assertThat(before).isNotEmpty();
            assertThat(visitor.cookie(SESSION)).isNotEmpty().isNotEqualTo(before);
        }
    }

    @Test
    void signingOutEndsTheSession() {
        try (Requests visitor = new Requests(room.address())) {
            visitor.signIn("vera", PASSWORD);
            assertThat(visitor.get("/meetings").statusCode()).isEqualTo(200);
            visitor.postFrom("/meetings", "/sign-out", Map.of());
            assertThat(visitor.get("/meetings").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aLinkWorksOnce() {
        String link = room.invite("otto", Role.LEADER);
        stranger.redeem(link, "", PASSWORD);
        HttpResponse<String> again = stranger.get(link);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("This link cannot be used");
    }

    @Test
    void anInventedNameAndAWrongPasswordLookAlike() {
        List<String> answers = List.of("vera", "nobody").stream()
                .map(name -> stranger.postFrom(
                        "/sign-in", "/sign-in", Map.of("name", name, "password", "not this one either")))
                .map(answer -> answer.headers().firstValue("Location").orElse(""))
                .toList();
        assertThat(answers.getFirst()).contains("problem").isEqualTo(answers.getLast());
    }

    @Test
    void onlyThisMachineIsServed() throws IOException {
        Optional<InetAddress> outside = addressFromOutside();
        assumeThat(outside.isPresent())
                .as("this machine has no address but the loopback")
                .isTrue();
        assertThat(InetAddress.getByName(java.net.URI.create(room.address()).getHost())
                        .isLoopbackAddress())
                .isTrue();
        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(outside.get(), room.port()), 2_000))
                    .isInstanceOf(ConnectException.class);
        }
    }

    private Requests signedIn(String name, String link) {
        Requests visitor = new Requests(room.address());
        visitor.redeem(link, name, PASSWORD);
        visitor.signIn(name, PASSWORD);
        return visitor;
    }

    private static void showsNoInsides(HttpResponse<String> answer) {
        assertThat(answer.body())
                .doesNotContainPattern("(?m)^\\s*at [a-z]+\\.")
                .doesNotContain("Exception", "java.lang", "springframework", "Whitelabel", "Tomcat", "org.duckdb");
    }

    private static Optional<InetAddress> addressFromOutside() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}

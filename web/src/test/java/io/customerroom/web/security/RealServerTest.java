package io.customerroom.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.room.Room;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What only a real server shows: cookies, forms with their tokens, and its error pages. */
@SpringBootTest(classes = RoomPages.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class RealServerTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Autowired
    Room room;

    @Value("${local.server.port}")
    int port;

    @BeforeEach
    void people() {
        RoomPages.people(room);
    }

    @Test
    void aPersonSignsInWorksAndSignsOut() throws Exception {
        HttpResponse<String> door = get("/meetings");
        assertThat(door.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
        assertThat(door.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("customer-room=")
                .contains("HttpOnly", "SameSite=Lax");
        HttpResponse<String> in =
                post("/sign-in", get("/sign-in"), Map.of("name", "fay", "password", RoomPages.PASSWORD));
        assertThat(in.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/meetings"));
        HttpResponse<String> meetings = get("/meetings");
        assertThat(meetings.body()).contains("Plan a meeting", "fay");
        HttpResponse<String> planned =
                post("/meetings", meetings, Map.of("title", "June", "day", "2026-06-04", "cadence", "monthly"));
        assertThat(planned.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/meetings/m"));
        assertThat(post("/sign-out", get("/meetings"), Map.of()).statusCode()).isEqualTo(302);
        assertThat(get("/meetings").statusCode()).isEqualTo(302);
    }

    @Test
    void aRefusalIsAPageWithoutStackTrace() throws Exception {
        post("/sign-in", get("/sign-in"), Map.of("name", "vera", "password", RoomPages.PASSWORD));
        HttpResponse<String> refused = get("/people");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("You may not open this").doesNotContain("Exception", "\tat ");
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(get("/promises/p99").statusCode()).isEqualTo(404);
    }

    @Test
    void theAddressOfFailuresIsNoPageOfItsOwn() throws Exception {
        HttpResponse<String> nothing = get("/error");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).contains("There is no such page").doesNotContain("Exception");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(at(path)).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    /** Sends a form with the token of the page it stood on. */
    private HttpResponse<String> post(String path, HttpResponse<String> page, Map<String, String> fields)
            throws Exception {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + URLEncoder.encode(token.group(1), UTF_8)
                + fields.entrySet().stream()
                        .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .sorted()
                        .collect(Collectors.joining());
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}

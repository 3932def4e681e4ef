package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.browser.Served;
import io.customerroom.room.people.ApiToken.Reach;
import io.customerroom.room.people.Role;
import io.customerroom.state.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs ask for what people see, and are answered as the description says. */
class ApiIT {

    private static final String PASSWORD = "a lantern over the pier";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Served served;
    private static String all;
    private static String walls;
    private static Described described;

    @BeforeAll
    static void open() throws Exception {
        served = Served.from(GoldenRoom.built(folder).workspace(), GoldenRoom.JULY);
        try (Requests ada = new Requests(served.address())) {
            ada.redeem(served.administratorLink(), "ada", PASSWORD);
            ada.signIn("ada", PASSWORD);
            ada.postFrom("/meetings", "/meetings", Map.of("title", "June", "day", "2025-07-02", "cadence", "monthly"));
            String meeting = "/meetings/m1";
            ada.freeze(meeting);
            ada.postFrom(
                    meeting,
                    meeting + "/promises",
                    Map.of(
                            "exhibit", "flow",
                            "figure", "",
                            "value", "2",
                            "unit", "customers",
                            "direction", "at-most",
                            "due", "2025-09-30",
                            "owner", "ada",
                            "words", "Call before they go"));
        }
        all = served.token("ada", Reach.ALL);
        walls = served.token("ada", Reach.WALLS);
        described = new Described(asked("/api/v1/openapi.json", "").body());
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @Test
    void everyAnswerIsAsTheDescriptionSays() throws Exception {
        assertThat(described.operations()).hasSize(14);
        for (Described.Operation operation : described.operations()) {
            HttpResponse<String> answer = asked(address(operation), all);
            assertThat(answer.statusCode())
                    .as(operation.path() + " " + answer.body())
                    .isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(described.faults(answer.body(), operation))
                    .as(operation.path())
                    .isEmpty();
            assertThat(answer.body()).as(operation.path()).doesNotContain("\"items\":[]");
        }
    }

    @Test
    void anAnswerThatIsNotAsDescribedIsFound() {
        Described.Operation promises = described.operations().stream()
                .filter(operation -> operation.name().equals("readPromise"))
                .findFirst()
                .orElseThrow();
        String promise = asked("/api/v1/promises/p1", all).body();
        assertThat(described.faults(promise, promises)).isEmpty();
        assertThat(described.faults(promise.replace("\"open\"", "\"ajar\""), promises))
                .hasSize(1);
        assertThat(described.faults(promise.replace("\"owner\":\"ada\",", ""), promises))
                .hasSize(1);
        assertThat(described.faults(promise.replace("\"moves\":0", "\"moves\":\"0\""), promises))
                .hasSize(1);
    }

    @Test
    void listsComeInPagesThatHoldEveryItemOnce() {
        List<Object> whole = items(asked("/api/v1/metrics?limit=1000", all).body());
        List<Object> paged = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            String body = asked("/api/v1/metrics?limit=7" + (cursor.isEmpty() ? "" : "&cursor=" + cursor), all)
                    .body();
            paged.addAll(items(body));
            cursor = (String) Json.readObject(body).get("next");
        }
        assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(50);
        assertThat(rows("/api/v1/metrics/customer-math/answer?period=2025-06&limit=1000"))
                .isEqualTo(pagedRows("/api/v1/metrics/customer-math/answer?period=2025-06&limit=5"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void anUnchangedAnswerIsNotSentTwice() throws Exception {
        HttpResponse<String> first = asked("/api/v1/walls/1?period=2025-06", all);
        String mark = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = CLIENT.send(
                request("/api/v1/walls/1?period=2025-06", all)
                        .header("If-None-Match", mark)
                        .build(),
                BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void theHeadOfAnAnswerComesWithoutTheAnswer() throws Exception {
        HttpResponse<String> whole = asked("/api/v1/promises", all);
        HttpResponse<String> head =
                CLIENT.send(request("/api/v1/promises", all).HEAD().build(), BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag"))
                .isEqualTo(whole.headers().firstValue("ETag"))
                .isPresent();
        HttpResponse<String> stranger =
                CLIENT.send(request("/api/v1/batches", walls).HEAD().build(), BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(403);
    }

    @Test
    void anAddressThatNamesNothingIsAProblemEvenToAProgramThatTakesPages() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                request("/api/v1/nothing", all).header("Accept", "text/html").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("ADDRESS_UNKNOWN");
    }

    @Test
    void aMethodThatAnAddressDoesNotAnswerIsToldWithThoseItDoes() {
        assertThat(wrong("POST", "/api/v1/walls/1", all)).isEqualTo("405 GET, HEAD");
        assertThat(wrong("DELETE", "/api/v1/meetings/m1", walls)).isEqualTo("405 GET, HEAD");
        assertThat(wrong("GET", "/api/v1/events/batch", all)).isEqualTo("405 POST");
        assertThat(wrong("DELETE", "/api/v1/batches", walls)).isEqualTo("403 ");
        assertThat(wrong("POST", "/api/v1/nothing", all)).isEqualTo("404 ");
        assertThat(wrong("POST", "/api/v1/walls/1", "")).isEqualTo("401 ");
        assertThat(wrong("POST", "/api/v1/nothing", "")).isEqualTo("401 ");
    }

    /** The status of a refusal that is a problem, and what the address answers. */
    private static String wrong(String method, String path, String token) {
        HttpResponse<String> answer = sent(
                request(path, token).method(method, BodyPublishers.noBody()).build());
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(path)
                .startsWith("application/problem+json");
        assertThat(described.faultsOfProblem(answer.body())).isEmpty();
        return answer.statusCode() + " " + answer.headers().firstValue("Allow").orElse("");
    }

    @Test
    void aWordThatAnAddressDoesNotTakeIsRefusedAndThoseItTakesAreNamed() {
        refused("/api/v1/walls/1?perod=2025-06", all, 400);
        assertThat(asked("/api/v1/walls/1?perod=2025-06", all).body())
                .contains("WORD_REFUSED", "'perod'", "period, grain, segment, site, through, known");
        refused("/api/v1/walls/1?period=2025-06&period=2025-05", all, 400);
        refused("/api/v1/walls/1?is.part=lost", all, 400);
        refused("/api/v1/me?x=1", all, 400);
        refused("/api/v1/openapi.json?x=1", "", 400);
        refused("/api/v1/metrics/customer-math/answer?is.nonsense=1", all, 400);
        refused("/api/v1/metrics/customer-math/answer?by=nonsense", all, 400);
        refused("/api/v1/batches?period=2025-06", all, 400);
        refused("/api/v1/batches?perod=2025-06", walls, 403);
        refused("/api/v1/batches?perod=2025-06", "", 401);
    }

    @Test
    void anAddressThatTheServerCannotReadIsAProblemWithEveryHeader() {
        for (String path : List.of("/api/v1/meetings/%00", "/api/v1/meetings/%2e%2e%2f")) {
            refused(path, all, 400);
            HttpHeaders headers = asked(path, all).headers();
            assertThat(headers.firstValue("Content-Security-Policy")).as(path).isPresent();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
        }
        HttpResponse<String> page = asked("/meetings/%00", "");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("cannot be read").doesNotContain("Tomcat");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void refusalsAreProblems() {
        refused("/api/v1/metrics/no-such-metric", all, 404);
        refused("/api/v1/promises/p99", all, 404);
        refused("/api/v1/batches?limit=0", all, 400);
        refused("/api/v1/batches?cursor=%21%21", all, 400);
        refused("/api/v1/walls/1?through=2099-01-01", all, 400);
        for (String nowhere :
                new String[] {"/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v1/walls/9", "/api/v2/walls/1"}) {
            refused(nowhere, all, 404);
        }
        refused("/api/v1/walls/1;x=1", all, 400);
        refused("/api/v1/walls/1", "", 401);
        refused("/api/v1/batches", walls, 403);
        refused("/api/v1/metrics/customer-math/rows", walls, 403);
    }

    @Test
    void theWallSaysToProgramsWhatItSaysToPeople() throws IOException {
        Map<String, @Nullable Object> wall =
                Json.readObject(asked("/api/v1/walls/1?period=2025-06", all).body());
        try (Requests vera = new Requests(served.address())) {
            vera.redeem(served.invite("vera", Role.VIEWER), "vera", PASSWORD);
            vera.signIn("vera", PASSWORD);
            assertThat(vera.get("/walls/1?period=2025-06").body()).contains("<h1>" + wall.get("sentence") + "</h1>");
        }
    }

    private static void refused(String path, String token, int status) {
        HttpResponse<String> answer = asked(path, token);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(described.faultsOfProblem(answer.body())).isEmpty();
    }

    private static String address(Described.Operation operation) {
        String path = operation.path();
        for (String name : operation.inPath()) {
            path = path.replace("{" + name + "}", operation.example().get(name));
        }
        boolean view = operation.example().containsKey("period");
        String question = view ? "?" + parameter("period", "2025-06") : "";
        if (operation.name().equals("listRows")) {
            question += "&" + parameter("is.part", "closing");
        }
        return path + question;
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static List<Object> pagedRows(String path) {
        List<Object> rows = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            String body = asked(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor), all)
                    .body();
            rows.addAll(list(Json.readObject(body).get("rows")));
            cursor = (String) Json.readObject(body).get("next");
        }
        return rows;
    }

    private static List<Object> rows(String path) {
        return list(Json.readObject(asked(path, all).body()).get("rows"));
    }

    private static List<Object> items(String body) {
        return list(Json.readObject(body).get("items"));
    }

    private static List<Object> list(@Nullable Object value) {
        return ((List<?>) Objects.requireNonNull(value))
                .stream().map(Object.class::cast).collect(Collectors.toList());
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(served.address() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> asked(String path, String token) {
        return sent(request(path, token).build());
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

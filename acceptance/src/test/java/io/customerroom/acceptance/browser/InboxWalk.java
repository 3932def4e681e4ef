package io.customerroom.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.customerroom.state.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What systems send by themselves: events with a token, one of them sent twice and one that is mended; and a folder whose file failed. */
record InboxWalk(Visitor dan, Looks looks, Served room, String token, Path workspace) {

    private static final String MAPPING = """
            fact: purchase
            source: web
            columns: {order: properties.order, line: {constant: "1"}, customer: userId, date: {from: timestamp, format: iso}, amount: properties.revenue}
            """;

    void goes() throws IOException, InterruptedException {
        dan.open("/data");
        dan.keys().follow(dan.link("Events"));
        assertThat(dan.page().locator("main")).containsText("The workspace does not say what events mean.");
        Files.createDirectories(workspace.resolve("mappings"));
        Files.writeString(workspace.resolve("mappings/web.yaml"), MAPPING);
        Files.writeString(
                workspace.resolve("events.yaml"), "rules:\n  - {type: track, event: Sold, mapping: web.yaml}\n");
        send(event("e1", "Sold", "12.5"), event("e2", "Sold", "\"a lot\""), event("e3", "Seen", "1"));
        send(event("e1", "Sold", "12.5"), "{\"messageId\": \"e4\"}");
        dan.open("/data/events");
        assertThat(dan.page().locator("h2").first()).containsText("2 wait for their import");
        for (String line : new String[] {"accepted", "duplicate", "passed-over", "refused"}) {
            assertThat(dan.page()
                            .locator("tr:has(th:text-is('%s')) td.number".formatted(line))
                            .first())
                    .hasText(line.equals("accepted") ? "2" : "1");
        }
        dan.keys().follow(dan.button("Import what waits now"));
        assertThat(dan.page().locator(".lead")).containsText("One batch came of what had arrived; 0 lots");
        dan.keys().follow(dan.link("To the events"));
        looks.at(dan, "events");
        dan.keys().follow(dan.page().locator("a[href$='/quarantine']"));
        dan.keys().type(dan.page().locator("input[value='a lot']"), "7.00");
        dan.keys().follow(dan.button("Import the mended rows"));
        assertThat(dan.page().locator("main")).containsText("1 rows read = 1 kept + 0 set aside again");
        aFolder();
        receipts();
        dan.sawNoFault();
    }

    /** What came from a database and as events has a receipt like any file, for programs too. */
    private void receipts() throws IOException, InterruptedException {
        List<?> all = (List<?>) Objects.requireNonNull(
                Json.readObject(asked("/api/v1/batches?limit=1000")).get("items"));
        for (String from : List.of("orders of postgres", "events")) {
            Map<?, ?> receipt = all.stream()
                    .map(it -> (Map<?, ?>) it)
                    .filter(it -> String.valueOf(it.get("file")).contains(from))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no receipt of " + from + ": " + all));
            assertThat(Json.readObject(asked("/api/v1/batches/" + receipt.get("id"))))
                    .isEqualTo(receipt)
                    .containsEntry("kind", "purchase")
                    .containsEntry("active", true);
            long aside = ((Map<?, ?>) Objects.requireNonNull(receipt.get("set_aside")))
                    .values().stream()
                            .mapToLong(it -> ((Number) Objects.requireNonNull(it)).longValue())
                            .sum();
            assertThat(((Number) Objects.requireNonNull(receipt.get("kept"))).longValue() + aside)
                    .isEqualTo(((Number) Objects.requireNonNull(receipt.get("read"))).longValue())
                    .isPositive();
        }
    }

    private String asked(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(room.address() + path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private void aFolder() throws IOException {
        dan.open("/data/folders");
        assertThat(dan.page().locator("main")).containsText("None is named yet");
        Path till = Files.createDirectories(workspace.resolve("till/failed")).getParent();
        Files.writeString(
                workspace.resolve("folders.yaml"),
                "folders:\n  - {folder: till, files: \"*.csv\", mapping: web.yaml}\n");
        Files.writeString(till.resolve("till-2.csv"), "order,amount\n");
        Files.writeString(till.resolve("failed/till-1.csv"), "order\n");
        Files.writeString(till.resolve("failed/till-1.csv.reason.txt"), "There is no column 'userId'.\n");
        dan.open("/data/folders");
        assertThat(dan.page().locator("tr", hasText("till-2.csv"))).containsText("is taken when it has come to rest");
        assertThat(dan.page().locator("tr", hasText("till-1.csv"))).containsText("There is no column 'userId'.");
        looks.at(dan, "folders");
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static String event(String id, String name, String revenue) {
        return """
                {"messageId": "%s", "type": "track", "event": "%s", "userId": "guest-1", "timestamp": "2026-04-20T10:00:00Z", "properties": {"order": "%s", "revenue": %s}}""".formatted(id, name, id, revenue);
    }

    private void send(String... events) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(room.address() + "/api/v1/events/batch"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"batch\": [" + String.join(",", events) + "]}"))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}

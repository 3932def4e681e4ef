package io.customerroom.acceptance.walls;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.browser.Served;
import io.customerroom.room.people.ApiToken.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of {@link ToldStory} in which files and events come in, rows are mended, ids are joined, and ledgers are made: what runs beside a page. */
final class ToldFiles {

    private static final String ORDERS = """
            fact: purchase\\nsource: told\\ncolumns: {order: o, line: {constant: "1"}, customer: c, date: d, amount: a, currency: {constant: EUR}}""";

    private static final String PEOPLE = """
            fact: customer\\nsource: told\\ncolumns: {customer: c, phone: p}""";

    private static final Pattern PAIR =
            Pattern.compile("name=\"one\" value=\"([^\"]+)\"[^<]*<input[^>]*name=\"other\" value=\"([^\"]+)\"");

    private final ToldChanges told;
    private final Served served;
    private final Requests ada;
    private final Path workspace;

    ToldFiles(ToldChanges told, Served served, Requests ada, Path workspace) {
        this.told = told;
        this.served = served;
        this.ada = ada;
        this.workspace = workspace;
    }

    void tell() {
        told.let("up", upload("purchase", "o,c,d,a\n1,anna,2025-06-01,10\n2,anna,2025-06-02,much\n"));
        told.happens("""
                ada | /data/uploads/{id}/keep | /data/uploads/${up}/keep | keep=told;yaml=%1$s | mapping-kept | nothing | version 1 |
                ada | /data/uploads/{id}/import | /data/uploads/${up}/import =batch | yaml=%1$s | batch-imported | nothing | rows in force: 1 |
                ada | /data/batches/{batch}/quarantine | /data/batches/${batch}/quarantine | cell-2-3=12 | batch-imported | nothing | rows in force: 1 | mended rows of ${batch}
                """.formatted(ORDERS));
        events();
        people();
        told.happens("ada | /data/build | | | build-chosen | *");
        told.happens("""
                lea | /definitions/proposals | =w | name=activity;counts=sale;lapse-days=70;segments=;owner=Lea;reason=they take longer;valid-from=2026-01-01;booking=after-lapse;contracts-count=true | definition-proposed | nothing | open, signatures: 0 |
                lea | /definitions/compute | | one=activity@1;other=${w};by=month | build-made | nothing | built |
                leo | /definitions/proposals/{id}/sign | /definitions/proposals/${w}/sign | | definition-signed | open, signatures: 0 | open, signatures: 1 |
                ada | /definitions/proposals/{id}/adopt | /definitions/proposals/${w}/adopt | | definition-adopted | open, signatures: 1 | adopted, signatures: 1 |
                """);
    }

    /** What a program sends with a token, and what becomes of it. */
    private void events() {
        write("mappings/web.yaml", """
                fact: purchase
                source: web
                columns: {order: properties.order, line: {constant: "1"}, customer: userId, date: {from: timestamp, format: iso}, amount: properties.revenue}
                """);
        write("events.yaml", "rules:\n  - {type: track, event: Sold, mapping: web.yaml}\n");
        try (Requests program = new Requests(
                served.address(), Map.of("Authorization", "Bearer " + served.token("ada", Reach.IMPORT)))) {
            told.pass();
            program.postJson("/api/v1/events/batch", """
                    {"batch": [{"messageId": "e1", "type": "track", "event": "Sold", "userId": "anna", "timestamp": "2025-06-20T10:00:00Z", "properties": {"order": "e1", "revenue": 12.5}}]}""");
            told.happened("/api/v1/events/batch", "events-received", "nothing", "events kept: 1");
        }
        told.happens("ada | /data/events/import | | | batch-imported | nothing | rows in force: 1 |");
    }

    /** Four people of whom two and two have one telephone: one pair is decided by hand, the other by a rule that is certain. */
    private void people() {
        write("identity.yaml", "rules:\n  - {same: phone, certain: yes}\n");
        told.let(
                "up",
                upload("customer", "c,p\nt1,+43 1 5550001\nt2,+43 1 5550001\nt3,+43 1 5550002\nt4,+43 1 5550002\n"));
        told.happens(
                "ada | /data/uploads/{id}/import | /data/uploads/${up}/import | yaml=%s | batch-imported | nothing | rows in force: 4 |"
                        .formatted(PEOPLE));
        Matcher pair = PAIR.matcher(ada.get("/data/identities").body());
        if (pair.find()) {
            told.let("one", pair.group(1));
            told.let("other", pair.group(2));
        }
        told.happens("""
                ada | /data/identities/decide | | one=${one};other=${other};decision=two | batch-imported | nothing | rows in force: 1 |
                ada | /data/identities/certain | | | batch-imported | nothing | rows in force: 1 |
                """);
    }

    private String upload(String kind, String text) {
        HttpResponse<String> answer =
                ada.upload("/account", "/data/upload", Map.of("kind", kind, "feed", ""), "told.csv", text);
        return answer.headers().firstValue("Location").orElse("").replaceFirst(".*/", "");
    }

    private void write(String name, String text) {
        try {
            Path file = workspace.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

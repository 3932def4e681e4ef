package io.customerroom.acceptance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.browser.Served;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The golden company's walls on paper: frozen ones stay as they were, whatever comes after. */
class PaperIT {

    private static final Pattern EVIDENCE = Pattern.compile("[0-9a-f]{64}");

    @TempDir
    Path folder;

    @Test
    void aFrozenWallOnPaperIsTheSameAfterLateDataAndANewDefinition() throws IOException {
        GoldenRoom room = GoldenRoom.built(folder);
        byte[] served;
        String evidence;
        try (Served server = Served.from(room.workspace(), GoldenRoom.JULY);
                Requests ada = new Requests(server.address())) {
            ada.redeem(server.administratorLink(), "ada", "a lantern over the pier");
            ada.signIn("ada", "a lantern over the pier");
            ada.postFrom("/meetings", "/meetings", Map.of("title", "July", "day", "2025-07-02", "cadence", "monthly"));
            HttpResponse<String> early = ada.get("/meetings/m1/wall-1.pdf");
            assertThat(early.body()).contains("MEETING_NOT_FROZEN");
            ada.freeze("/meetings/m1");
            HttpResponse<String> table = ada.get("/meetings/m1/flow.csv");
            assertThat(table.headers().firstValue("Content-Disposition"))
                    .hasValue("attachment; filename=\"m1-wall-1-flow-2025-06-known-2025-07-02.csv\"");
            assertThat(table.body()).contains("2025-06,");
            assertThat(ada.get("/meetings/m1/wall-1.pdf").headers().firstValue("Content-Type"))
                    .hasValue("application/pdf");
            served = exported(room, "wall-1", "first.pdf");
            evidence = evidence(text(exported(room, "room", "pack.pdf")));
        }
        String wall = text(served);
        assertThat(wall)
                .contains("Golden Bicycles · Wall 1: Outcome", "1 fewer customer: 1 came, 2 left")
                .contains("frozen in “July” of 2025-07-02 · evidence " + evidence.substring(0, 16));

        room.importLate(
                "late.csv",
                "purchase",
                List.of("order,line,customer,date,product,amount", "L1,1,petra,2025-06-10,bell,10"));
        Files.writeString(room.workspace().resolve("definitions/activity-2.yaml"), """
                name: activity
                version: 2
                owner: chief customer officer
                reason: They come back sooner than we thought.
                valid-from: 2020-01-01
                lapse-days: 30
                """);
        room.run("build", "--dir", "room");

        byte[] again = exported(room, "wall-1", "second.pdf");
        assertThat(text(again)).isEqualTo(wall);
        assertThat(again).isEqualTo(served);
        String pack = text(exported(room, "room", "second-pack.pdf"));
        assertThat(evidence(pack)).isEqualTo(evidence);
        assertThat(pack)
                .isEqualTo(text(Files.readAllBytes(folder.resolve("pack.pdf"))))
                .contains("activity@1", "lapse-days: 90")
                .doesNotContain("activity@2");

        room.run("export", "wall-1", "--dir", "room", "--format", "pdf", "--period", "2025-06", "--out", "live.pdf");
        assertThat(text(Files.readAllBytes(folder.resolve("live.pdf"))))
                .contains("activity@2")
                .doesNotContain("frozen in");
    }

    private byte[] exported(GoldenRoom room, String what, String file) throws IOException {
        room.run("export", what, "--meeting", "m1", "--dir", "room", "--format", "pdf", "--out", file);
        return Files.readAllBytes(folder.resolve(file));
    }

    private static String evidence(String pack) {
        Matcher hash = EVIDENCE.matcher(pack.substring(pack.indexOf("Evidence (SHA-256)")));
        assertThat(hash.find()).isTrue();
        return hash.group();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

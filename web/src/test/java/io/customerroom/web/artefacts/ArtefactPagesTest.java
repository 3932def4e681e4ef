package io.customerroom.web.artefacts;

import static io.customerroom.web.security.RoomPages.form;
import static io.customerroom.web.security.RoomPages.page;
import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.Room;
import io.customerroom.room.artefacts.Artefact;
import io.customerroom.room.artefacts.Consent;
import io.customerroom.room.artefacts.Draft;
import io.customerroom.room.artefacts.Kind;
import io.customerroom.room.artefacts.Reach;
import io.customerroom.room.artefacts.Subject;
import io.customerroom.room.displays.Display;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.web.paper.PaperCard;
import io.customerroom.web.security.RoomPages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

@SpringBootTest(classes = RoomPages.class)
@AutoConfigureMockMvc
class ArtefactPagesTest {

    private static final Authorship FAY = new Authorship("fay", "web", "", "r1");

    @Autowired
    MockMvc pages;

    @Autowired
    Room room;

    @Autowired
    Hanging hanging;

    @Autowired
    ExhibitSource walls;

    @BeforeEach
    void people() {
        RoomPages.people(room);
    }

    @Test
    void aPhotographIsHungLookedAtAndTakenDown() throws Exception {
        MockHttpSession leo = signedIn(pages, "leo");
        MockHttpSession vera = signedIn(pages, "vera");
        String page = sent(leo, "../../evil.html", "text/html", picture(), "photograph", "A dented parcel", "print")
                .getRedirectedUrl();
        assertThat(page).matches("/artefacts/f\\d+");

        assertThat(page(pages, vera, page))
                .contains("<h1>A dented parcel</h1>")
                .contains("alt=\"a parcel with a dent\"")
                .contains("May be printed")
                .doesNotContain("evil")
                .doesNotContain("Take it down");
        MockHttpServletResponse picture = answer(vera, page + "/file");
        assertThat(picture.getContentType()).isEqualTo("image/png");
        assertThat(picture.getHeader("Content-Disposition"))
                .startsWith("inline; filename=\"f")
                .endsWith(".png\"");
        assertThat(picture.getHeaders("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'; sandbox");
        assertThat(picture.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(picture.getHeaders("Cache-Control")).containsExactly("no-store");
        assertThat(answer(vera, page + "/small").getContentType()).isEqualTo("image/jpeg");

        assertThat(pages.perform(form(leo, page + "/withdraw").param("reason", "call of 4 June"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(page);
        assertThat(page(pages, vera, page))
                .contains("Photograph, withdrawn on 4 Jun 2026")
                .doesNotContain("dent");
        assertThat(answer(leo, page + "/file").getStatus()).isEqualTo(404);
        assertThat(answer(leo, page + "/small").getStatus()).isEqualTo(404);
    }

    @Test
    void whatIsTypedStaysTextWhereverItHangs() throws Exception {
        Artefact hung = hang("<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", Reach.ROOM);
        MockHttpSession vera = signedIn(pages, "vera");
        for (String path : List.of("/artefacts", "/artefacts/" + hung.id())) {
            assertThat(page(pages, vera, path))
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x");
        }
    }

    @Test
    void onlyThoseWhoHangArtefactsSeeWhatIsStillAskedFor() throws Exception {
        Artefact asked = hang("Not answered yet", "They were never told.", Reach.ASKED);
        String page = "/artefacts/" + asked.id();
        MockHttpSession vera = signedIn(pages, "vera");
        assertThat(answer(vera, page).getStatus()).isEqualTo(404);
        assertThat(page(pages, vera, "/artefacts")).doesNotContain("Not answered yet");
        assertThat(page(pages, signedIn(pages, "dan"), page)).contains("only those who hang artefacts see it");
        assertThat(hanging.wall(3, java.util.Set.of()))
                .flatExtracting(Strip::cards)
                .extracting(ArtefactCard::title)
                .doesNotContain("Not answered yet");
    }

    @Test
    void aRefusedFileLeavesWhatWasTyped() throws Exception {
        MockHttpServletResponse refused = sent(
                signedIn(pages, "leo"),
                "photo.png",
                "image/png",
                "<html><script>alert(1)</script></html>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "photograph",
                "A title to keep",
                "room");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString())
                .contains("The file is a web page or a drawing that can hold scripts")
                .contains("Take a screenshot of it")
                .contains("value=\"A title to keep\"")
                .contains("Choose the file once more.");
    }

    @Test
    void aDisplayThatWasLetInShowsSmallPicturesAndNoOther() throws Exception {
        String picture = sent(signedIn(pages, "leo"), "x", "", picture(), "screenshot", "On the screen", "room")
                .getRedirectedUrl();
        Display.Issued display = room.displays().issue(new Authorship("ada", "web", "", "r1"), "lobby");
        String base = display.path() + picture;
        assertThat(pages.perform(get(base)).andReturn().getResponse().getContentType())
                .isEqualTo("image/jpeg");
        assertThat(pages.perform(get(base + "/file")).andReturn().getResponse().getStatus())
                .isEqualTo(302);
        room.displays()
                .revoke(
                        new Authorship("ada", "web", "", "r1"),
                        display.display().id());
        assertThat(pages.perform(get(base)).andReturn().getResponse().getStatus())
                .isEqualTo(404);
    }

    @Test
    void whoMayHangWithdrawAndErase() throws Exception {
        Artefact hung = hang("Rights", "Who may what?", Reach.ROOM);
        MockHttpSession vera = signedIn(pages, "vera");
        MockHttpSession leo = signedIn(pages, "leo");
        assertThat(answer(vera, "/artefacts/new").getStatus()).isEqualTo(403);
        assertThat(sent(vera, "x.txt", "text/plain", new byte[] {65}, "letter", "x", "room")
                        .getStatus())
                .isEqualTo(403);
        assertThat(status(vera, "/artefacts/" + hung.id() + "/withdraw")).isEqualTo(403);
        assertThat(status(vera, "/artefacts/" + hung.id() + "/consent")).isEqualTo(403);
        assertThat(answer(leo, "/artefacts/new").getStatus()).isEqualTo(200);
        assertThat(answer(signedIn(pages, "dan"), "/artefacts/new").getStatus()).isEqualTo(200);
        assertThat(status(leo, "/artefacts/" + hung.id() + "/erase")).isEqualTo(403);
        assertThat(status(signedIn(pages, "fay"), "/artefacts/" + hung.id() + "/erase"))
                .isEqualTo(302);
        assertThat(page(pages, vera, "/artefacts/" + hung.id()))
                .contains("Quote, erased on 4 Jun 2026")
                .doesNotContain("Who may what?");
    }

    @Test
    void aFrozenMeetingSaysInWordsWhatWasTakenDownSince() throws Exception {
        Artefact first = hang("First", "Nobody told me.", Reach.PRINT);
        Artefact second = hang("Second", "It was wet.", Reach.PRINT);
        String meeting = room.meetings()
                .plan(FAY, "With artefacts", LocalDate.of(2026, 6, 4), Cadence.ONCE)
                .id();
        room.meetings().freeze(FAY, meeting, walls);
        room.artefacts().withdraw(new Authorship("fay", "web", "asked to", "r1"), second.id());

        assertThat(page(pages, signedIn(pages, "vera"), "/meetings/" + meeting))
                .contains("Nobody told me.")
                .contains("/artefacts/" + first.id())
                .contains("Quote, withdrawn on 4 Jun 2026")
                .doesNotContain("It was wet.");
        assertThat(hanging.paper(meeting, 3, java.util.Set.of()))
                .extracting(PaperCard::title)
                .contains("First", "Quote, withdrawn on 4 Jun 2026")
                .doesNotContain("Second");
    }

    @Test
    void onlyWhatMayBePrintedStandsOnPaper() {
        hang("Printable", "Print me.", Reach.PRINT);
        hang("Inside", "Do not print me.", Reach.ROOM);
        assertThat(hanging.paper(3, java.util.Set.of()))
                .extracting(PaperCard::title)
                .contains("Printable")
                .doesNotContain("Inside");
    }

    private Artefact hang(String title, String words, Reach reach) {
        return room.artefacts()
                .hang(
                        FAY,
                        new Draft(
                                Kind.QUOTE,
                                title,
                                words,
                                "",
                                Optional.empty(),
                                Subject.of("contact", "delivery"),
                                Optional.empty(),
                                new Consent.Given(reach, "the customer", Optional.of(LocalDate.of(2026, 6, 1))),
                                Optional.empty(),
                                Draft.Redaction.NONE));
    }

    private MockHttpServletResponse sent(
            MockHttpSession who, String name, String type, byte[] file, String kind, String title, String reach)
            throws Exception {
        MockMultipartHttpServletRequestBuilder request =
                multipart("/artefacts").file(new MockMultipartFile("file", name, type, file));
        return pages.perform(request.param("about", "contact")
                        .param("name", "delivery")
                        .param("kind", kind)
                        .param("title", title)
                        .param("words", "a parcel with a dent")
                        .param("reach", reach)
                        .param("giver", "the customer")
                        .param("given", "2026-06-01")
                        .session(who)
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse answer(MockHttpSession who, String path) throws Exception {
        return pages.perform(get(path).session(who)).andReturn().getResponse();
    }

    private int status(MockHttpSession who, String path) throws Exception {
        return pages.perform(form(who, path).param("reason", "a test").param("reach", "free"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}

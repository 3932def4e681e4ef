package io.customerroom.web.people;

import static io.customerroom.web.security.RoomPages.form;
import static io.customerroom.web.security.RoomPages.page;
import static io.customerroom.web.security.RoomPages.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.customerroom.room.Room;
import io.customerroom.room.people.Role;
import io.customerroom.web.security.RoomPages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@SpringBootTest(classes = RoomPages.class, properties = "pages=people")
@AutoConfigureMockMvc
class PeoplePagesTest {

    private static final Pattern LINK = Pattern.compile("http://localhost(/welcome/[A-Za-z0-9_-]{43})");

    @Autowired
    MockMvc pages;

    @Autowired
    Room room;

    private MockHttpSession ada;

    @BeforeEach
    void people() throws Exception {
        RoomPages.people(room);
        ada = signedIn(pages, "ada");
    }

    @Test
    void anInvitationShowsItsLinkOnce() throws Exception {
        pages.perform(form(ada, "/people")
                        .param("name", "Uma")
                        .param("displayName", "Uma Umbrella")
                        .param("role", "leader"))
                .andExpect(redirectedUrl("/people"));
        String shown = page(pages, ada, "/people");
        Matcher link = LINK.matcher(shown);
        assertThat(link.find()).isTrue();
        assertThat(room.people().link(link.group(1).substring("/welcome/".length())))
                .isPresent();
        assertThat(page(pages, ada, "/people"))
                .contains("Uma Umbrella", "link not used yet")
                .doesNotContainPattern(LINK);
        assertThat(room.people().find("uma").orElseThrow().role()).isEqualTo(Role.LEADER);
    }

    @Test
    void aTakenNameIsToldAndKeepsWhatWasTyped() throws Exception {
        String refused = pages.perform(form(ada, "/people")
                        .param("name", "vera")
                        .param("displayName", "Another Vera")
                        .param("role", "leader"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("The name &#39;vera&#39; is taken.", "value=\"Another Vera\"");
    }

    @Test
    void aClosedAccountStaysWithItsReason() throws Exception {
        pages.perform(form(ada, "/people/vera/closure").param("reason", "left the company"))
                .andExpect(redirectedUrl("/people"));
        assertThat(page(pages, ada, "/people")).contains("left the company");
        pages.perform(form(ada, "/people/leo/closure").param("reason", " ")).andExpect(status().isBadRequest());
        assertThat(room.people().find("leo").orElseThrow().closed()).isFalse();
    }

    @Test
    void theLastAdministratorCannotLeave() throws Exception {
        pages.perform(form(ada, "/people/ada/role").param("role", "viewer")).andExpect(status().isBadRequest());
        pages.perform(form(ada, "/people/fay/role").param("role", "administrator"))
                .andExpect(redirectedUrl("/people"));
        assertThat(room.people().find("fay").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void aResetShowsANewLink() throws Exception {
        MvcResult reset = pages.perform(form(ada, "/people/dan/link"))
                .andExpect(redirectedUrl("/people"))
                .andReturn();
        assertThat(String.valueOf(reset.getFlashMap().get("address"))).matches(LINK);
        assertThat(room.people().find("dan").orElseThrow().passwordSet()).isFalse();
    }
}

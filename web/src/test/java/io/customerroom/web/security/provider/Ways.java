package io.customerroom.web.security.provider;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.util.Objects;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The ways of a browser between the room and its provider. */
record Ways(MockMvc pages, OpenIdServer server) {

    /** Where the room sends the browser. */
    String begin(MockHttpSession session, String path) throws Exception {
        return Objects.requireNonNull(
                pages.perform(get(path).session(session))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl(),
                path);
    }

    /** There and back. */
    MvcResult through(MockHttpSession session, String person, String path) throws Exception {
        return answer(session, server.sendsOn(begin(session, path), person));
    }

    MvcResult answer(MockHttpSession session, String back) throws Exception {
        return pages.perform(get(URI.create(back)).session(session)).andReturn();
    }

    static MockHttpSession session(MvcResult answered) {
        return (MockHttpSession) Objects.requireNonNull(answered.getRequest().getSession(false));
    }
}

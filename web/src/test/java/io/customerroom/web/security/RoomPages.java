package io.customerroom.web.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Room;
import io.customerroom.room.evidence.ExhibitSource;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.Reading;
import io.customerroom.room.people.OneTimeLink;
import io.customerroom.room.people.Passwords;
import io.customerroom.room.people.Role;
import io.customerroom.state.StateStore;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.api.MeController;
import io.customerroom.web.customers.RowsForReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.FileSystemUtils;

/** The pages of security, people, forum and trail over a real store, with walls of one exhibit. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan({
    "io.customerroom.web.security",
    "io.customerroom.web.artefacts",
    "io.customerroom.web.people",
    "io.customerroom.web.work",
    "io.customerroom.web.files",
    "io.customerroom.web.forum",
    "io.customerroom.web.trail",
    "io.customerroom.web.frame"
})
@Import({RowsForReader.class, MeController.class})
public class RoomPages {

    public static final String PASSWORD = "a longer sentence";
    private static final Instant NOW = Instant.parse("2026-06-04T08:00:00Z");

    /** Goes with the context. */
    record Folder(Path path) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(path);
        }
    }

    @Bean
    Folder folder() throws IOException {
        return new Folder(Files.createTempDirectory("room-pages"));
    }

    @Bean
    Workspace workspace(Folder folder) {
        return new Workspace(folder.path());
    }

    /** What happens first where the walls are read; a test may keep them waiting or let them fail. */
    public static volatile Runnable beforeWallsAreRead = () -> {};

    /** How much later it is than the day of the tests; who moves it moves it back. */
    public static volatile Duration later = Duration.ZERO;

    @Bean
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return NOW.plus(later);
            }
        };
    }

    @Bean
    StateStore store(Workspace workspace, Clock clock) {
        return StateStore.open(workspace.state(), clock, List.of(Room.MIGRATIONS));
    }

    @Bean
    Passwords passwords() {
        return Passwords.cheap();
    }

    @Bean
    CompanyFace companyFace() {
        return new CompanyFace("Golden Company", CompanyCalendar.utc(), Currency.getInstance("EUR"));
    }

    @Bean
    LedgerStatus ledgerStatus() {
        return Optional::empty;
    }

    @Bean
    ExhibitSource walls() {
        return () -> {
            beforeWallsAreRead.run();
            return List.of(
                    new ExhibitSource.Hung(flow(), csv -> csv.append("customer\nc1\n")),
                    new ExhibitSource.Hung(cohorts(), csv -> csv.append("customer\nc1\n")));
        };
    }

    /** Hangs in a chapter behind the wall. */
    private static Reading cohorts() {
        ExhibitView view = new ExhibitView(
                "Half of them are still here",
                "Share active",
                List.of(),
                List.of(
                        new ExhibitView.Column("cohort", "Came in", ExhibitView.Kind.KEY, ""),
                        new ExhibitView.Column("active", "Share active", ExhibitView.Kind.FIGURE, "%")),
                List.of(List.of("2026-01", "50")),
                "",
                List.of(),
                List.of(),
                new ExhibitView.Surroundings(
                        "New customers stay.",
                        List.of(),
                        "",
                        "",
                        "cohorts@1",
                        new ExhibitView.Layer("cohorts", "Do new customers stay?")));
        return reading("cohort-activity", "Cohort activity", "cohorts", view);
    }

    private static Reading flow() {
        ExhibitView view = new ExhibitView(
                "More customers <left> than came back",
                "Customers per month",
                List.of(new ExhibitView.Tile("net", "Net", "-11", "−11", "30 in, 41 out")),
                List.of(
                        new ExhibitView.Column("period", "Period", ExhibitView.Kind.KEY, ""),
                        new ExhibitView.Column("lost", "Lost", ExhibitView.Kind.FIGURE, "customers")),
                List.of(List.of("2026-05", "1041")),
                "{\"svg\":\"<svg role=\\\"img\\\"></svg>\"}",
                List.of("Two sites report late."));
        return reading("customer-flow", "Customer flow", "customer-math", view);
    }

    private static Reading reading(String exhibit, String title, String metric, ExhibitView view) {
        return new Reading(
                exhibit,
                title,
                1,
                metric,
                "2026-05",
                view,
                Optional.empty(),
                new Clocks(LocalDate.of(2026, 5, 31), NOW),
                "d1",
                List.of("b1"),
                "q1");
    }

    /** Ada, Fay, Leo, Vera and Dan, once per context: administrator, facilitator, leader, viewer and data admin. */
    public static void people(Room room) {
        if (room.people().administered()) {
            return;
        }
        Authorship cli = new Authorship("command line", "cli", "", "r1");
        OneTimeLink.Issued first = room.people().administratorLink(cli);
        room.people().redeem(cli, first.token(), "ada", "Ada Admin", PASSWORD);
        invite(room, cli, "fay", Role.FACILITATOR);
        invite(room, cli, "leo", Role.LEADER);
        invite(room, cli, "vera", Role.VIEWER);
        invite(room, cli, "dan", Role.DATA_ADMIN);
    }

    private static void invite(Room room, Authorship cli, String name, Role role) {
        OneTimeLink.Issued link = room.people().invite(cli, name, name, role);
        room.people().redeem(cli, link.token(), "", "", PASSWORD);
    }

    /** Signs in through the form and answers the session. */
    public static MockHttpSession signedIn(MockMvc pages, String name) throws Exception {
        MvcResult result = pages.perform(post("/sign-in")
                        .param("name", name)
                        .param("password", PASSWORD)
                        .with(csrf()))
                .andReturn();
        if (result.getRequest().getSession(false) instanceof MockHttpSession session
                && "/".equals(result.getResponse().getRedirectedUrl())) {
            return session;
        }
        throw new AssertionError(
                "could not sign in, sent to " + result.getResponse().getRedirectedUrl());
    }

    /** The text of a page. */
    public static String page(MockMvc pages, MockHttpSession session, String path) throws Exception {
        return pages.perform(get(path).session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** A form sent with its token. */
    public static MockHttpServletRequestBuilder form(MockHttpSession session, String path) {
        return post(path).session(session).with(csrf());
    }
}

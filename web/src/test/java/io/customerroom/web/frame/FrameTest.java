package io.customerroom.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.people.Role;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus.Shown;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.tour.Tour;
import jakarta.servlet.http.Cookie;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

class FrameTest {

    private static final CompanyFace KATHMANDU = new CompanyFace(
            "Golden Company",
            new CompanyCalendar(ZoneId.of("Asia/Kathmandu"), Month.JULY, DayOfWeek.SUNDAY),
            Currency.getInstance("NPR"));

    private static final ObjectProvider<Tour> NO_TOUR = new StaticListableBeanFactory().getBeanProvider(Tour.class);

    private final Frames frames = new Frames(
            KATHMANDU,
            () -> Optional.of(new Shown(
                    "b1",
                    new Clocks(LocalDate.of(2026, 3, 31), Instant.parse("2026-04-01T20:00:00Z")),
                    Instant.parse("2026-04-01T20:15:00Z"),
                    "active@1",
                    List.of("b1"))),
            NO_TOUR);

    @Test
    void bothClocksAndFreshnessStandInTheCompanysZone() {
        assertThat(frames.of(vera("/walls/1")).clocks())
                .isEqualTo("Through 31 Mar 2026 · known 2 Apr 2026 01:45 · built 2 Apr 2026 02:00 (Asia/Kathmandu)");
    }

    @Test
    void aRoomWithoutALedgerSaysSo() {
        Frames empty = new Frames(KATHMANDU, Optional::empty, NO_TOUR);
        assertThat(empty.of(vera("/")).clocks()).isEqualTo("No ledger has been built yet");
    }

    @Test
    void whoHasNotSignedInLearnsNeitherTheCompanyNorItsClocks() {
        Frame outside = frames.of(new MockHttpServletRequest("GET", "/sign-in"));
        assertThat(outside.company()).isEqualTo("Customer Room");
        assertThat(outside.clocks()).isEmpty();
        assertThat(outside.navigation()).isEmpty();
    }

    @Test
    void navigationShowsWhatTheRoleReachesAndWhereWeAre() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/walls/2");
        request.setUserPrincipal(new SignedIn(
                        "vera", "Vera", Role.VIEWER, Role.VIEWER.rights(), RowScope.everything(), 1, Optional.empty())
                .authentication());
        assertThat(frames.of(request).navigation())
                .extracting(Frame.Link::label)
                .containsExactly(
                        "Wall 1 Outcome",
                        "Wall 2 Issues",
                        "Wall 3 Operations",
                        "Meetings",
                        "Promises",
                        "Decisions",
                        "VIPs",
                        "Programmes",
                        "Definitions",
                        "Metrics");
        assertThat(frames.of(request).navigation())
                .filteredOn(Frame.Link::current)
                .extracting(Frame.Link::path)
                .containsExactly("/walls/2");
    }

    @Test
    void nobodySignedInSeesNoNavigation() {
        assertThat(frames.of(new MockHttpServletRequest("GET", "/sign-in")).navigation())
                .isEmpty();
    }

    @Test
    void theSwitchComesBackToTheSameViewAndRemembersTheTheme() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/walls/1");
        request.setQueryString("period=2026-03");
        request.setCookies(new Cookie("theme", "dark"));
        assertThat(frames.of(request).here()).isEqualTo("/walls/1?period=2026-03");
        assertThat(frames.of(request).theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void theThemeIsKeptUnderTheNameOfItsHostByHttps() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/theme");
        ThemeController themes = new ThemeController();
        assertThat(themes.choose("dark", "/", request).getHeaders().getFirst("Set-Cookie"))
                .startsWith("theme=dark;")
                .doesNotContain("Secure");
        request.setSecure(true);
        assertThat(themes.choose("dark", "/", request).getHeaders().getFirst("Set-Cookie"))
                .startsWith("__Host-theme=dark; Path=/;")
                .contains("Secure", "HttpOnly", "SameSite=Lax");
        request.setCookies(new Cookie("theme", "light"), new Cookie("__Host-theme", "dark"));
        assertThat(frames.of(request).theme()).isEqualTo(Theme.DARK);
    }

    @ParameterizedTest
    @CsvSource({
        "/walls/1?period=2026-03, /walls/1?period=2026-03",
        "//elsewhere.example, /",
        "https://elsewhere.example, /",
        "/\\elsewhere.example, /"
    })
    void theThemeSwitchNeverLeavesTheRoom(String back, String location) {
        assertThat(ThemeController.local(back)).isEqualTo(location);
    }

    @Test
    void failuresKeepTheirKindAsAStatus() {
        assertThat(FailurePages.status(Failure.yours("PERIOD_UNKNOWN", "No such period.", "Name another.")))
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(FailurePages.status(Failure.yours("FILE_TRUNCATED", "The file ends early.", "Send it again.")))
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(FailurePages.status(Failure.resources("QUERY_TIMEOUT", "Too slow.", "Ask for less.")))
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static MockHttpServletRequest vera(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setUserPrincipal(() -> "vera");
        return request;
    }
}

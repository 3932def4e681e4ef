package io.customerroom.web.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.state.StateStore;
import io.customerroom.state.Trail;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.servlet.View;

class PrintedWallsTest {

    private static final Authorship ANA = new Authorship("ana", "web", "", "r1");
    private static final WallQuery OCTOBER = WallAddress.read(
            Map.of(),
            CompanyCalendar.utc(),
            new Clocks(LocalDate.of(2026, 11, 17), Instant.parse("2026-11-18T06:00:00Z")));
    private static final PrintedWalls.Asked WALL_ONE = new PrintedWalls.Asked("build-1", 1, OCTOBER, Map.of());

    @TempDir
    private Path folder;

    private final AtomicInteger printings = new AtomicInteger();
    private StateStore store;
    private PrintedWalls walls;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-18T07:00:00Z"), ZoneOffset.UTC);
        store = StateStore.open(folder.resolve("room.db"), clock, List.of());
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("trail", store.trail(), "clock", clock));
        walls = new PrintedWalls(
                new CompanyFace("Golden Company", CompanyCalendar.utc(), Currency.getInstance("GBP")),
                beans.getBeanProvider(Trail.class),
                beans.getBeanProvider(Clock.class));
        signIn("ROLE_VIEWER");
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        store.close();
    }

    @Test
    void theSecondReaderGetsThePrintWithATokenOfTheirOwn() {
        assertThat(article(WALL_ONE, "t1")).isEqualTo("printed with t1");
        assertThat(article(WALL_ONE, "t2")).isEqualTo("printed with t2");
        assertThat(printings).hasValue(1);
    }

    @Test
    void anotherAddressAnotherBuildAndAnotherRoleAreOtherPrints() {
        article(WALL_ONE, "t");
        article(new PrintedWalls.Asked("build-1", 2, OCTOBER, Map.of()), "t");
        article(new PrintedWalls.Asked("build-2", 1, OCTOBER, Map.of()), "t");
        article(new PrintedWalls.Asked("build-1", 1, OCTOBER, Map.of("tour", "3")), "t");
        signIn("ROLE_ADMINISTRATOR");
        article(WALL_ONE, "t");
        assertThat(printings).hasValue(5);
    }

    @Test
    void aWriteIsSeenByTheNextReaderAndASignInCostsNothing() {
        article(WALL_ONE, "t");
        write("signed-in");
        article(WALL_ONE, "t");
        assertThat(printings).hasValue(1);
        write("walls-frozen");
        article(WALL_ONE, "t");
        assertThat(printings).hasValue(2);
    }

    @Test
    void wordLeftForOneReaderIsPrintedForThatReaderAlone() {
        article(WALL_ONE, "t");
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute("org.springframework.web.servlet.DispatcherServlet.INPUT_FLASH_MAP", Map.of("done", "x"));
        assertThat(walls.article(WALL_ONE, reader(request, "t"), Map::of)).isEqualTo("printed with t");
        assertThat(printings).hasValue(2);
    }

    @Test
    void whatFailsIsNotKept() {
        Supplier<Map<String, ?>> broken = () -> {
            throw new IllegalStateException("no numbers");
        };
        assertThatThrownBy(() -> walls.article(WALL_ONE, reader(new MockHttpServletRequest(), "t"), broken))
                .hasMessage("no numbers");
        assertThat(article(WALL_ONE, "t")).isEqualTo("printed with t");
    }

    private String article(PrintedWalls.Asked asked, String token) {
        return walls.article(asked, reader(new MockHttpServletRequest(), token), Map::of);
    }

    /** The page holds one form, with the token of whoever it was printed for. */
    private WallReader reader(MockHttpServletRequest request, String token) {
        request.setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", token));
        View view = (model, asked, response) -> {
            printings.incrementAndGet();
            response.getWriter().write("printed with " + token);
        };
        return new WallReader((String name, Locale locale) -> view, request, new MockHttpServletResponse());
    }

    private void write(String event) {
        store.write(ANA, writing -> {
            writing.record(event, "subject", Map.of());
            return Optional.empty();
        });
    }

    private static void signIn(String role) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("vera", "", role));
    }
}

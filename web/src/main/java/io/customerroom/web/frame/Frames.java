package io.customerroom.web.frame;

import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.tour.Tour;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Builds the frame of the page being rendered. The layout asks this bean itself, so that error pages have a frame as well. */
@Component("frames")
public final class Frames {

    /** Under which name a request keeps the ledger it looks back to. */
    public static final String PAST = "io.customerroom.past";

    /** What stands in the header for those who have not signed in: whose room it is, and how old its data are, is not for them. */
    private static final String PRODUCT = "Customer Room";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final CompanyFace company;
    private final LedgerStatus status;

    private final ObjectProvider<Tour> tour;

    Frames(CompanyFace company, LedgerStatus status, ObjectProvider<Tour> tour) {
        this.company = company;
        this.status = status;
        this.tour = tour;
    }

    public Frame now() {
        ServletRequestAttributes attributes =
                (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return of(attributes.getRequest());
    }

    Frame of(HttpServletRequest request) {
        String path = request.getRequestURI();
        String here = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        String user = Optional.ofNullable(request.getUserPrincipal())
                .map(Principal::getName)
                .orElse("");
        if (user.isEmpty()) {
            return new Frame(PRODUCT, List.of(), "", theme(request), user, here);
        }
        return new Frame(company.name(), navigation(request, path), clocks(request), theme(request), user, here);
    }

    private List<Frame.Link> navigation(HttpServletRequest request, String path) {
        Optional<SignedIn> who =
                SignedIn.behind(request.getUserPrincipal() instanceof Authentication known ? known : null);
        return Arrays.stream(Place.values())
                .filter(place -> place != Place.TOUR || tour.stream().findAny().isPresent())
                .filter(place ->
                        who.filter(it -> it.mayAsk("GET", place.path())).isPresent())
                .map(place -> place.link(path))
                .toList();
    }

    /** Clocks and freshness of the ledger shown now, for a page that stands without the frame. */
    public String ledger() {
        return status.shown().map(this::words).orElse("No ledger has been built yet");
    }

    private String clocks(HttpServletRequest request) {
        if (request.getAttribute(PAST) instanceof LedgerStatus.Shown past) {
            return Frame.LOOKING_BACK + words(past);
        }
        return status.shown().map(this::words).orElse("No ledger has been built yet");
    }

    private String words(LedgerStatus.Shown shown) {
        ZoneId zone = company.calendar().zone();
        return "Through %s · known %s · built %s (%s)"
                .formatted(
                        DAY.format(shown.clocks().through()),
                        MINUTE.format(shown.clocks().known().atZone(zone)),
                        MINUTE.format(shown.builtAt().atZone(zone)),
                        zone.getId());
    }

    private static Theme theme(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(Theme.cookie(request.isSecure())))
                .map(cookie -> Theme.of(cookie.getValue()))
                .findFirst()
                .orElse(Theme.AUTO);
    }
}

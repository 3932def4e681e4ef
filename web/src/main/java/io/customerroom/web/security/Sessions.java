package io.customerroom.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The sessions of this server, so that people see where they are signed in, and end one. A session is over a day after it began, however busy it is. */
@Component
public final class Sessions {

    static final Duration LONGEST = Duration.ofHours(24);

    /** How long a proof of who somebody is stands for what would help a thief of the session: signing in, or proving it again. */
    public static final Duration CONFIRMED_FOR = Duration.ofMinutes(10);

    private static final String HANDLE = Sessions.class.getName() + ".handle";

    private final Clock clock;
    private final Map<String, Live> live = new ConcurrentHashMap<>();

    /** The session behind a handle. */
    private record Live(
            String account, String device, Instant beganAt, Instant seenAt, Instant confirmedAt, HttpSession session) {}

    /**
     * A session as its person sees it.
     *
     * @param handle names it to its person; opens nothing
     * @param device kind of browser and machine, as far as it says so itself
     */
    public record Seen(String handle, String device, Instant beganAt, Instant seenAt, boolean here) {}

    Sessions(ObjectProvider<Clock> clock) {
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** Notes that somebody asked; answers false where the session has lasted long enough. */
    public boolean seen(HttpServletRequest request, String account) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return true;
        }
        String handle = session.getAttribute(HANDLE) instanceof String known
                ? known
                : UUID.randomUUID().toString();
        Instant now = clock.instant();
        Live before = live.get(handle);
        Instant began = before == null ? now : before.beganAt();
        if (began.plus(LONGEST).isBefore(now)) {
            live.remove(handle);
            return false;
        }
        session.setAttribute(HANDLE, handle);
        Instant confirmed = before == null ? now : before.confirmedAt();
        live.put(handle, new Live(account, device(request.getHeader("User-Agent")), began, now, confirmed, session));
        return true;
    }

    /** Whether whoever holds this session proved a short while ago who they are. */
    boolean confirmed(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Live found = session == null ? null : live.get(String.valueOf(session.getAttribute(HANDLE)));
        return found != null && found.confirmedAt().plus(CONFIRMED_FOR).isAfter(clock.instant());
    }

    /** Notes that whoever holds this session has just proved who they are. */
    public void confirm(HttpServletRequest request) {
        live.computeIfPresent(
                String.valueOf(request.getSession().getAttribute(HANDLE)),
                (handle, it) ->
                        new Live(it.account(), it.device(), it.beganAt(), it.seenAt(), clock.instant(), it.session()));
    }

    /** The sessions of an account, the one used last first. */
    public List<Seen> of(String account, HttpServletRequest request) {
        HttpSession own = request.getSession(false);
        Object here = own == null ? "" : own.getAttribute(HANDLE);
        live.values().removeIf(it -> over(it.session()));
        List<Seen> seen = new ArrayList<>();
        live.forEach((handle, it) -> {
            if (it.account().equals(account)) {
                seen.add(new Seen(handle, it.device(), it.beganAt(), it.seenAt(), handle.equals(here)));
            }
        });
        seen.sort(Comparator.comparing(Seen::seenAt).reversed().thenComparing(Seen::handle));
        return List.copyOf(seen);
    }

    /** Ends one of an account's own; answers whether there was one. */
    public boolean end(String account, String handle) {
        Live found = live.get(handle);
        if (found == null || !found.account().equals(account)) {
            return false;
        }
        live.remove(handle);
        invalidate(found.session());
        return true;
    }

    /** The accounts of the sessions that fit, one per session, in order. */
    public List<String> accountsOf(Predicate<HttpSession> which) {
        live.values().removeIf(it -> over(it.session()));
        return fitting(which).map(it -> it.getValue().account()).sorted().toList();
    }

    /** Ends the sessions that fit. */
    public void end(Predicate<HttpSession> which) {
        fitting(which).toList().forEach(it -> end(it.getValue().account(), it.getKey()));
    }

    private Stream<Map.Entry<String, Live>> fitting(Predicate<HttpSession> which) {
        return live.entrySet().stream().filter(it -> {
            try {
                return which.test(it.getValue().session());
            } catch (IllegalStateException over) {
                return false;
            }
        });
    }

    private static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException over) {
            // it had ended by itself
        }
    }

    private static boolean over(HttpSession session) {
        try {
            return session.getCreationTime() < 0;
        } catch (IllegalStateException over) {
            return true;
        }
    }

    /** {@code Firefox on Linux}: enough to know one's own, too little to follow anybody. */
    static String device(@Nullable String agent) {
        String told = agent == null ? "" : agent.toLowerCase(Locale.ROOT);
        return first(
                        told,
                        List.of("edg/", "Edge", "firefox", "Firefox", "chrom", "Chrome", "safari", "Safari"),
                        "a browser")
                + " on "
                + first(
                        told,
                        List.of(
                                "iphone", "iPhone", "ipad", "iPad", "android", "Android", "windows", "Windows",
                                "mac os", "macOS", "linux", "Linux"),
                        "a machine");
    }

    private static String first(String told, List<String> marksAndNames, String otherwise) {
        for (int i = 0; i < marksAndNames.size(); i += 2) {
            if (told.contains(marksAndNames.get(i))) {
                return marksAndNames.get(i + 1);
            }
        }
        return otherwise;
    }
}

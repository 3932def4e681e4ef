package io.customerroom.web.walls;

import io.customerroom.state.Trail;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps walls as they were printed, so that the next reader waits for the frame alone. A print holds for one build, address, set of
 * authorities, day and state of the store: any write but those about accounts makes the next reader print anew. Who puts something
 * else on a wall, a word to one person for instance, adds it to {@link Print}. Forms may stand on a wall: every reader gets a token of
 * their own.
 */
@Component
final class PrintedWalls {

    /** Prints have about fifty kilobytes. */
    private static final int KEPT = 200;

    private static final String ARTICLE = "wall :: article";
    private static final String TOKEN = "token-of-the-reader";

    /** They come by the dozen every morning and change no wall: what they say about a reader is in the authorities. */
    private static final Set<String> ABOUT_ACCOUNTS = Set.of(
            "account-closed",
            "account-locked",
            "account-opened",
            "account-reopened",
            "account-unlocked",
            "api-token-made",
            "api-token-revoked",
            "api-token-used",
            "link-issued",
            "network-locked",
            "password-set",
            "password-withdrawn",
            "recovery-code-used",
            "role-given",
            "scope-given",
            "second-factor-begun",
            "second-factor-released",
            "second-factor-removed",
            "second-factor-required",
            "second-factor-set",
            "sessions-ended",
            "sign-in-refused",
            "signed-in");

    private final CompanyFace company;
    private final ObjectProvider<Trail> trail;
    private final Clock clock;
    private final Map<Print, FutureTask<String>> prints =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Print, FutureTask<String>> eldest) {
                    return size() > KEPT;
                }
            });

    PrintedWalls(CompanyFace company, ObjectProvider<Trail> trail, ObjectProvider<Clock> clock) {
        this.company = company;
        this.trail = trail;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /**
     * What is asked for.
     *
     * @param build the one shown when the request came; taken first, so that a build that arrives meanwhile gets prints of its own
     */
    record Asked(String build, int number, WallQuery query, Map<String, String> parameters) {

        Asked {
            parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        }
    }

    /** All that a printed wall depends on. */
    private record Print(Asked asked, Set<String> authorities, long lastEntry, LocalDate day) {}

    /** The article of a wall; {@code model} is asked for only where it must be printed. Of many who come at once one prints it. */
    String article(Asked asked, WallReader reader, Supplier<? extends Map<String, ?>> model) {
        if (reader.hasNews()) {
            return reader.print(ARTICLE, model.get());
        }
        Print print = new Print(
                asked,
                reader.authorities(),
                trail.stream()
                        .mapToLong(it -> it.newest(ABOUT_ACCOUNTS))
                        .findFirst()
                        .orElse(0),
                LocalDate.ofInstant(clock.instant(), company.calendar().zone()));
        String token = reader.token();
        return kept(print, () -> withoutToken(reader.print(ARTICLE, model.get()), token))
                .replace(TOKEN, token);
    }

    private String kept(Print print, Supplier<String> press) {
        FutureTask<String> fresh = new FutureTask<>(press::get);
        @Nullable FutureTask<String> known = prints.putIfAbsent(print, fresh);
        if (known == null) {
            fresh.run();
            known = fresh;
        }
        try {
            return known.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return press.get();
        } catch (ExecutionException e) {
            prints.remove(print, known);
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static String withoutToken(String article, String token) {
        return token.isEmpty() ? article : article.replace(token, TOKEN);
    }
}

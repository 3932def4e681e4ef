package io.customerroom.web.forum;

import io.customerroom.room.promises.KeptRate;
import io.customerroom.statistics.Share;
import java.util.Locale;

/**
 * A leader's promises as the page prints them.
 *
 * @param words the rate with its interval, or why there is none
 */
record RateLine(KeptRate rate, String words) {

    static RateLine of(KeptRate rate) {
        return new RateLine(
                rate,
                rate.rate()
                        .map(RateLine::words)
                        .orElseGet(() -> rate.decided() == 0
                                ? "nothing decided yet"
                                : "too few to say (%d of %d)".formatted(rate.kept(), rate.decided())));
    }

    private static String words(Share share) {
        return String.format(
                Locale.ROOT,
                "%.0f %% (%.0f to %.0f), n = %d",
                100.0 * share.count() / share.n(),
                100 * share.interval().low(),
                100 * share.interval().high(),
                share.n());
    }
}

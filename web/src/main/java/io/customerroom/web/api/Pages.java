package io.customerroom.web.api;

import io.customerroom.kernel.Failure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list in pages. A cursor says after which item the next page begins, so that what is added meanwhile moves nothing; it is to be sent back as it came.
 *
 * @param limit items of a page
 * @param after the item the page follows; empty at the beginning
 */
record Pages(int limit, Optional<String> after) {

    static final int USUAL = 100;
    static final int MOST = 1000;

    /** @param next the cursor of the next page; empty on the last one */
    record Page<T>(List<T> items, Optional<String> next) {

        Page {
            items = List.copyOf(items);
        }
    }

    /** Reads {@code limit} and {@code cursor}. */
    static Pages of(Map<String, String> parameters) {
        String limit = parameters.getOrDefault("limit", String.valueOf(USUAL));
        if (!limit.matches("[1-9]\\d{0,3}") || Integer.parseInt(limit) > MOST) {
            throw Failure.yours(
                    "LIMIT_MALFORMED", "limit is not a number of items of a page.", "Send 1 to " + MOST + ".");
        }
        return new Pages(
                Integer.parseInt(limit),
                Optional.ofNullable(parameters.get("cursor")).map(Pages::read));
    }

    /**
     * The page of a list whose order stays.
     *
     * @param key names an item; no two share one
     */
    <T> Page<T> of(List<T> all, Function<T, String> key) {
        int from = 0;
        if (after.isPresent()) {
            from = all.stream().map(key).toList().indexOf(after.get()) + 1;
            if (from == 0) {
                throw malformed();
            }
        }
        List<T> items = new ArrayList<>(all.subList(from, Math.min(from + limit, all.size())));
        boolean more = from + items.size() < all.size();
        return new Page<>(items, more ? Optional.of(cursor(key.apply(items.getLast()))) : Optional.empty());
    }

    static String cursor(String after) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    static Failure malformed() {
        return Failure.yours(
                "CURSOR_MALFORMED",
                "cursor is none that was handed out for this list.",
                "Leave it out to begin again, and send back what 'next' holds.");
    }
}

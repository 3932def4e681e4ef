package io.customerroom.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.acceptance.browser.Requests;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who gives one promise after the other until the server is gone, and remembers which of them were answered. */
public final class PromiseWriter implements Runnable {

    private final Requests hand;
    private final String page;
    private final String exhibit;
    private final String words;
    private final int first;
    private final int promises;
    private final List<String> answered = new CopyOnWriteArrayList<>();

    /**
     * @param words what each of the promises begins with; no other writer's begin so
     * @param first level of the first one; each has another, since the same promise given twice is one
     */
    public PromiseWriter(Requests hand, String meeting, String exhibit, String words, int first, int promises) {
        this.hand = hand;
        this.page = "/meetings/" + meeting;
        this.exhibit = exhibit;
        this.words = words;
        this.first = first;
        this.promises = promises;
    }

    @Override
    public void run() {
        String token = hand.token(page);
        for (int i = 1; i <= promises; i++) {
            String promise = words + i;
            HttpResponse<String> answer = hand.postWith(token, page + "/promises", form(promise, first + i));
            String next = answer.headers().firstValue("Location").orElse(answer.body());
            assertThat(next).contains(page + "#");
            answered.add(promise);
        }
    }

    private Map<String, String> form(String promise, int level) {
        return Map.of(
                "exhibit", exhibit,
                "value", String.valueOf(level),
                "unit", "customers",
                "direction", "at-least",
                "due", "2027-06-30",
                "owner", "fay",
                "words", promise);
    }

    /** Words of the promises that the server said it keeps. */
    public List<String> answered() {
        return List.copyOf(answered);
    }

    boolean wrote(String promise) {
        return promise.startsWith(words);
    }
}

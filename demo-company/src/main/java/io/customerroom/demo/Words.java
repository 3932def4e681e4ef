package io.customerroom.demo;

import java.util.List;
import java.util.Locale;

/** What customers write, and why they say they leave. */
final class Words {

    private static final List<String> PRAISE = List.of(
            "Quick and friendly, thank you.",
            "Somebody listened, and it was solved at once.",
            "Fine.",
            "Came on time, explained everything,\nleft the flat clean.");
    private static final List<String> BLAME = List.of(
            "Nobody called back.",
            "I had to explain it three times; \"please hold\" is all I heard.",
            "Waited the whole day.",
            "Still not solved,\nand the bill came anyway.");

    private Words() {}

    static String theme(Issue about, boolean liked) {
        return liked ? "friendly service" : about.label().toLowerCase(Locale.ROOT);
    }

    static String text(Issue about, boolean liked, Draws draws) {
        return about.label() + ": " + draws.one(liked ? PRAISE : BLAME);
    }
}

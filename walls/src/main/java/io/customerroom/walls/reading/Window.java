package io.customerroom.walls.reading;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;

/** Over which days up to a period's end something is added up that one period alone says too little about. */
public enum Window {
    PERIOD("the period alone"),
    HALF("six months"),
    YEAR("twelve months"),
    ALL("since the beginning");

    /** The parameter of metrics that know windows. */
    public static final String PARAMETER = "window";

    private final String words;

    Window(String words) {
        this.words = words;
    }

    /** The word in addresses, on the command line and in metric texts. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For a list to choose from. */
    public String words() {
        return words;
    }

    public static Window of(String id) {
        return Arrays.stream(values())
                .filter(window -> window.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "WINDOW_UNKNOWN", "There is no window '%s'.".formatted(id), "Use period, half, year or all."));
    }

    /** The days of a view in words: {@code twelve months to May 2026}. */
    public String of(WallQuery query) {
        return switch (this) {
            case PERIOD -> PeriodWords.of(query);
            case HALF -> "six months to " + PeriodWords.of(query);
            case YEAR -> "twelve months to " + PeriodWords.of(query);
            case ALL -> "since the beginning, to " + PeriodWords.of(query);
        };
    }

    /** The window of the same length before this one, in words. Refused for one that begins with the data. */
    public String before() {
        return switch (this) {
            case PERIOD -> "the period before";
            case HALF -> "the six months before";
            case YEAR -> "the twelve months before";
            case ALL -> throw new IllegalStateException("nothing is before the beginning");
        };
    }
}

package io.customerroom.room.unprofitable;

import io.customerroom.kernel.Failure;
import java.util.Arrays;
import java.util.Locale;

/** What may be done about a customer who costs more than they bring, mildest first. */
public enum Treatment {
    FIX_PRICE("Fix the price", "charge what the service costs, or end a discount"),
    FIX_COST("Fix our cost", "serve at lower cost, or mend what makes them call"),
    DISCIPLINE("Discipline", "hold the customer to what was agreed: returns, payment, use"),
    EXIT("Exit", "end the relation decently; two others must approve");

    private final String words;
    private final String meaning;

    Treatment(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** What it means, as a clause. */
    public String meaning() {
        return meaning;
    }

    /** The word in the store and in forms: {@code fix-price}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Treatment of(String id) {
        return Arrays.stream(values())
                .filter(treatment -> treatment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.yours(
                        "TREATMENT_UNKNOWN", "No treatment is chosen.", "Choose price, cost, discipline or exit."));
    }
}

package io.customerroom.walls.asset;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which leavers were drawn for the loss review, and what came of the calls. */
public interface LossBook {

    /** Nobody was ever drawn. */
    LossBook NONE = new LossBook() {
        @Override
        public List<Leaver> leavers(Instant known) {
            return List.of();
        }

        @Override
        public Map<String, String> owners(Instant known) {
            return Map.of();
        }
    };

    /** Everybody who was drawn by then, with the last note of a call that was written by then, in the order of the draws. */
    List<Leaver> leavers(Instant known);

    /** Who answered for which issue by then. */
    Map<String, String> owners(Instant known);

    /**
     * Somebody who left and was drawn.
     *
     * @param period whose leavers were drawn: the name of a month
     * @param since the day of the draw; whoever had come back before was not in it
     * @param executive account of the leader who calls
     * @param value what left with them, as the ledger said on that day
     * @param call empty until a call is noted
     */
    record Leaver(
            String period,
            LocalDate since,
            String executive,
            CustomerId customer,
            BigDecimal value,
            LocalDate lostOn,
            Optional<Call> call) {}

    /**
     * What came of a call.
     *
     * @param reason in the words of the register; empty where none was told
     * @param issue behind the reason; empty where none was named
     * @param saved whether the customer comes back, as the caller heard it; empty where it was not spoken of
     */
    record Call(Outcome outcome, String reason, String issue, Optional<Boolean> saved) {}

    /** How a call ended. */
    enum Outcome {
        REACHED("reached"),
        NOT_REACHED("not reached"),
        DECLINED("did not want to talk");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /** The word in forms and in the store: {@code not-reached}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Outcome of(String id) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Failure.yours(
                            "OUTCOME_MISSING", "How did the call end?", "Choose reached, not-reached or declined."));
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}

package io.customerroom.room.artefacts;

import io.customerroom.kernel.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The consent that stands, as it was noted last.
 *
 * @param giver who gave it and how, without a name: {@code the customer, by e-mail}; empty where nobody need be asked and once erased
 * @param day on which it was given or asked for; empty where nobody need be asked
 * @param until the last day on which it holds; empty where it holds until it is withdrawn. Once it has passed the consent counts as asked for and not given
 * @param at when it was noted
 * @param by who noted it
 */
public record Consent(
        Reach reach, String giver, Optional<LocalDate> day, Optional<LocalDate> until, Instant at, String by) {

    /** What somebody says about a consent. Refused: a consent without giver or day, unless no person is in it. */
    public record Given(Reach reach, String giver, Optional<LocalDate> day, Optional<LocalDate> until) {

        /** One that holds until it is withdrawn. */
        public Given(Reach reach, String giver, Optional<LocalDate> day) {
            this(reach, giver, day, Optional.empty());
        }

        public Given {
            giver = giver.strip();
            if (reach == Reach.WITHDRAWN) {
                throw Failure.yours(
                        "CONSENT_MALFORMED",
                        "A consent is withdrawn on the artefact's own page.",
                        "Open the artefact and withdraw it there.");
            }
            if (reach != Reach.FREE && (giver.isEmpty() || day.isEmpty())) {
                throw Failure.yours(
                        "CONSENT_INCOMPLETE",
                        "It is not said who gave the consent, and when.",
                        "Say both, without a name: 'the customer, by e-mail'. Or say that no person is in it.");
            }
            if (until.isPresent()
                    && day.filter(since -> !until.get().isBefore(since)).isEmpty()) {
                throw Failure.yours(
                        "CONSENT_MALFORMED",
                        "The consent ends before it was given.",
                        "Write a last day that is not before the day on which it was given.");
            }
            if (giver.length() > 200) {
                throw Failure.yours(
                        "TEXT_TOO_LONG", "It takes too long to say who gave consent.", "Use at most 200 characters.");
            }
        }

        public static Given nobodyIsInIt() {
            return new Given(Reach.FREE, "", Optional.empty());
        }
    }
}

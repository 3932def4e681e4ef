package io.customerroom.walls.worth;

import java.util.List;
import java.util.Optional;

/**
 * Which model values the customers of one segment, chosen by the holdout: that of all customers, or one of their own.
 *
 * @param segment empty where customers have none
 * @param customers of it who had bought by the cut
 * @param came what they bought again in the holdout
 * @param trials that of the model of all first, then those of models fitted to the segment alone; empty where none was tried
 * @param own the kind of its own model; empty where that of all stays
 * @param runnerUp what came second by the score; empty where nothing did
 * @param why in words, a sentence without its end
 */
public record SegmentChoice(
        String segment,
        long customers,
        long came,
        List<Trial> trials,
        Optional<Candidate> own,
        Optional<Trial> runnerUp,
        String why) {

    /**
     * How one model, fitted to the first part of history, foretold these customers.
     *
     * @param own its kind, where it was fitted to the segment alone; empty for the model of all
     * @param gain log-likelihood of what the customers did in the holdout, given what was known of each by the cut, less that of the model of all
     * @param error standard error of the gain, from customer to customer
     * @param foretold repeat purchases in the holdout
     * @param refused why it could not be fitted, or empty
     */
    public record Trial(Optional<Candidate> own, double gain, double error, double foretold, String refused) {

        /** {@code MBG/NBD of its own}, {@code that of all}. */
        public String label() {
            return own.map(kind -> kind.label() + " of its own").orElse("that of all");
        }
    }

    public SegmentChoice {
        trials = List.copyOf(trials);
    }

    /** The trial of the model that values it; empty where none was tried. */
    public Optional<Trial> chosen() {
        return trials.stream().filter(trial -> trial.own().equals(own)).findFirst();
    }

    /** As people call it. */
    static String named(String segment) {
        return segment.isEmpty() ? "no segment" : segment;
    }

    /** As people call it. */
    public String name() {
        return named(segment);
    }

    /** The model of all in its place, and why. */
    SegmentChoice without(String instead) {
        return new SegmentChoice(segment, customers, came, trials, Optional.empty(), runnerUp, instead);
    }
}

package io.customerroom.walls.worth;

import io.customerroom.statistics.Interval;
import io.customerroom.statistics.lifetime.GammaGamma;
import java.util.List;
import java.util.Optional;

/** What came of asking what customers are worth: figures, or a refusal in words. */
public sealed interface Worth {

    /**
     * No figures, and why in plain words.
     *
     * @param passedOver models that could have valued customers, each with what speaks against it; none where none was tried
     */
    record Refused(String why, List<PassedOver> passedOver, Optional<Holdout> holdout) implements Worth {

        public Refused {
            passedOver = List.copyOf(passedOver);
        }
    }

    /** A model that is not used. */
    record PassedOver(Candidate model, String why) {}

    /**
     * Figures of one model, chosen by the holdout. All are expectations, of revenue after returns and before costs, and without
     * customers to come.
     *
     * @param model the one that foretold the holdout best of those that all of history bears out
     * @param passedOver why a model that foretold better is not used, or empty
     * @param parameters as estimated, in words
     * @param customers who ever bought
     * @param alive expected number of them who still are customers
     * @param purchases repeat purchases expected in the next twelve months
     * @param bands by P(alive), least likely first
     * @param money empty where spend could not be estimated
     * @param moneyRefused why, or empty
     * @param spendSentence how spend goes with frequency
     * @param basis from which single customers are valued
     * @param segments equity by segment, which adds up; empty where there is but one segment or no equity
     * @param choices which model each segment has and why; empty where one model is for all by definition
     */
    record Valued(
            Candidate model,
            String passedOver,
            String parameters,
            double customers,
            double alive,
            Amount purchases,
            List<Band> bands,
            Optional<Equity> money,
            String moneyRefused,
            String spendSentence,
            Holdout holdout,
            Basis basis,
            List<Segment> segments,
            Optional<List<SegmentChoice>> choices)
            implements Worth {

        public Valued {
            bands = List.copyOf(bands);
            segments = List.copyOf(segments);
            choices = choices.map(List::copyOf);
        }
    }

    /**
     * Customers of one segment.
     *
     * @param name empty where customers have none
     * @param customers who ever bought
     * @param equity discounted revenue to come
     */
    record Segment(String name, double customers, Amount equity) {}

    /** A figure with how well its expectation is known. */
    record Amount(double value, Interval interval) {}

    /**
     * Customers whose P(alive) lies between two bounds, the upper one excluded except in the last band.
     *
     * @param equity discounted revenue to come; 0 where spend could not be estimated
     */
    record Band(int fromPercent, int toPercent, double customers, double alive, double purchases, double equity) {}

    /**
     * @param total discounted revenue to come from customers who bought by the period's end
     * @param years its parts by coming year, which add up to it
     * @param kept of what was sold the share that returns leave
     */
    record Equity(Amount total, List<Amount> years, GammaGamma spend, double kept) {

        public Equity {
            years = List.copyOf(years);
        }
    }
}

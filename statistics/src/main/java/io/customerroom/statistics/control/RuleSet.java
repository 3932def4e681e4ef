package io.customerroom.statistics.control;

import java.util.List;

/**
 * Rules that are used together. More rules find changes sooner and cry wolf more often: {@link RunLength} measures how often.
 *
 * @param name stable: {@code western-electric}
 * @param title for people
 * @param source where the set was published
 */
public record RuleSet(String name, String title, List<Rule> rules, String source) {

    private static final Rule BEYOND_LIMITS = new Rule.Beyond(1, 1, 3);

    /** The limits alone. */
    public static final RuleSet LIMITS = new RuleSet(
            "limits",
            "Limits alone",
            List.of(BEYOND_LIMITS),
            "W. A. Shewhart (1931), Economic Control of Quality of Manufactured Product");

    /** The limits, and eight in a row: the set our walls use. */
    public static final RuleSet LIMITS_AND_RUN = new RuleSet(
            "limits-and-run",
            "Limits and a run of eight",
            List.of(BEYOND_LIMITS, new Rule.OneSide(8)),
            "rules 1 and 4 of the Western Electric set");

    public static final RuleSet WESTERN_ELECTRIC = new RuleSet(
            "western-electric",
            "Western Electric",
            List.of(BEYOND_LIMITS, new Rule.Beyond(2, 3, 2), new Rule.Beyond(4, 5, 1), new Rule.OneSide(8)),
            "Western Electric Company (1956), Statistical Quality Control Handbook");

    /** With the zone of 1.5 sigma that needs no third line. */
    public static final RuleSet WHEELER = new RuleSet(
            "wheeler",
            "Wheeler",
            List.of(BEYOND_LIMITS, new Rule.Beyond(2, 3, 2), new Rule.Beyond(3, 4, 1.5), new Rule.OneSide(8)),
            "after D. J. Wheeler, Understanding Variation");

    public static final RuleSet NELSON = new RuleSet(
            "nelson",
            "Nelson",
            List.of(
                    BEYOND_LIMITS,
                    new Rule.OneSide(9),
                    new Rule.Trend(6),
                    new Rule.Alternating(14),
                    new Rule.Beyond(2, 3, 2),
                    new Rule.Beyond(4, 5, 1),
                    new Rule.Hugging(15, 1),
                    new Rule.Avoiding(8, 1)),
            "L. S. Nelson (1984), Journal of Quality Technology 16, 237–239");

    /** All sets, the most silent first. */
    public static final List<RuleSet> ALL = List.of(LIMITS, LIMITS_AND_RUN, WHEELER, WESTERN_ELECTRIC, NELSON);

    public RuleSet {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("rules must not be empty");
        }
    }
}

package io.customerroom.walls.reading;

import io.customerroom.kernel.Period;
import java.util.Optional;

/**
 * Which cohorts a reader has chosen to look at: customers by the period of their first order.
 *
 * @param one followed by itself, and set beside the other; empty leaves the choice to the page
 * @param beside the cohort it is set beside; empty leaves the choice to the page
 */
public record Cohorts(Optional<Period> one, Optional<Period> beside) {

    /** Nothing is chosen: what meetings freeze, and what a page shows at first. */
    public static final Cohorts USUAL = new Cohorts(Optional.empty(), Optional.empty());

    /** The parameter of addresses that names the one cohort. */
    public static final String ONE = "cohort";

    /** The parameter of addresses that names the cohort beside it. */
    public static final String BESIDE = "beside";
}

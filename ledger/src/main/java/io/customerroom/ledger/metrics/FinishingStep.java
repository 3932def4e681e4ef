package io.customerroom.ledger.metrics;

import io.customerroom.ledger.engine.Rows;
import java.util.Map;
import java.util.Optional;

/**
 * What is computed in Java after a text has run, because it is a decision or a division: the same code for every engine. A card names
 * it under {@code finish}.
 */
@FunctionalInterface
public interface FinishingStep {

    Map<String, FinishingStep> STEPS = Map.ofEntries(
            Map.entry("acquisition-return", new AcquisitionReturnStep()),
            Map.entry("audit", new AuditStep("period")),
            Map.entry("audit-cohorts", new AuditStep("cohort", "age", "period", "gained")),
            Map.entry("breach", new BreachStep()),
            Map.entry("cohort-share", new CohortShareStep()),
            Map.entry("fit-share", new FitShareStep()),
            Map.entry("net-promoter-score", new NetPromoterStep()),
            Map.entry("readings", new ReadingsStep()),
            Map.entry("recurring-rates", new RecurringRatesStep()),
            Map.entry("whale", new WhaleStep()));

    /** Refuses values that the text would misread; called before it runs, also for the rows behind the figure. */
    default void check(Map<String, String> parameters) {}

    /** @param parameters those the reader bound */
    Rows apply(Rows rows, Map<String, String> parameters);

    /** @param standards that people set, for the steps that judge by them */
    default Rows apply(Rows rows, Map<String, String> parameters, Standards standards) {
        return apply(rows, parameters);
    }

    static Optional<FinishingStep> named(String name) {
        return Optional.ofNullable(STEPS.get(name));
    }
}

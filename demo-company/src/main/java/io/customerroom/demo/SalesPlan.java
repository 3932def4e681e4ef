package io.customerroom.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What the sales office planned to win: so many customers a month, and so much revenue of their first month. The first year's plan is cautious; the second's is
 * what the first brought and a twentieth on top; the third's is that again.
 */
final class SalesPlan {

    private static final String AUTHOR = "bo.signalman";

    /** What an ordinary month brings, of a thousand persons of the whole company: customers, and the revenue of their first month. */
    private static final double USUAL_CUSTOMERS = 15.5;

    private static final double USUAL_REVENUE = 1_300;

    private static final int YEAR = 12;

    private final Plan plan;

    SalesPlan(Plan plan) {
        this.plan = plan;
    }

    /** Two goals for each month, stated shortly before its year begins. */
    List<Act> told() {
        List<Act> acts = new ArrayList<>();
        for (int month = 0; month < plan.settings().months(); month++) {
            LocalDate stated = plan.month(month - month % YEAR).minusDays(20);
            YearMonth of = YearMonth.from(plan.month(month));
            double thousands = plan.settings().customers() / 1_000.0;
            boolean first = month < plan.quantityFrom();
            long customers = Math.round(USUAL_CUSTOMERS * thousands * (first ? 0.95 : 1.05));
            long revenue = Math.round(USUAL_REVENUE * thousands * (first ? 0.90 : 1.05));
            String reason = first ? "The first plan of the new owners." : "Last year, and a twentieth on top.";
            acts.add(new Act.Budgeted(stated, AUTHOR, "gained", of, customers, reason));
            acts.add(new Act.Budgeted(stated, AUTHOR, "gained-value", of, revenue, reason));
        }
        return acts;
    }
}

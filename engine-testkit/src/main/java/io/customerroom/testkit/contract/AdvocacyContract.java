package io.customerroom.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Grain;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.oracle.Advocacy;
import io.customerroom.testkit.oracle.Followed;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Plain;
import io.customerroom.testkit.oracle.Span;
import java.util.List;
import java.util.function.Function;

/** Customers brought by recommendation, and who recommends, against the oracle: with rings, twins and people who name themselves. */
record AdvocacyContract(Company company, Oracle oracle, CustomerKeys keys, BuiltLedger built) {

    void referredCustomersAddUp(Grain grain) {
        List<String> asset = ask(
                "referral-asset",
                grain,
                "period",
                "opening",
                "brought",
                "regained",
                "lost",
                "closing",
                "value_opening",
                "value_brought",
                "value_regained",
                "value_increased",
                "value_decreased",
                "value_lost",
                "value_closing");
        assertThat(asset).isEqualTo(lines(grain, advocacy()::asset));
        assertThat(asset.getLast()).doesNotContain("|0|0|0|0|0|");
        assertThat(ask("recommended-by", grain, "period", "customer", "brought", "here", "value"))
                .containsExactlyInAnyOrderElementsOf(lines(grain, advocacy()::recommenders));
    }

    void groupsAndRepliesAreTheOracles(Grain grain) {
        assertThat(ask(
                        "recommending-rate",
                        grain,
                        "period",
                        "split",
                        "part",
                        "customers",
                        "recommenders",
                        "successful"))
                .containsExactlyInAnyOrderElementsOf(lines(grain, advocacy()::rates));
        assertThat(ask("referral-replies", grain, "period", "split", "part", "referrals", "customers", "joined"))
                .containsExactlyInAnyOrderElementsOf(lines(grain, advocacy()::replies));
    }

    void customersAreFollowedAsTheOracleFollowsThem(Grain grain) {
        assertThat(ask(
                        "programme-base",
                        grain,
                        "period",
                        "segment",
                        "tenth",
                        "tenure",
                        "customers",
                        "active",
                        "known",
                        "contribution"))
                .containsExactlyInAnyOrderElementsOf(lines(grain, new Followed(oracle)::strata));
    }

    private Advocacy advocacy() {
        return new Advocacy(company, oracle, customer -> "" + keys.known(customer));
    }

    private List<String> ask(String metric, Grain grain, String... columns) {
        return Plain.lines(built.ask(MetricQuery.of(metric, grain), List.of(columns)));
    }

    private List<String> lines(Grain grain, Function<Span, List<String>> told) {
        return oracle.periods(grain.id()).stream()
                .flatMap(span -> told.apply(span).stream())
                .toList();
    }
}

package io.customerroom.ledger.bridge;

import io.customerroom.kernel.Period;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.definitions.ContractSwitch;
import io.customerroom.ledger.definitions.ContractSwitches;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.Answer;
import io.customerroom.ledger.metrics.MetricQuery;
import io.customerroom.ledger.metrics.Questions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts two versions of the rule for contracts side by side over one ledger. Both are answers of the same metric with its switches set; nothing is
 * built for it.
 */
public final class ContractBridges {

    private static final String METRIC = "recurring-value";

    /** The answer holds them as amounts, a flow with their sign. */
    private static final Set<String> TAKEN = Set.of("contraction", "pause", "churn");

    private final Questions questions;
    private final Build build;

    public ContractBridges(Questions questions, Build build) {
        this.questions = questions;
        this.build = build;
    }

    /** One period explained; a period without contracts has a bridge of nothing. */
    public ContractBridge between(ContractsDefinition one, ContractsDefinition other, Period period) {
        Answer first = questions.ask(build, query(one, period));
        Answer second = questions.ask(build, query(other, period));
        List<ContractBridge.Movement> movements = new ArrayList<>();
        for (String movement : ContractBridge.MOVEMENTS) {
            movements.add(movement(movement, moved(one, period, movement), moved(other, period, movement)));
        }
        return new ContractBridge(
                one.card().id(),
                other.card().id(),
                period.name(),
                level(first, second, "opening"),
                movements,
                level(first, second, "closing"));
    }

    /** What each customer moved by under both versions, by key; only those of one side. */
    public Rows customers(
            ContractsDefinition one, ContractsDefinition other, Period period, String movement, Side side) {
        Map<Long, BigDecimal> first = moved(one, period, movement);
        Map<Long, BigDecimal> second = moved(other, period, movement);
        Set<Long> all = new LinkedHashSet<>(first.keySet());
        all.addAll(second.keySet());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Long customer : all) {
            BigDecimal here = first.get(customer);
            BigDecimal there = second.get(customer);
            boolean wanted =
                    switch (side) {
                        case BOTH -> here != null && there != null;
                        case ONE_ONLY -> there == null;
                        case OTHER_ONLY -> here == null;
                    };
            if (wanted) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(customer);
                row.add(here);
                row.add(there);
                rows.add(row);
            }
        }
        return new Rows(
                List.of(
                        new Rows.Column("customer", Long.class),
                        new Rows.Column("change_one", BigDecimal.class),
                        new Rows.Column("change_other", BigDecimal.class)),
                rows);
    }

    private static ContractBridge.Movement movement(
            String name, Map<Long, BigDecimal> one, Map<Long, BigDecimal> other) {
        BigDecimal differently = BigDecimal.ZERO;
        BigDecimal onlyOne = BigDecimal.ZERO;
        BigDecimal moneyOther = other.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal shared = BigDecimal.ZERO;
        long both = 0;
        for (Map.Entry<Long, BigDecimal> entry : one.entrySet()) {
            BigDecimal there = other.get(entry.getKey());
            if (there == null) {
                onlyOne = onlyOne.add(entry.getValue());
            } else {
                both++;
                shared = shared.add(there);
                differently = differently.add(there.subtract(entry.getValue()));
            }
        }
        return new ContractBridge.Movement(
                name,
                one.size(),
                other.size(),
                both,
                one.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                moneyOther,
                differently,
                onlyOne,
                moneyOther.subtract(shared));
    }

    /** By customer, with the sign of the movement. */
    private Map<Long, BigDecimal> moved(ContractsDefinition rule, Period period, String movement) {
        Rows rows = questions
                .ask(build, query(rule, period).with("movement", movement).rowsBehind(0))
                .rows();
        Map<Long, BigDecimal> moved = new TreeMap<>();
        for (List<@Nullable Object> row : rows.rows()) {
            moved.put((Long) Objects.requireNonNull(row.get(rows.indexOf("customer"))), (BigDecimal)
                    Objects.requireNonNull(row.get(rows.indexOf("change"))));
        }
        return moved;
    }

    /** The way from one version to the other, one switch at a time. */
    public ContractSteps steps(ContractsDefinition one, ContractsDefinition other, Period period) {
        ContractSwitches turned = one.switches();
        ContractFlow first = flow(turned, period);
        ContractFlow before = first;
        List<ContractSteps.Step> steps = new ArrayList<>();
        for (ContractSwitch each : turned.unlike(other.switches())) {
            if (settles(each)) {
                String from = turned.of(each);
                turned = turned.with(each, other.switches().of(each));
                ContractFlow after = flow(turned, period);
                steps.add(new ContractSteps.Step(each, from, turned.of(each), after.minus(before)));
                before = after;
            }
        }
        return new ContractSteps(
                one.card().id(), other.card().id(), period.name(), first, steps, flow(other.switches(), period));
    }

    private ContractFlow flow(ContractSwitches switches, Period period) {
        Answer answer = questions.ask(build, query(switches, period));
        Map<String, ContractFlow.Amount> figures = new LinkedHashMap<>();
        for (String figure : ContractFlow.FIGURES) {
            BigDecimal money = number(answer, figure);
            figures.put(
                    figure,
                    new ContractFlow.Amount(
                            number(answer, "customers_" + figure).longValueExact(),
                            TAKEN.contains(figure) ? money.negate() : money));
        }
        return new ContractFlow(figures);
    }

    private MetricQuery query(ContractsDefinition rule, Period period) {
        return query(rule.switches(), period);
    }

    private MetricQuery query(ContractSwitches switches, Period period) {
        MetricQuery query = MetricQuery.of(METRIC, period.grain()).in(period);
        for (Map.Entry<ContractSwitch, String> each : switches.values().entrySet()) {
            if (settles(each.getKey())) {
                query = query.with(each.getKey().parameter(), each.getValue());
            }
        }
        return query;
    }

    private boolean settles(ContractSwitch each) {
        return questions.catalogue().metric(METRIC).card().parameters().contains(each.parameter());
    }

    private static ContractBridge.Level level(Answer one, Answer other, String figure) {
        return new ContractBridge.Level(
                number(one, "customers_" + figure).longValueExact(),
                number(other, "customers_" + figure).longValueExact(),
                number(one, figure),
                number(other, figure));
    }

    private static BigDecimal number(Answer answer, String column) {
        return answer.rows().size() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(String.valueOf(Objects.requireNonNull(answer.value(0, column))));
    }
}

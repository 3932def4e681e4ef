package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.CountedStates;
import io.customerroom.statistics.lifetime.GammaGamma;
import io.customerroom.statistics.lifetime.PurchaseModel;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What customers are worth on a day, state by state; customers of a group look theirs up. */
final class Prices {

    /**
     * Customers alike in something, and of one segment.
     *
     * @param segment empty where they have none
     */
    record Group(String segment, CountedStates states) {}

    /**
     * @param discounted purchases to come of one customer of each state, in today's purchases
     * @param alive their P(alive)
     */
    record Table(CountedStates states, double[] discounted, double[] alive) {}

    private final Function<String, PurchaseModel> models;
    private final Map<PurchaseModel, Table> tables;
    private final GammaGamma spend;
    private final double kept;

    Prices(Function<String, PurchaseModel> models, Map<PurchaseModel, Table> tables, GammaGamma spend, double kept) {
        this.models = models;
        this.tables = tables;
        this.spend = spend;
        this.kept = kept;
    }

    /** Of the customers of each state of the group together; linear in what they spent, so that sums are enough. The group must be one of those that were asked for. */
    double[] of(Group group) {
        Table table = table(group);
        int[] places = table.states().placesOf(group.states());
        double[] worth = new double[places.length];
        for (int i = 0; i < worth.length; i++) {
            CountedStates states = group.states();
            int x = states.x(i);
            double customers = states.customers(i);
            double mean = x == 0 ? 0 : states.spend(i) / customers / x;
            worth[i] = kept * table.discounted()[places[i]] * customers * spend.expected(x, mean);
        }
        return worth;
    }

    double sum(Group group) {
        double sum = 0;
        for (double worth : of(group)) {
            sum += worth;
        }
        return sum;
    }

    /** P(alive) of a customer of each state of the group. */
    double[] alive(Group group) {
        Table table = table(group);
        int[] places = table.states().placesOf(group.states());
        double[] alive = new double[places.length];
        for (int i = 0; i < alive.length; i++) {
            alive[i] = table.alive()[places[i]];
        }
        return alive;
    }

    /** The table of a model, where it knows all of these states. */
    Optional<Table> table(PurchaseModel model, CountedStates states) {
        return Optional.ofNullable(tables.get(model))
                .filter(table -> table.states() == states
                        || Arrays.stream(table.states().placesOf(states)).allMatch(place -> place >= 0));
    }

    private Table table(Group group) {
        Table table = tables.get(models.apply(group.segment()));
        if (table == null) {
            throw new IllegalArgumentException("the segment '%s' was not asked for".formatted(group.segment()));
        }
        return table;
    }
}

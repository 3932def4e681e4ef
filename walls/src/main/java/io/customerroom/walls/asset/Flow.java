package io.customerroom.walls.asset;

import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.Reading;
import java.math.BigDecimal;
import java.util.Optional;

/** Customer math of one period. Refuses a flow that does not add up. */
record Flow(long opening, long gained, long regained, long lost, long closing) {

    Flow {
        if (opening + gained + regained - lost != closing) {
            throw new IllegalArgumentException("opening %d + gained %d + regained %d - lost %d is not closing %d"
                    .formatted(opening, gained, regained, lost, closing));
        }
    }

    /** Empty where the ledger says nothing about the period. */
    static Optional<Flow> of(Reading math, Period period) {
        return math.lines(period.name()).stream()
                .findFirst()
                .map(line -> new Flow(
                        line.count("opening"),
                        line.count("gained"),
                        line.count("regained"),
                        line.count("lost"),
                        line.count("closing")));
    }

    long incoming() {
        return gained + regained;
    }

    long net() {
        return closing - opening;
    }

    /** "25 more customers", "5,000 fewer customers", "as many customers as before". */
    String netInWords() {
        if (net() == 0) {
            return "as many customers as before";
        }
        String people = Numbers.whole(Math.abs(net()));
        return people + (net() > 0 ? " more " : " fewer ") + (Math.abs(net()) == 1 ? "customer" : "customers");
    }

    static BigDecimal value(long customers) {
        return BigDecimal.valueOf(customers);
    }
}

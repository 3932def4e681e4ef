package io.customerroom.room.losses.internal;

import io.customerroom.kernel.CustomerId;
import io.customerroom.room.losses.Drawing.Drawn;
import io.customerroom.room.losses.Population;
import io.customerroom.room.losses.Population.Leaver;
import io.customerroom.statistics.sampling.Inclusion;
import io.customerroom.statistics.sampling.WeightedDraw;
import io.customerroom.statistics.sampling.WeightedDraw.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Draws from a population by a seed and deals: the same seed and population give the same lots. */
final class Lots {

    /** What the smallest leaver weighs, so that nobody is beyond chance. */
    private static final double LEAST = 1;

    private Lots() {}

    /** Follows from the month and the ledger, and from nothing that anybody could choose. */
    static String seed(Population population) {
        return "loss-review|%s|%s".formatted(population.month().name(), population.build());
    }

    /** In the order of the draw, dealt one at a time. */
    static List<Drawn> of(String seed, List<Leaver> eligible, List<String> executives, int each) {
        Map<Long, Leaver> byKey = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Leaver leaver : eligible) {
            byKey.put(leaver.customer().value(), leaver);
            candidates.add(new Candidate(leaver.customer().value(), weight(leaver)));
        }
        List<Candidate> drawn = new WeightedDraw(seed).of(candidates, each * executives.size());
        List<Double> chances = Inclusion.of(
                candidates.stream().map(Candidate::weight).toList(),
                each * executives.size(),
                drawn.stream().map(candidates::indexOf).toList());
        List<Drawn> lots = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Leaver leaver = Objects.requireNonNull(byKey.get(drawn.get(i).id()));
            lots.add(new Drawn(
                    i + 1,
                    executives.get(i % executives.size()),
                    new CustomerId(drawn.get(i).id()),
                    leaver.value(),
                    leaver.lostOn(),
                    chances.get(i)));
        }
        return lots;
    }

    /** One unit of money at least. */
    static double weight(Leaver leaver) {
        return Math.max(LEAST, leaver.value().doubleValue());
    }
}

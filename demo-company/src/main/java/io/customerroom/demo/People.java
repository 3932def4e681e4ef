package io.customerroom.demo;

import java.time.LocalDate;
import java.util.Optional;

/** Who the customers are. A person follows from seed and number alone. */
final class People {

    private static final double ONLY_CONTRACT = 0.52;
    private static final double CONTRACT_AND_CARD = 0.16;
    private static final double HERE_BEFORE = 0.58;
    private static final double KNOWN_LINK = 0.7;
    private static final int MONTHS_BEFORE = 72;

    private final Plan plan;
    private final double[] contractMonths;
    private final double[] cardMonths;

    People(Plan plan) {
        this.plan = plan;
        int months = plan.settings().months();
        contractMonths = new double[months];
        cardMonths = new double[months];
        for (int month = 0; month < months; month++) {
            contractMonths[month] = month == plan.quantityMonth() ? 2.6 : 1;
            cardMonths[month] = month < 6 ? 2 : 1;
        }
    }

    Person person(int number) {
        Draws draws = Draws.of(plan.settings().seed(), "person", number);
        double relation = draws.uniform();
        Optional<LocalDate> contract =
                relation < ONLY_CONTRACT + CONTRACT_AND_CARD ? Optional.of(contractSince(draws)) : Optional.empty();
        Optional<LocalDate> card =
                relation < ONLY_CONTRACT ? Optional.empty() : Optional.of(cardSince(draws, contract));
        boolean promoted = contract.filter(plan::quantity).isPresent() && draws.chance(0.75);
        return new Person(
                number,
                Names.given(draws),
                Names.family(draws),
                Segment.values()[draws.weighted(Segment.WEIGHTS)],
                Site.values()[draws.weighted(Site.WEIGHTS)],
                promoted ? Channel.WEB : Channel.values()[draws.weighted(Channel.WEIGHTS)],
                contract,
                card,
                draws.chance(KNOWN_LINK),
                promoted,
                draws.chance(0.06));
    }

    private LocalDate contractSince(Draws draws) {
        if (draws.chance(HERE_BEFORE)) {
            int months = 1 + (int) Math.min(MONTHS_BEFORE, draws.exponential(24));
            return plan.firstDay().minusMonths(months).plusDays(draws.below(28));
        }
        return inMonth(draws, draws.weighted(contractMonths));
    }

    private LocalDate cardSince(Draws draws, Optional<LocalDate> contract) {
        LocalDate card = inMonth(draws, draws.weighted(cardMonths));
        return contract.filter(since -> since.isAfter(card)).orElse(card);
    }

    private LocalDate inMonth(Draws draws, int month) {
        return draws.day(plan.month(month), plan.month(month + 1).minusDays(1));
    }
}

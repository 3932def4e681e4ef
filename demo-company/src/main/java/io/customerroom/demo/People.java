package io.customerroom.demo;

import java.time.LocalDate;
import java.util.Optional;

/** Who the customers are. A person follows from seed and number alone. */
final class People {

    private static final double ONLY_CONTRACT = 0.58;
    private static final double CONTRACT_AND_CARD = 0.16;
    private static final double QUANTITY = 1.25;
    private static final double PROMOTED = 0.72;
    private static final double CAMPUS = 0.5;
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
            contractMonths[month] = plan.quantityMonth(month) ? QUANTITY : 1;
            cardMonths[month] = month == 0 ? 3 : 1;
        }
    }

    Person person(int number) {
        Draws draws = Draws.of(plan.settings().seed(), "person", number);
        double relation = draws.uniform();
        Site site = Site.values()[draws.weighted(Site.WEIGHTS)];
        Optional<LocalDate> contract = relation < ONLY_CONTRACT + CONTRACT_AND_CARD
                ? Optional.of(contractSince(site, draws))
                : Optional.empty();
        Optional<LocalDate> card =
                relation < ONLY_CONTRACT ? Optional.empty() : Optional.of(cardSince(draws, contract));
        boolean campus = contract.filter(since -> plan.campus(site, since)).isPresent();
        boolean promoted = contract.filter(plan::quantity).isPresent() && draws.chance(PROMOTED);
        return new Person(
                number,
                Names.given(draws),
                Names.family(draws),
                Segment.values()[draws.weighted(campus ? Segment.CAMPUS_WEIGHTS : Segment.WEIGHTS)],
                site,
                promoted ? Channel.WEB : Channel.values()[draws.weighted(Channel.WEIGHTS)],
                contract,
                card,
                draws.chance(KNOWN_LINK),
                promoted,
                draws.chance(0.06));
    }

    private LocalDate contractSince(Site site, Draws draws) {
        if (draws.chance(HERE_BEFORE)) {
            int months = 1 + (int) Math.min(MONTHS_BEFORE, draws.exponential(24));
            return plan.firstDay().minusMonths(months).plusDays(draws.below(28));
        }
        LocalDate since = inMonth(draws, draws.weighted(contractMonths));
        boolean campus = site == Plan.CAMPUS_SITE && draws.chance(CAMPUS);
        LocalDate from = plan.campusFrom();
        return campus ? draws.day(from, from.plusWeeks(Plan.CAMPUS_WEEKS).minusDays(1)) : since;
    }

    private LocalDate cardSince(Draws draws, Optional<LocalDate> contract) {
        LocalDate card = inMonth(draws, draws.weighted(cardMonths));
        return contract.filter(since -> since.isAfter(card)).orElse(card);
    }

    private LocalDate inMonth(Draws draws, int month) {
        return draws.day(plan.month(month), plan.month(month + 1).minusDays(1));
    }
}

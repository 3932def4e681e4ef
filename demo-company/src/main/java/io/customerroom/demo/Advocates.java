package io.customerroom.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who brought whom. A newcomer names an earlier customer; other recommendations stay open or are declined, and some customers will not recommend. */
final class Advocates {

    private static final double CAME_BY_REFERRAL = 0.12;
    private static final double RECOMMENDS_IN_VAIN = 0.05;
    private static final double WOULD_NOT = 0.06;
    private static final int TRIES = 8;

    /** Why customers who were asked will not; the last one was not written down. */
    private static final List<String> WHY_NOT =
            List.of("do not want to bother friends", "waited too long for help", "others are cheaper", "");

    private static final double[] WHY_NOT_WEIGHTS = {0.45, 0.25, 0.2, 0.1};

    /** Why a recommendation came to nothing. */
    private static final List<String> DECLINED = List.of("under contract elsewhere", "not available there", "");

    private static final double[] DECLINED_WEIGHTS = {0.5, 0.3, 0.2};

    private static final List<String> WAYS = List.of("word of mouth", "link by e-mail", "in the shop", "");
    private static final double[] WAYS_WEIGHTS = {0.45, 0.3, 0.15, 0.1};

    private final Plan plan;
    private final People people;
    private final Lives lives;

    Advocates(Plan plan, People people, Lives lives) {
        this.plan = plan;
        this.people = people;
        this.lives = lives;
    }

    void tell(Person newcomer, Consumer<Entry> to) {
        Draws draws = Draws.of(plan.settings().seed(), "referral", newcomer.number());
        String id = Ids.of("E", newcomer.number(), 6);
        LocalDate since = newcomer.contractSince().orElse(LocalDate.MIN);
        if (!since.isBefore(plan.firstDay()) && draws.chance(CAME_BY_REFERRAL)) {
            referrer(newcomer, since, draws)
                    .ifPresent(referrer -> to.accept(new Entry.Recommended(
                            id,
                            referrer,
                            referrer.mainId(),
                            Optional.of(newcomer.mainId()),
                            since,
                            "joined",
                            "",
                            way(newcomer))));
        } else if (draws.chance(RECOMMENDS_IN_VAIN)) {
            LocalDate day = draws.day(plan.firstDay(), plan.lastDay());
            if (lives.life(newcomer).underContract(day)) {
                String outcome = draws.chance(0.5) ? "open" : "declined";
                to.accept(new Entry.Recommended(
                        id,
                        newcomer,
                        newcomer.mainId(),
                        Optional.empty(),
                        day,
                        outcome,
                        outcome.equals("declined") ? declined(newcomer) : "",
                        way(newcomer)));
            }
        }
        asked(newcomer, to);
    }

    /** Drawn apart from who brought whom. */
    private void asked(Person person, Consumer<Entry> to) {
        Draws draws = Draws.of(plan.settings().seed(), "would not recommend", person.number());
        LocalDate day = draws.day(plan.firstDay(), plan.lastDay());
        if (draws.chance(WOULD_NOT) && lives.life(person).underContract(day)) {
            to.accept(new Entry.Recommended(
                    Ids.of("U", person.number(), 6),
                    person,
                    person.mainId(),
                    Optional.empty(),
                    day,
                    "unwilling",
                    WHY_NOT.get(draws.weighted(WHY_NOT_WEIGHTS)),
                    ""));
        }
    }

    private String declined(Person person) {
        return DECLINED.get(
                Draws.of(plan.settings().seed(), "declined", person.number()).weighted(DECLINED_WEIGHTS));
    }

    private String way(Person person) {
        return WAYS.get(Draws.of(plan.settings().seed(), "way of recommending", person.number())
                .weighted(WAYS_WEIGHTS));
    }

    private Optional<Person> referrer(Person newcomer, LocalDate day, Draws draws) {
        for (int i = 0; i < TRIES; i++) {
            Person other = people.person(1 + draws.below(plan.settings().customers()));
            if (other.number() != newcomer.number() && lives.life(other).underContract(day.minusDays(1))) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }
}

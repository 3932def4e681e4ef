package io.customerroom.demo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Who brought whom. A newcomer names an earlier customer; other recommendations stay open or are declined. */
final class Advocates {

    private static final double CAME_BY_REFERRAL = 0.12;
    private static final double RECOMMENDS_IN_VAIN = 0.05;
    private static final int TRIES = 8;

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
                            id, referrer, referrer.mainId(), Optional.of(newcomer.mainId()), since, "joined")));
        } else if (draws.chance(RECOMMENDS_IN_VAIN)) {
            LocalDate day = draws.day(plan.firstDay(), plan.lastDay());
            if (lives.life(newcomer).underContract(day)) {
                String outcome = draws.chance(0.5) ? "open" : "declined";
                to.accept(new Entry.Recommended(id, newcomer, newcomer.mainId(), Optional.empty(), day, outcome));
            }
        }
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

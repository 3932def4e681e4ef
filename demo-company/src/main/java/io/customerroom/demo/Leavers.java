package io.customerroom.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Why they left, where anybody asked: most who gave notice, and some of those who had not shopped for a while. */
final class Leavers {

    private static final double NEVER_ASKED = 0.3;
    private static final double SHOPPER_ASKED = 0.3;
    private static final double NAMES_THE_CAUSE = 0.7;
    private static final int SILENT_DAYS = 75;
    private static final String BONUS_ENDED = "card bonus ended";
    private static final List<String> REASONS = List.of(
            "moved away",
            "too expensive",
            "line too slow",
            "better offer elsewhere",
            "service hard to reach",
            "no longer needed");
    private static final double[] WEIGHTS = {0.22, 0.24, 0.14, 0.22, 0.1, 0.08};
    private static final double[] SHOPPER_WEIGHTS = {0.12, 0.34, 0, 0.34, 0.05, 0.15};

    private final Plan plan;

    Leavers(Plan plan) {
        this.plan = plan;
    }

    /** Only those who are gone; who gave notice and has not left yet is in the contracts alone. */
    void tell(Life life, Consumer<Entry> to) {
        Person person = life.person();
        Draws draws = Draws.of(plan.settings().seed(), "leaver", person.number());
        for (Life.Leaving leaving : life.leavings()) {
            String reason = reason(leaving.cause(), draws);
            if (!leaving.endedOn().isAfter(plan.lastDay())) {
                to.accept(new Entry.Left(person, person.contractId(), leaving.endedOn(), leaving.noticedOn(), reason));
            }
        }
    }

    /** Somebody without a contract who will not come to the shop again. The company asks some of them after a silence. */
    void tellShopper(Person person, LocalDate lastOrder, Consumer<Entry> to) {
        Draws draws = Draws.of(plan.settings().seed(), "silent", person.number());
        LocalDate asked = lastOrder.plusDays(SILENT_DAYS + draws.below(30));
        if (draws.chance(SHOPPER_ASKED) && !asked.isAfter(plan.lastDay())) {
            to.accept(new Entry.Left(
                    person, person.cardId(), asked, asked, REASONS.get(draws.weighted(SHOPPER_WEIGHTS))));
        }
    }

    /** Somebody whom the end of the bonus drove away; the company asks those without a contract as it asks others. */
    void tellDisappointed(Person person, LocalDate lastOrder, Consumer<Entry> to) {
        Draws draws = Draws.of(plan.settings().seed(), "silent", person.number());
        LocalDate silentSince = lastOrder.isBefore(plan.bonusEnds()) ? plan.bonusEnds() : lastOrder;
        LocalDate asked = silentSince.plusDays(SILENT_DAYS + draws.below(30));
        if (person.contractSince().isEmpty() && draws.chance(SHOPPER_ASKED) && !asked.isAfter(plan.lastDay())) {
            to.accept(new Entry.Left(person, person.cardId(), asked, asked, BONUS_ENDED));
        }
    }

    private static String reason(Cause cause, Draws draws) {
        if (draws.chance(NEVER_ASKED)) {
            return "";
        }
        if (cause != Cause.USUAL && draws.chance(NAMES_THE_CAUSE)) {
            return cause.reason();
        }
        return REASONS.get(draws.weighted(WEIGHTS));
    }
}

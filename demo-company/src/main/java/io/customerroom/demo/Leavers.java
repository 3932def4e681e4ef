package io.customerroom.demo;

import java.util.List;
import java.util.function.Consumer;

/** Why they left, where anybody asked. */
final class Leavers {

    private static final double NEVER_ASKED = 0.3;
    private static final List<String> REASONS = List.of(
            "moved away",
            "too expensive",
            "line too slow",
            "better offer elsewhere",
            "service hard to reach",
            "no longer needed");
    private static final double[] WEIGHTS = {0.22, 0.24, 0.14, 0.22, 0.1, 0.08};

    private final Plan plan;

    Leavers(Plan plan) {
        this.plan = plan;
    }

    /** Only those who are gone; who gave notice and has not left yet is in the contracts alone. */
    void tell(Life life, Consumer<Entry> to) {
        Draws draws = Draws.of(plan.settings().seed(), "leaver", life.person().number());
        for (Life.Leaving leaving : life.leavings()) {
            String reason = reason(life.person(), leaving, draws);
            if (!leaving.endedOn().isAfter(plan.lastDay())) {
                to.accept(new Entry.Left(life.person(), leaving, reason));
            }
        }
    }

    private static String reason(Person person, Life.Leaving leaving, Draws draws) {
        if (draws.chance(NEVER_ASKED)) {
            return "";
        }
        if (leaving.afterLateInstallation() && draws.chance(0.5)) {
            return "installation came late";
        }
        if (person.promoted() && draws.chance(0.6)) {
            return "only wanted the promotion";
        }
        return REASONS.get(draws.weighted(WEIGHTS));
    }
}

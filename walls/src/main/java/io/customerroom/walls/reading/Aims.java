package io.customerroom.walls.reading;

import io.customerroom.ledger.goals.AlarmDecision;
import io.customerroom.ledger.goals.Goal;
import io.customerroom.ledger.goals.Goals;
import io.customerroom.ledger.goals.OtherCount;
import java.util.List;
import java.util.function.Supplier;

/** What was aimed at, and what other systems count, as it stands beside the figures of a view. */
public interface Aims {

    /** Nobody stated anything. */
    Aims NONE = new Aims() {
        @Override
        public List<Goal> goals(WallQuery query) {
            return List.of();
        }

        @Override
        public List<OtherCount> counts(WallQuery query) {
            return List.of();
        }

        @Override
        public long version() {
            return 0;
        }
    };

    /** The goals that hold for a view; of a view that looks back, those that held then. */
    List<Goal> goals(WallQuery query);

    /** Of each system, figure and period the count entered last, as far as the view knows it. */
    List<OtherCount> counts(WallQuery query);

    /** What was decided about the alarm "volume above plan, value below plan", as far as the view knows it, oldest first. */
    default List<AlarmDecision> decisions(WallQuery query) {
        return List.of();
    }

    /** Changes whenever something was stated. */
    long version();

    /** Over what people stated. */
    static Aims of(Supplier<Goals> goals) {
        return new Aims() {
            @Override
            public List<Goal> goals(WallQuery query) {
                return query.past()
                        ? goals.get().inForce(query.clocks().known())
                        : goals.get().inForce();
            }

            @Override
            public List<OtherCount> counts(WallQuery query) {
                return query.past()
                        ? goals.get().countsInForce(query.clocks().known())
                        : goals.get().countsInForce();
            }

            @Override
            public List<AlarmDecision> decisions(WallQuery query) {
                return goals.get().decisions().stream()
                        .filter(decision -> !query.past()
                                || !decision.at().isAfter(query.clocks().known()))
                        .toList();
            }

            @Override
            public long version() {
                return goals.get().version();
            }
        };
    }
}

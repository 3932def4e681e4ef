package io.customerroom.walls.listening;

import java.util.List;
import java.util.OptionalLong;

/**
 * The count-down clock on an issue: how long it takes to get the counts down. It looks at the issue's <em>volume</em>, the tickets that
 * customers open in a calendar month, and never at whether tickets are closed or how old they are: closing all of them stops nothing
 * while new ones keep coming, and a pile of old ones keeps nothing running when no new one comes.
 *
 * <p><b>Which months.</b> The first one is the month in which a level was first set or promised. A month is judged by the level in force at
 * its end, so a level that is lowered or raised later does not rewrite months that are over, nor begin the count anew.
 *
 * <p><b>Calm run.</b> A month is calm when its volume is at or under its level. So many calm months in a row as the level asks for stop
 * the clock, with the last of them. One month above the level breaks the run; after a stop it starts the clock anew, counting from one.
 *
 * <p><b>A month that is not over</b> can only grow: above its level it counts, as it will stay above; at or under it, it says nothing yet.
 *
 * <p><b>No data.</b> A month of which no ticket tells (of any issue, see {@link Tickets}) is neither calm nor above: it does not stop a
 * running clock, does not break a calm run, and does not start a stopped clock. Time passes all the same, so a running clock counts it.
 * A month in which tickets came, but none of this issue, has the volume 0.
 */
final class IssueClock {

    private IssueClock() {}

    /**
     * One month of an issue, as the clock sees it.
     *
     * @param name of the month
     * @param volume tickets of the issue that were opened in it; empty where nothing is known
     * @param over whether the month is over
     */
    record Month(String name, OptionalLong volume, IssueLevel level, boolean over) {

        boolean above() {
            return volume.isPresent() && volume.getAsLong() > level.most();
        }

        boolean calm() {
            return over && volume.isPresent() && !above();
        }
    }

    /** What the clock shows after the last month. */
    sealed interface Face {

        /** The level is fresh: no month that says anything has passed under it. */
        record Fresh() implements Face {}

        /**
         * It runs.
         *
         * @param since the first month that counts
         * @param months since then, that one and the last one included
         * @param calm months in a row within the level at the end, fewer than the level asks for
         * @param unknown months among them of which nothing is known
         */
        record Running(String since, int months, int calm, int unknown) implements Face {}

        /**
         * It stands.
         *
         * @param in the month that stopped it
         * @param after how many months it had run, that one included
         * @param relapses how often it had stopped before and was started anew
         */
        record Stopped(String in, int after, int relapses) implements Face {}
    }

    /** @param months without gap, oldest first, from the one in which the level was first set */
    static Face after(List<Month> months) {
        State state = new State();
        months.forEach(state::see);
        return state.face();
    }

    /** Walks through the months. */
    private static final class State {

        private String since = "";
        private String stopped = "";
        private int running;
        private int calm;
        private int unknown;
        private int took;
        private int stops;

        void see(Month month) {
            if (month.above()) {
                calm = 0;
                stopped = "";
                run(month);
            } else if (month.over() && stopped.isEmpty()) {
                calm += month.calm() ? 1 : 0;
                unknown += month.volume().isEmpty() ? 1 : 0;
                run(month);
                if (calm >= month.level().calm()) {
                    stop(month);
                }
            }
        }

        private void run(Month month) {
            since = running == 0 ? month.name() : since;
            running++;
        }

        private void stop(Month month) {
            stopped = month.name();
            took = running;
            stops++;
            running = 0;
            calm = 0;
            unknown = 0;
        }

        Face face() {
            if (!stopped.isEmpty()) {
                return new Face.Stopped(stopped, took, stops - 1);
            }
            return running == 0 ? new Face.Fresh() : new Face.Running(since, running, calm, unknown);
        }
    }
}

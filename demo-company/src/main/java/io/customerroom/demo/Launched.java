package io.customerroom.demo;

import java.util.List;

/**
 * Whom a programme of the demo company was for, by the ids of its contract system.
 *
 * @param keptOut by a lot
 * @param tookUp of those to whom it was offered
 * @param leftOut how many were on no side of the lot, because they asked not to be contacted
 */
public record Launched(List<String> offered, List<String> keptOut, List<String> tookUp, int leftOut) {

    public Launched {
        offered = List.copyOf(offered);
        keptOut = List.copyOf(keptOut);
        tookUp = List.copyOf(tookUp);
    }
}

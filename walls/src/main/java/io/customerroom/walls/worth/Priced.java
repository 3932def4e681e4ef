package io.customerroom.walls.worth;

/** Whether customers can be valued by what was known on a day. */
sealed interface Priced permits Pricing, Priced.Unpriced {

    /** @param why as a clause: "spend is refused: …" */
    record Unpriced(String why) implements Priced {}
}

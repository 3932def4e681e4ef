package io.customerroom.room.losses;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.walls.asset.LossBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leavers drawn for executives to call. A draw is never changed and nobody is drawn twice, in no month and for no executive; notes of calls are
 * only added. Every change leaves an entry in the trail, in one transaction, with customers by their opaque keys.
 */
public interface LossReviews extends LossBook {

    /** So many per executive and month. */
    int EACH = 10;

    /** A reason is at most this long. */
    int REASON = 200;

    /** A note is at most this long. */
    int NOTE = 2_000;

    /**
     * Draws ten for each of these executives, in proportion to the value that left with them, and deals them out one at a time. Whoever has ten of this
     * month already gets no more; if all have, nothing changes. Refused: no executive, nobody to draw.
     *
     * @return what was drawn; empty if nothing was
     */
    Optional<Drawing> draw(Authorship by, Population population, List<String> executives);

    /** Every draw, newest first. */
    List<Drawing> drawings();

    /** The draw of a customer, under whatever key of theirs they were drawn; nothing for somebody who was not. */
    Optional<Drawing.Drawn> drawn(CustomerId customer);

    /** Everybody who was ever drawn. */
    Set<CustomerId> everDrawn();

    /**
     * Draws again from the kept population and says whether the same come out, in the same order. False also where the evidence is gone or altered.
     */
    boolean repeats(Drawing drawing);

    /**
     * Notes a call, under the key under which the customer was drawn, whichever of theirs is named. Refused: somebody who was not drawn, a reason or an issue
     * without having reached them.
     *
     * @param note its author and moment are the transaction's
     */
    void note(Authorship by, CustomerId customer, CallNote note);

    /**
     * Notes which batch carries the reason of the customer's last note into the facts. Said again it changes nothing. Refused: no note with a reason, another batch.
     */
    void carried(Authorship by, CustomerId customer, String batch);

    /** Where a reason comes from: the draw, the executive and the note that the batch carries. */
    Optional<Origin> origin(String batch);

    /** @param drawing id of the draw */
    record Origin(String drawing, String executive, CustomerId customer, CallNote note) {}

    /** What was noted of calls to a customer, newest first. */
    List<CallNote> notes(CustomerId customer);

    /** The last notes that name an issue, newest first, with the customer. */
    List<AboutIssue> about(String issue);

    /** @param executive who called */
    record AboutIssue(CustomerId customer, String executive, CallNote note) {}
}

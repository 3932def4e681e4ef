package io.customerroom.room.programmes;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.room.text.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The programmes of the room. Every change stands in the trail. */
public interface Programmes {

    /** In the order of planning, those taken back included. */
    List<Programme> all();

    /** The programme or a failure that says where to look. */
    Programme require(String id);

    /** Plans a programme for these customers and draws whom it keeps out. Refused without customers, and where the owner has no open account. */
    Programme plan(Authorship by, Draft draft, Set<CustomerId> audience);

    /**
     * Plans a programme whose hold-out was drawn elsewhere; the draft's share and seed are not used. Refused without anybody to offer it to or anybody kept out,
     * where somebody is both, and without words.
     *
     * @param lot how chance decided who is kept out
     */
    Programme planDrawn(Authorship by, Draft draft, Set<CustomerId> offered, Set<CustomerId> heldOut, String lot);

    /** Notes who took it up. Those it is not offered to are left out; those noted before stay noted. */
    Programme takenUp(Authorship by, String id, Set<CustomerId> customers);

    /** Takes a programme back, for a reason. Asking twice changes nothing. */
    Programme withdraw(Authorship by, String id, String reason);

    /**
     * A programme as it is planned.
     *
     * @param endsOn the last day, not before the first
     * @param heldOutPercent from 0 to 50
     */
    record Draft(
            String name,
            Programme.Kind kind,
            String audience,
            String owner,
            LocalDate startsOn,
            LocalDate endsOn,
            BigDecimal cost,
            int heldOutPercent,
            long seed) {

        public Draft {
            name = Typed.required(name, 200, "NAME_MISSING", "A programme has a name.");
            audience = Typed.required(audience, 500, "AUDIENCE_MISSING", "A programme says whom it is for.");
            if (endsOn.isBefore(startsOn)) {
                throw Failure.yours(
                        "ENDS_BEFORE_START", "A programme does not end before it starts.", "Write a later last day.");
            }
            if (cost.signum() < 0) {
                throw Failure.yours("COST_NEGATIVE", "A programme costs nothing or more.", "Write 0 or more.");
            }
            if (heldOutPercent < 0 || heldOutPercent > 50) {
                throw Failure.yours(
                        "HELD_OUT_SHARE",
                        "From 0 to 50 %% of an audience can be kept out, not %d.".formatted(heldOutPercent),
                        "Write a share such as 20.");
            }
        }
    }
}

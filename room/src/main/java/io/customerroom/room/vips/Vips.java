package io.customerroom.room.vips;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.room.text.Typed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The VIPs of the room. Every change stands in the trail; the same change twice changes nothing. */
public interface Vips {

    /** More than these nobody looks after by name. */
    int MOST = 200;

    /** Every choice, also those that were ended, in the order of choosing. */
    List<Vip> all();

    /** The VIP or a failure that says where to look. */
    Vip require(String id);

    /** Chooses a customer; refused where {@value #MOST} are chosen. A customer who is chosen stays as they are. */
    Vip choose(Authorship by, CustomerId customer, Vip.Way way, String reason);

    /** Ends a choice, for a reason. */
    Vip release(Authorship by, String id, String reason);

    /** Writes the next version of a plan. Refused for a choice that was ended, and where the owner has no open account. */
    Vip plan(Authorship by, String id, Draft draft);

    /** Plans a host contact. Refused as a plan is. */
    Vip invite(Authorship by, String id, Invitation invitation);

    /** Notes that a host contact took place. Refused before the day it was planned on has come and for a day that has not come. */
    Vip held(Authorship by, String contact, LocalDate on, String words);

    /** Notes that a host contact did not take place. */
    Vip notHeld(Authorship by, String contact, String words);

    /** Takes back what was noted of a host contact; it is open again. */
    Vip reopen(Authorship by, String contact);

    /**
     * A plan as it is written.
     *
     * @param expected money a year, not below nothing
     */
    record Draft(String keeps, String owner, String step, LocalDate dueOn, BigDecimal expected) {

        public Draft {
            keeps = Typed.required(keeps, Typed.LONG, "PLAN_MISSING", "A plan says what keeps the customer.");
            step = Typed.required(step, 1000, "STEP_MISSING", "A plan has a next step.");
            if (expected.signum() < 0) {
                throw Failure.yours(
                        "EXPECTED_NEGATIVE", "What a plan is to bring is not below nothing.", "Write 0 or more.");
            }
        }
    }

    /** A host contact as it is planned. */
    record Invitation(HostContact.Kind kind, String host, LocalDate plannedOn, String purpose) {

        public Invitation {
            purpose = Typed.required(purpose, 1000, "PURPOSE_MISSING", "A host contact has a purpose.");
        }
    }
}

package io.customerroom.room.displays;

import io.customerroom.kernel.Authorship;
import java.util.List;

/** The screens that may show the room. */
public interface Displays {

    /** In the order of issuing, revoked ones included. */
    List<Display> all();

    /** Lets one more screen in. */
    Display.Issued issue(Authorship by, String name);

    /** Whether this token belongs to a display that was not revoked. */
    boolean admits(String token);

    /** Ends a display for good. Ending it again changes nothing. */
    void revoke(Authorship by, String id);
}

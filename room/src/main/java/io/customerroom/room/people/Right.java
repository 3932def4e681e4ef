package io.customerroom.room.people;

/** Something an account may do. Which address needs which right is the web's table of routes. */
public enum Right {
    /** Look at the walls, the meetings, the promises and the definitions. */
    READ_WALLS("read walls, meetings, promises and definitions"),
    /** Open a figure and see the customers and events behind it, by their opaque ids. */
    READ_ROWS("open the rows behind a figure"),
    /** Read what customers are called; everybody else sees opaque ids. */
    READ_NAMES("read what customers are called"),
    /** Note what was done with customers: touches, visits, readings. */
    CARE("note touches, visits and readings"),
    /** Answer the three questions; make, move and close promises; propose. */
    ANSWER("answer, promise and propose"),
    /** Sign definitions, approve exits, call leavers: what a leader answers for by name. */
    SIGN("sign definitions, approve exits, call leavers"),
    /** Plan meetings, note who was there, freeze the walls. */
    HOLD_MEETINGS("hold meetings, freeze walls, state goals"),
    /** Read which batches came in, and what became of them. */
    READ_RECEIPTS("read receipts and schedules"),
    /** Bring data in and take it out again. */
    IMPORT("bring data in, undo it, build the ledger"),
    /** Read and verify the trail. */
    READ_TRAIL("read and verify the trail"),
    /** Invite people, give roles and scopes, reset passwords, close accounts. */
    MANAGE_PEOPLE("invite people, give roles and scopes");

    private final String words;

    Right(String words) {
        this.words = words;
    }

    /** What the right allows, to stand after “may”. */
    public String words() {
        return words;
    }
}

package io.customerroom.room.people;

/** Something an account may do. */
public enum Right {
    /** Look at the walls, the meetings and the promises. */
    READ_WALLS,
    /** Read what customers are called; everybody else sees opaque ids. */
    READ_NAMES,
    /** Answer the three questions; make, move and close promises. */
    ANSWER,
    /** Plan meetings, note who was there, freeze the walls. */
    HOLD_MEETINGS,
    /** Bring data in and take it out again. */
    IMPORT,
    /** Read and verify the trail. */
    READ_TRAIL,
    /** Invite people, give roles, reset passwords, close accounts. */
    MANAGE_PEOPLE
}

package io.customerroom.room.minutes;

import java.time.Instant;

/**
 * What the minutes say about one point of the agenda.
 *
 * @param item of the agenda
 * @param words may be empty again
 * @param revision 1 when it was first written, one more with each change
 * @param at when it was last changed
 * @param by who changed it last
 */
public record Note(String item, String words, int revision, Instant at, String by) {}

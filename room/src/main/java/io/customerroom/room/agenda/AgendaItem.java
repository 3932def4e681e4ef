package io.customerroom.room.agenda;

/**
 * A topic that stands on the agenda of a meeting.
 *
 * @param id {@code a1}, {@code a2}, … in the order in which they were put on
 * @param meeting whose agenda it is
 */
public record AgendaItem(String id, String meeting, Topic topic) {}

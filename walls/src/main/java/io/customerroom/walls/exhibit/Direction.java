package io.customerroom.walls.exhibit;

/** Which way a figure improves. Good and bad come from here, never from up and down. */
public enum Direction {
    UP,
    DOWN,
    NONE
}

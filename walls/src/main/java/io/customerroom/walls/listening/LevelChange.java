package io.customerroom.walls.listening;

import java.time.Instant;
import java.util.Optional;

/**
 * From a moment on another level is in force.
 *
 * @param level empty where none is in force any more
 */
public record LevelChange(Instant at, Optional<IssueLevel> level) {}

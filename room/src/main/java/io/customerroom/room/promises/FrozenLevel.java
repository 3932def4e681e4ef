package io.customerroom.room.promises;

import java.math.BigDecimal;

/**
 * What a figure read on the frozen wall of a meeting: evidence for a promise about it.
 *
 * @param meeting whose frozen wall is quoted
 * @param figure its id, stable from period to period
 */
public record FrozenLevel(String meeting, String exhibit, String figure, BigDecimal value) {}

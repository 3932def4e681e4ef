package io.customerroom.walls.operations;

import java.time.LocalDate;

/**
 * A dated remark on a series, with its author.
 *
 * @param series what it is about, as {@link Remarks#series} names it
 * @param day from which it holds
 * @param fresh whether the process is meant to have changed on that day, so that its limits start anew
 */
public record Remark(String series, LocalDate day, String words, String author, boolean fresh) {}

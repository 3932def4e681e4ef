package io.customerroom.walls.exhibit;

import java.time.LocalDate;

/**
 * A dated remark on a series, with its author, in one of its versions.
 *
 * @param number the same in all versions
 * @param series what it is about, as {@link Remarks} names it
 * @param day from which it holds
 * @param author of this version
 * @param fresh whether the process is meant to have changed on that day, so that its limits start anew
 * @param version from 1; an edited remark is another version, and the earlier stay readable
 * @param link what it belongs to: {@code promise p3}, {@code meeting m1}; empty for nothing
 */
public record Remark(
        long number,
        String series,
        LocalDate day,
        String words,
        String author,
        boolean fresh,
        int version,
        String link) {

    /** As it is printed where there is no page: {@code New shifts (leo, 2026-03-02; promise p3)}. */
    public String inWords() {
        return "%s (%s, %s%s)".formatted(words, author, day, link.isEmpty() ? "" : "; " + link);
    }
}

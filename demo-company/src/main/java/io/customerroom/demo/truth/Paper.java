package io.customerroom.demo.truth;

/**
 * What was planted, in words.
 *
 * @param where site, segment, contact or issue
 * @param from since when
 * @param size how strong it was planted; the counts of this seed stand beside it in the file
 * @param see how to see it
 * @param capability which of the product's capabilities finds it
 * @param today whether the walls of today can show it
 */
public record Paper(
        String id, String what, String where, String from, String size, String see, String capability, boolean today) {}

package io.customerroom.web.artefacts;

import java.util.List;

/**
 * What hangs beside one thing.
 *
 * @param heading {@code contact delivery}; empty where the page is about nothing else
 * @param href the page of that thing
 * @param all where those that do not hang here are listed; empty when all do
 * @param count how many there are
 */
public record Strip(String heading, String href, List<ArtefactCard> cards, String all, int count) {}

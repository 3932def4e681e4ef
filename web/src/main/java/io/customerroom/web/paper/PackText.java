package io.customerroom.web.paper;

import io.customerroom.walls.exhibit.Table;
import java.util.List;
import java.util.Map;

/**
 * What a board pack says beside the walls.
 *
 * @param title the meeting, or that the walls are today's
 * @param cover lines of the first page, by name, in their order
 * @param sections promises and whatever else has a table of its own
 * @param appendix rules in force, word for word
 */
public record PackText(String title, Map<String, String> cover, List<Section> sections, List<Rule> appendix) {

    public PackText {
        sections = List.copyOf(sections);
        appendix = List.copyOf(appendix);
    }

    /** @param sentence what the table says in one breath */
    public record Section(String title, String sentence, Table table) {}

    /** @param text line by line */
    public record Rule(String title, String text) {}
}

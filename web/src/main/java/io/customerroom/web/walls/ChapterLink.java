package io.customerroom.web.walls;

import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.reading.WallQuery;
import java.util.List;

/**
 * The way to a next question.
 *
 * @param current whether it is the one being read
 */
public record ChapterLink(String question, String href, boolean current) {

    static List<ChapterLink> of(int number, List<Chapter> chapters, String current, WallQuery query) {
        return chapters.stream()
                .map(chapter -> new ChapterLink(
                        chapter.question(),
                        WallAddress.chapter(number, chapter.id(), query),
                        chapter.id().equals(current)))
                .toList();
    }
}

package io.customerroom.walls.reading;

import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.exhibit.Wall;
import java.util.List;

/** The second layer of one wall. */
public interface Chapters {

    /** In the order in which they are asked. */
    List<Chapter> all();

    /** The exhibits of one chapter for one view, on a wall without opening figures. */
    Wall compose(Chapter chapter, WallQuery query);
}

package io.customerroom.walls.exhibit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the customers and events behind a figure are listed.
 *
 * @param metric the metric whose rows answer
 * @param period the period's name
 * @param where columns of those rows and the value asked for, in the order of their names
 */
public record Drill(String metric, String period, Map<String, String> where) {

    public Drill {
        where = Collections.unmodifiableMap(new TreeMap<>(where));
    }
}

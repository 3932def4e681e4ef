package io.customerroom.bench;

import java.io.IOException;
import java.util.List;

/** One or more lines of the budget table, measured. */
interface Comparison {

    /** As {@code --only} names it. */
    String name();

    List<Line> measure(Yard yard) throws IOException, InterruptedException;
}

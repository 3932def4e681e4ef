package io.customerroom.web.walls;

import java.util.List;

/** What the filters offer. */
public interface Choices {

    /** The company's segments, in the order of their names; asked for once per build. */
    List<String> segments();

    List<String> sites();
}

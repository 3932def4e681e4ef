package io.customerroom.web.frame;

/**
 * The places of the room in the order of the navigation. Who sees one is who may ask its address. The tour is there where the room has one.
 */
enum Place {
    TOUR("Tour", "/tour"),
    OUTCOME("Wall 1 Outcome", "/walls/1"),
    ISSUES("Wall 2 Issues", "/walls/2"),
    OPERATIONS("Wall 3 Operations", "/walls/3"),
    MEETINGS("Meetings", "/meetings"),
    PROMISES("Promises", "/promises"),
    DECISIONS("Decisions", "/decisions"),
    VIPS("VIPs", "/vips"),
    PROGRAMMES("Programmes", "/programmes"),
    DEFINITIONS("Definitions", "/definitions"),
    METRICS("Metrics", "/metrics"),
    DATA("Data", "/data"),
    PEOPLE("People", "/people"),
    TRAIL("Trail", "/trail");

    private final String label;
    private final String path;

    Place(String label, String path) {
        this.label = label;
        this.path = path;
    }

    String path() {
        return path;
    }

    Frame.Link link(String shown) {
        return new Frame.Link(label, path, shown.equals(path) || shown.startsWith(path + "/"));
    }
}

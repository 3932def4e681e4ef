package io.customerroom.web.frame;

import java.util.List;
import java.util.function.Predicate;

/**
 * The places of the room in the order of the navigation, and the roles that see them. No role named: everyone signed in. The tour is there
 * where the room has one.
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
    DATA("Data", "/data", "ADMINISTRATOR", "DATA_ADMIN"),
    PEOPLE("People", "/people", "ADMINISTRATOR"),
    TRAIL("Trail", "/trail", "ADMINISTRATOR", "FACILITATOR");

    private final String label;
    private final String path;
    private final List<String> roles;

    Place(String label, String path, String... roles) {
        this.label = label;
        this.path = path;
        this.roles = List.of(roles);
    }

    boolean visibleTo(Predicate<String> hasRole) {
        return roles.isEmpty() || roles.stream().anyMatch(hasRole);
    }

    Frame.Link link(String shown) {
        return new Frame.Link(label, path, shown.equals(path) || shown.startsWith(path + "/"));
    }
}

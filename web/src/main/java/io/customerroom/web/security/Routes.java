package io.customerroom.web.security;

import io.customerroom.room.people.Right;
import io.customerroom.web.security.Route.Audience;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table of routes, the most specific line first. */
public final class Routes {

    private static final List<Route> ALL = RouteTable.LINES
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> route(line.strip().split(" +")))
            .sorted(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR)
                    .thenComparing(Route::verb))
            .toList();

    private Routes() {}

    public static List<Route> all() {
        return ALL;
    }

    /** The line that speaks about a request; empty where none does. */
    public static Optional<Route> of(String verb, PathContainer path) {
        return ALL.stream()
                .filter(route -> route.verb().equals(verb) || route.verb().equals("ANY"))
                .filter(route -> route.pattern().matches(path))
                .findFirst();
    }

    /** Whether somebody with these rights may ask a path. */
    public static boolean open(String verb, String path, Set<Right> rights) {
        return of(verb, PathContainer.parsePath(path))
                .filter(route -> route.audience().admits(rights))
                .isPresent();
    }

    /** The verbs that a path answers to somebody with these rights, in the order of the alphabet; {@code HEAD} wherever {@code GET} is. */
    public static List<String> verbs(PathContainer path, Set<Right> rights) {
        return ALL.stream()
                .filter(route -> route.pattern().matches(path))
                .filter(route -> route.audience().admits(rights))
                .flatMap(route -> route.verb().equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(route.verb()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether any line speaks about a path, whatever the verb. */
    static boolean named(PathContainer path) {
        return ALL.stream().anyMatch(route -> route.pattern().matches(path));
    }

    private static Route route(String[] words) {
        return new Route(words[0], PathPatternParser.defaultInstance.parse(words[1]), audience(words));
    }

    private static Audience audience(String[] words) {
        return switch (words[2]) {
            case "ANYBODY" -> new Audience.Anybody();
            case "SIGNED-IN" -> new Audience.AnyAccount();
            default -> {
                Set<Right> rights = EnumSet.noneOf(Right.class);
                Arrays.stream(words).skip(2).map(Right::valueOf).forEach(rights::add);
                yield new Audience.Holders(Set.copyOf(rights));
            }
        };
    }
}

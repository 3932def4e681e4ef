package io.customerroom.acceptance.map;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.customerroom.web.security.Route;
import io.customerroom.web.security.Routes;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every address that changes something leads to {@code StateStore.write}, which refuses a change without an entry in the trail, and takes its author from the request. Read from the classes and the
 * table of routes, so that nobody has to remember it at the next address.
 */
class EveryChangeIsToldTest {

    private static final String WRITE = "io.customerroom.state.StateStore.write(";

    /** Addresses that change nothing which lasts, and why. */
    private static final Map<String, String> CHANGE_NOTHING = Map.of(
            "/theme", "a cookie of the browser",
            "/account/sessions/{handle}/end", "a session lives in the memory of the server, and nowhere else",
            "/account/sessions/others", "the same",
            "/data/jobs/{id}/stop", "an import that has not ended: nothing of it counts yet, and it can go on",
            "/data/databases/{name}/dry-run", "a reading that keeps nothing",
            "/data/upload", "a file in staging, which does not exist until it is imported",
            "/data/uploads/{id}/dry-run", "a reading of that file",
            "/data/uploads/{id}/mapping", "how that file is read, until it is imported");

    /** Answered by the security rules, not by a controller. */
    private static final Set<String> BY_RULES = Set.of("/sign-in", "/sign-out");

    private static final Map<String, JavaMethod> HANDLERS = handlers();

    @Test
    void everyAddressThatChangesLeavesAnEntry() {
        Set<String> silent = new TreeSet<>();
        for (Route route : changing()) {
            if (reached(handler(route.path())).stream().noneMatch(name -> name.startsWith(WRITE))) {
                silent.add(route.path());
            }
        }
        assertThat(silent).isEqualTo(new TreeSet<>(CHANGE_NOTHING.keySet()));
    }

    @Test
    void everyEntryTakesItsAuthorFromTheRequest() {
        Set<String> nameless = changing().stream()
                .map(Route::path)
                .filter(path -> !CHANGE_NOTHING.containsKey(path))
                .filter(path -> reached(handler(path)).stream()
                        .noneMatch(name -> name.startsWith("io.customerroom.web.security.Authors.of(")))
                .collect(toCollection(TreeSet::new));
        assertThat(nameless).isEmpty();
    }

    private static JavaMethod handler(String path) {
        return Objects.requireNonNull(HANDLERS.get(path), () -> "no controller answers " + path);
    }

    private static List<Route> changing() {
        return Routes.all().stream()
                .filter(route -> !Set.of("GET", "ANY").contains(route.verb()))
                .filter(route -> !BY_RULES.contains(route.path()))
                .toList();
    }

    /** Names of all code that may run behind a method; behind an interface, every implementation may. */
    private static Set<String> reached(JavaCodeUnit start) {
        Set<String> names = new HashSet<>();
        Deque<JavaCodeUnit> ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty()) {
            JavaCodeUnit unit = ahead.removeFirst();
            if (!names.add(unit.getFullName())) {
                continue;
            }
            Stream<JavaCodeUnit> called =
                    unit.getCallsFromSelf().stream().flatMap(call -> call.getTarget().resolveMember().stream());
            Stream<JavaCodeUnit> referred = unit.getMethodReferencesFromSelf().stream()
                    .flatMap(reference -> reference.getTarget().resolveMember().stream());
            Stream.concat(called, referred)
                    .filter(target -> target.getOwner().getPackageName().startsWith("io.customerroom"))
                    .forEach(target -> {
                        ahead.add(target);
                        implementations(target).forEach(ahead::add);
                    });
        }
        return names;
    }

    private static Stream<JavaMethod> implementations(JavaCodeUnit target) {
        return target.getOwner().getAllSubclasses().stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.getName().equals(target.getName())
                        && method.getRawParameterTypes().size()
                                == target.getRawParameterTypes().size());
    }

    private static Map<String, JavaMethod> handlers() {
        Map<String, JavaMethod> found = new TreeMap<>();
        for (JavaClass each : TheMapTest.HOUSE) {
            if (each.isAnnotatedWith(Controller.class) || each.isMetaAnnotatedWith(Controller.class)) {
                RequestMapping root = AnnotatedElementUtils.findMergedAnnotation(each.reflect(), RequestMapping.class);
                for (JavaMethod method : each.getMethods()) {
                    note(found, root, method);
                }
            }
        }
        return found;
    }

    private static void note(Map<String, JavaMethod> found, @Nullable RequestMapping root, JavaMethod method) {
        Method reflected = method.reflect();
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(reflected, RequestMapping.class);
        if (mapping == null || !Arrays.asList(mapping.method()).contains(RequestMethod.POST)) {
            return;
        }
        for (String above : paths(root)) {
            for (String path : paths(mapping)) {
                found.put((above + path).replaceAll(":[^/]*}", "}"), method);
            }
        }
    }

    private static List<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? List.of("") : Arrays.asList(mapping.path());
    }
}

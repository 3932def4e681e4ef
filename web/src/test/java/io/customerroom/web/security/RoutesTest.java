package io.customerroom.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.room.people.Role;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;

class RoutesTest {

    private static final Pattern REGEX = Pattern.compile("\\{([a-zA-Z]+):(?:[^{}]|\\{[^}]*})*}");

    /** Answered by the rules themselves. */
    private static final Set<String> WITHOUT_CONTROLLER =
            Set.of("ANY /assets/**", "ANY /error", "POST /sign-in", "POST /sign-out");

    @Test
    void everyAddressOfAControllerHasItsLineAndEveryLineItsAddress() throws ReflectiveOperationException {
        Set<String> lines = Routes.all().stream()
                .map(route -> route.verb() + " " + route.path())
                .filter(line -> !WITHOUT_CONTROLLER.contains(line))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(lines).isEqualTo(addresses());
    }

    @Test
    void noLineStandsTwice() {
        assertThat(RouteTable.LINES
                        .lines()
                        .map(line -> line.strip().replaceAll(" +", " ").split(" ", 3))
                        .map(words -> words[0] + " " + words[1]))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /walls/1                       | administrator facilitator leader contact-owner front-line viewer data-admin auditor
            GET  | /customers                     | administrator facilitator leader contact-owner front-line viewer data-admin auditor
            GET  | /walls/1.pdf                   | administrator facilitator leader contact-owner front-line viewer data-admin auditor
            GET  | /data                          | administrator data-admin auditor
            GET  | /data/upload                   | administrator data-admin
            GET  | /data/batches/b1/quarantine    | administrator data-admin
            POST | /data/build                    | administrator data-admin
            GET  | /trail                         | administrator facilitator auditor
            GET  | /people                        | administrator
            POST | /touches                       | administrator facilitator leader contact-owner front-line data-admin
            POST | /promises/p1/keep              | administrator facilitator leader contact-owner
            POST | /definitions/proposals/x/sign  | administrator facilitator leader
            POST | /meetings/m1/freeze            | administrator facilitator
            POST | /walls/1                       |
            GET  | /nowhere                       |
            """)
    void eachRoleReachesItsOwn(String verb, String path, @Nullable String roles) {
        assertThat(Stream.of(Role.values())
                        .filter(role -> Routes.open(verb, path, role.rights()))
                        .map(Role::id))
                .containsExactlyElementsOf(roles == null ? List.of() : Arrays.asList(roles.split(" ")));
    }

    @Test
    void anAuditorChangesNothingButTheirOwnAccount() {
        assertThat(Routes.all().stream()
                        .filter(route -> route.verb().equals("POST"))
                        .filter(route -> route.audience() instanceof Route.Audience.Holders)
                        .filter(route -> route.audience().admits(Role.AUDITOR.rights())))
                .isEmpty();
    }

    private static Set<String> addresses() throws ReflectiveOperationException {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        Set<String> addresses = new TreeSet<>();
        for (var bean : scan.findCandidateComponents("io.customerroom.web")) {
            Class<?> controller =
                    ClassUtils.forName(String.valueOf(bean.getBeanClassName()), RoutesTest.class.getClassLoader());
            // fixtures of tests are no controllers of the program
            if (controller
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath()
                    .contains("test-classes")) {
                continue;
            }
            for (String root : paths(AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class))) {
                for (Method method : controller.getDeclaredMethods()) {
                    RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                    if (mapping != null) {
                        for (String path : paths(mapping)) {
                            addresses.add(mapping.method()[0] + " "
                                    + REGEX.matcher(root + path).replaceAll("{$1}"));
                        }
                    }
                }
            }
        }
        return addresses;
    }

    private static List<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
    }
}

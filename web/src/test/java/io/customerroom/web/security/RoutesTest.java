package io.customerroom.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.room.people.Right;
import io.customerroom.room.people.Role;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

    /** The table in the guide is the one in the code. */
    @Test
    void theGuideShowsEveryRoleWithItsRights() throws IOException {
        assertThat(Files.readString(Path.of("../docs/guide/people.md"))).contains(table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| may |");
        for (Role role : Role.values()) {
            table.append(' ').append(role.words()).append(" |");
        }
        table.append("\n|---|").append("---|".repeat(Role.values().length)).append('\n');
        for (Right right : Right.values()) {
            table.append("| ").append(right.words()).append(" |");
            for (Role role : Role.values()) {
                table.append(role.may(right) ? " yes |" : " |");
            }
            table.append('\n');
        }
        return table.toString();
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

    /** Against a second reading of the table: by regular expressions, the line with the fewest variables first. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void aThousandRequestsMadeUpPerRoleReachWhatTheTableSays(Role role) {
        Random chance = new Random(role.ordinal());
        for (int i = 0; i < 1000; i++) {
            Route route = Routes.all().get(chance.nextInt(Routes.all().size()));
            String verb = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "get")
                    .get(chance.nextInt(7));
            String path = Pattern.compile("\\{[a-z]+}|\\*\\*")
                    .matcher(route.path())
                    .replaceAll(_ -> List.of("1", "zz9", "new", "compare", "a.csv", "%2e%2e", "x;y=z")
                            .get(chance.nextInt(7)));
            String asked = chance.nextInt(10) == 0 ? path + "/" : path;
            boolean allowed = lineOf(verb, asked)
                    .filter(line -> line[2].equals("ANYBODY")
                            || line[2].equals("SIGNED-IN")
                            || Arrays.stream(line).skip(2).anyMatch(right -> role.may(Right.valueOf(right))))
                    .isPresent();
            assertThat(Routes.open(verb, asked, role.rights()))
                    .as("%s %s as %s", verb, asked, role.id())
                    .isEqualTo(allowed);
        }
    }

    private static Optional<String[]> lineOf(String verb, String asked) {
        // what follows a semicolon is no part of a path
        String path = asked.replaceAll(";[^/]*", "");
        return RouteTable.LINES
                .lines()
                .map(line -> line.strip().split(" +"))
                .filter(line -> line[0].equals(verb) || line[0].equals("ANY"))
                .filter(line -> path.matches(
                        line[1].replace(".", "\\.").replace("/**", "(/.*)?").replaceAll("\\{[a-z]+}", "[^/]+")))
                .min(Comparator.<String[]>comparingLong(
                                line -> line[1].chars().filter(c -> c == '{').count())
                        .thenComparing(line -> -line[1].length()));
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

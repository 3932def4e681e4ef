package io.customerroom.acceptance.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * An address that a controller of ours answers, asked of the classes themselves.
 *
 * @param shape with the names of its variables
 * @param path with words in their places that fit and name nothing that is there
 */
record Address(RequestMethod method, String shape, String path) {

    /** These begin something that outlives the request, or end the session. */
    static final Set<String> NOT_SENT = Set.of("/data/build", "/sign-out", "/sign-in");

    /** Asked by the provider's server with a signed notice in place of a cookie and a token. */
    static final String SIGNED_BY_THE_PROVIDER = "/sign-in/provider/back-channel";

    /** What people ask without a name. */
    static final Set<String> OPEN = Set.of(
            "/sign-in",
            "/sign-in/provider",
            "/sign-in/provider/answer",
            "/sign-in/provider/back-channel",
            "/sign-in/provider/goodbye",
            "/theme",
            "/welcome/{token}",
            "/welcome/{token}/provider",
            "/display/{token}",
            "/display/{token}/artefacts/{id}",
            "/api/v1/openapi.json");

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(?::((?:[^{}]|\\{[^}]*})*))?}");

    /** All of them, in order. */
    static List<Address> all() {
        List<Address> found = new ArrayList<>();
        for (JavaClass each : new ClassFileImporter().importPackages("io.customerroom.web")) {
            if (each.isAnnotatedWith(Controller.class)) {
                Class<?> controller = each.reflect();
                List<String> roots =
                        paths(AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class));
                for (Method method : controller.getDeclaredMethods()) {
                    RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                    if (mapping != null && mapping.headers().length == 0) {
                        for (String root : roots) {
                            paths(mapping).forEach(path -> found.add(address(mapping.method()[0], root + path)));
                        }
                    }
                }
            }
        }
        found.sort(Comparator.comparing(Address::path).thenComparing(Address::method));
        return found;
    }

    private static List<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? List.of("") : Arrays.asList(mapping.path());
    }

    private static Address address(RequestMethod method, String template) {
        return new Address(
                method,
                VARIABLE.matcher(template).replaceAll(found -> Matcher.quoteReplacement("{" + found.group(1) + "}")),
                VARIABLE.matcher(template)
                        .replaceAll(found -> Matcher.quoteReplacement(stranger(found.group(1), found.group(2)))));
    }

    /** A word that fits the variable's pattern and names nothing that is there. */
    private static String stranger(String name, @Nullable String pattern) {
        return Stream.of(
                        "nobody",
                        "1",
                        "p999",
                        "f999",
                        "a999",
                        "d999",
                        "i999",
                        "m999",
                        "u999",
                        "held",
                        "zz9",
                        "csv",
                        "svg",
                        "none.xlsx")
                .filter(word -> pattern == null || word.matches(pattern))
                .filter(word -> !name.equals("id") || pattern != null || word.equals("zz9"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no word fits {" + name + ":" + pattern + "}"));
    }

    /** Every field and parameter that a page of ours has, with this in it. */
    static Map<String, String> words(String word) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String name : List.of(
                "period",
                "grain",
                "segment",
                "site",
                "channel",
                "through",
                "known",
                "metric",
                "is.part",
                "split",
                "page",
                "limit",
                "contact",
                "measure",
                "issue",
                "meeting",
                "exhibit",
                "kind",
                "a",
                "b",
                "from",
                "to",
                "name",
                "title",
                "day",
                "cadence",
                "text",
                "reason",
                "role",
                "address",
                "level",
                "unit",
                "direction",
                "owner",
                "figure",
                "amount",
                "value",
                "figures",
                "minutes",
                "slot",
                "state",
                "back",
                "theme",
                "version",
                "of",
                "definition",
                "yaml",
                "lapse",
                "department",
                "source",
                "window",
                "job",
                "count",
                "system",
                "password",
                "again",
                "why",
                "when",
                "how",
                "customer",
                "order",
                "actor",
                "event",
                "subject",
                "n",
                "standard",
                "id")) {
            words.put(name, word);
        }
        return words;
    }

    /** As the query of an address. */
    static String encoded(Map<String, String> words) {
        return words.entrySet().stream()
                .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

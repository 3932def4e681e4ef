package io.customerroom.acceptance.walls;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.state.json.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends forms, one after the other, and reads in the downloaded trail what each of them told: a line per form says which event, what was before, what is after, and why. A word in
 * {@code ${...}} stands for something an earlier form made: the subject of its entry, or what {@link #let} found on a page.
 */
final class ToldChanges {

    private static final Pattern WORD = Pattern.compile("\\$\\{([a-z0-9-]+)}");

    private static final Pattern ALERT = Pattern.compile("(?s)(?:role=\"alert\"|class=\"lead\")[^>]*>(.{0,400})");

    private final Requests auditor;
    private final Map<String, Requests> people = new TreeMap<>();
    private final Map<String, String> words = new TreeMap<>();
    private final Set<String> routes = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private final StringBuilder told = new StringBuilder();
    private int seen;

    /** @param auditor may read the trail */
    ToldChanges(Requests auditor) {
        this.auditor = auditor;
        this.seen = trail().size();
    }

    ToldChanges who(String name, Requests requests) {
        people.put(name, requests);
        return this;
    }

    void let(String word, String value) {
        words.put(word, value);
    }

    String word(String word) {
        return words.getOrDefault(word, "");
    }

    private List<Map<String, @Nullable Object>> trail() {
        return auditor.get("/trail/file")
                .body()
                .lines()
                .map(Json::readObject)
                .filter(line -> line.containsKey("event"))
                .toList();
    }

    /** Forgets what happened since, so that the next form is read alone. */
    void pass() {
        seen = trail().size();
    }

    /** One line: who, route, path, fields, event, before, after, why; {@code =word} behind the path keeps the subject. */
    void happens(String lines) {
        lines.lines().filter(line -> !line.isBlank()).forEach(this::one);
    }

    private void one(String line) {
        String[] parts = filled(line).split("\\|", -1);
        String[] place = parts[2].stripTrailing().split(" =", 2);
        String path = place[0].isBlank() ? parts[1].strip() : place[0].strip();
        Map<String, String> form = new LinkedHashMap<>();
        for (String field : parts[3].split(";")) {
            String[] pair = field.strip().split("=", 2);
            if (pair.length == 2) {
                form.put(pair[0], pair[1].replace("\\n", "\n"));
            }
        }
        Requests person = people.get(parts[0].strip());
        HttpResponse<String> answer = form.containsKey("file")
                ? person.upload("/account", path, without(form), "list.csv", form.get("file"))
                : path.startsWith("/welcome/") ? person.postFrom(path, path, form) : person.postAgain(path, form);
        waitFor(answer.headers().firstValue("Location").orElse(""), person);
        routes.add(parts[1].strip());
        look(line, parts, place.length > 1 ? place[1] : "", answer, person);
    }

    /** Work beside the page has come to its end when its page loads itself no more. */
    private static void waitFor(String next, Requests person) {
        String path = next.replaceFirst("^https?://[^/]*", "");
        while (path.contains("/jobs/")
                && person.get(path).headers().firstValue("Refresh").isPresent()) {
            Thread.onSpinWait();
        }
    }

    /** What was done otherwise than by one form: the trail's newest entry of this kind, and how what is after begins. */
    void happened(String route, String event, String was, String is) {
        List<Map<String, @Nullable Object>> all = trail();
        boolean told = all.subList(seen, all.size()).stream()
                .filter(it -> text(it, "event").equals(event))
                .map(it -> it.get("details") instanceof Map<?, ?> details ? details : Map.of())
                .anyMatch(details ->
                        text(details, "was").equals(was) && text(details, "is").startsWith(is));
        if (!told) {
            faults.add("%s: no %s from %s to %s".formatted(route, event, was, is));
        }
        routes.add(route);
        seen = all.size();
    }

    private static Map<String, String> without(Map<String, String> form) {
        Map<String, String> rest = new LinkedHashMap<>(form);
        rest.remove("file");
        return rest;
    }

    private void look(String line, String[] parts, String keep, HttpResponse<String> answer, Requests person) {
        List<Map<String, @Nullable Object>> all = trail();
        List<Map<String, @Nullable Object>> fresh = all.subList(seen, all.size());
        seen = all.size();
        String event = parts[4].strip();
        Map<String, @Nullable Object> entry = fresh.stream()
                .filter(it -> text(it, "event").equals(event))
                .reduce((one, other) -> other)
                .orElse(null);
        if (entry == null) {
            faults.add("%s: told %s, answered %d: %s"
                    .formatted(
                            line,
                            fresh.stream().map(it -> text(it, "event")).toList(),
                            answer.statusCode(),
                            problem(answer, person)));
            return;
        }
        words.put("subject", text(entry, "subject"));
        if (!keep.isEmpty()) {
            words.put(keep, text(entry, "subject"));
        }
        Map<?, ?> details = entry.get("details") instanceof Map<?, ?> map ? map : Map.of();
        details.forEach((name, value) -> words.put(String.valueOf(name), String.valueOf(value)));
        String said =
                "%s | %s | %s | %s".formatted(event, text(details, "was"), text(details, "is"), text(entry, "reason"));
        told.append(parts[1].strip()).append(" | ").append(said).append('\n');
        String expected = "%s | %s | %s | %s"
                .formatted(
                        event,
                        parts[5].strip(),
                        parts.length > 6 ? parts[6].strip() : "",
                        parts.length > 7 ? parts[7].strip() : "");
        boolean as =
                expected.contains("*") ? said.startsWith(expected.replaceFirst("\\*.*", "")) : said.equals(expected);
        if (!as) {
            faults.add("%s: told %s".formatted(line, said));
        }
        boolean from = text(entry, "via").matches("(web|api), .+ on .+, 127\\.0\\.0\\.0/24");
        if (!from || text(entry, "actor").isBlank() || text(entry, "request").isBlank()) {
            faults.add("%s: from %s".formatted(line, entry));
        }
    }

    /** What the page that is shown in the end says is wrong. */
    private static String problem(HttpResponse<String> answer, Requests person) {
        String next = answer.headers().firstValue("Location").orElse("");
        String body = next.isEmpty()
                ? answer.body()
                : person.get(next.replaceFirst("^https?://[^/]*", "")).body();
        Matcher alert = ALERT.matcher(body);
        return alert.find() ? alert.group(1).replaceAll("<[^>]*>|\\s+", " ").strip() : next;
    }

    private static String text(Map<?, ?> entry, String name) {
        return entry.get(name) == null ? "" : String.valueOf(entry.get(name));
    }

    /** A text with its words filled in. */
    String filled(String text) {
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group(1))));
    }

    Set<String> routes() {
        return Set.copyOf(routes);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** What the trail told, a line per form. */
    String told() {
        return told.toString();
    }
}

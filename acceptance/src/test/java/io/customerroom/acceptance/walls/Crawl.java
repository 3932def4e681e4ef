package io.customerroom.acceptance.walls;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.room.people.Right;
import io.customerroom.web.security.Route;
import io.customerroom.web.security.Routes;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;

/**
 * Goes from the first page to one page of every kind that links lead to, and asks the table of routes whether each link, form and button that was offered is open to its reader.
 */
final class Crawl {

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"([^\"]*)\"");
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>");
    private static final Pattern BUTTON = Pattern.compile("<button\\b[^>]*?\\sformaction=\"([^\"]*)\"");
    private static final Pattern METHOD = Pattern.compile("\\smethod=\"([a-zA-Z]+)\"");
    private static final Pattern ACTION = Pattern.compile("\\saction=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile(".*\\.(csv|xlsx|pdf|svg|png|parquet|ics|json|gz)");

    private final Requests visitor;
    private final Set<Right> rights;
    private final Set<String> kinds = new HashSet<>();
    private final Deque<String> ahead = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();

    private Crawl(Requests visitor, Set<Right> rights) {
        this.visitor = visitor;
        this.rights = rights;
    }

    /** How many kinds of page were seen, and what was wrong. */
    record Found(int pages, List<String> faults) {}

    static Found by(Requests visitor, Set<Right> rights) {
        Crawl crawl = new Crawl(visitor, rights);
        crawl.ahead.add("/");
        int pages = 0;
        while (!crawl.ahead.isEmpty()) {
            crawl.look(crawl.ahead.removeFirst());
            pages++;
        }
        return new Found(pages, List.copyOf(crawl.faults));
    }

    private void look(String page) {
        HttpResponse<String> answer = visitor.get(page);
        if (answer.statusCode() >= 300 && answer.statusCode() < 400) {
            String next = answer.headers().firstValue("Location").orElse("");
            offered(page, "GET", next.replaceFirst("^https?://[^/]*", ""));
            return;
        }
        if (answer.statusCode() >= 400) {
            faults.add("%s answers %d".formatted(page, answer.statusCode()));
            return;
        }
        String body = answer.body();
        targets(LINK, body).forEach(link -> offered(page, "GET", link));
        targets(BUTTON, body).forEach(action -> offered(page, "POST", action));
        FORM.matcher(body).results().forEach(form -> {
            Matcher method = METHOD.matcher(form.group(1));
            Matcher action = ACTION.matcher(form.group(1));
            // a form is sent with its fields, without which its address may be no question
            open(
                    page,
                    method.find() ? method.group(1).toUpperCase(Locale.ROOT) : "GET",
                    action.find() ? action.group(1) : page);
        });
    }

    private static List<String> targets(Pattern pattern, String body) {
        return pattern.matcher(body).results().map(found -> found.group(1)).toList();
    }

    private void offered(String page, String verb, String target) {
        open(page, verb, target)
                .filter(route -> verb.equals("GET")
                        && !route.path().equals("/assets/**")
                        && !FILE.matcher(path(target)).matches()
                        && kinds.add(route.path()))
                .ifPresent(route -> ahead.add(address(target)));
    }

    /** The line of the table that opens what was offered; empty outside the room, and with a fault where none does. */
    private Optional<Route> open(String page, String verb, String target) {
        if (!address(target).startsWith("/")) {
            return Optional.empty();
        }
        Optional<Route> route = Routes.of(verb, PathContainer.parsePath(path(target)))
                .filter(it -> it.audience().admits(rights));
        if (route.isEmpty()) {
            faults.add("%s offers %s %s".formatted(page, verb, path(target)));
        }
        return route;
    }

    private static String address(String target) {
        return target.replace("&amp;", "&").replaceFirst("#.*$", "");
    }

    private static String path(String target) {
        return address(target).replaceFirst("\\?.*$", "");
    }
}

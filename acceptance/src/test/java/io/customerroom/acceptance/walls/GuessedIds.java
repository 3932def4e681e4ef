package io.customerroom.acceptance.walls;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.web.security.Route;
import io.customerroom.web.security.Routes;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every address that carries an id, asked by somebody who is kept to one site. Ids of customers, and of what people wrote about one customer, belong to a scope: guessed, they are answered like
 * ids that never were, word for word. Ids of what everybody inside may see (a meeting, a promise, a batch) are asked with one that is there, and the answer may hold no customer outside.
 */
final class GuessedIds {

    /** An address, the id that is there, and one that never was. */
    private static final String SCOPED = """
            GET /customers/{id} | ${customer} | c1
            GET /customers/{id}.{ending} | ${customer} | c1 | csv
            GET /unprofitable/{id} | ${u} | u999
            POST /unprofitable/{id}/approve | ${u} | u999
            POST /unprofitable/{id}/choose | ${u} | u999
            POST /unprofitable/{id}/close | ${u} | u999
            POST /unprofitable/{id}/done | ${u} | u999
            POST /unprofitable/{id}/undo | ${u} | u999
            POST /vips/{id}/contacts | ${v} | v999
            POST /vips/{id}/plan | ${v} | v999
            POST /vips/contacts/{contact}/{outcome} | ${h} | h999 | held
            POST /account/tokens/{id}/revocation | ${token} | AAAAAAAAAAAA
            POST /account/sessions/{handle}/end | 11111111-1111-1111-1111-111111111111 | 22222222-2222-2222-2222-222222222222
            """;

    /** Addresses of what everybody inside may see, with ids that are there. */
    private static final String COMPANY = """
            /artefacts/{id} | /artefacts/${f}
            /artefacts/{id}/file | /artefacts/${f}/file
            /artefacts/{id}/small | /artefacts/${f}/small
            /contacts/view.{ending} | /contacts/view.csv?contact=delivery
            /customers.{ending} | /customers.csv?metric=customers&grain=year
            /definitions/proposals/{id} | /definitions/proposals/${w}
            /issues/view.{ending} | /issues/view.csv?issue=slow
            /losses/of/{batch} | /losses/of/${batch}
            /losses/{id}/{executive} | /losses/${l}/leo
            /losses/{id}/{executive}/paper | /losses/${l}/leo/paper
            /meetings/{id} | /meetings/${m}
            /meetings/{id}/agenda | /meetings/${m}/agenda
            /meetings/{id}/board-pack.pdf | /meetings/${m}/board-pack.pdf
            /meetings/{id}/differences | /meetings/${m}/differences
            /meetings/{id}/exhibits/{exhibit} | /meetings/${m}/exhibits/flow
            /meetings/{id}/meeting.ics | /meetings/${m}/meeting.ics
            /meetings/{id}/replay | /meetings/${m}/replay
            /meetings/{id}/wall-{number}.pdf | /meetings/${m}/wall-1.pdf
            /meetings/{id}/walls/{wall}/{chapter} | /meetings/${m}/walls/1/segments
            /meetings/{id}/{exhibit}.{ending} | /meetings/${m}/flow.csv
            /meetings/{id}/{exhibit}/rows | /meetings/${m}/flow/rows
            /metrics/{name} | /metrics/customers
            /metrics/{name}.{ending} | /metrics/customers.csv
            /programmes/{id}/customers | /programmes/${g}/customers
            /promises/{id} | /promises/${p}
            /promises/{id}/promise.ics | /promises/${p}/promise.ics
            /walls/{number} | /walls/1
            /walls/{number}.pdf | /walls/1.pdf
            /walls/{number}/{chapter} | /walls/1/segments
            /walls/{number}/{exhibit}.{ending} | /walls/1/flow.csv
            /worth.{ending} | /worth.csv
            """;

    private final Requests visitor;
    private final ToldChanges told;
    private final List<String> hidden;
    private final Map<String, String[]> scoped = lines(SCOPED);
    private final Map<String, String[]> company = lines(COMPANY);

    /** @param hidden customers outside the visitor's scope */
    GuessedIds(Requests visitor, ToldChanges told, List<String> hidden) {
        this.visitor = visitor;
        this.told = told;
        this.hidden = hidden;
    }

    private static Map<String, String[]> lines(String text) {
        Map<String, String[]> lines = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            String[] parts = line.split(" \\| ");
            lines.put(parts[0], parts);
        });
        return lines;
    }

    /** Addresses with an id that are in neither table, and that a role which can be kept to rows may ask. Programs ask with the same verbs: {@code ApiIT} compares the two. */
    Set<String> uncovered() {
        return Routes.all().stream()
                .filter(route -> route.path().contains("{"))
                .filter(route -> route.audience().admits(io.customerroom.room.people.Role.LEADER.rights()))
                .filter(route -> !(route.audience() instanceof Route.Audience.Anybody))
                .filter(route -> !route.path().startsWith("/api/"))
                .map(route -> route.verb().equals("GET") && company.containsKey(route.path())
                        ? ""
                        : route.verb() + " " + route.path())
                .filter(line -> !line.isEmpty() && !scoped.containsKey(line) && !EVERYBODYS.contains(line))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What leaders do with things that everybody inside may see. */
    private static final Set<String> EVERYBODYS = Set.of(
            "GET /definitions/jobs/{id}",
            "POST /artefacts/{id}/consent",
            "POST /artefacts/{id}/withdraw",
            "POST /definitions/proposals/{id}/sign",
            "POST /definitions/proposals/{id}/withdraw",
            "POST /meetings/{id}/answers",
            "POST /meetings/{id}/promises",
            "POST /promises/{id}/break",
            "POST /promises/{id}/keep",
            "POST /promises/{id}/move",
            "POST /promises/{id}/withdraw",
            "POST /remarks/{number}",
            "POST /remarks/{number}/back");

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        scoped.values().forEach(parts -> same(parts, faults));
        company.values().forEach(parts -> {
            String path = told.filled(parts[1]);
            HttpResponse<String> answer = visitor.get(path);
            if (path.contains("${") || answer.statusCode() >= 500) {
                faults.add("%s answers %d".formatted(path, answer.statusCode()));
            }
            hidden.stream()
                    .filter(customer -> answer.body().contains(customer))
                    .forEach(customer -> faults.add("%s shows %s".formatted(path, customer)));
        });
        return faults;
    }

    private void same(String[] parts, List<String> faults) {
        String there = told.filled(parts[1]);
        if (there.isEmpty()) {
            faults.add(parts[0] + ": the story made none");
            return;
        }
        String one = answer(parts, there);
        String other = answer(parts, parts[2]);
        if (!one.equals(other)) {
            faults.add("%s: guessed %s, never was %s".formatted(parts[0], apart(one, other), apart(other, one)));
        }
    }

    /** The text from where it begins to differ. */
    private static String apart(String text, String from) {
        int at = 0;
        while (at < Math.min(text.length(), from.length()) && text.charAt(at) == from.charAt(at)) {
            at++;
        }
        return text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 100));
    }

    /** Status, where it leads, and every word of the page that is shown in the end, but for the id and the form's token. */
    private String answer(String[] parts, String id) {
        String[] asked = parts[0].split(" ");
        String path =
                asked[1].replaceFirst("\\{[a-z]+}", id).replaceFirst("\\{[a-z]+}", parts.length > 3 ? parts[3] : "");
        HttpResponse<String> answer = asked[0].equals("GET")
                ? visitor.get(path)
                : visitor.postFrom("/account", path, Map.of("reason", "guessed", "on", "2025-07-01"));
        String next = answer.headers().firstValue("Location").orElse("");
        String shown = next.isEmpty()
                ? answer.body()
                : visitor.get(next.replaceFirst("^https?://[^/]*", "")).body();
        return (answer.statusCode() + " " + next + " " + shown)
                .replaceAll("name=\"_csrf\"[^>]*>", "")
                .replaceAll("(?<!<)(?<!</)\\b" + Pattern.quote(id) + "\\b", "?");
    }
}

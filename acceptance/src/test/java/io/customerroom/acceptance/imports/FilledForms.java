package io.customerroom.acceptance.imports;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.web.customers.MaskedForms;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who goes to one page of every kind, fills every form there with sentences about one person, and sends it. What was answered is looked through: neither
 * addresses nor answers repeat her.
 */
final class FilledForms {

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"(/[^\"#]*)");
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern FIELD =
            Pattern.compile("(?s)<(input)\\b([^>]*)>|<(textarea|select)\\b([^>]*)>.*?</\\3>");
    private static final Pattern OPTION = Pattern.compile("<option\\b[^>]*?value=\"([^\"]+)\"");
    /** These end the session, change accounts, take facts away, or work for long. */
    private static final Pattern NOT_SENT = Pattern.compile(
            "/sign-out|/account.*|/people.*|/theme|/data/build|.*/undo|/data/upload|.*/freeze|.*/erase|/data/schedules");

    /** From these, links lead to every other kind of page. */
    private static final List<String> FIRST = List.of(
            "/walls/1",
            "/meetings",
            "/meetings/m1",
            "/data",
            "/vips",
            "/losses",
            "/unprofitable",
            "/programmes",
            "/goals",
            "/contacts",
            "/touches",
            "/artefacts/new",
            "/decisions",
            "/remarks",
            "/definitions/new");

    private final Requests visitor;
    private final Set<String> seen;
    private final Set<String> sent;
    private final List<String> leaks = new ArrayList<>();
    private final Deque<String> ahead = new ArrayDeque<>();

    private FilledForms(Requests visitor, Set<String> sent) {
        this.visitor = visitor;
        this.seen = new TreeSet<>();
        this.sent = sent;
    }

    /** @param sent takes the forms that were sent, by address without its ids; what is there already is not sent again */
    static List<String> fill(Requests visitor, Set<String> sent) {
        FilledForms forms = new FilledForms(visitor, sent);
        forms.ahead.addAll(FIRST);
        while (!forms.ahead.isEmpty()) {
            forms.look(forms.ahead.removeFirst());
        }
        return forms.leaks;
    }

    /** One page of every kind, as bytes: pages, pictures, files and paper. */
    static List<String> read(Requests visitor, List<String> more) throws IOException {
        FilledForms reader = new FilledForms(visitor, new TreeSet<>());
        reader.ahead.addAll(FIRST);
        reader.ahead.addAll(more);
        while (!reader.ahead.isEmpty()) {
            String page = reader.ahead.removeFirst();
            String body = Search.read(visitor.bytes(page));
            reader.look(page, body);
            reader.follow(body);
        }
        return reader.leaks;
    }

    private void look(String page) {
        String body = visitor.get(page).body();
        follow(body);
        Matcher form = FORM.matcher(body);
        while (form.find()) {
            String action = attribute(form.group(1), "action").replace("&amp;", "&");
            String kind = kind(action);
            if (form.group(1).contains("\"post\"")
                    && !NOT_SENT.matcher(kind).matches()
                    && sent.add(kind + fields(form.group(2), action).keySet())) {
                send(action, fields(form.group(2), action));
            }
        }
    }

    private void send(String action, Map<String, String> fields) {
        HttpResponse<String> answer = visitor.post(action, fields);
        String next = answer.headers().firstValue("Location").orElse("");
        look("Location of POST " + action, next);
        look("answer to POST " + action, withoutFields(answer.body()));
        if (!next.isEmpty()) {
            look(
                    "page after POST " + action,
                    visitor.get(next.replaceFirst("^https?://[^/]*", "")).body());
        }
    }

    /** What was typed into a field that names a customer may stand in that field again, when the form is shown with what is wrong with it. */
    private static String withoutFields(String page) {
        return page.replace("value=\"%s\"".formatted(Planted.ID), "")
                .replace("value=\"%s\"".formatted(Planted.OTHER_ID), "");
    }

    private void look(String where, String text) {
        String small = text.toLowerCase(Locale.ROOT).replace("+", " ").replace("%20", " ");
        Planted.HERS.stream().filter(small::contains).forEach(word -> leaks.add(where + " says " + word));
    }

    private void follow(String body) {
        LINK.matcher(body)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .forEach(link -> {
                    if (!link.startsWith("/assets") && seen.add(kind(link))) {
                        ahead.add(link);
                    }
                });
    }

    /** The address without what tells one thing of a kind from another. */
    private static String kind(String address) {
        return address.replaceFirst("\\?.*", "")
                .replaceAll("/([a-z]?\\d[\\w-]*|c[0-9a-z]{6,}|[0-9a-f]{8}-[0-9a-f-]+|b\\d{4}-[\\w-]+)(?=[/.]|$)", "/*")
                .replaceAll("(/metrics/|/walls/\\*/|/meetings/\\*/|/definitions/)[\\w-]+", "$1*");
    }

    private static Map<String, String> fields(String form, String action) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(form);
        while (field.find()) {
            boolean input = field.group(1) != null;
            String tag = input ? field.group(2) : field.group(4);
            String name = attribute(tag, "name");
            String type = input ? attribute(tag, "type") : field.group(3);
            if (!name.isEmpty() && !type.equals("file") && !type.equals("submit")) {
                fields.putIfAbsent(name, value(name, type, tag, field.group(), action));
            }
        }
        return fields;
    }

    private static String value(String name, String type, String tag, String whole, String action) {
        String given = attribute(tag, "value");
        if (MaskedForms.isSentence(name, action) && !type.equals("hidden") && !type.equals("select")) {
            return Planted.SENTENCE;
        }
        if (type.equals("select")) {
            Matcher option = OPTION.matcher(whole);
            return option.find() ? option.group(1) : "";
        }
        return switch (name) {
            case "customer", "customers", "oneId" -> given.isEmpty() ? Planted.ID : given;
            case "ids" -> "";
            case "otherId", "keptOut" -> Planted.OTHER_ID;
            case "black", "boxes" -> "";
            default ->
                !given.isEmpty()
                        ? given
                        : switch (type) {
                            case "date" -> "2025-07-03";
                            case "number" -> "1";
                            case "time" -> "10:00";
                            default -> name.equals("period") ? "2025-06" : "7";
                        };
        };
    }

    private static String attribute(String tag, String name) {
        Matcher value = Pattern.compile("(?<![-\\w])" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? value.group(1) : "";
    }
}

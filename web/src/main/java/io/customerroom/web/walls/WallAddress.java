package io.customerroom.web.walls;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.reading.Cohorts;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.reading.Window;
import io.customerroom.walls.worth.Equities;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the view of a wall from an address, and writes it back: minutes can cite what somebody saw. */
public final class WallAddress {

    private static final int LONGEST = 200;

    private WallAddress() {}

    /**
     * A period decides over a grain; where they differ, the period of that grain which holds the named one's first day is shown. With
     * neither it is the latest month that is over.
     */
    public static WallQuery read(Map<String, String> parameters, CompanyCalendar calendar, Clocks clocks) {
        Optional<Period> named = parameter(parameters, "period").map(calendar::parse);
        Grain grain = parameter(parameters, "grain")
                .map(Grain::of)
                .or(() -> named.map(Period::grain))
                .orElse(Grain.MONTH);
        Period period = named.map(known -> known.grain() == grain ? known : calendar.periodOf(grain, known.startsOn()))
                .orElseGet(() -> WallQuery.latestComplete(calendar, grain, clocks));
        if (period.startsOn().isAfter(clocks.through())) {
            throw Failure.yours(
                    "PERIOD_AHEAD",
                    "%s begins after %s, the last day in the ledger.".formatted(period, clocks.through()),
                    "Choose an earlier period.");
        }
        return new WallQuery(period, parameter(parameters, "segment"), parameter(parameters, "site"), clocks)
                .over(parameter(parameters, Window.PARAMETER).map(Window::of).orElse(Window.YEAR))
                .following(new Cohorts(
                        cohort(parameters, Cohorts.ONE, period, calendar, clocks),
                        cohort(parameters, Cohorts.BESIDE, period, calendar, clocks)));
    }

    /** A cohort is of the grain that the view tells cohorts in; one that was chosen in another grain is that which holds its first day. */
    private static Optional<Period> cohort(
            Map<String, String> parameters, String name, Period period, CompanyCalendar calendar, Clocks clocks) {
        Grain grain = cohortGrain(period.grain());
        return parameter(parameters, name).map(calendar::parse).map(chosen -> {
            if (chosen.startsOn().isAfter(clocks.through())) {
                throw Failure.yours(
                        "COHORT_AHEAD",
                        "%s begins after %s, the last day in the ledger: nobody has ordered in it."
                                .formatted(chosen, clocks.through()),
                        "Choose an earlier cohort.");
            }
            return chosen.grain() == grain ? chosen : calendar.periodOf(grain, chosen.startsOn());
        });
    }

    /** Months are too short for a cohort. */
    static Grain cohortGrain(Grain grain) {
        return grain == Grain.MONTH ? Grain.QUARTER : grain;
    }

    private static Optional<String> parameter(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }

    static String wall(int number, WallQuery query) {
        return "/walls/" + number + "?" + encoded(parameters(query));
    }

    static String chapter(int number, String chapter, WallQuery query) {
        return "/walls/" + number + "/" + chapter + "?" + encoded(parameters(query));
    }

    static String exhibit(int number, String exhibit, String ending, WallQuery query) {
        return "/walls/" + number + "/" + exhibit + "." + ending + "?" + encoded(parameters(query));
    }

    /** Where remarks on an exhibit of a wall are written. */
    static String remarks(int number, String exhibit, WallQuery query) {
        return "/remarks?wall=%d&exhibit=%s&%s".formatted(number, exhibit, encoded(parameters(query)));
    }

    /** Where remarks on a series of a contact are written. */
    static String remarks(String series, WallQuery query) {
        return "/remarks?series=%s&%s"
                .formatted(URLEncoder.encode(series, StandardCharsets.UTF_8), encoded(parameters(query)));
    }

    static String drill(Drill drill, WallQuery query) {
        @Nullable String contact = drill.where().get("contact");
        if (drill.metric().equals("contact-readings") && contact != null) {
            return contact(contact, query);
        }
        if (drill.metric().equals("customer-worth")) {
            Map<String, String> all = new LinkedHashMap<>(parameters(query));
            all.put("period", drill.period());
            all.putAll(drill.where());
            return "/worth?" + encoded(all);
        }
        @Nullable String issue = drill.where().get("issue");
        if (drill.metric().equals("issue-flow") && drill.where().size() == 1 && issue != null && !issue.isEmpty()) {
            return issue(issue, query);
        }
        if (drill.metric().equals(Equities.MOVES) && drill.where().isEmpty()) {
            return whyEquityChanged(drill.period(), query);
        }
        Map<String, String> all = new LinkedHashMap<>();
        all.put("metric", drill.metric());
        all.putAll(parameters(query));
        all.put("period", drill.period());
        drill.where().forEach((column, value) -> all.put("is." + column, value));
        return "/customers?" + encoded(all);
    }

    /** The chapter of worth in another period, at the change of that period. */
    private static String whyEquityChanged(String period, WallQuery query) {
        Map<String, String> all = new LinkedHashMap<>(parameters(query));
        all.put("period", period);
        return "/walls/1/worth?" + encoded(all) + "#equity-change";
    }

    /** The page of one contact. */
    static String contact(String contact, WallQuery query) {
        return contact(contact, "", "", query);
    }

    /** The page of one issue. */
    static String issue(String issue, WallQuery query) {
        return page("/issues/view", "issue", issue, new HungFile("", ""), query);
    }

    /** A file of an exhibit on an issue's page. */
    static String issue(String issue, String exhibit, String ending, WallQuery query) {
        return page("/issues/view", "issue", issue, new HungFile(exhibit, ending), query);
    }

    /** A file of an exhibit on a contact's page; without exhibit the page itself. */
    static String contact(String contact, String exhibit, String ending, WallQuery query) {
        return page("/contacts/view", "contact", contact, new HungFile(exhibit, ending), query);
    }

    /** Which file of a page is meant; two empty texts for the page itself. */
    private record HungFile(String exhibit, String ending) {}

    private static String page(String path, String what, String name, HungFile file, WallQuery query) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(what, name);
        if (!file.exhibit().isEmpty()) {
            all.put("exhibit", file.exhibit());
        }
        all.putAll(parameters(query));
        return path + (file.ending().isEmpty() ? "" : "." + file.ending()) + "?" + encoded(all);
    }

    /** The view as the query of an address, with its question mark. */
    public static String suffix(WallQuery query) {
        return "?" + encoded(parameters(query));
    }

    private static Map<String, String> parameters(WallQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("period", query.period().name());
        parameters.putAll(query.where());
        if (query.window() != Window.YEAR) {
            parameters.put(Window.PARAMETER, query.window().id());
        }
        query.cohorts().one().ifPresent(cohort -> parameters.put(Cohorts.ONE, cohort.name()));
        query.cohorts().beside().ifPresent(cohort -> parameters.put(Cohorts.BESIDE, cohort.name()));
        if (query.past()) {
            parameters.put("through", query.clocks().through().toString());
            parameters.put("known", query.clocks().known().toString());
        }
        return parameters;
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

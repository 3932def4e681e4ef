package io.customerroom.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a visitor of the demo company can find on its walls today, in the order of a walk. */
public final class Sights {

    private static final String MATH = "customer-math";
    private static final String CONTACTS = "priority-contacts";
    private static final Map<String, String> WORDS = Map.of(
            MATH,
            "customers in and out",
            CONTACTS,
            "priority contacts",
            "value-flow",
            "value in and out",
            "value-by-segment",
            "value by segment",
            "leaving-reasons",
            "reasons for leaving",
            "top-issues",
            "top issues");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("LLLL uuuu", Locale.ENGLISH);

    private final Plan plan;

    private Sights(Plan plan) {
        this.plan = plan;
    }

    public static List<Sight> of(DemoSettings settings) {
        return new Sights(new Plan(settings)).all();
    }

    /** What is planted and no wall shows by itself yet. */
    public static List<String> toCome() {
        return List.of(
                "Which of the three breaches of the past cost customers: the late installations, the late answers"
                        + " about bills or the missed welcome calls. One did, one did not, and one only seems to, until it"
                        + " is looked at within a segment.",
                "What those who stay do differently. One thing does bind them; another looks as if it did.",
                "The plan beside the year of quantity: more customers than planned, and less value.",
                "Which complaints about rules are followed by leaving, and which are not.",
                "A notice that two goals of one contact contradict each other.",
                "A notice that tickets, surveys and a breach point to the same issue.");
    }

    private List<Sight> all() {
        return List.of(
                growth(),
                quantity(),
                staying(),
                losing(),
                falling(),
                rules(),
                converging(),
                conflicting(),
                running(),
                breaches(),
                promise(),
                counting(),
                restated(),
                changed(),
                defined(),
                held());
    }

    private Sight growth() {
        String quarter = quarter(plan.month(plan.quantityFrom() - 3));
        return new Sight(
                "growth",
                "What does a good year look like?",
                "In the first year more customers come than leave, and the value follows. No contact stays below its"
                        + " floor for long.",
                "A plain growth year. Nothing was planted here: whoever finds trouble in it has found chance.",
                List.of(
                        wall(1, MATH, Map.of("period", quarter)),
                        wall(3, CONTACTS, Map.of("period", month(plan.month(plan.quantityFrom() - 3))))));
    }

    private Sight quantity() {
        String quarter = quarter(plan.month(plan.quantityFrom() + 4));
        return new Sight(
                "quantity",
                "More customers came. Was it a good year?",
                "Compare those who came in with the same quarter of the year before, then what they are worth. Then"
                        + " read why customers of that year left.",
                "Quantity without quality. A promotion brought newcomers who pay half the price and left when it"
                        + " ended.",
                List.of(
                        wall(1, MATH, Map.of("period", quarter)),
                        wall(1, "value-flow", Map.of("period", quarter)),
                        wall(1, "leaving-reasons", Map.of("period", quarter(plan.month(plan.quantityUntil() - 3))))));
    }

    private Sight staying() {
        return new Sight(
                "staying",
                "Do those who came with the promotion stay?",
                "Each row is the customers gained in one month, each column their age. Read down the column"
                        + " of six months, or of nine.",
                "Those gained in the months of the promotion leave sooner than those before them, and the picture"
                        + " beside it says that they bring less. Both show in their cells long before they show in the"
                        + " total.",
                List.of(chapter(
                        "Do new customers stay?", "cohorts", plan.month(plan.quantityUntil() - 1), "cohort-activity")));
    }

    private Sight losing() {
        Map<String, String> student = Map.of("period", last(), "segment", Segment.STUDENT.label());
        return new Sight(
                "losing",
                "Which segment costs more than it brings?",
                "Revenue alone does not show it. Narrow the question of who earns to one segment after the other.",
                "Students: cheap tariffs whose network costs as much as everybody's, a deep shop discount, and the"
                        + " most questions.",
                List.of(
                        wall(1, "value-by-segment", Map.of("period", last())),
                        new Sight.Place(
                                "Who earns, and who costs? " + Segment.STUDENT.label(),
                                "/walls/1/earning",
                                student,
                                Optional.of("whale-curve"))));
    }

    private Sight falling() {
        return new Sight(
                "falling",
                "Why did customer equity fall in March?",
                "What customers are worth rises in most months. The page says in which month it fell most; the page of"
                        + " that month says in which segment.",
                "On the first of March the card's bonus for households ended. Most of them stayed out of the shops in"
                        + " that month, some for good; those who were asked say so.",
                List.of(chapter("What are our customers worth?", "worth", plan.bonusEnds(), "equity-change")));
    }

    private Sight rules() {
        return new Sight(
                "rules",
                "Which of the company's own rules drive customers away?",
                "Among the reasons for leaving some name a rule, not a price. The same words stand among the issues.",
                "A fee for moving the line, a signed letter for new bank details, a form before every repair. A fourth"
                        + " rule, the photo id in the shop, is complained about as often, and nobody leaves for it.",
                List.of(
                        wall(1, "leaving-reasons", Map.of("period", last())),
                        wall(2, "top-issues", Map.of("period", last()))));
    }

    private Sight converging() {
        String site = Plan.CONVERGING_SITE.label();
        Map<String, String> there = Map.of("period", last(), "site", site);
        return new Sight(
                "converging",
                "Three sources speak of one thing. Which?",
                "At one site an issue grows month after month. Look at the contact that should mend it, and at what"
                        + " customers answer when they are asked.",
                "Routers that restart by themselves at " + site
                        + ": tickets, answers to surveys and late repairs all say so.",
                List.of(wall(2, "top-issues", there), wall(3, CONTACTS, there)));
    }

    private Sight conflicting() {
        String site = Plan.PILOT_SITE.label();
        return new Sight(
                "conflicting",
                "Every goal is met but one. Why that one?",
                "The hotline has three measures. At one site the calls have become much shorter since "
                        + said(month(plan.pilotFrom()))
                        + "; look at what happened to another measure in the same weeks.",
                "Two goals that contradict each other at " + site
                        + ": a call is to be over in five minutes, and solved at once.",
                List.of(wall(3, CONTACTS, Map.of("period", last(), "site", site))));
    }

    private Sight running() {
        String site = Plan.RUNNING_SITE.label();
        return new Sight(
                "running",
                "What is below its floor right now?",
                "Breaches come first on wall 3. One of them began only weeks ago.",
                "Callers at " + site + " wait too long, and nobody has left for it yet: this is the time to act.",
                List.of(wall(3, CONTACTS, Map.of("period", last(), "site", site))));
    }

    private Sight breaches() {
        return new Sight(
                "breaches",
                "Three breaches of the past: what was broken, and where?",
                "Go back to the month, and narrow the wall to the site.",
                "Installations came late at " + Plan.COSTLY_SITE.label() + ", welcome calls were missed at "
                        + Plan.CAMPUS_SITE.label()
                        + ", answers about bills were late at " + Plan.HARMLESS_SITE.label()
                        + ". That customers left after the first can be read in their reasons; which of the three cost"
                        + " customers is still to come.",
                List.of(
                        wall(3, CONTACTS, breach(Plan.COSTLY_SITE, plan.costlyFrom())),
                        wall(3, CONTACTS, breach(Plan.CAMPUS_SITE, plan.campusFrom())),
                        wall(3, CONTACTS, breach(Plan.HARMLESS_SITE, plan.harmlessFrom())),
                        wall(
                                1,
                                "leaving-reasons",
                                Map.of("period", quarter(plan.costlyFrom().plusMonths(6))))));
    }

    private static Sight promise() {
        return new Sight(
                "promise",
                "Which promise has had four dates?",
                "Promises never lose a date: every slip stays beside its reason.",
                "The repairs. They were promised in the first of the three meetings, and their date moved three times.",
                List.of(page("Promises", "/promises"), page("Meetings", "/meetings")));
    }

    private Sight counting() {
        return new Sight(
                "counting",
                "Sales reports more new customers than the wall. Who is right?",
                "Sales keeps a metric of its own. Compare its first column with the customers who were gained.",
                "Both, of different things. Sales counts every contract begun and every first purchase; a customer who"
                        + " upgrades, returns or takes a second contract is new there, and not on the wall.",
                List.of(
                        new Sight.Place(
                                "The metric new-as-sales-counts, " + said(last()),
                                "/metrics/new-as-sales-counts",
                                Map.of("period", last()),
                                Optional.empty()),
                        wall(1, MATH, Map.of("period", last()))));
    }

    private static Sight restated() {
        return new Sight(
                "restated",
                "The last meeting saw other numbers than today's wall. Why?",
                "A meeting keeps what it saw. Look for what was restated since.",
                "One site's tills were cut off in the last days of a month; its receipts came after the meeting.",
                List.of(page("Meetings", "/meetings"), page("Wall 1 today", "/walls/1")));
    }

    private Sight changed() {
        return new Sight(
                "changed",
                "Last month against the month before: what made the difference?",
                "Every change is cut in steps that add up: by what became of customers, by segment, site, channel and"
                        + " reason. Each step opens to its customers.",
                "A step is a sum, not a cause. It says where to ask next.",
                List.of(chapter("Why did it change?", "why", plan.lastDay(), "why-customers")));
    }

    private static Sight defined() {
        return new Sight(
                "defined",
                "When does this company call a customer lost, and what if it waited longer?",
                "Propose another number of days and compute what would change. Nothing on the walls moves until a"
                        + " leader has signed and the facilitator has adopted it.",
                "A shorter wait finds more losses and more returns, a longer one fewer of both. Both rules are"
                        + " computed for the same customers, and a bridge explains the gap.",
                List.of(
                        page("Definitions", "/definitions"),
                        new Sight.Place(
                                "Propose another rule",
                                "/definitions/new",
                                Map.of("name", "activity"),
                                Optional.empty())));
    }

    private Sight held() {
        return new Sight(
                "held",
                "The next meeting is yours. What goes on its agenda?",
                "Plan it, let the walls propose points, freeze the walls, write minutes beside each point, note a"
                        + " decision, ask for a promise. State a goal first, if you like: it then stands beside the"
                        + " figure.",
                "Breaches, restated figures, growing queues and promises that are due are proposed. What was frozen"
                        + " can be replayed step by step, whatever comes later.",
                List.of(
                        page("Meetings", "/meetings"),
                        chapter("Are we on course?", "course", plan.lastDay(), ""),
                        page("Room mode, for a large screen", "/room")));
    }

    private static Sight.Place page(String label, String path) {
        return new Sight.Place(label, path, Map.of(), Optional.empty());
    }

    /** @param exhibit whose finding stands beside the answer; empty for none */
    private static Sight.Place chapter(String question, String chapter, LocalDate day, String exhibit) {
        return new Sight.Place(
                "%s %s".formatted(question, said(month(day))),
                "/walls/1/" + chapter,
                Map.of("period", month(day)),
                Optional.of(exhibit).filter(id -> !id.isEmpty()));
    }

    /** Breaches begin on a month's first Monday, and last beyond its end. */
    private static Map<String, String> breach(Site site, LocalDate from) {
        return Map.of("period", month(from), "site", site.label());
    }

    private static Sight.Place wall(int number, String exhibit, Map<String, String> view) {
        String narrowed =
                new TreeMap<>(view).values().stream().map(Sights::said).collect(Collectors.joining(", "));
        String label = "Wall %d, %s: %s".formatted(number, narrowed, WORDS.getOrDefault(exhibit, exhibit));
        return new Sight.Place(label, "/walls/" + number, view, Optional.of(exhibit));
    }

    private String last() {
        return month(plan.lastDay());
    }

    private static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    /** A period as people say it: {@code 2026-10} is October 2026, {@code 2024-Q3} is the third quarter of 2024; other words stay. */
    private static String said(String value) {
        if (value.matches("\\d{4}-\\d{2}")) {
            return MONTH.format(YearMonth.parse(value).atDay(1));
        }
        return value.matches("\\d{4}-Q[1-4]") ? value.replace('-', ' ') : value;
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + ((day.getMonthValue() - 1) / 3 + 1);
    }
}

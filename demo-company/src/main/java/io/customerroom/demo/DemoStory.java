package io.customerroom.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened in the company's room before the reader enters it: three meetings, five promises, one of them moved three times. */
public final class DemoStory {

    static final String MOVED_PLEDGE = "repairs";
    static final String CONTACTS = "priority-contacts";

    private static final String FACILITATOR = "fay.tidewell";
    private static final String REPAIRS_OWNER = "finn.dialton";
    private static final String HOTLINE_OWNER = "ada.lampwright";

    private final Plan plan;
    private final List<Act> acts = new ArrayList<>();

    private DemoStory(Plan plan) {
        this.plan = plan;
    }

    /** The acts in the order in which they happened. Equal settings give equal stories. */
    public static List<Act> of(DemoSettings settings) {
        return new DemoStory(new Plan(settings)).told();
    }

    /** Whoever runs the meetings. */
    public static String facilitator() {
        return FACILITATOR;
    }

    private List<Act> told() {
        LocalDate first = meeting(3);
        LocalDate second = meeting(2);
        LocalDate third = meeting(1);
        acts.addAll(new SalesPlan(plan).told());
        invite(first.minusDays(14));
        vips(first.minusDays(10));
        programmes();
        acts.add(new Act.Remarked(
                first.minusDays(9),
                "bo.signalman",
                "equity-change",
                plan.bonusEnds(),
                "On the 1st the card’s bonus for households ended; most of them stayed out of our shops."));
        first(first);
        acts.addAll(LossCalls.after(first, endOfMonth(3), 8));
        between(first, second);
        acts.addAll(Testimonies.early(second, FACILITATOR));
        acts.addAll(Voices.early(second.minusDays(3), HOTLINE_OWNER, REPAIRS_OWNER));
        second(second);
        between(second, third);
        acts.addAll(Testimonies.late(third, FACILITATOR));
        acts.addAll(Voices.late(third.minusDays(3), HOTLINE_OWNER, REPAIRS_OWNER));
        third(third);
        unprofitable(third);
        acts.addAll(LossCalls.after(third, endOfMonth(1), 3));
        acts.add(new Act.TakenDown(
                third.plusDays(2), HOTLINE_OWNER, "Music for forty minutes", "The customer called and asked for it."));
        acts.add(new Act.Planned(meeting(0), title(0)));
        return List.copyOf(acts);
    }

    private void invite(LocalDate day) {
        acts.add(new Act.Invited(day, "gil.harbourmaster", "Gil Harbourmaster", "leader"));
        acts.add(new Act.Invited(day, FACILITATOR, "Fay Tidewell", "facilitator"));
        for (String name : Names.STAFF) {
            acts.add(new Act.Invited(day, account(name), name, "leader"));
        }
    }

    /** Four of last year's best: two are visited at once, two later. */
    private void vips(LocalDate day) {
        acts.add(
                cared(day, 1, "gil.harbourmaster", "Nobody leaves us more.", "One number to call, day and night", day));
        acts.add(cared(day, 2, "eda.boxwell", "Best of the north.", "One bill for all sites", day));
        acts.add(cared(day, 3, "bo.signalman", "Speaks for many others.", "Repairs within a day", day.plusDays(60)));
        acts.add(cared(day, 5, "gil.harbourmaster", "Grew every year.", "A second line as a spare", day.plusDays(120)));
    }

    private static Act cared(LocalDate day, int place, String account, String reason, String keeps, LocalDate visit) {
        return new Act.Cared(
                day,
                place,
                account,
                reason,
                keeps,
                "Look through the year together",
                day.plusDays(30L * place),
                200 * place,
                visit,
                "Ask what is missing");
    }

    /** They began long before the first meeting; they are written down when there is a room to write them in. */
    private void programmes() {
        LocalDate day = meeting(3).minusDays(9);
        for (Campaign campaign : Campaign.values()) {
            acts.add(new Act.Launches(
                    day,
                    campaign.owner(),
                    campaign.label(),
                    campaign.kind(),
                    campaign.audience(),
                    Campaign.from(plan),
                    Campaign.last(plan),
                    campaign.costEach()));
        }
    }

    private void first(LocalDate day) {
        met(3, day);
        attended(day, 3, "cleo.wirewood", "Ida Ropewalk");
        acts.add(new Act.Answered(
                day,
                title(3),
                CONTACTS,
                REPAIRS_OWNER,
                "Two repair crews of Millbrook were moved to the fibre roll-out and never came back.",
                "When both crews are back and the backlog is gone.",
                "One crew returns now; a partner takes the weekends until the second one is here."));
        acts.add(new Act.Promised(
                day,
                MOVED_PLEDGE,
                title(3),
                CONTACTS,
                "",
                REPAIRS_OWNER,
                PriorityContact.REPAIR.standard(),
                "% of repairs at Millbrook in 48 hours",
                "at-least",
                endOfMonth(2),
                "Both crews are back by then."));
        acts.add(new Act.Promised(
                day,
                "reasons",
                title(3),
                "leaving-reasons",
                "",
                "eda.boxwell",
                33,
                "% of losses with a reason",
                "at-least",
                endOfMonth(2),
                "We ask everybody who gives notice, and those who stay away for long."));
        acts.add(new Act.Promised(
                day,
                "stage",
                title(3),
                "tickets-by-stage",
                "",
                "bo.signalman",
                100,
                "open tickets in the stage Use",
                "at-most",
                endOfMonth(1),
                "The night shift works the queue down."));
        bills(day);
    }

    /** The wave of calls about last summer's new bill is over: a level that holds stops the clock. */
    private void bills(LocalDate day) {
        String bills = Issue.BILL_UNCLEAR.label();
        acts.add(new Act.Entrusted(day, bills, FACILITATOR, "Eda Boxwell", "Billing and print"));
        acts.add(new Act.Wrote(
                day,
                bills,
                "eda.boxwell",
                "The first page of the bill says in one line what changed since the month before.",
                "Eda Boxwell",
                day.minusMonths(2),
                "done"));
        acts.add(new Act.Aimed(
                day,
                bills,
                "eda.boxwell",
                10 + plan.settings().customers() / 40,
                2,
                "The new first page is out; calls must stay as few as before last summer."));
    }

    /** Routers restart by themselves, and more of them every month: the clock runs on. */
    private void routers(LocalDate day) {
        String routers = Issue.ROUTER_RESTARTS.label();
        acts.add(new Act.Entrusted(
                day, routers, FACILITATOR, "Cleo Wirewood", "Devices, with the maker of the routers"));
        acts.add(new Act.Wrote(
                day,
                routers,
                "cleo.wirewood",
                "Test the maker's new software on two hundred routers at Millbrook.",
                "Cleo Wirewood",
                day,
                "at-work"));
        acts.add(new Act.Wrote(
                day,
                routers,
                "cleo.wirewood",
                "Send the new software to all routers delivered since spring.",
                "Finn Dialton",
                meeting(1).plusDays(7),
                "planned"));
    }

    private void second(LocalDate day) {
        met(2, day);
        attended(day, 2, "", "");
        acts.add(new Act.Answered(
                day,
                title(2),
                "top-issues",
                REPAIRS_OWNER,
                "The routers delivered in spring restart when they run warm.",
                "When the maker's new software is on all of them.",
                "We test it at Millbrook first, then send it to everybody."));
        acts.add(new Act.Promised(
                day,
                "routers",
                title(2),
                "top-issues",
                "row|" + Issue.ROUTER_RESTARTS.label() + "|opened",
                "cleo.wirewood",
                Math.clamp(plan.settings().customers() / 100, 1, 50),
                "tickets a month: routers that restart",
                "at-most",
                meeting(1).plusDays(12),
                "The new software is tested first, then sent to everybody."));
        routers(day);
    }

    private void third(LocalDate day) {
        acts.add(new Act.Kept(
                day.minusDays(1),
                "reasons",
                "eda.boxwell",
                "The walls of the month say so: more than a third have a reason."));
        met(1, day);
        attended(day, 1, "bo.signalman", "");
        acts.add(new Act.Broken(
                day, "stage", "bo.signalman", "The queue is longer than in summer: the routers fill it."));
        acts.add(new Act.Moved(
                day,
                MOVED_PLEDGE,
                REPAIRS_OWNER,
                meeting(0).plusDays(25),
                "The partner left; the second crew is being trained."));
        acts.add(new Act.Answered(
                day,
                title(1),
                CONTACTS,
                "ada.lampwright",
                "Northgate lost four people on the phones, and the routers bring more calls.",
                "Within two months.",
                "Two come from Altmühle next week; three are being hired."));
        acts.add(new Act.Promised(
                day,
                "hotline",
                title(1),
                CONTACTS,
                "",
                "ada.lampwright",
                PriorityContact.HOTLINE.standard(),
                "minutes average waiting at Northgate",
                "at-most",
                meeting(0).plusDays(30),
                "Two people come over from Altmühle, three are hired."));
    }

    /** One who costs more than they bring pays another price since; another's exit waits for the second approval. */
    private void unprofitable(LocalDate third) {
        handled(third, 1, "eda.boxwell", "open", "The tariff costs us more than it brings, month after month.");
        handled(third, 1, "eda.boxwell", "fix-price", "The discount ended and nobody took it away.");
        handled(
                third.plusDays(1),
                1,
                "eda.boxwell",
                "done",
                "The list price holds from the next bill; the customer agreed.");
        handled(third, 2, "ada.lampwright", "open", "More help than anybody else, on the cheapest tariff.");
        handled(third, 2, "ada.lampwright", "fix-cost", "A call from one person who knows the case, instead of many.");
        handled(
                third.plusDays(1),
                2,
                "ada.lampwright",
                "exit",
                "The calls went on as before. We help with the change to another company.");
        handled(third.plusDays(1), 2, REPAIRS_OWNER, "approve", "Three visits found nothing that we could mend.");
    }

    private void handled(LocalDate day, int place, String account, String step, String reason) {
        acts.add(new Act.Handled(
                day, place, endOfMonth(1), account, step, meeting(0).plusDays(60), reason));
    }

    /** Between two meetings the repairs are put off. */
    private void between(LocalDate from, LocalDate to) {
        LocalDate day = to.minusDays(6);
        boolean once = from.equals(meeting(3));
        acts.add(new Act.Moved(
                day,
                MOVED_PLEDGE,
                REPAIRS_OWNER,
                once ? to.plusDays(11) : to.plusDays(21),
                once
                        ? "The fibre roll-out needs the crew for two more weeks."
                        : "The backlog is larger than we thought."));
    }

    private void met(int monthsAgo, LocalDate day) {
        acts.add(new Act.Met(day, title(monthsAgo), endOfMonth(monthsAgo)));
    }

    /** Everybody was there but one. */
    private void attended(LocalDate day, int monthsAgo, String absent, String substitute) {
        acts.add(new Act.Attended(day, title(monthsAgo), "gil.harbourmaster", true, ""));
        for (String name : Names.STAFF) {
            boolean present = !account(name).equals(absent);
            acts.add(new Act.Attended(day, title(monthsAgo), account(name), present, present ? "" : substitute));
        }
    }

    /** The customer room of a month meets on the first working day after the fourth of the next. */
    private LocalDate meeting(int monthsAgo) {
        LocalDate fifth = endOfMonth(monthsAgo).plusDays(5);
        return fifth.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                ? fifth.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : fifth;
    }

    private LocalDate endOfMonth(int monthsAgo) {
        return plan.lastDay().plusDays(1).minusMonths(monthsAgo).minusDays(1);
    }

    private String title(int monthsAgo) {
        String month = endOfMonth(monthsAgo).getMonth().name();
        return "Customer room of " + month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String account(String name) {
        return name.replace(' ', '.').toLowerCase(Locale.ROOT);
    }
}

package io.customerroom.demo;

import io.customerroom.demo.truth.Shares;
import io.customerroom.demo.truth.Truth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Counts how long they stayed: by when they came, by what they did when they came, and by the rule they complained about. */
final class Lifetimes {

    private static final int SOON_MONTHS = 6;
    private static final int YEAR_MONTHS = 12;
    private static final int AFTER_COMPLAINT_DAYS = 90;
    private static final double PLANNED_GROWTH = 1.05;

    private final Plan plan;
    private final Split quantity = new Split();
    private final Split second = new Split();
    private final Split yearly = new Split();
    private final int[] begun;
    private final int[] first;
    private final long[] firstCents;
    private final int[] standing = new int[2];
    private final long[] standingCents = new long[2];
    private final Map<Issue, Split> rules = new EnumMap<>(Issue.class);
    private final Map<Campaign, Split> offered = new EnumMap<>(Campaign.class);
    private final Map<Campaign, Split> takers = new EnumMap<>(Campaign.class);
    private final Map<Integer, List<Complaint>> complaints = new HashMap<>();

    private record Complaint(Issue issue, LocalDate day) {}

    private static final class Split {
        private int met;
        private int metLeft;
        private int others;
        private int othersLeft;

        void add(boolean concerned, boolean left) {
            if (concerned) {
                met++;
                metLeft += left ? 1 : 0;
            } else {
                others++;
                othersLeft += left ? 1 : 0;
            }
        }

        Shares shares() {
            return new Shares(met, metLeft, others, othersLeft);
        }
    }

    Lifetimes(Plan plan) {
        this.plan = plan;
        int months = plan.settings().months();
        begun = new int[months];
        first = new int[months];
        firstCents = new long[months];
        for (Campaign campaign : Campaign.values()) {
            offered.put(campaign, new Split());
            takers.put(campaign, new Split());
        }
        Stream.of(Rule.values()).forEach(rule -> rules.put(rule.issue(), new Split()));
    }

    void complained(Entry.Asked it) {
        if (it.issue().complaint()) {
            complaints
                    .computeIfAbsent(it.person().number(), _ -> new ArrayList<>())
                    .add(new Complaint(it.issue(), it.opened().toLocalDate()));
        }
    }

    void lived(Life life) {
        life.contracts().stream()
                .map(Contract::startedOn)
                .filter(plan::inside)
                .forEach(day -> begun[plan.monthOf(day)]++);
        life.person().contractSince().filter(plan::inside).ifPresent(since -> came(life, since));
        behaves(life);
        Stream.of(Campaign.values()).forEach(campaign -> isMeant(campaign, life));
        stands(life, 0, plan.firstDay());
        stands(life, 1, plan.month(plan.quantityFrom()));
        complaints.getOrDefault(life.person().number(), List.of()).forEach(complaint -> afterwards(life, complaint));
    }

    private void came(Life life, LocalDate since) {
        int month = plan.monthOf(since);
        long cents = worth(life, since) / 12;
        first[month]++;
        firstCents[month] += cents;
        if (month < plan.settings().months() - SOON_MONTHS) {
            quantity.add(plan.quantityMonth(month), life.leftBetween(since, since.plusMonths(SOON_MONTHS)));
        }
    }

    /** Those under contract when the history begins: what they do, and whether they leave within the plain growth year. */
    private void behaves(Life life) {
        List<Contract> inForce = life.contracts().stream()
                .filter(it -> it.inForce(plan.firstDay()))
                .toList();
        boolean noticed = inForce.stream()
                .anyMatch(it -> it.noticedOn().filter(plan.firstDay()::isAfter).isPresent());
        if (!inForce.isEmpty() && !noticed) {
            boolean left = life.leftBetween(plan.firstDay(), plan.firstDay().plusMonths(YEAR_MONTHS));
            second.add(inForce.stream().anyMatch(it -> it.tariff() == Tariff.PHONE), left);
            yearly.add(inForce.getFirst().billingMonths() == YEAR_MONTHS, left);
        }
    }

    /** Those under contract on the eve of a programme who may be contacted: the lot, and whether they are gone on its last day. */
    private void isMeant(Campaign campaign, Life life) {
        LocalDate eve = Campaign.from(plan).minusDays(1);
        if (campaign.listed(life.person()) && life.underContract(eve)) {
            boolean in = campaign.offered(plan, life.person());
            boolean gone = !life.underContract(Campaign.last(plan));
            split(offered, campaign).add(in, gone);
            if (in) {
                split(takers, campaign).add(campaign.takesUp(plan, life.person(), life.phoneFlat(eve)), gone);
            }
        }
    }

    private void stands(Life life, int index, LocalDate day) {
        long worth = worth(life, day);
        if (worth > 0) {
            standing[index]++;
            standingCents[index] += worth / 12;
        }
    }

    private static long worth(Life life, LocalDate day) {
        return life.contracts().stream()
                .filter(it -> it.inForce(day))
                .mapToLong(Contract::twelfthsOfCentsPerMonth)
                .sum();
    }

    /** Among households. Complaints about no rule are comparable; who complains twice is counted twice. */
    private void afterwards(Life life, Complaint complaint) {
        if (life.person().segment() != Segment.HOUSEHOLD || complaint.day().isAfter(decided())) {
            return;
        }
        boolean left = life.leftBetween(complaint.day(), complaint.day().plusDays(AFTER_COMPLAINT_DAYS));
        rules.forEach((issue, split) -> {
            boolean same = issue == complaint.issue();
            if (same || !rules.containsKey(complaint.issue())) {
                split.add(same, left);
            }
        });
    }

    private LocalDate decided() {
        return plan.lastDay().minusDays(AFTER_COMPLAINT_DAYS);
    }

    Shares second() {
        return second.shares();
    }

    Shares yearly() {
        return yearly.shares();
    }

    List<Truth.HarmfulRule> rules() {
        return Stream.of(Rule.values())
                .map(rule -> new Truth.HarmfulRule(
                        rule.issue().label(),
                        rule.harmful(),
                        split(rule.issue()).shares()))
                .toList();
    }

    private Split split(Issue rule) {
        return Objects.requireNonNull(rules.get(rule), rule::label);
    }

    /** A programme, and what the lot shows of it. */
    Truth.Programme programme(Campaign campaign) {
        return new Truth.Programme(
                campaign.label(),
                Campaign.from(plan),
                Campaign.last(plan),
                split(offered, campaign).shares(),
                split(takers, campaign).shares());
    }

    private static Split split(Map<Campaign, Split> splits, Campaign campaign) {
        return Objects.requireNonNull(splits.get(campaign), campaign::label);
    }

    Truth.GrowthYear growth() {
        return new Truth.GrowthYear(
                plan.firstDay(),
                plan.month(plan.quantityFrom()),
                standing[0],
                standing[1],
                standingCents[0],
                standingCents[1]);
    }

    Truth.QuantityYear quantity() {
        int from = plan.quantityFrom();
        int until = plan.quantityUntil();
        int before = 0;
        int gained = 0;
        long beforeCents = 0;
        long gainedCents = 0;
        for (int month = from; month < until; month++) {
            int yearBefore = Math.max(0, month - from);
            before += first[yearBefore];
            beforeCents += firstCents[yearBefore];
            gained += first[month];
            gainedCents += firstCents[month];
        }
        return new Truth.QuantityYear(
                plan.month(from),
                plan.month(until),
                (int) Math.round(before * PLANNED_GROWTH),
                gained,
                Math.round(beforeCents * PLANNED_GROWTH),
                gainedCents,
                quantity.shares());
    }

    List<Truth.Counting> counting() {
        List<Truth.Counting> months = new ArrayList<>();
        for (int month = 0; month < first.length; month++) {
            months.add(new Truth.Counting(YearMonth.from(plan.month(month)), begun[month], first[month]));
        }
        return months;
    }
}

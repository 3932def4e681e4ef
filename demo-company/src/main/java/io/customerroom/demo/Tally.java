package io.customerroom.demo;

import io.customerroom.demo.truth.Truth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the books along and counts what the planted truths did. */
final class Tally implements Consumer<Entry> {

    private static final int SOON_MONTHS = 6;

    private final Plan plan;
    private final Books books;
    private int linked;
    private int both;
    private final Map<Integer, LocalDate> installedInBreach = new TreeMap<>();
    private final Map<Integer, LocalDate> installedElsewhere = new TreeMap<>();
    private final Map<Integer, LocalDate> billedInBreach = new TreeMap<>();
    private final Map<Integer, LocalDate> billedElsewhere = new TreeMap<>();
    private final Money[] money =
            Stream.generate(Money::new).limit(Segment.values().length).toArray(Money[]::new);
    private final int[] grown;
    private final int[] gained;
    private final int[] noticedSoon;

    private static final class Money {
        private long revenueTwelfths;
        private long costOfSales;
        private long serve;
        private long communicate;
    }

    Tally(Plan plan, Books books) {
        this.plan = plan;
        this.books = books;
        int months = plan.settings().months();
        grown = new int[months];
        gained = new int[months];
        noticedSoon = new int[months];
    }

    @Override
    public void accept(Entry entry) {
        switch (entry) {
            case Entry.Registered it -> registered(it);
            case Entry.Asked it -> asked(it);
            case Entry.Supplied it -> supplied(it);
            case Entry.Sold it -> it.segment().ifPresent(segment -> earned(segment, it.cents(), it.costCents()));
            case Entry.Spent it -> spent(it);
            case Entry.Linked _ -> linked++;
            case Entry.Contracted _, Entry.Answered _, Entry.Read _, Entry.Left _, Entry.Recommended _ -> {}
        }
    }

    private void registered(Entry.Registered it) {
        Person person = it.person();
        boolean contract = it.customer().equals(person.contractId());
        if (!contract && person.contractSince().isPresent()) {
            both++;
        }
        if (contract && !it.since().isBefore(plan.firstDay())) {
            int month = plan.monthOf(it.since());
            gained[month]++;
            if (books.life(person.number()).leftBetween(it.since(), it.since().plusMonths(SOON_MONTHS))) {
                noticedSoon[month]++;
            }
        }
    }

    private void asked(Entry.Asked it) {
        LocalDate day = it.opened().toLocalDate();
        int number = it.person().number();
        Site site = it.person().site();
        if (it.issue() == Issue.ROUTER_RESTARTS) {
            grown[plan.monthOf(day)]++;
        }
        if (it.issue() == Issue.INSTALLATION && plan.costly(Plan.COSTLY_SITE, day)) {
            (site == Plan.COSTLY_SITE ? installedInBreach : installedElsewhere).putIfAbsent(number, day);
        }
        if (it.issue().contact().equals(PriorityContact.BILL.label()) && plan.priceLetter(day)) {
            (site == Plan.HARMLESS_SITE ? billedInBreach : billedElsewhere).putIfAbsent(number, day);
        }
    }

    private void earned(Segment segment, int cents, int costCents) {
        money[segment.ordinal()].revenueTwelfths += 12L * cents;
        money[segment.ordinal()].costOfSales += costCents;
    }

    private void supplied(Entry.Supplied it) {
        Money of = money[it.person().segment().ordinal()];
        of.revenueTwelfths += it.contract().twelfthsOfCentsPerMonth();
        of.costOfSales += it.costCents();
    }

    private void spent(Entry.Spent it) {
        Money of = money[it.person().segment().ordinal()];
        if (it.kind().equals("serve")) {
            of.serve += it.cents();
        } else {
            of.communicate += it.cents();
        }
    }

    Truth truth() {
        List<Truth.SegmentResult> segments =
                Stream.of(Segment.values()).map(this::result).toList();
        Truth.SegmentResult worst = segments.stream()
                .min(Comparator.comparingLong(Truth.SegmentResult::contribution))
                .orElseThrow();
        return new Truth(
                plan.firstDay(),
                plan.lastDay(),
                plan.settings().seed(),
                plan.settings().customers(),
                linked,
                both - linked,
                breach(
                        PriorityContact.INSTALLATION,
                        Plan.COSTLY_SITE,
                        plan.costlyFrom(),
                        Plan.COSTLY_WEEKS,
                        installedInBreach,
                        installedElsewhere),
                breach(
                        PriorityContact.BILL,
                        Plan.HARMLESS_SITE,
                        plan.harmlessFrom(),
                        Plan.HARMLESS_WEEKS,
                        billedInBreach,
                        billedElsewhere),
                worst.segment(),
                segments,
                quantity(),
                new Truth.GrowingIssue(
                        Issue.ROUTER_RESTARTS.label(),
                        YearMonth.from(plan.month(plan.growthMonth())),
                        IntStream.of(grown).boxed().toList()),
                new Truth.RunningBreach(
                        PriorityContact.HOTLINE.label(), Plan.RUNNING_SITE.label(), plan.runningFrom()));
    }

    private Truth.SegmentResult result(Segment segment) {
        Money of = money[segment.ordinal()];
        return new Truth.SegmentResult(
                segment.label(), Math.round(of.revenueTwelfths / 12.0), of.costOfSales, of.serve, of.communicate);
    }

    private Truth.Breach breach(
            PriorityContact contact,
            Site site,
            LocalDate from,
            int weeks,
            Map<Integer, LocalDate> exposed,
            Map<Integer, LocalDate> comparable) {
        return new Truth.Breach(
                contact.label(),
                contact.measure(),
                site.label(),
                from,
                from.plusWeeks(weeks),
                contact.standard(),
                exposed.keySet().stream()
                        .map(number -> books.life(number).person().mainId())
                        .toList(),
                noticed(exposed),
                comparable.size(),
                noticed(comparable));
    }

    private int noticed(Map<Integer, LocalDate> met) {
        return (int) met.entrySet().stream()
                .filter(entry -> books.life(entry.getKey()).leftBetween(entry.getValue(), plan.lastDay()))
                .count();
    }

    private Truth.QuantityMonth quantity() {
        int index = plan.quantityMonth();
        int decided = plan.settings().months() - SOON_MONTHS;
        int otherGained = IntStream.of(gained).limit(decided).sum() - gained[index];
        int otherNoticed = IntStream.of(noticedSoon).limit(decided).sum() - noticedSoon[index];
        return new Truth.QuantityMonth(
                YearMonth.from(plan.month(index)),
                gained[index],
                noticedSoon[index],
                decided - 1,
                otherGained,
                otherNoticed);
    }
}

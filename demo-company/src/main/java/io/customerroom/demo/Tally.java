package io.customerroom.demo;

import io.customerroom.demo.truth.Shares;
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

    private static final int YEAR = 12;

    private final Plan plan;
    private final Books books;
    private final Lifetimes lifetimes;
    private int linked;
    private int both;
    private final Met costly = new Met();
    private final Met harmless = new Met();
    private final Met confounded = new Met();
    private final Money[] money =
            Stream.generate(Money::new).limit(Segment.values().length).toArray(Money[]::new);
    private final Befallen befallen;
    private final int[] grown;
    private final int[] grownElsewhere;
    private final int[] bonus = new int[Bonus.Answer.values().length];
    private final int[] scores = new int[2];
    private final int[] answers = new int[2];

    /** Who met a contact in the weeks of a breach: at its site, and at the others. */
    private static final class Met {
        private final Map<Integer, LocalDate> there = new TreeMap<>();
        private final Map<Integer, LocalDate> elsewhere = new TreeMap<>();
    }

    private static final class Money {
        private long revenueTwelfths;
        private long costOfSales;
        private long serve;
        private long communicate;
    }

    Tally(Plan plan, Books books) {
        this.plan = plan;
        this.books = books;
        lifetimes = new Lifetimes(plan);
        befallen = new Befallen(plan);
        grown = new int[plan.settings().months()];
        grownElsewhere = new int[plan.settings().months()];
    }

    @Override
    public void accept(Entry entry) {
        switch (entry) {
            case Entry.Registered it -> registered(it);
            case Entry.Asked it -> asked(it);
            case Entry.Answered it -> answered(it);
            case Entry.Supplied it -> supplied(it);
            case Entry.Sold it -> it.segment().ifPresent(segment -> earned(segment, it.cents(), it.costCents()));
            case Entry.Spent it -> spent(it);
            case Entry.Linked _ -> linked++;
            case Entry.Befell it -> befallen.add(it);
            case Entry.Rated _,
                    Entry.Contracted _,
                    Entry.Read _,
                    Entry.Surveyed _,
                    Entry.Left _,
                    Entry.Recommended _,
                    Entry.Overhead _,
                    Entry.Touched _,
                    Entry.Invested _ -> {}
        }
    }

    private void registered(Entry.Registered it) {
        Person person = it.person();
        boolean contract = it.customer().equals(person.contractId());
        if (!contract && person.segment() == Plan.BONUS_SEGMENT && it.since().isBefore(plan.bonusEnds())) {
            bonus[new Bonus(plan).answer(person).ordinal()]++;
        }
        if (!contract && person.contractSince().isPresent()) {
            both++;
        }
    }

    private void asked(Entry.Asked it) {
        LocalDate day = it.opened().toLocalDate();
        Person person = it.person();
        lifetimes.complained(it);
        if (it.issue() == Issue.ROUTER_RESTARTS) {
            (person.site() == Plan.CONVERGING_SITE ? grown : grownElsewhere)[plan.monthOf(day)]++;
        }
        if (it.issue() == Issue.INSTALLATION && plan.costly(Plan.COSTLY_SITE, day)) {
            met(costly, person, Plan.COSTLY_SITE, day);
        }
        if (it.issue().contact().equals(PriorityContact.BILL.label()) && plan.priceLetter(day)) {
            met(harmless, person, Plan.HARMLESS_SITE, day);
        }
        if (it.issue() == Issue.FIRST_SETUP && plan.campusWeeks(day)) {
            met(confounded, person, Plan.CAMPUS_SITE, day);
        }
    }

    private static void met(Met met, Person person, Site breached, LocalDate day) {
        (person.site() == breached ? met.there : met.elsewhere).putIfAbsent(person.number(), day);
    }

    private void answered(Entry.Answered it) {
        if (it.about() == Issue.ROUTER_RESTARTS && it.survey() == Survey.NPS) {
            int place = it.person().site() == Plan.CONVERGING_SITE ? 0 : 1;
            scores[place] += it.score();
            answers[place]++;
        }
    }

    private void earned(Segment segment, int cents, int costCents) {
        money[segment.ordinal()].revenueTwelfths += 12L * cents;
        money[segment.ordinal()].costOfSales += costCents;
    }

    private void supplied(Entry.Supplied it) {
        Money of = money[it.person().segment().ordinal()];
        of.revenueTwelfths += it.revenueTwelfths();
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
        for (int number = 1; number <= plan.settings().customers(); number++) {
            lifetimes.lived(books.life(number));
        }
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
                Papers.of(plan),
                breach(PriorityContact.INSTALLATION, Plan.COSTLY_SITE, plan.costlyFrom(), Plan.COSTLY_WEEKS, costly),
                breach(PriorityContact.BILL, Plan.HARMLESS_SITE, plan.harmlessFrom(), Plan.HARMLESS_WEEKS, harmless),
                breach(PriorityContact.WELCOME, Plan.CAMPUS_SITE, plan.campusFrom(), Plan.CAMPUS_WEEKS, confounded),
                Stream.of(Segment.values()).map(this::stratum).toList(),
                worst.segment(),
                segments,
                lifetimes.growth(),
                lifetimes.quantity(),
                new Truth.Behaviour("took the phone flat with the line", lifetimes.second()),
                new Truth.Behaviour("pays a year at once", lifetimes.yearly()),
                lifetimes.rules(),
                lifetimes.programme(Campaign.LINE_CHECK),
                lifetimes.programme(Campaign.POINTS),
                convergence(),
                new Truth.Conflict(
                        PriorityContact.CALL_LENGTH.label(),
                        Plan.PILOT_SITE.label(),
                        plan.pilotFrom(),
                        PriorityContact.CALL_LENGTH.measure(),
                        PriorityContact.SOLVED.measure()),
                new Truth.RunningBreach(PriorityContact.HOTLINE.label(), Plan.RUNNING_SITE.label(), plan.runningFrom()),
                lifetimes.counting(),
                movedPromise(),
                befallen.truth(),
                new Truth.Fall(
                        Plan.BONUS_SEGMENT.label(),
                        YearMonth.from(plan.bonusEnds()),
                        IntStream.of(bonus).sum(),
                        bonus[Bonus.Answer.SKIPS_THE_MONTH.ordinal()],
                        bonus[Bonus.Answer.GOES.ordinal()]));
    }

    private Truth.MovedPromise movedPromise() {
        List<LocalDate> dates = DemoStory.of(plan.settings()).stream()
                .flatMap(act -> switch (act) {
                    case Act.Promised it when it.pledge().equals(DemoStory.MOVED_PLEDGE) -> Stream.of(it.due());
                    case Act.Moved it when it.pledge().equals(DemoStory.MOVED_PLEDGE) -> Stream.of(it.to());
                    default -> Stream.empty();
                })
                .toList();
        return new Truth.MovedPromise(DemoStory.MOVED_PLEDGE, DemoStory.CONTACTS, dates);
    }

    private Truth.SegmentResult result(Segment segment) {
        Money of = money[segment.ordinal()];
        return new Truth.SegmentResult(
                segment.label(), Math.round(of.revenueTwelfths / 12.0), of.costOfSales, of.serve, of.communicate);
    }

    private Truth.Convergence convergence() {
        return new Truth.Convergence(
                Issue.ROUTER_RESTARTS.label(),
                Issue.ROUTER_RESTARTS.stage(),
                Plan.CONVERGING_SITE.label(),
                YearMonth.from(plan.month(plan.growthMonth())),
                IntStream.of(grown).boxed().toList(),
                IntStream.of(grownElsewhere).boxed().toList(),
                100 * scores[0] / Math.max(1, answers[0]),
                100 * scores[1] / Math.max(1, answers[1]),
                PriorityContact.REPAIR.label(),
                PriorityContact.REPAIR.measure(),
                plan.lateRepairsFrom());
    }

    private Truth.Breach breach(PriorityContact contact, Site site, LocalDate from, int weeks, Met met) {
        return new Truth.Breach(
                contact.label(),
                contact.measure(),
                site.label(),
                from,
                from.plusWeeks(weeks),
                contact.standard(),
                shares(met.there, met.elsewhere),
                met.there.keySet().stream()
                        .map(number -> books.life(number).person().mainId())
                        .toList());
    }

    private Truth.Stratum stratum(Segment segment) {
        return new Truth.Stratum(
                segment.label(), shares(only(segment, confounded.there), only(segment, confounded.elsewhere)));
    }

    private Map<Integer, LocalDate> only(Segment segment, Map<Integer, LocalDate> met) {
        Map<Integer, LocalDate> kept = new TreeMap<>(met);
        kept.keySet().removeIf(number -> books.life(number).person().segment() != segment);
        return kept;
    }

    private Shares shares(Map<Integer, LocalDate> met, Map<Integer, LocalDate> others) {
        return new Shares(met.size(), left(met), others.size(), left(others));
    }

    private int left(Map<Integer, LocalDate> met) {
        return (int) met.entrySet().stream()
                .filter(entry -> books.life(entry.getKey())
                        .leftBetween(entry.getValue(), entry.getValue().plusMonths(YEAR)))
                .count();
    }
}

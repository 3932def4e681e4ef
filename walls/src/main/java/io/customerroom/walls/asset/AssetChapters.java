package io.customerroom.walls.asset;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.definitions.LoyaltyDefinition;
import io.customerroom.ledger.metrics.ChangeExplained;
import io.customerroom.walls.exhibit.Chapter;
import io.customerroom.walls.exhibit.Exhibit;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.Aims;
import io.customerroom.walls.reading.Chapters;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.reading.Window;
import io.customerroom.walls.stays.ContractHistories;
import io.customerroom.walls.worth.Assumptions;
import io.customerroom.walls.worth.Equities;
import io.customerroom.walls.worth.Fitted;
import io.customerroom.walls.worth.Histories;
import io.customerroom.walls.worth.SegmentChoice;
import io.customerroom.walls.worth.Worth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The second layer of wall 1: who earns and who costs, whether new customers stay, what customers are worth, why it changed, why they
 * stay, what moved in the contracts, who is best, whom they bring, and whether we are on course.
 */
public final class AssetChapters implements Chapters {

    private static final Chapter EARNING = new Chapter("earning", "Who earns, and who costs?");
    private static final Chapter COHORTS = new Chapter("cohorts", "Do new customers stay?");

    private static final Chapter CAME = new Chapter("came", "Who came, and was it worth it?");
    private static final Chapter AUDIT = new Chapter("audit", "How different are our customers, and what changed?");
    private static final Chapter WORTH = new Chapter("worth", "What are our customers worth?");
    private static final Chapter WHY = new Chapter("why", "Why did it change?");
    private static final Chapter STAYING = new Chapter("staying", "Why do they stay?");
    private static final Chapter CONTRACTS =
            new Chapter("contracts", "What moved in our contracts, and whom can we still keep?");
    private static final Chapter BEST = new Chapter("best", "Who are our best customers, and who looks after them?");
    private static final Chapter ADVOCATES = new Chapter("advocates", "Do they bring others?");
    private static final Chapter COURSE = new Chapter("course", "Are we on course, and do others count as we do?");

    private final Readings readings;
    private final CompanyCalendar calendar;
    private final Currency currency;
    private final Aims aims;
    private final Fitted fitted = new Fitted();
    private final Supplier<Definitions> definitions;
    private final VipBook vips;
    private final LossBook losses;

    /** Without goals. */
    public AssetChapters(Readings readings, CompanyCalendar calendar, Currency currency) {
        this(readings, calendar, currency, Aims.NONE);
    }

    /** With the definitions that every workspace begins with, and without VIPs. */
    public AssetChapters(Readings readings, CompanyCalendar calendar, Currency currency, Aims aims) {
        this(readings, calendar, currency, aims, () -> Definitions.of(Map.of()), VipBook.EMPTY, LossBook.NONE);
    }

    /**
     * @param definitions read when a chapter needs one
     * @param losses who was drawn for the loss review
     */
    public AssetChapters(
            Readings readings,
            CompanyCalendar calendar,
            Currency currency,
            Aims aims,
            Supplier<Definitions> definitions,
            VipBook vips,
            LossBook losses) {
        this.losses = losses;
        this.definitions = definitions;
        this.vips = vips;
        this.aims = aims;
        this.readings = readings;
        this.calendar = calendar;
        this.currency = currency;
    }

    @Override
    public List<Chapter> all() {
        return List.of(EARNING, CAME, COHORTS, AUDIT, WORTH, WHY, STAYING, CONTRACTS, BEST, ADVOCATES, COURSE);
    }

    @Override
    public Wall compose(Chapter chapter, WallQuery query) {
        List<Exhibit> exhibits =
                switch (chapter.id()) {
                    case "earning" -> earning(query);
                    case "why" -> why(query);
                    case "cohorts" -> cohorts(query);
                    case "audit" -> audit(query);
                    case "worth" -> worth(query);
                    case "staying" -> staying(query);
                    case "contracts" -> contracts(query);
                    case "came" -> came(query);
                    case "best" -> best(query);
                    case "advocates" -> advocates(query);
                    case "course" -> course(query);
                    default ->
                        throw Failure.yours(
                                "CHAPTER_UNKNOWN",
                                "Wall 1 has no chapter '%s'.".formatted(chapter.id()),
                                "Open wall 1 and follow its links.");
                };
        return new Wall(1, chapter.question(), sentence(exhibits), AssetWall.notices(query), List.of(), exhibits);
    }

    /** The finding of the first exhibit, unless another answers the first question: of customer equity, whether it rose or fell, and where. */
    private static String sentence(List<Exhibit> exhibits) {
        return exhibits.stream()
                .filter(EquityCourseExhibit::leads)
                .findFirst()
                .or(() -> exhibits.stream().findFirst())
                .map(Exhibit::title)
                .orElse("Nothing is known yet.");
    }

    private List<Exhibit> earning(WallQuery query) {
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(new WhaleExhibit(query, calendar, currency)
                .of(now("whale-curve", query), before("whale-curve", query), yearAgo("whale-curve", query)));
        exhibits.add(new GroupsExhibit(query, calendar, currency)
                .of(
                        now("profitability-groups", query),
                        before("profitability-groups", query),
                        yearAgo("profitability-groups", query)));
        exhibits.addAll(new MigrationExhibits(query, currency).of(now(MigrationExhibits.METRIC, query)));
        CostExhibits costs = new CostExhibits(query, currency);
        exhibits.add(costs.activities(now(CostExhibits.ACTIVITIES, query)));
        exhibits.add(costs.groups(now(CostExhibits.GROUPS, query)));
        if (query.window() != Window.ALL) {
            exhibits.add(new CostChangeExhibit(query, currency).of(now(CostChangeExhibit.METRIC, query)));
        }
        Reading now = now("contribution-split", query);
        Reading before = before("contribution-split", query);
        Reading yearAgo = yearAgo("contribution-split", query);
        for (String split : List.of("segment", "site", "channel")) {
            new SplitExhibit(split, query, calendar, currency)
                    .of(now, before, yearAgo)
                    .ifPresent(exhibits::add);
        }
        return exhibits;
    }

    private List<Exhibit> why(WallQuery query) {
        List<Exhibit> exhibits =
                new ArrayList<>(new WhyExhibits(query, calendar, currency).of(now(ChangeExplained.METRIC, query)));
        if (!exhibits.isEmpty()) {
            exhibits.add(new ReasonRegister(query, currency).of(now(ReasonRegister.METRIC, query)));
        }
        exhibits.addAll(new LossExhibits(readings, calendar, currency, losses, query).exhibits());
        return exhibits;
    }

    private List<Exhibit> cohorts(WallQuery query) {
        CohortExhibits cohorts = new CohortExhibits(query, calendar, currency);
        Reading reading = readings.read(
                CohortExhibits.METRIC, CohortExhibits.first(calendar, query.period()), query.period(), query);
        return List.of(cohorts.activity(reading), cohorts.value(reading));
    }

    private List<Exhibit> audit(WallQuery query) {
        AuditExhibits audit = new AuditExhibits(query, currency);
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(audit.period(Stream.of(
                        query.period(), calendar.previous(query.period()), calendar.sameLastYear(query.period()))
                .distinct()
                .map(period -> Map.entry(period, in(AuditExhibits.PERIOD, period, query)))
                .toList()));
        exhibits.addAll(audit.cuts(now(AuditExhibits.TENTHS, query)));
        Reading change = now(AuditChangeExhibits.METRIC, query);
        exhibits.addAll(new AuditChangeExhibits(query, currency).of(change));
        new AuditMarginExhibit(query, currency).of(change).ifPresent(exhibits::add);
        exhibits.addAll(new AuditCohortExhibits(query, calendar, currency)
                .of(readings.read(
                        AuditCohortExhibits.METRIC,
                        AuditCohortExhibits.from(calendar, query),
                        AuditCohortExhibits.last(calendar, query.period()),
                        query)));
        return exhibits;
    }

    /** The worth, how it came to change, and how likely it is: where customers are valued, else why they are not. */
    private List<Exhibit> worth(WallQuery query) {
        Histories histories = new Histories(readings, calendar, assumptions(query));
        Histories.Answer answer = histories.of(query);
        List<Exhibit> exhibits = new ArrayList<>(new WorthExhibits(query, currency).of(answer));
        if (answer.worth() instanceof Worth.Valued valued) {
            List<SegmentChoice> choices = valued.choices().orElseGet(() -> histories.choices(query, valued));
            if (choices.size() > 1) {
                exhibits.add(new SegmentModelsExhibit(query, currency).of(valued, choices, answer));
            }
        }
        if (answer.worth() instanceof Worth.Valued valued && valued.money().isPresent()) {
            Equities.Answer equity = new Equities(readings, calendar, histories, fitted, MoneyWords.digits(currency))
                    .of(query, valued, answer.assumptions());
            exhibits.addAll(1, new EquityExhibits(query, currency, answer.assumptions()).of(equity));
            exhibits.add(new TrackingExhibit(query).of(equity));
            equity.misses()
                    .or(() -> histories.misses(query, valued))
                    .ifPresent(misses -> exhibits.add(new MissesExhibit(query).of(misses, equity.states())));
            equity.lost()
                    .ifPresent(rules ->
                            exhibits.add(new LostExhibit(query, currency, answer.assumptions()).of(rules, equity)));
        }
        return exhibits;
    }

    private Assumptions assumptions(WallQuery query) {
        return Assumptions.of(definitions.get().worth(query.clocks().through()));
    }

    private List<Exhibit> staying(WallQuery query) {
        LoyaltyDefinition believed = definitions.get().loyalty(query.clocks().through());
        List<Exhibit> exhibits =
                new ArrayList<>(new LoyaltyExhibits(query, Loyalty.of(readings, calendar, believed, query)).exhibits());
        Map<String, String> months = Map.of(Loyalty.MONTHS, Integer.toString(believed.followMonths()));
        exhibits.add(new UsageExhibit(query, calendar).of(now(UsageExhibit.METRIC, query)));
        exhibits.add(new SaidExhibit(query, believed.followMonths())
                .of(readings.part(SaidExhibit.METRIC, query.period(), query.period(), query, months)));
        return exhibits;
    }

    private List<Exhibit> contracts(WallQuery query) {
        Reading moves =
                readings.read(ContractExhibits.METRIC, calendar.sameLastYear(query.period()), query.period(), query);
        List<Exhibit> exhibits = new ArrayList<>(new ContractExhibits(query, currency).of(moves));
        Period today = calendar.periodOf(query.period().grain(), query.clocks().through());
        exhibits.add(new RescueExhibit(query, today, currency).of(in(RescueExhibit.METRIC, today, query)));
        exhibits.add(new ContractEventExhibit(query, currency).of(now(ContractEventExhibit.METRIC, query)));
        exhibits.addAll(new ContractSwitchExhibits(
                        query,
                        currency,
                        readings,
                        definitions.get().contracts(query.clocks().through()))
                .of(moves));
        ContractHistories.Answer stayed = new ContractHistories(readings, calendar).of(query);
        if (!stayed.stays().all().isEmpty()) {
            Assumptions assumptions = assumptions(query);
            exhibits.addAll(new StayExhibits(query, assumptions.level()).of(stayed.reading(), stayed.stays()));
            new LeavingExhibit(query, assumptions.level())
                    .of(stayed.reading(), stayed.stays())
                    .ifPresent(exhibits::add);
            exhibits.addAll(new ContractWorthExhibits(query, currency, assumptions).of(stayed));
        }
        return exhibits;
    }

    private List<Exhibit> came(WallQuery query) {
        Period first = CohortExhibits.first(calendar, query.period());
        Reading newcomers = readings.read(NewcomerExhibit.METRIC, first, query.period(), query);
        DesiredExhibits desired = new DesiredExhibits(query, currency);
        List<Exhibit> exhibits = new ArrayList<>();
        GainedPlan.Told planned = new GainedPlan(readings, calendar, aims).of(query);
        exhibits.add(new NewcomerExhibit(query, calendar, currency).of(newcomers));
        // A plan leads the chapter; that there is none does not.
        exhibits.add(planned.steps().isEmpty() ? 1 : 0, new PlanExhibit(query, currency).of(planned, newcomers));
        exhibits.add(desired.overTime(readings.read(DesiredExhibits.METRIC, first, query.period(), query)));
        for (String split : List.of("segment", "site", "channel")) {
            desired.by(split, part(DesiredExhibits.METRIC, query, Map.of("split", split)))
                    .ifPresent(exhibits::add);
        }
        desired.rivals(part(DesiredExhibits.METRIC, query, Map.of("definition", "every")))
                .ifPresent(exhibits::add);
        Period yearAgo = calendar.sameLastYear(query.period());
        new SegmentGrowthExhibit(query, calendar, currency)
                .of(readings.read(SegmentGrowthExhibit.METRIC, yearAgo, query.period(), query))
                .ifPresent(exhibits::add);
        for (String split : List.of("channel", "site")) {
            Map<String, String> by = Map.of("split", split);
            exhibits.add(new ReturnExhibit(split, query, yearAgo, currency)
                    .of(
                            readings.part(ReturnExhibit.METRIC, yearAgo, yearAgo, query, by),
                            part(ReturnExhibit.METRIC, query, by)));
        }
        return exhibits;
    }

    private Reading part(String metric, WallQuery query, Map<String, String> parts) {
        return readings.part(metric, query.period(), query.period(), query, parts);
    }

    private List<Exhibit> best(WallQuery query) {
        Reading best = now(TopExhibit.METRIC, query);
        Period today = calendar.periodOf(query.period().grain(), query.clocks().through());
        return List.of(
                new TopExhibit(query, calendar, currency)
                        .of(best, before(TopExhibit.METRIC, query), yearAgo(TopExhibit.METRIC, query)),
                new VipExhibit(query, calendar, currency)
                        .of(vips.choices(query.written()), new VipStandings(readings, calendar), best),
                new TouchExhibit(query, today, currency).of(in(TouchExhibit.METRIC, today, query)),
                new WalletExhibit(query, currency).of(now(WalletExhibit.METRIC, query)));
    }

    private List<Exhibit> advocates(WallQuery query) {
        List<Exhibit> exhibits = new ArrayList<>(new ReferralExhibits(query, currency)
                .of(
                        readings.read(
                                ReferralExhibits.METRIC, calendar.sameLastYear(query.period()), query.period(), query),
                        now(ReferralExhibits.BY, query)));
        exhibits.addAll(new RecommendingExhibits(query)
                .of(now(RecommendingExhibits.RATE, query), now(RecommendingExhibits.REPLIES, query)));
        return exhibits;
    }

    private List<Exhibit> course(WallQuery query) {
        WallQuery company = new WallQuery(
                query.period(), Optional.empty(), Optional.empty(), query.clocks(), query.past(), query.window());
        Period yearAgo = calendar.sameLastYear(query.period());
        return List.of(
                GoalsExhibit.of(
                        new Course(readings, calendar, aims, currency).of(query),
                        now("customer-math", query),
                        query,
                        currency,
                        calendar.zone()),
                new ResidualExhibit(query, calendar, currency)
                        .of(aims.counts(query), metric -> readings.read(metric, yearAgo, query.period(), company)));
    }

    private Reading now(String metric, WallQuery query) {
        return in(metric, query.period(), query);
    }

    private Reading before(String metric, WallQuery query) {
        return in(metric, calendar.previous(query.period()), query);
    }

    private Reading yearAgo(String metric, WallQuery query) {
        return in(metric, calendar.sameLastYear(query.period()), query);
    }

    private Reading in(String metric, Period period, WallQuery query) {
        return readings.read(metric, period, period, query);
    }
}

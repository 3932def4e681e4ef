package io.customerroom.web.programmes;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.room.programmes.Programme;
import io.customerroom.statistics.MatchedComparison;
import io.customerroom.statistics.MatchedComparison.Sample;
import io.customerroom.statistics.MatchedComparison.Stratum;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.programmes.ProgrammeCard.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sets the customers to whom a programme is offered beside others: those whom chance kept out, where there are any, else customers of the same
 * segment, tenth by value and tenure at the end of the month before it started. What is compared is who is a customer, and what they left us, until
 * the last month of the programme or the last one known.
 */
@Component
final class Effects {

    static final String METRIC = "programme-base";

    private final ObjectProvider<LedgerRows> ledger;
    private final CompanyCalendar calendar;
    private final String currency;

    Effects(ObjectProvider<LedgerRows> ledger, CompanyFace company) {
        this.ledger = ledger;
        this.calendar = company.calendar();
        this.currency = company.currency().getCurrencyCode();
    }

    /** A customer before the programme and after it. */
    private record Seen(
            CustomerId customer,
            String stratum,
            boolean active,
            @Nullable BigDecimal contribution) {}

    /** The customers at the end of the month before a day, by the segment asked for; all of them where it is empty. */
    Set<CustomerId> customers(LocalDate startsOn, String segment, WallQuery view) {
        return seen(eve(startsOn, view), view.clocks().through()).stream()
                .filter(seen -> segment.isBlank() || seen.stratum().startsWith(segment + "|"))
                .map(Seen::customer)
                .collect(Collectors.toSet());
    }

    ProgrammeCard card(Programme programme, Optional<WallQuery> view) {
        if (programme.withdrawn().isPresent()) {
            return new ProgrammeCard(
                    programme, List.of("Taken back: " + programme.withdrawn().get()), List.of());
        }
        if (view.isEmpty() || !programme.startsOn().isBefore(view.get().clocks().through())) {
            return new ProgrammeCard(programme, List.of("It has not started by the last day known."), List.of());
        }
        LocalDate through = view.get().clocks().through();
        LocalDate until = programme.endsOn().isBefore(through) ? programme.endsOn() : through;
        return told(programme, seen(eve(programme.startsOn(), view.get()), until), until);
    }

    private ProgrammeCard told(Programme programme, List<Seen> seen, LocalDate until) {
        Optional<MatchedComparison> stayed = compared(programme, seen, one -> one.active() ? 1 : 0);
        List<Seen> known =
                seen.stream().filter(one -> one.contribution() != null).toList();
        Optional<MatchedComparison> money = compared(
                programme,
                known,
                one -> one.contribution() == null ? 0 : one.contribution().doubleValue());
        List<String> effect = new ArrayList<>();
        List<Line> rows = new ArrayList<>();
        stayed.ifPresentOrElse(
                comparison -> {
                    effect.add(sentence(programme, comparison, until));
                    effect.add(kept(programme, comparison));
                    rows.add(line("still customers, percentage points", comparison, 100, 1));
                },
                () -> effect.add(
                        "Too few of the audience and of others like them stand beside each other to say anything yet."));
        money.ifPresent(comparison -> rows.add(line("contribution per customer, " + currency, comparison, 1, 2)));
        return new ProgrammeCard(programme, List.copyOf(effect), List.copyOf(rows));
    }

    private String sentence(Programme programme, MatchedComparison comparison, LocalDate until) {
        String beside =
                programme.random() ? "those whom chance kept out" : "customers of the same segment, value and tenure";
        String points = Numbers.signed(decimal(comparison.difference() * 100), 1);
        if (!comparison.apart()) {
            return "By %s as many of the audience are still customers as of %s, as far as can be told (%s percentage points, %s to %s)."
                    .formatted(
                            PeriodWords.day(until),
                            beside,
                            points,
                            points(comparison.interval().low()),
                            points(comparison.interval().high()));
        }
        return programme.random()
                ? "It made %s percentage points of the audience stay, %s to %s: set beside %s, by %s."
                        .formatted(
                                points,
                                points(comparison.interval().low()),
                                points(comparison.interval().high()),
                                beside,
                                PeriodWords.day(until))
                : "It is associated with %s percentage points of the audience who are still customers, %s to %s, beside %s, by %s; who was chosen may explain it."
                        .formatted(
                                points,
                                points(comparison.interval().low()),
                                points(comparison.interval().high()),
                                beside,
                                PeriodWords.day(until));
    }

    private String kept(Programme programme, MatchedComparison comparison) {
        double kept = comparison.difference() * comparison.matched();
        String cost = currency + " " + Numbers.fixed(programme.cost(), 2);
        if (!comparison.apart() || kept <= 0) {
            return "It cost %s; a cost per customer kept cannot be told.".formatted(cost);
        }
        return "That is %s customers kept for %s: %s %s each."
                .formatted(
                        Numbers.fixed(decimal(kept), 1),
                        cost,
                        currency,
                        Numbers.fixed(programme.cost().divide(decimal(kept), 2, RoundingMode.HALF_UP), 2));
    }

    private static Line line(String outcome, MatchedComparison comparison, double unit, int digits) {
        return new Line(
                outcome,
                "%s of %s".formatted(Numbers.whole(comparison.matched()), Numbers.whole(comparison.members())),
                Numbers.whole(comparison.others()),
                Numbers.signed(decimal(comparison.difference() * unit), digits),
                "%s to %s"
                        .formatted(
                                Numbers.fixed(decimal(comparison.interval().low() * unit), digits),
                                Numbers.fixed(decimal(comparison.interval().high() * unit), digits)),
                comparison.apart());
    }

    private static Optional<MatchedComparison> compared(
            Programme programme, List<Seen> seen, ToDoubleFunction<Seen> outcome) {
        Map<String, Sample> members = new HashMap<>();
        Map<String, Sample> others = new HashMap<>();
        for (Seen one : seen) {
            boolean member = programme.offered().contains(one.customer());
            boolean other = programme.random() ? programme.heldOut().contains(one.customer()) : !member;
            String stratum = programme.random() ? "" : one.stratum();
            if (member) {
                members.merge(stratum, Sample.NONE.and(outcome.applyAsDouble(one)), Effects::sum);
            } else if (other) {
                others.merge(stratum, Sample.NONE.and(outcome.applyAsDouble(one)), Effects::sum);
            }
        }
        return MatchedComparison.of(members.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Stratum(entry.getValue(), others.getOrDefault(entry.getKey(), Sample.NONE)))
                .toList());
    }

    private static Sample sum(Sample one, Sample other) {
        return new Sample(one.n() + other.n(), one.sum() + other.sum(), one.squares() + other.squares());
    }

    /** The month before the programme started. */
    private WallQuery eve(LocalDate startsOn, WallQuery view) {
        Period month = calendar.previous(calendar.periodOf(Grain.MONTH, startsOn));
        return new WallQuery(month, Optional.empty(), Optional.empty(), view.clocks());
    }

    private List<Seen> seen(WallQuery eve, LocalDate until) {
        Rows rows = ledger.getObject()
                .behind(METRIC, eve, Map.of("until", until.toString()), 0)
                .rows();
        int customer = rows.indexOf("customer");
        int segment = rows.indexOf("segment");
        int tenth = rows.indexOf("tenth");
        int tenure = rows.indexOf("tenure");
        int active = rows.indexOf("active");
        int contribution = rows.indexOf("contribution");
        return rows.rows().stream()
                .map(row -> new Seen(
                        new CustomerId(Long.parseLong(String.valueOf(row.get(customer)))),
                        "%s|%s|%s".formatted(row.get(segment), row.get(tenth), row.get(tenure)),
                        !"0".equals(String.valueOf(row.get(active))),
                        row.get(contribution) == null ? null : new BigDecimal(String.valueOf(row.get(contribution)))))
                .toList();
    }

    private static String points(double share) {
        return Numbers.signed(decimal(share * 100), 1);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value);
    }
}

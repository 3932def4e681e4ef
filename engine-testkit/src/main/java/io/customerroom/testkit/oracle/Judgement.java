package io.customerroom.testkit.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one period has to say about one customer. */
final class Judgement {

    private final Person person;
    private final Span span;
    private final LocalDate lastDay;
    private final LocalDate through;

    Judgement(Person person, Span span, LocalDate through) {
        this.person = person;
        this.span = span;
        this.through = through;
        this.lastDay = span.lastDay(through);
    }

    /** Opening, gained, regained, lost, closing, and what was gained, regained and lost inside. */
    int[] counts() {
        Flow flow = flow();
        Flow inside = bookings().minus(flow);
        return new int[] {
            flow.opening,
            flow.gained,
            flow.regained,
            flow.lost,
            flow.closing,
            inside.gained,
            inside.regained,
            inside.lost
        };
    }

    Optional<CustomerPeriod> row() {
        Flow flow = flow();
        BigDecimal value = value(lastDay.withDayOfMonth(1).plusMonths(1));
        BigDecimal priorValue = value(span.startsOn());
        boolean hasState = flow.opening + flow.closing > 0 || bookings().moved();
        boolean hasMoney = !person.purchasesIn(span).isEmpty()
                || person.hasCosts(span)
                || Revenue.hasContractMonth(person, span, through);
        if (!hasState && !hasMoney) {
            return Optional.empty();
        }
        Flow inside = bookings().minus(flow);
        return Optional.of(new CustomerPeriod(
                span.grain(),
                span.name(),
                span.startsOn(),
                person.customer(),
                person.segment(),
                person.site(),
                person.channel(),
                hasState ? state(flow) : "none",
                flow.opening,
                flow.gained,
                flow.regained,
                flow.lost,
                flow.closing,
                inside.gained,
                inside.regained,
                inside.lost,
                orders(),
                revenue(span),
                costOfSales(),
                person.costs(span, "serve"),
                person.costs(span, "communicate"),
                contribution(),
                revenue(previous()),
                person.recurring(lastDay),
                value,
                priorValue));
    }

    private String state(Flow flow) {
        if (flow.closing == 0) {
            return "lost";
        }
        if (flow.gained > 0) {
            return "gained";
        }
        if (flow.regained > 0) {
            return "regained";
        }
        if (!revenueBearing()) {
            return "dormant";
        }
        int against = revenue(span).compareTo(revenue(previous()));
        return against > 0 ? "growing" : against < 0 ? "shrinking" : "continuing";
    }

    private Flow flow() {
        return span.grain().equals("month") ? booked() : compared();
    }

    /** Months count what was booked on their days. */
    private Flow booked() {
        return bookings().between(activeAtOpening(), activeAtClose());
    }

    /** Coarser periods compare their two ends. */
    private Flow compared() {
        boolean before = activeAtOpening();
        boolean after = activeAtClose();
        boolean firstTime =
                person.spells().stream().noneMatch(spell -> spell.startedOn().isBefore(span.startsOn()));
        int came = after && !before ? 1 : 0;
        return new Flow(
                before ? 1 : 0, firstTime ? came : 0, firstTime ? 0 : came, before && !after ? 1 : 0, after ? 1 : 0);
    }

    private Flow bookings() {
        int gained = 0;
        int regained = 0;
        int lost = 0;
        for (Spell spell : person.spells()) {
            if (counts(spell.startedOn())) {
                gained += spell.number() == 1 ? 1 : 0;
                regained += spell.number() == 1 ? 0 : 1;
            }
            if (spell.endedOn() != null && counts(spell.endedOn())) {
                lost++;
            }
        }
        return new Flow(0, gained, regained, lost, 0);
    }

    private boolean counts(LocalDate day) {
        return span.contains(day) && !day.isAfter(through);
    }

    private boolean activeAtOpening() {
        return person.active(span.startsOn().minusDays(1));
    }

    private boolean activeAtClose() {
        return person.active(lastDay);
    }

    private boolean revenueBearing() {
        return person.purchasesIn(span).stream()
                        .anyMatch(purchase -> purchase.amount().signum() != 0)
                || Revenue.hasContractMonth(person, span, through);
    }

    /** Orders with a line that makes active, not cancellations alone. Counted month by month, so that months add up to years even where the lines of an order lie in two of them. */
    private long orders() {
        return person.qualifyingIn(span).stream()
                .map(purchase -> purchase.source() + "\n" + purchase.order() + "\n" + YearMonth.from(purchase.on()))
                .distinct()
                .count();
    }

    private BigDecimal revenue(Span which) {
        return Revenue.of(person, which, through);
    }

    private @Nullable BigDecimal costOfSales() {
        return CostOfSales.of(person, span, through);
    }

    private @Nullable BigDecimal contribution() {
        BigDecimal cost = costOfSales();
        return cost == null
                ? null
                : revenue(span)
                        .subtract(cost)
                        .subtract(person.costs(span, "serve"))
                        .subtract(person.costs(span, "communicate"));
    }

    /** The revenue of the twelve calendar months before a day; of an unfinished period the last of them is the one judged. */
    private BigDecimal value(LocalDate end) {
        return revenue(new Span("twelve months", "", end.minusMonths(12), end));
    }

    /** The period before this one is as long as this one. */
    private Span previous() {
        long months = ChronoUnit.MONTHS.between(span.startsOn(), span.endsOn());
        return new Span(span.grain(), "", span.startsOn().minusMonths(months), span.startsOn());
    }

    /** Counts of one customer: 0 or 1 at the ends, as many bookings as there were between. */
    private record Flow(int opening, int gained, int regained, int lost, int closing) {

        boolean moved() {
            return gained + regained + lost > 0;
        }

        Flow between(boolean before, boolean after) {
            return new Flow(before ? 1 : 0, gained, regained, lost, after ? 1 : 0);
        }

        Flow minus(Flow other) {
            return new Flow(0, gained - other.gained, regained - other.regained, lost - other.lost, 0);
        }
    }
}

package io.customerroom.testkit.oracle;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Departure;
import io.customerroom.testkit.company.Operation;
import io.customerroom.testkit.company.Referral;
import io.customerroom.testkit.company.Ticket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of the walls that count facts directly. */
public final class Walls {

    private final InForce inForce;
    private final LocalDate through;
    private final List<Ticket> tickets;
    private final List<Departure> departures;
    private final List<Referral> referrals;
    private final List<Operation> operations;

    Walls(Company company, InForce inForce, LocalDate through) {
        this.inForce = inForce;
        this.through = through;
        this.tickets = inForce.upToThrough(company.tickets());
        this.departures = inForce.upToThrough(company.departures());
        this.referrals = inForce.upToThrough(company.referrals());
        this.operations = inForce.upToThrough(company.operations());
    }

    /** Customers who recommended us in the period, each once, whatever came of it; to be asked and unwilling is none. */
    public long recommenders(Span span) {
        return referrals.stream()
                .filter(referral -> span.contains(referral.on()))
                .filter(referral -> !"unwilling".equals(referral.outcome()))
                .map(referral -> inForce.customer(referral.customer()))
                .distinct()
                .count();
    }

    /** Departures of the period by reason; the empty reason is "nobody asked". */
    public Map<String, Long> reasons(Span span) {
        Map<String, Long> counts = new TreeMap<>();
        for (Departure departure : departures) {
            if (span.contains(departure.on())) {
                counts.merge(Objects.requireNonNullElse(departure.reason(), ""), 1L, Long::sum);
            }
        }
        return counts;
    }

    /** Opened, closed and still open at the period's end. */
    public record TicketCount(long opened, long closed, long open) {}

    public Map<String, TicketCount> ticketsByStage(Span span) {
        Map<String, TicketCount> stages = new TreeMap<>();
        for (Ticket ticket : tickets) {
            if (!stages.containsKey(ticket.stage())) {
                stages.put(ticket.stage(), count(span, ofStage(ticket.stage())));
            }
        }
        return stages;
    }

    /** Tickets opened in the period by issue. */
    public Map<String, Long> issues(Span span) {
        Map<String, Long> counts = new TreeMap<>();
        for (Ticket ticket : tickets) {
            if (span.contains(ticket.on())) {
                counts.merge(Objects.requireNonNullElse(ticket.issue(), ""), 1L, Long::sum);
            }
        }
        return counts;
    }

    private List<Ticket> ofStage(String stage) {
        return tickets.stream().filter(ticket -> ticket.stage().equals(stage)).toList();
    }

    private TicketCount count(Span span, List<Ticket> some) {
        LocalDate last = span.lastDay(through);
        long opened = some.stream().filter(ticket -> span.contains(ticket.on())).count();
        long closed = some.stream()
                .filter(ticket -> ticket.closedOn() != null)
                .filter(ticket ->
                        span.contains(closedOn(ticket)) && !closedOn(ticket).isAfter(through))
                .count();
        long open = some.stream()
                .filter(ticket -> !ticket.on().isAfter(last))
                .filter(ticket -> ticket.closedOn() == null || closedOn(ticket).isAfter(last))
                .count();
        return new TicketCount(opened, closed, open);
    }

    private static LocalDate closedOn(Ticket ticket) {
        return Objects.requireNonNull(ticket.closedOn());
    }

    /**
     * The latest reading of a contact's measure up to the end of a period.
     *
     * @param verdict {@code holds}, {@code breach} or {@code too-few}
     */
    public record ContactReading(
            String contact, String measure, @Nullable String site, Operation latest, String verdict) {}

    public List<ContactReading> contacts(Span span) {
        LocalDate last = span.lastDay(through);
        Map<String, List<Operation>> series = new LinkedHashMap<>();
        operations.stream()
                .filter(reading -> !reading.on().isAfter(last))
                .sorted(Comparator.comparing(Operation::at))
                .forEach(reading -> series.computeIfAbsent(
                                reading.contact() + "\n" + reading.measure() + "\n" + reading.site(),
                                key -> new ArrayList<>())
                        .add(reading));
        return series.values().stream()
                .map(readings -> {
                    Operation latest = readings.getLast();
                    return new ContactReading(
                            latest.contact(), latest.measure(), latest.site(), latest, verdict(readings));
                })
                .sorted(Comparator.comparing(ContactReading::contact).thenComparing(ContactReading::measure))
                .toList();
    }

    /** So many readings in a row must miss the standard; one of too few cases misses nothing and breaks the run. */
    private static String verdict(List<Operation> readings) {
        Operation latest = readings.getLast();
        if (latest.n() < latest.minN()) {
            return "too-few";
        }
        int run = 0;
        for (Operation reading : readings.reversed()) {
            if (reading.n() < latest.minN() || !missed(reading, latest)) {
                break;
            }
            run++;
        }
        return run >= latest.runLength() ? "breach" : "holds";
    }

    private static boolean missed(Operation reading, Operation rule) {
        int against = reading.measured().compareTo(rule.standard());
        int wrong = rule.direction().equals("at-least") ? -against : against;
        return wrong > 0 || rule.strict() && wrong == 0;
    }
}

package io.customerroom.web.programmes;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.room.programmes.Programme;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.programmes.ProgrammeCard.Effect;
import io.customerroom.web.programmes.ProgrammeCard.Line;
import io.customerroom.web.programmes.Seen.Beside;
import io.customerroom.web.work.QueryDesk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final ObjectProvider<CallBook> book;
    private final QueryDesk desk;
    private final CompanyCalendar calendar;
    private final String currency;

    Effects(ObjectProvider<LedgerRows> ledger, ObjectProvider<CallBook> book, QueryDesk desk, CompanyFace company) {
        this.ledger = ledger;
        this.book = book;
        this.desk = desk;
        this.calendar = company.calendar();
        this.currency = company.currency().getCurrencyCode();
    }

    /** The customers at the end of the month before a day, by the segment asked for; all of them where it is empty. */
    Set<CustomerId> customers(LocalDate startsOn, String segment, WallQuery view) {
        return seen(eve(startsOn, view), view.clocks().through()).stream()
                .filter(seen -> segment.isBlank() || seen.stratum().startsWith(segment + "|"))
                .map(Seen::customer)
                .collect(Collectors.toSet());
    }

    /** Cards in the order of the programmes. */
    List<ProgrammeCard> cards(List<Programme> programmes, Optional<WallQuery> view) {
        Map<CustomerId, CustomerId> today =
                view.map(query -> today(Audience.keys(programmes), query)).orElse(Map.of());
        return programmes.stream()
                .map(programme -> card(programme, Audience.of(programme, today), view))
                .toList();
    }

    /**
     * The customers of one side of a programme, as they were set beside the others: still customers first, of these who left us most first. Who was no customer on
     * its eve is not among them.
     */
    List<Seen> members(Programme programme, Side side, WallQuery view) {
        LocalDate through = view.clocks().through();
        if (!programme.startsOn().isBefore(through)) {
            return List.of();
        }
        Set<CustomerId> meant = side.of(Audience.of(programme, today(Audience.keys(List.of(programme)), view)));
        LocalDate until = programme.endsOn().isBefore(through) ? programme.endsOn() : through;
        return seen(eve(programme.startsOn(), view), until).stream()
                .filter(one -> meant.contains(one.customer()))
                .sorted(Comparator.comparing(Seen::active)
                        .reversed()
                        .thenComparing(Effects::left, Comparator.reverseOrder())
                        .thenComparing(one -> one.customer().value()))
                .toList();
    }

    private static BigDecimal left(Seen seen) {
        return seen.contribution() == null ? BigDecimal.ZERO : seen.contribution();
    }

    private Map<CustomerId, CustomerId> today(Set<CustomerId> keys, WallQuery view) {
        return keys.isEmpty() || book.getIfAvailable() == null
                ? Map.of()
                : desk.ask(() -> book.getObject().today(keys, view.clocks()));
    }

    private ProgrammeCard card(Programme programme, Audience audience, Optional<WallQuery> view) {
        EffectWords words = new EffectWords(programme, currency);
        if (programme.withdrawn().isPresent()) {
            return new ProgrammeCard(
                    programme,
                    List.of(),
                    List.of("Taken back: " + programme.withdrawn().get()));
        }
        if (view.isEmpty() || !programme.startsOn().isBefore(view.get().clocks().through())) {
            return new ProgrammeCard(
                    programme,
                    words.tiles(audience, Optional.empty()),
                    List.of("It has not started by the last day known."));
        }
        LocalDate through = view.get().clocks().through();
        LocalDate until = programme.endsOn().isBefore(through) ? programme.endsOn() : through;
        return told(words, audience, seen(eve(programme.startsOn(), view.get()), until), until);
    }

    private static ProgrammeCard told(EffectWords words, Audience audience, List<Seen> seen, LocalDate until) {
        Optional<Set<CustomerId>> others =
                words.programme().random() ? Optional.of(audience.heldOut()) : Optional.empty();
        Optional<Beside> stayed = Seen.compared(seen, audience.offered(), others, Effects::here);
        List<Seen> known =
                seen.stream().filter(one -> one.contribution() != null).toList();
        Optional<Beside> money = Seen.compared(
                known,
                audience.offered(),
                others,
                one -> one.contribution() == null ? 0 : one.contribution().doubleValue());
        Set<CustomerId> declined = new HashSet<>(audience.offered());
        declined.removeAll(audience.tookUp());
        List<String> effect = new ArrayList<>();
        effect.add(
                stayed.map(beside -> words.stayed(beside, until))
                        .orElse(
                                "Too few of the audience and of others like them stand beside each other to say anything yet."));
        Seen.compared(seen, audience.tookUp(), Optional.of(declined), Effects::here)
                .ifPresent(beside -> effect.add(words.takers(beside)));
        List<Line> rows = new ArrayList<>();
        stayed.ifPresent(beside -> rows.add(words.staying(beside)));
        money.ifPresent(beside -> rows.add(words.money(beside)));
        return new ProgrammeCard(
                words.programme(), words.tiles(audience, stayed), effect, rows, stayed.map(Effects::effect));
    }

    private static Effect effect(Beside beside) {
        return new Effect(beside.comparison().difference(), beside.comparison().interval());
    }

    private static double here(Seen seen) {
        return seen.active() ? 1 : 0;
    }

    /** The month before the programme started. */
    private WallQuery eve(LocalDate startsOn, WallQuery view) {
        Period month = calendar.previous(calendar.periodOf(Grain.MONTH, startsOn));
        return new WallQuery(month, Optional.empty(), Optional.empty(), view.clocks());
    }

    private List<Seen> seen(WallQuery eve, LocalDate until) {
        Rows rows = ledger.getObject()
                .behind(METRIC, eve, Map.of("until", until.toString()), RowScope.everything(), 0)
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
}

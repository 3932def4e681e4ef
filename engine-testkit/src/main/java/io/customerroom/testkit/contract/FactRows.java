package io.customerroom.testkit.contract;

import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.ContractEvent;
import io.customerroom.testkit.company.Cost;
import io.customerroom.testkit.company.Customer;
import io.customerroom.testkit.company.Departure;
import io.customerroom.testkit.company.Fact;
import io.customerroom.testkit.company.Feedback;
import io.customerroom.testkit.company.Investment;
import io.customerroom.testkit.company.Link;
import io.customerroom.testkit.company.Operation;
import io.customerroom.testkit.company.Purchase;
import io.customerroom.testkit.company.Referral;
import io.customerroom.testkit.company.Ticket;
import io.customerroom.testkit.company.Touch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts as rows with the columns that ARCHITECTURE.md lists; the batch comes last. */
final class FactRows {

    private static final String CURRENCY = "EUR";

    private final Function<@Nullable String, @Nullable Long> key;

    /** @param key the opaque key of a source's customer id */
    FactRows(Function<@Nullable String, @Nullable Long> key) {
        this.key = key;
    }

    List<@Nullable Object> row(Fact fact, long line) {
        List<@Nullable Object> row = new ArrayList<>(cells(
                fact.key(), fact.source(), key.apply(fact.customer()), fact.at(), fact.on(), fact.recordedAt(), line));
        row.addAll(own(fact));
        row.add("golden");
        return row;
    }

    private List<@Nullable Object> own(Fact fact) {
        return switch (fact) {
            case Customer c -> cells(c.segment(), c.site(), c.channel(), null);
            case Purchase p ->
                cells(
                        p.order(),
                        p.line(),
                        p.kind(),
                        p.product(),
                        p.product(), // every product is a category of its own
                        BigDecimal.ONE,
                        p.amount(),
                        CURRENCY,
                        p.cost(),
                        p.site(),
                        p.channel());
            case Contract c ->
                cells(
                        c.key(),
                        c.product(),
                        c.on(),
                        c.endedOn(),
                        c.noticedOn(),
                        c.amount(),
                        (long) c.billingMonths(),
                        c.monthly(),
                        CURRENCY,
                        c.site(),
                        c.channel());
            case ContractEvent e ->
                cells(e.contract(), e.kind(), e.on(), e.until(), e.amount(), e.monthly(), CURRENCY, e.site());
            case Ticket t ->
                cells(t.key(), t.kind(), t.stage(), t.contact(), t.issue(), t.on(), t.closedOn(), t.owner(), t.site());
            case Feedback f ->
                cells(
                        f.key(),
                        f.stage(),
                        f.contact(),
                        f.survey(),
                        f.score(),
                        f.scaleMin(),
                        f.scaleMax(),
                        null,
                        f.theme(),
                        false,
                        f.site());
            case Operation o ->
                cells(
                        o.contact(),
                        o.contactKind(),
                        o.stage(),
                        o.owner(),
                        o.measure(),
                        o.unit(),
                        o.direction(),
                        o.standard(),
                        o.strict(),
                        (long) o.minN(),
                        (long) o.runLength(),
                        o.value(),
                        o.promised() == null ? (long) o.n() : null,
                        o.promised() == null ? null : o.promised().at(),
                        o.promised() == null ? null : o.promised().actualAt(),
                        o.promised() == null ? null : o.promised().on(),
                        o.promised() == null ? null : o.promised().actualOn(),
                        o.site());
            case Departure d -> cells(d.on(), d.noticedOn(), d.reason(), d.site());
            case Referral r -> cells(key.apply(r.referred()), r.outcome(), r.site(), r.reason(), r.channel());
            case Cost c -> cells(c.kind(), c.activity(), c.amount(), CURRENCY, c.site());
            case Investment i -> cells(i.activity(), i.amount(), CURRENCY, i.site(), i.channel());
            case Touch t -> cells(t.kind(), t.personal(), t.anticipated(), t.relevant(), t.by(), t.site());
            case Link l -> cells(key.apply(l.other()), l.linked());
        };
    }

    private static List<@Nullable Object> cells(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}

package io.customerroom.testkit.company;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A company's facts as the lists people keep. The first five have the columns of the spreadsheet templates.
 *
 * @param withClocks adds the moments: dates with their time, and a column {@code recorded}
 */
public record Sheets(Company company, Map<String, String> sameCustomer, boolean withClocks) {

    /** As a person would fill the templates: one name per customer, days, and each thing as it is known at last. */
    public static List<Sheet> templates(Company company, Map<String, String> sameCustomer) {
        Sheets sheets = new Sheets(company, sameCustomer, false);
        return List.of(sheets.customers(), sheets.purchases(), sheets.contracts(), sheets.tickets(), sheets.contacts());
    }

    /** Everything, corrections, crosswalk and moments included. */
    public static List<Sheet> everything(Company company) {
        Sheets sheets = new Sheets(company, Map.of(), true);
        return List.of(
                sheets.customers(),
                sheets.purchases(),
                sheets.contracts(),
                sheets.tickets(),
                sheets.contacts(),
                sheets.feedback(),
                sheets.departures(),
                sheets.referrals(),
                sheets.costs(),
                sheets.crosswalk());
    }

    private Sheet customers() {
        return sheet("customers", "customer,name,segment,site,channel,since", company.customers(), fact -> {
            Customer c = (Customer) fact;
            return row(id(c.customer()), c.name(), c.segment(), c.site(), c.channel(), c.on());
        });
    }

    private Sheet purchases() {
        String header = "order,line,customer,date,product,amount,cost,site" + (withClocks ? ",kind,channel" : "");
        return sheet("purchases", header, company.purchases(), fact -> {
            Purchase p = (Purchase) fact;
            List<@Nullable Object> template =
                    row(p.order(), p.line(), id(p.customer()), when(p), p.product(), p.amount(), p.cost(), p.site());
            return withClocks ? plus(template, p.kind(), p.channel()) : template;
        });
    }

    private Sheet contracts() {
        String header =
                "contract,customer,product,started,ended,noticed,amount,billing,site" + (withClocks ? ",channel" : "");
        return sheet("contracts", header, company.contracts(), fact -> {
            Contract c = (Contract) fact;
            List<@Nullable Object> template = row(
                    c.key(),
                    id(c.customer()),
                    c.product(),
                    c.on(),
                    c.endedOn(),
                    c.noticedOn(),
                    c.amount(),
                    c.billingMonths(),
                    c.site());
            return withClocks ? plus(template, c.channel()) : template;
        });
    }

    private Sheet tickets() {
        String header = "ticket,customer,stage,contact,issue,kind,opened,closed,owner,site";
        return sheet("tickets", header, company.tickets(), fact -> {
            Ticket t = (Ticket) fact;
            return row(
                    t.key(),
                    id(t.customer()),
                    t.stage(),
                    t.contact(),
                    t.issue(),
                    t.kind(),
                    t.on(),
                    t.closedOn(),
                    t.owner(),
                    t.site());
        });
    }

    private Sheet contacts() {
        String header =
                "contact,kind,stage,owner,measure,unit,direction,standard,strict,minimum n,run length,date,value,n,site";
        return sheet("contacts", header, company.operations(), fact -> {
            Operation o = (Operation) fact;
            return row(
                    o.contact(),
                    o.contactKind(),
                    o.stage(),
                    o.owner(),
                    o.measure(),
                    o.unit(),
                    o.direction(),
                    o.standard(),
                    o.strict() ? "yes" : "no",
                    o.minN(),
                    o.runLength(),
                    o.on(),
                    o.value(),
                    o.n(),
                    o.site());
        });
    }

    private Sheet feedback() {
        String header = "feedback,customer,stage,contact,survey,score,scale min,scale max,theme,site,date";
        return sheet("feedback", header, company.feedback(), fact -> {
            Feedback f = (Feedback) fact;
            return row(
                    f.key(),
                    id(f.customer()),
                    f.stage(),
                    f.contact(),
                    f.survey(),
                    f.score(),
                    f.scaleMin(),
                    f.scaleMax(),
                    f.theme(),
                    f.site(),
                    f.on());
        });
    }

    private Sheet departures() {
        return sheet("departures", "customer,left,noticed,reason,site", company.departures(), fact -> {
            Departure d = (Departure) fact;
            return row(id(d.customer()), d.on(), d.noticedOn(), d.reason(), d.site());
        });
    }

    private Sheet referrals() {
        return sheet("referrals", "customer,referred,date,outcome,site,reason,channel", company.referrals(), fact -> {
            Referral r = (Referral) fact;
            return row(id(r.customer()), id(r.referred()), r.on(), r.outcome(), r.site(), r.reason(), r.channel());
        });
    }

    private Sheet costs() {
        return sheet("costs", "cost,customer,date,kind,activity,amount,site", company.costs(), fact -> {
            Cost c = (Cost) fact;
            return row(c.key(), id(c.customer()), c.on(), c.kind(), c.activity(), c.amount(), c.site());
        });
    }

    private Sheet crosswalk() {
        return sheet("crosswalk", "customer,other,date,linked", company.links(), fact -> {
            Link l = (Link) fact;
            return row(l.customer(), l.other(), l.on(), l.linked() ? "yes" : "no");
        });
    }

    private interface Cells {
        List<@Nullable Object> of(Fact fact);
    }

    private Sheet sheet(String name, String header, List<? extends Fact> facts, Cells cells) {
        List<List<@Nullable Object>> rows = (withClocks ? facts : lastVersions(facts))
                .stream()
                        .map(fact -> withClocks ? plus(cells.of(fact), fact.recordedAt()) : cells.of(fact))
                        .toList();
        return new Sheet(name, List.of((header + (withClocks ? ",recorded" : "")).split(",")), rows);
    }

    private static List<Fact> lastVersions(List<? extends Fact> facts) {
        Map<String, Fact> byKey = new LinkedHashMap<>();
        for (Fact fact : facts) {
            byKey.merge(
                    fact.source() + "\n" + fact.key(),
                    fact,
                    (one, other) -> other.recordedAt().isBefore(one.recordedAt()) ? one : other);
        }
        return List.copyOf(byKey.values());
    }

    /** A day where the moment is the midnight with which it begins. */
    private Object when(Fact fact) {
        ZoneId zone = company.zone();
        LocalDate day = fact.on();
        Instant midnight = day.atStartOfDay(zone).toInstant();
        return withClocks && !fact.at().equals(midnight) ? fact.at() : day;
    }

    private @Nullable String id(@Nullable String customer) {
        return customer == null ? null : sameCustomer.getOrDefault(customer, customer);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static List<@Nullable Object> plus(List<@Nullable Object> row, @Nullable Object... more) {
        List<@Nullable Object> longer = new ArrayList<>(row);
        longer.addAll(Arrays.asList(more));
        return longer;
    }
}

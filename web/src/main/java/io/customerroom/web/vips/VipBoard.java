package io.customerroom.web.vips;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.persons.Names.Called;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.vips.HostContact;
import io.customerroom.room.vips.Vip;
import io.customerroom.room.vips.Vips;
import io.customerroom.walls.asset.VipStandings;
import io.customerroom.walls.asset.VipStandings.Course;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.customers.NamesForReader;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.walls.Views;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads VIPs together with how they stand in the ledger. Without a ledger they stand without figures. */
@Component
final class VipBoard {

    /** So many of the best are offered; more are found on wall 1. */
    private static final int OFFERED = 30;

    private final Vips vips;
    private final ObjectProvider<Readings> readings;
    private final ObjectProvider<LedgerRows> ledger;
    private final NamesForReader names;
    private final RowsForReader readers;
    private final Workspace workspace;
    private final Clock clock;
    private final CompanyCalendar calendar;
    private final String currency;

    VipBoard(
            Vips vips,
            ObjectProvider<Readings> readings,
            ObjectProvider<LedgerRows> ledger,
            NamesForReader names,
            RowsForReader readers,
            CompanyFace company,
            Workspace workspace,
            Clock clock) {
        this.readers = readers;
        this.vips = vips;
        this.readings = readings;
        this.ledger = ledger;
        this.names = names;
        this.workspace = workspace;
        this.clock = clock;
        this.calendar = company.calendar();
        this.currency = company.currency().getCurrencyCode();
    }

    /** By the definition of touches that the company has in force today. */
    int judgedAfterDays() {
        return Definitions.load(workspace)
                .touch(LocalDate.ofInstant(clock.instant(), calendar.zone()))
                .judgedAfterDays();
    }

    List<VipLine> lines(Optional<WallQuery> view, LocalDate today) {
        List<Vip> all = seen().shown();
        Map<CustomerId, String> called = view.map(
                        query -> called(all.stream().map(Vip::customer).collect(Collectors.toSet()), query))
                .orElse(Map.of());
        Map<CustomerId, Course> courses = view.map(query -> courses(all, query)).orElse(Map.of());
        return all.stream().map(vip -> line(vip, called, courses, view, today)).toList();
    }

    /** The VIPs whom the asker may see. */
    RowsForReader.Kept<Vip> seen() {
        return readers.of(vips.all(), Vip::customer);
    }

    private Map<CustomerId, Course> courses(List<Vip> all, WallQuery query) {
        VipStandings standings = new VipStandings(readings.getObject(), calendar);
        Map<CustomerId, Course> courses = new LinkedHashMap<>();
        for (Vip vip : all) {
            courses.computeIfAbsent(vip.customer(), customer -> standings.of(customer, first(vip), query));
        }
        return courses;
    }

    /** The first day a figure of this VIP is about. */
    private LocalDate first(Vip vip) {
        return vip.contacts().stream()
                .map(contact -> contact.heldOn().orElse(contact.plannedOn()))
                .filter(day -> day.isBefore(chosenOn(vip)))
                .min(LocalDate::compareTo)
                .orElse(chosenOn(vip));
    }

    private LocalDate chosenOn(Vip vip) {
        return LocalDate.ofInstant(vip.chosenAt(), calendar.zone());
    }

    private VipLine line(
            Vip vip,
            Map<CustomerId, String> called,
            Map<CustomerId, Course> courses,
            Optional<WallQuery> view,
            LocalDate today) {
        String name = called.getOrDefault(vip.customer(), vip.customer().toString());
        Course course = courses.get(vip.customer());
        if (view.isEmpty() || course == null) {
            return new VipLine(vip, name, "–", "–", "not known", vip.overdue(today), met(vip, Optional.empty()));
        }
        WallQuery query = view.get();
        VipStandings standings = new VipStandings(readings.getObject(), calendar);
        VipStandings.Standing now = course.at(standings.last(query));
        Period chosen = calendar.periodOf(Grain.MONTH, chosenOn(vip));
        boolean young = chosen.startsOn().isAfter(standings.last(query).startsOn());
        VipStandings.Standing then = young ? now : course.at(chosen);
        BigDecimal growth = now.value().subtract(then.value());
        return new VipLine(
                vip,
                name,
                currency + " " + Numbers.fixed(now.value(), 2),
                Numbers.signed(growth, 2),
                now.here() ? "customer" : "left",
                vip.overdue(today),
                met(
                        vip,
                        Optional.of(contact -> contact.heldOn()
                                .flatMap(held -> standings.success(course, held, judgedAfterDays(), query)))));
    }

    /** Tells whether a contact was a success. */
    @FunctionalInterface
    private interface Judge {
        Optional<Boolean> of(HostContact contact);
    }

    private static List<VipLine.Met> met(Vip vip, Optional<Judge> judge) {
        return vip.contacts().stream()
                .map(contact -> new VipLine.Met(contact, result(contact, judge)))
                .toList();
    }

    private static String result(HostContact contact, Optional<Judge> judge) {
        if (contact.outcome().isEmpty()) {
            return "planned";
        }
        if (contact.heldOn().isEmpty()) {
            return "not held";
        }
        return judge.flatMap(it -> it.of(contact))
                .map(success -> success ? "held, a success" : "held, no success")
                .orElse("held, not yet to be judged");
    }

    /** The customer, if the ledger knows them; refused otherwise. */
    CustomerId known(CustomerId customer, Optional<WallQuery> view) {
        if (view.filter(query -> ledger.getObject()
                                .states(customer, query, RowsForReader.scope())
                                .rows()
                                .size()
                        > 0)
                .isEmpty()) {
            throw Failure.yours(
                    "CUSTOMER_NOT_FOUND",
                    "The ledger knows no customer %s.".formatted(customer),
                    "Take the key from a customer’s page, or choose one of the list.");
        }
        return customer;
    }

    /** The best customers of the view who are no VIPs, best first, by key, with what they are called. */
    Map<String, String> offered(WallQuery query) {
        Set<CustomerId> chosen =
                vips.all().stream().filter(Vip::chosen).map(Vip::customer).collect(Collectors.toSet());
        Rows rows = ledger.getObject()
                .behind("top-customers", query, Map.of("best", "now"), RowsForReader.scope(), OFFERED + chosen.size())
                .rows();
        int at = rows.indexOf("customer");
        List<CustomerId> best = new ArrayList<>();
        rows.rows().forEach(row -> {
            if (row.get(at) instanceof Long key && !chosen.contains(new CustomerId(key)) && best.size() < OFFERED) {
                best.add(new CustomerId(key));
            }
        });
        Map<CustomerId, String> called = called(Set.copyOf(best), query);
        Map<String, String> offered = new LinkedHashMap<>();
        best.forEach(customer -> offered.put(
                customer.toString(),
                called.containsKey(customer) ? called.get(customer) + ", " + customer : customer.toString()));
        return offered;
    }

    /** First names of the list of names; nobody for those who may not read them. */
    private Map<CustomerId, String> called(Set<CustomerId> customers, WallQuery query) {
        Map<CustomerId, String> called = new TreeMap<>();
        List<CustomerId> sorted = customers.stream().sorted().toList();
        for (int from = 0; from < sorted.size(); from += 200) {
            Map<CustomerId, Called> some =
                    names.of(Set.copyOf(sorted.subList(from, Math.min(sorted.size(), from + 200))), query.clocks());
            some.forEach((customer, known) ->
                    known.names().stream().findFirst().ifPresent(name -> called.put(customer, name)));
        }
        return called;
    }

    /** The view of the current ledger; empty without one. */
    Optional<WallQuery> view(Views views, boolean ledgerIsThere) {
        return ledgerIsThere && readings.getIfAvailable() != null ? Optional.of(views.of(Map.of())) : Optional.empty();
    }
}

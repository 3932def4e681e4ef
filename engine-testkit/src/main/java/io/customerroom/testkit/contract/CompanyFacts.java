package io.customerroom.testkit.contract;

import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.build.FactSource;
import io.customerroom.ledger.engine.Session;
import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.ContractEvent;
import io.customerroom.testkit.company.Customer;
import io.customerroom.testkit.company.Fact;
import io.customerroom.testkit.company.Investment;
import io.customerroom.testkit.company.Link;
import io.customerroom.testkit.company.Touch;
import io.customerroom.testkit.oracle.Oracle;
import io.customerroom.testkit.oracle.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A company's facts in force, for a build: versions, clocks and identity are already resolved, obviously. */
final class CompanyFacts implements FactSource {

    private final Company company;
    private final CustomerKeys keys;
    private final List<Investment> investments;
    private final List<Touch> touches;
    private final List<ContractEvent> events;

    CompanyFacts(Company company) {
        this(company, List.of(), List.of());
    }

    /** The company's facts with what befell its contracts. */
    CompanyFacts(Company company, List<ContractEvent> events) {
        this(company, List.of(), List.of(), events);
    }

    /** The company's facts with what was spent to win customers, and how customers were turned to. */
    CompanyFacts(Company company, List<Investment> investments, List<Touch> touches) {
        this(company, investments, touches, List.of());
    }

    private CompanyFacts(
            Company company, List<Investment> investments, List<Touch> touches, List<ContractEvent> events) {
        this.events = events;
        this.investments = investments;
        this.touches = touches;
        this.company = company;
        this.keys = new CustomerKeys(company);
    }

    @Override
    public List<String> receipts(Instant known) {
        return List.of("company " + company.hashCode());
    }

    @Override
    public Optional<Instant> latestKnown() {
        return company.facts().stream().map(Fact::recordedAt).max(Comparator.naturalOrder());
    }

    @Override
    public Optional<LocalDate> latestDay(Instant known) {
        return company.facts().stream()
                .filter(fact -> !(fact instanceof Customer) && !(fact instanceof Link))
                .map(Fact::on)
                .max(Comparator.naturalOrder());
    }

    @Override
    public void define(Session session, Clocks clocks) {
        Oracle oracle = new Oracle(company, Rules.lapse(0), clocks.through(), clocks.known());
        FactRows rows = new FactRows(id -> keys.of(oracle.customer(id)));
        create(session, "customer", rows, oracle.known(company.customers()));
        create(session, "purchase", rows, oracle.inForce(company.purchases()));
        create(session, "contract", rows, oracle.inForce(company.contracts()));
        create(session, "contract_event", rows, oracle.inForce(events));
        create(session, "ticket", rows, oracle.inForce(company.tickets()));
        create(session, "feedback", rows, oracle.inForce(company.feedback()));
        create(session, "operation", rows, oracle.inForce(company.operations()));
        create(session, "departure", rows, oracle.inForce(company.departures()));
        create(session, "referral", rows, oracle.inForce(company.referrals()));
        create(session, "cost", rows, oracle.inForce(company.costs()));
        create(session, "investment", rows, oracle.inForce(investments));
        create(session, "touch", rows, oracle.known(touches));
    }

    private static void create(Session session, String table, FactRows rows, List<? extends Fact> facts) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Fact fact : facts) {
            lines.add(rows.row(fact, lines.size() + 1L));
        }
        FactTables.create(session, table, lines);
    }
}

package io.customerroom.app.demo;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.demo.Act;
import io.customerroom.demo.DemoCompany;
import io.customerroom.demo.DemoSettings;
import io.customerroom.demo.Launched;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.identity.CustomerKeys;
import io.customerroom.ledger.identity.IdentitySecret;
import io.customerroom.room.programmes.Programme;
import io.customerroom.room.programmes.Programmes;
import io.customerroom.web.programmes.NotToBeContacted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes down the programmes of the story, whose lots were drawn before there was a room, among those who may be contacted. */
record DemoProgrammes(Workbench bench, DemoSettings settings) {

    void launch(Programmes programmes, Authorship by, Act.Launches it) {
        if (programmes.all().stream().anyMatch(known -> known.name().equals(it.name()))) {
            return;
        }
        Launched launched = DemoCompany.launched(settings, it.name());
        if (launched.offered().isEmpty() || launched.keptOut().isEmpty()) {
            return; // a very small company has nobody to draw from
        }
        Programme programme = programmes.planDrawn(
                by,
                new Programmes.Draft(
                        it.name(),
                        Programme.Kind.of(it.kind()),
                        launched.leftOut() == 0
                                ? it.audience()
                                : it.audience() + "; " + NotToBeContacted.leftOut(launched.leftOut()),
                        it.account(),
                        it.starts(),
                        it.ends(),
                        BigDecimal.valueOf(
                                (long) it.costEach() * launched.offered().size()),
                        0,
                        0),
                customers(launched.offered()),
                customers(launched.keptOut()),
                "the office drew lots from the list of contracts");
        programmes.takenUp(by, programme.id(), customers(launched.tookUp()));
    }

    private Set<CustomerId> customers(List<String> ids) {
        CustomerKeys keys = new CustomerKeys(IdentitySecret.of(bench.workspace()));
        return ids.stream().map(id -> keys.key("customer", id)).collect(Collectors.toSet());
    }
}

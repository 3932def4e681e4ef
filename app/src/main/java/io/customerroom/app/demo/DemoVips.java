package io.customerroom.app.demo;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.demo.Act;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.vips.HostContact;
import io.customerroom.room.vips.Vip;
import io.customerroom.room.vips.Vips;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.customers.LedgerRowsOfBuild;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the VIPs of the story among the customers of the ledger. */
record DemoVips(Workbench bench) {

    void care(Vips vips, Authorship by, Act.Cared it) {
        Build build = bench.builds().current().orElseThrow();
        Period year = bench.settings()
                .calendar()
                .periodOf(Grain.MONTH, it.day().minusYears(1).withDayOfMonth(1).minusDays(1));
        Period now = bench.settings()
                .calendar()
                .periodOf(Grain.MONTH, it.day().withDayOfMonth(1).minusDays(1));
        List<CustomerId> best = best(build, year);
        best.retainAll(Set.copyOf(best(build, now))); // whoever left since is chosen by nobody
        if (best.size() < it.place()) {
            return; // a very small company has fewer best ones
        }
        Vip vip = vips.choose(by, best.get(it.place() - 1), Vip.Way.TOP, it.reason());
        vips.plan(
                by,
                vip.id(),
                new Vips.Draft(it.keeps(), it.account(), it.step(), it.due(), BigDecimal.valueOf(it.expected())));
        Vip invited = vips.invite(
                by, vip.id(), new Vips.Invitation(HostContact.Kind.VISIT, it.account(), it.held(), it.purpose()));
        if (!it.held().isAfter(it.day())) {
            vips.held(by, invited.contacts().getLast().id(), it.held(), "");
        }
    }

    /** The best customers of a period, best first. */
    private List<CustomerId> best(Build build, Period period) {
        Rows rows = new LedgerRowsOfBuild(bench.questions(), query -> Optional.of(build))
                .behind(
                        "top-customers",
                        new WallQuery(period, Optional.empty(), Optional.empty(), build.clocks()),
                        Map.of("best", "now"),
                        RowScope.everything(),
                        0)
                .rows();
        int column = rows.indexOf("customer");
        return rows.rows().stream()
                .map(row -> row.get(column))
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .map(CustomerId::new)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}

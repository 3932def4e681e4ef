package io.customerroom.web.programmes;

import io.customerroom.kernel.Failure;
import io.customerroom.room.programmes.Programme;
import io.customerroom.room.programmes.Programmes;
import io.customerroom.walls.exhibit.Drill;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.exhibit.Table;
import io.customerroom.walls.exhibit.Table.Column;
import io.customerroom.walls.exhibit.Table.Row;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.LedgerStatus;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.tables.TableView;
import io.customerroom.web.walls.Views;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The customers behind the figures of a programme. */
@Controller
final class ProgrammeRowsController {

    private static final int MOST = 200;

    private final Programmes programmes;
    private final Effects effects;
    private final Views views;
    private final LedgerStatus ledger;
    private final CompanyFace company;
    private final RowsForReader readers;
    private final NotToBeContacted barred;

    ProgrammeRowsController(
            Programmes programmes,
            Effects effects,
            Views views,
            LedgerStatus ledger,
            CompanyFace company,
            RowsForReader readers,
            NotToBeContacted barred) {
        this.programmes = programmes;
        this.effects = effects;
        this.views = views;
        this.ledger = ledger;
        this.company = company;
        this.readers = readers;
        this.barred = barred;
    }

    @GetMapping("/programmes/{id}/customers")
    String customers(@PathVariable String id, @RequestParam(defaultValue = "offered") String side, Model model) {
        Programme programme = programmes.require(id);
        Side meant = Side.of(side);
        if (ledger.shown().isEmpty()) {
            throw Failure.yours(
                    "LEDGER_NOT_FOUND", "No ledger has been built yet.", "Import data and build the ledger.");
        }
        RowsForReader.Kept<Seen> kept =
                readers.of(effects.members(programme, meant, views.of(Map.of())), Seen::customer);
        NotToBeContacted.Left<Seen> left = barred.leave(kept.shown(), Seen::customer);
        List<Seen> shown = left.others().stream().limit(MOST).toList();
        model.addAttribute("programme", programme);
        model.addAttribute("words", meant.words());
        model.addAttribute("outside", kept.sentence());
        model.addAttribute("barred", left.sentence());
        model.addAttribute(
                "count",
                shown.size() == left.others().size()
                        ? Numbers.counted(shown.size(), "customer")
                        : "%s of %s"
                                .formatted(
                                        Numbers.whole(shown.size()),
                                        Numbers.counted(left.others().size(), "customer")));
        model.addAttribute("table", TableView.of(table(shown), ProgrammeRowsController::href));
        return "programme-customers";
    }

    private Table table(List<Seen> seen) {
        return new Table(
                "Who was a customer on the eve of the programme; still customers first, of these who left us most first",
                List.of(
                        Column.key("customer", "Customer"),
                        Column.text("segment", "Segment"),
                        Column.text("tenth", "Tenth by value, 1 = best"),
                        Column.text("tenure", "Customer for"),
                        Column.text("active", "Still a customer"),
                        Column.amount(
                                "contribution",
                                "Contribution since, " + company.currency().getCurrencyCode(),
                                Math.max(0, company.currency().getDefaultFractionDigits()))),
                seen.stream().map(ProgrammeRowsController::row).toList());
    }

    private static Row row(Seen seen) {
        String[] stratum = seen.stratum().split("\\|", -1);
        String customer = seen.customer().toString();
        return Row.of(
                        customer,
                        stratum[0],
                        stratum[1],
                        stratum[2],
                        seen.active() ? "yes" : "no",
                        seen.contribution() == null ? null : seen.contribution().toPlainString())
                .to(new Drill(Effects.METRIC, "", Map.of("customer", customer)));
    }

    /** Each row leads to its customer. */
    private static String href(Drill drill) {
        return "/customers/" + Objects.requireNonNull(drill.where().get("customer"));
    }
}

package io.customerroom.web.losses;

import io.customerroom.kernel.Clocks;
import io.customerroom.kernel.CustomerId;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.losses.Drawing;
import io.customerroom.room.losses.Drawing.Drawn;
import io.customerroom.room.losses.LossReviews;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.customers.LedgerRows;
import io.customerroom.web.customers.NamesForReader;
import io.customerroom.web.customers.RowsForReader;
import io.customerroom.web.paper.Fonts;
import io.customerroom.web.paper.Leaflet;
import io.customerroom.web.walls.Views;
import io.customerroom.web.work.QueryDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The call sheets of one executive, for the screen and for paper. Names and numbers stand on them for those who may read names. */
@Component
final class CallSheets {

    private final LossReviews reviews;
    private final ObjectProvider<LedgerRows> ledger;
    private final ObjectProvider<CallBook> book;
    private final Views views;
    private final QueryDesk desk;
    private final CompanyFace company;
    private final Workspace workspace;
    private final Clock clock;

    CallSheets(
            LossReviews reviews,
            ObjectProvider<LedgerRows> ledger,
            ObjectProvider<CallBook> book,
            Views views,
            QueryDesk desk,
            CompanyFace company,
            Workspace workspace,
            Clock clock) {
        this.reviews = reviews;
        this.ledger = ledger;
        this.book = book;
        this.views = views;
        this.desk = desk;
        this.company = company;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** In the order of the draw. @param drawn those whom the reader may see */
    List<CallSheet> of(List<Drawn> drawn) {
        WallQuery now = views.of(Map.of());
        Clocks today = new Clocks(now.clocks().through(), clock.instant());
        Set<CustomerId> customers = CallSheet.customers(drawn);
        Map<CustomerId, CallBook.Entry> entries =
                NamesForReader.allowed() ? desk.ask(() -> book.getObject().entries(customers, today)) : Map.of();
        Set<CustomerId> barred = desk.ask(() -> book.getObject().doNotCall(today));
        RowScope scope = RowsForReader.scope();
        List<CallSheet> sheets = new ArrayList<>();
        for (Drawn one : drawn) {
            sheets.add(CallSheet.of(
                    one,
                    Optional.ofNullable(entries.get(one.customer())),
                    barred.contains(one.customer()),
                    desk.ask(() -> ledger.getObject().facts(one.customer(), now, scope))
                            .rows(),
                    reviews.notes(one.customer()),
                    company.currency().getCurrencyCode(),
                    at -> LocalDate.ofInstant(at, company.calendar().zone())));
        }
        return sheets;
    }

    /** The same to carry to the telephone. Who said meanwhile not to be called stands on it without a number. */
    byte[] paper(Drawing drawing, List<CallSheet> sheets, String called) {
        return paper(
                PeriodWords.of(company.calendar().parse(drawing.month())),
                drawing.at(),
                sheets,
                called,
                Fonts.of(workspace));
    }

    static byte[] paper(String month, Instant at, List<CallSheet> sheets, String called, List<Path> fonts) {
        return Leaflet.of(
                "Call sheet of %s: leavers of %s".formatted(called, month),
                "Listen, do not sell. Write what was said without names and numbers. Destroy this paper when the calls are noted.",
                at,
                sheets.stream().map(CallSheets::block).toList(),
                fonts);
    }

    private static Leaflet.Block block(CallSheet sheet) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (!sheet.barred() && !sheet.called().isEmpty()) {
            pairs.put("Reach", sheet.reach().isEmpty() ? "no telephone number known" : sheet.reach());
        }
        pairs.put("Lost", "%s, worth %s in the window before".formatted(sheet.lostOn(), sheet.value()));
        pairs.put("Reason so far", sheet.told().isEmpty() ? "none given" : String.join("; ", sheet.told()));
        pairs.put("Bought", listed(sheet.bought(), "nothing on record"));
        pairs.put("Wrote to us", listed(sheet.tickets(), "never"));
        pairs.put("Answered", listed(sheet.feedback(), "no survey"));
        return new Leaflet.Block(
                "%d. %s".formatted(sheet.place(), sheet.called().isEmpty() ? sheet.id() : sheet.called()),
                sheet.barred() ? "Said meanwhile not to be called. Do not call." : "",
                pairs,
                sheet.questions(),
                sheet.barred() ? List.of() : List.of("Notes", "Reason", "Issue", "Comes back"));
    }

    private static String listed(List<String> lines, String none) {
        return lines.isEmpty() ? none : String.join("\n", lines);
    }
}

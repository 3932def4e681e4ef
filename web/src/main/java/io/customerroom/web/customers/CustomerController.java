package io.customerroom.web.customers;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.kernel.Grain;
import io.customerroom.ledger.engine.Rows;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.ledger.persons.CallBook;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.stays.ContractWorth;
import io.customerroom.walls.worth.Histories;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.customers.LedgerRows.Listed;
import io.customerroom.web.files.Download.Format;
import io.customerroom.web.files.FileName;
import io.customerroom.web.files.Grid;
import io.customerroom.web.files.TableDownloads;
import io.customerroom.web.tables.RowsTable;
import io.customerroom.web.walls.Views;
import io.customerroom.web.walls.WallAddress;
import io.customerroom.web.work.QueryDesk;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One customer: what happened, how it stood, what it contributed, what it is worth, and how likely it still is a customer. */
@Controller
final class CustomerController {

    /** So many of what happened last stand on the page; what was before is one fold away. */
    private static final int RECENT = 25;

    private final ObjectProvider<LedgerRows> ledger;
    private final QueryDesk desk;
    private final Views views;
    private final NamesForReader names;
    private final ObjectProvider<CallBook> book;
    private final TableDownloads tables;
    private final CustomerWorths worths;
    private final CompanyFace company;
    private final Charts charts;

    CustomerController(
            ObjectProvider<LedgerRows> ledger,
            QueryDesk desk,
            Views views,
            NamesForReader names,
            ObjectProvider<CallBook> book,
            TableDownloads tables,
            CustomerWorths worths,
            CompanyFace company,
            Charts charts) {
        this.ledger = ledger;
        this.desk = desk;
        this.views = views;
        this.names = names;
        this.book = book;
        this.tables = tables;
        this.worths = worths;
        this.company = company;
        this.charts = charts;
    }

    @GetMapping("/customers/{id}")
    String customer(@PathVariable String id, @RequestParam Map<String, String> parameters, Model model) {
        CustomerId customer = CustomerId.parse(id);
        WallQuery query = views.of(parameters);
        RowScope scope = RowsForReader.scope();
        Listed states = states(customer, query, query.period().grain());
        Listed facts = desk.ask(() -> ledger.getObject().facts(customer, query, scope));
        if (states.rows().size() == 0 && facts.rows().size() == 0) {
            throw Failure.yours(
                    "CUSTOMER_NOT_FOUND",
                    "The ledger knows no customer %s.".formatted(customer),
                    "Follow the link from a figure; after a merge a customer may have another id.");
        }
        WallQuery everybody =
                new WallQuery(query.period(), Optional.empty(), Optional.empty(), query.clocks(), query.past());
        Histories.Answer worth = worths.of(everybody);
        CustomerLife life = CustomerLife.of(facts.rows(), WorthList.last(query), segment(states.rows()));
        Optional<ContractWorth.Valued> contracts = worths.contracts(customer, everybody);
        CustomerPage page = new CustomerPage(company, charts, query, contracts);
        model.addAttribute("paid", contracts.isPresent());
        Listed years = states(customer, query, Grain.YEAR);
        model.addAttribute("customer", customer.toString());
        model.addAttribute("called", names.of(Set.of(customer), query.clocks()).get(customer));
        model.addAttribute("named", NamesForReader.allowed());
        model.addAttribute(
                "barred",
                desk.ask(() -> book.stream()
                        .findFirst()
                        .filter(known -> known.doNotCall(query.clocks()).contains(customer))
                        .isPresent()));
        model.addAttribute("tiles", page.tiles(life, worth));
        model.addAttribute("unvalued", page.unvalued(life, worth));
        model.addAttribute("source", worth.source());
        model.addAttribute("assumptions", worth.assumptions().words());
        model.addAttribute("pictures", page.pictures(life, worth, years.rows()));
        List<Timeline.Event> happened = Timeline.of(facts.rows(), company.currency());
        model.addAttribute("timeline", happened.subList(0, Math.min(RECENT, happened.size())));
        model.addAttribute("earlier", happened.subList(Math.min(RECENT, happened.size()), happened.size()));
        model.addAttribute("spells", page.spells(states.rows()));
        model.addAttribute("states", RowsTable.view("One row per period, oldest first", states.rows(), ""));
        model.addAttribute(
                "facts", RowsTable.view("One row per fact, newest first", ToldElsewhere.shown(facts.rows()), ""));
        model.addAttribute("total", facts.total());
        model.addAttribute("up", "/worth" + WallAddress.suffix(everybody));
        model.addAttribute("csv", "/customers/" + customer + ".csv" + WallAddress.suffix(query));
        model.addAttribute("xlsx", "/customers/" + customer + ".xlsx" + WallAddress.suffix(query));
        return "customer";
    }

    /** As the latest period knows it; a customer's segment is the same in all of them. */
    private static String segment(Rows states) {
        return states.rows().isEmpty()
                ? ""
                : new CustomerLife.Cells(states, states.rows().getLast()).text("segment");
    }

    private Listed states(CustomerId customer, WallQuery query, Grain grain) {
        CompanyCalendar calendar = company.calendar();
        WallQuery other = query.at(calendar.periodOf(grain, query.period().startsOn()));
        RowScope scope = RowsForReader.scope();
        return desk.ask(() -> ledger.getObject().states(customer, other, scope));
    }

    @GetMapping("/customers/{id}.{ending:csv|xlsx}")
    ResponseEntity<Resource> customerAsFile(
            @PathVariable String id, @PathVariable String ending, @RequestParam Map<String, String> parameters) {
        CustomerId customer = CustomerId.parse(id);
        WallQuery query = views.of(parameters);
        RowScope scope = RowsForReader.scope();
        Listed facts = desk.ask(() -> ledger.getObject().facts(customer, query, scope));
        Map<String, String> about = DrillController.about(query, "");
        about.put("Customer", customer.toString());
        String name =
                FileName.of(List.of(customer.toString(), "facts"), List.of(), query.clocks(), ZoneOffset.UTC, ending);
        return tables.of(Format.of(ending), name, Grid.of(facts.rows(), facts.total()), about);
    }
}

package io.customerroom.demo;

import static io.customerroom.demo.Cells.money;
import static io.customerroom.demo.Cells.moneyWithComma;
import static io.customerroom.demo.Cells.orEmpty;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes every entry to the file that a company of this kind would keep it in. */
final class BookFiles implements Consumer<Entry>, Closeable {

    private static final DateTimeFormatter OFFICE_DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    private static final Site LATE_TILL = Site.ALTMUEHLE;
    private static final int LATE_TILL_DAYS = 6;

    /** Of so many tickets one was typed by hand, with a day that does not exist. */
    private static final int BETWEEN_SLIPS = 9_973;

    private static final int LATE_TILL_BACK = 20;

    private final Deque<Closeable> open = new ArrayDeque<>();
    private final Table customers;
    private final Table contracts;
    private final Table contractEvents;
    private final Table purchases;
    private final Table tickets;
    private final Sheet contacts;
    private final Table feedback;
    private final Table departures;
    private final Table referrals;
    private final Table costs;
    private final Table touches;
    private final Table investments;
    private final Table crosswalk;
    private final Table rates;
    private final Abroad abroad;
    private final LocalDate lastDay;
    private int askedRows;

    /** The first of the last days of the month before last. */
    private final LocalDate tillDown;

    BookFiles(Path folder, Plan plan) throws IOException {
        lastDay = plan.lastDay();
        abroad = new Abroad(plan);
        tillDown = lastDay.plusDays(1).minusMonths(1).minusDays(LATE_TILL_DAYS);
        customers = table(
                folder,
                DemoCompany.CUSTOMERS,
                "customer",
                "name",
                "segment",
                "site",
                "channel",
                "since",
                "email",
                "phone",
                "do not call");
        contracts = Table.createOffice(
                folder.resolve(DemoCompany.CONTRACTS),
                "Vertrag",
                "Kunde",
                "Tarif",
                "Beginn",
                "Ende",
                "Kündigung",
                "Betrag",
                "Monate je Rechnung",
                "Standort",
                "Kanal");
        open.push(contracts);
        contractEvents = table(
                folder,
                DemoCompany.CONTRACT_EVENTS,
                "event",
                "contract",
                "customer",
                "kind",
                "from",
                "until",
                "amount",
                "billing months",
                "site");
        purchases = table(
                folder,
                DemoCompany.PURCHASES,
                "order",
                "line",
                "customer",
                "date",
                "product",
                "category",
                "quantity",
                "amount",
                "cost",
                "currency",
                "site",
                "channel",
                "booked");
        tickets = table(
                folder,
                DemoCompany.TICKETS,
                "ticket",
                "customer",
                "stage",
                "contact",
                "issue",
                "kind",
                "opened",
                "closed",
                "owner",
                "site");
        contacts = new Sheet(
                folder.resolve(DemoCompany.CONTACTS),
                "contacts",
                lastDay,
                "contact",
                "kind",
                "stage",
                "owner",
                "measure",
                "unit",
                "direction",
                "standard",
                "strict",
                "minimum n",
                "run length",
                "date",
                "value",
                "n",
                "site");
        open.push(contacts);
        feedback = table(
                folder,
                DemoCompany.FEEDBACK,
                "feedback",
                "customer",
                "date",
                "stage",
                "contact",
                "survey",
                "score",
                "scale min",
                "scale max",
                "theme",
                "text",
                "site");
        departures = table(folder, DemoCompany.DEPARTURES, "customer", "left", "noticed", "reason", "site");
        referrals = table(
                folder,
                DemoCompany.REFERRALS,
                "referral",
                "customer",
                "referred",
                "date",
                "outcome",
                "site",
                "reason",
                "way");
        costs = table(folder, DemoCompany.COSTS, "cost", "customer", "date", "kind", "activity", "amount", "site");
        touches = table(
                folder,
                DemoCompany.TOUCHES,
                "touch",
                "customer",
                "date",
                "kind",
                "personal",
                "anticipated",
                "relevant",
                "by",
                "site");
        investments =
                table(folder, DemoCompany.INVESTMENTS, "investment", "date", "activity", "amount", "site", "channel");
        crosswalk = table(folder, DemoCompany.CROSSWALK, "customer", "other", "linked", "date");
        rates = table(folder, DemoCompany.RATES, "currency", "date", "rate");
    }

    private Table table(Path folder, String name, String... header) throws IOException {
        Table table = Table.create(folder.resolve(name), header);
        open.push(table);
        return table;
    }

    @Override
    public void accept(Entry entry) {
        switch (entry) {
            case Entry.Registered it -> registered(it);
            case Entry.Contracted it -> contracted(it.person(), it.contract());
            case Entry.Befell it -> befell(it);
            case Entry.Sold it -> sold(it);
            case Entry.Rated it ->
                rates.row(it.currency(), it.day().toString(), it.rate().toPlainString());
            case Entry.Supplied it -> supplied(it);
            case Entry.Asked it -> asked(it);
            case Entry.Answered it -> answered(it);
            case Entry.Surveyed it ->
                feedback.row(
                        it.feedback(),
                        it.person().mainId(),
                        it.day().toString(),
                        "",
                        "",
                        it.survey(),
                        it.score(),
                        it.min(),
                        it.max(),
                        "",
                        "",
                        it.person().site().label());
            case Entry.Read it -> read(it);
            case Entry.Left it ->
                departures.row(
                        it.customer(),
                        it.left().toString(),
                        it.noticed().toString(),
                        it.reason(),
                        it.person().site().label());
            case Entry.Recommended it ->
                referrals.row(
                        it.referral(),
                        it.customer(),
                        orEmpty(it.referred()),
                        it.day().toString(),
                        it.outcome(),
                        it.person().site().label(),
                        it.reason(),
                        it.way());
            case Entry.Spent it ->
                costs.row(
                        it.cost(),
                        it.customer(),
                        it.day().toString(),
                        it.kind(),
                        it.activity(),
                        money(it.cents()),
                        it.person().site().label());
            case Entry.Overhead it ->
                costs.row(
                        it.cost(),
                        "",
                        it.day().toString(),
                        it.kind(),
                        it.activity(),
                        money(it.cents()),
                        it.site().map(Site::label).orElse(""));
            case Entry.Touched it ->
                touches.row(
                        it.touch(),
                        it.person().contractId(),
                        it.day().toString(),
                        it.kind(),
                        it.personal() ? "yes" : "no",
                        it.anticipated() ? "yes" : "no",
                        it.relevant() ? "yes" : "no",
                        it.by(),
                        it.person().site().label());
            case Entry.Invested it ->
                investments.row(
                        it.investment(),
                        it.day().toString(),
                        it.activity(),
                        money(it.cents()),
                        it.site().label(),
                        it.channel().label());
            case Entry.Linked it ->
                crosswalk.row(
                        it.person().contractId(),
                        it.person().cardId(),
                        "yes",
                        it.day().toString());
        }
    }

    private void registered(Entry.Registered it) {
        Person person = it.person();
        customers.row(
                it.customer(),
                person.given() + " " + person.family(),
                person.segment().label(),
                person.site().label(),
                person.channel().label(),
                it.since().toString(),
                person.email(),
                person.phone(),
                person.doNotCall() ? "yes" : "no");
    }

    private void contracted(Person person, Contract contract) {
        contracts.row(
                contract.id(),
                person.contractId(),
                contract.tariff().label(),
                OFFICE_DAY.format(contract.startedOn()),
                orEmpty(contract.endedOn().filter(this::entered).map(OFFICE_DAY::format)),
                orEmpty(contract.noticedOn().map(OFFICE_DAY::format)),
                moneyWithComma(contract.cents()),
                Integer.toString(contract.billingMonths()),
                person.site().label(),
                person.channel().label());
    }

    private void befell(Entry.Befell it) {
        contractEvents.row(
                it.event(),
                it.contract().id(),
                it.person().contractId(),
                it.kind(),
                it.from().toString(),
                orEmpty(it.until().map(LocalDate::toString)),
                orEmpty(it.cents().map(Cells::money)),
                Integer.toString(it.contract().billingMonths()),
                it.person().site().label());
    }

    /**
     * The office confirms an end in a letter and enters it then, but for those of the month that follows: these are entered when they have come, and until then
     * the notice alone tells of them.
     */
    private boolean entered(LocalDate day) {
        LocalDate next = lastDay.plusDays(1);
        return day.isBefore(next) || !day.isBefore(next.plusMonths(1));
    }

    private void sold(Entry.Sold it) {
        purchases.row(
                it.order(),
                Integer.toString(it.line()),
                it.customer().orElse(""),
                it.day().toString(),
                it.product(),
                it.category(),
                Integer.toString(it.quantity()),
                money(rung(it.cents(), it)),
                money(rung(it.costCents(), it)),
                Abroad.currency(it.site()),
                it.site().label(),
                it.channel().label(),
                booked(it.site(), it.day()).toString());
    }

    /** As the till of the site writes it. */
    private int rung(int cents, Entry.Sold it) {
        return it.site() == Abroad.SITE ? abroad.hellers(cents, it.day()) : cents;
    }

    /** Receipts come the next day. Those of one site's last days of a month came late: its line was down. */
    private LocalDate booked(Site site, LocalDate day) {
        boolean down = site == LATE_TILL && !day.isBefore(tillDown) && day.isBefore(tillDown.plusDays(LATE_TILL_DAYS));
        return down ? tillDown.plusDays(LATE_TILL_BACK) : day.plusDays(1);
    }

    private void supplied(Entry.Supplied it) {
        costs.row(
                "N" + it.person().contractId() + "/" + it.day().toString().substring(0, 7),
                it.person().contractId(),
                it.day().toString(),
                "sale",
                "network",
                money(it.costCents()),
                it.person().site().label());
    }

    private void asked(Entry.Asked it) {
        askedRows++;
        String opened = Cells.time(it.opened());
        tickets.row(
                it.ticket(),
                it.customer(),
                it.issue().stage(),
                it.issue().contact(),
                it.issue().label(),
                it.issue().kind(),
                askedRows % BETWEEN_SLIPS == 0 ? "2026-02-30" + opened.substring(10) : opened,
                it.closed().map(Cells::time).orElse(""),
                it.owner(),
                it.person().site().label());
    }

    private void answered(Entry.Answered it) {
        feedback.row(
                it.feedback(),
                it.customer(),
                it.day().toString(),
                it.about().stage(),
                it.about().contact(),
                it.survey().label(),
                Integer.toString(it.score()),
                Integer.toString(it.survey().min()),
                Integer.toString(it.survey().max()),
                it.theme(),
                it.text(),
                it.person().site().label());
    }

    private void read(Entry.Read it) {
        PriorityContact contact = it.contact();
        contacts.row(
                contact.label(),
                contact.kind(),
                contact.stage(),
                contact.owner(),
                contact.measure(),
                contact.unit(),
                contact.direction(),
                it.standard(),
                "no",
                PriorityContact.MIN_N,
                PriorityContact.RUN_LENGTH,
                it.day(),
                Cells.oneDecimal(it.value()),
                it.n(),
                it.site().label());
    }

    @Override
    public void close() throws IOException {
        for (Closeable file : open) {
            file.close();
        }
    }
}

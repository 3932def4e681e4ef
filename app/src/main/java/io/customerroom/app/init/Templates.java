package io.customerroom.app.init;

import static io.customerroom.app.init.Template.needed;
import static io.customerroom.app.init.Template.optional;

import io.customerroom.ledger.facts.FactKind;
import java.util.List;
import java.util.Optional;

/** The spreadsheets a company can start with on its first day, one for each kind of fact. Their headers are understood without a mapping. */
public final class Templates {

    private static final String CUSTOMER_ID = "Your id of the customer, the same in every sheet";
    private static final String SITE = "Shop, branch, country: where it belongs";
    private static final String CHANNEL = "How they buy: shop, web, phone";
    private static final String CURRENCY = "Three letters; without it the company's own";

    static final Template CUSTOMERS = new Template(
            "customers",
            "customer",
            "One row per customer. Names stay in the person table; everything else uses an opaque key.",
            List.of(
                    needed("customer", CUSTOMER_ID, "C-1001"),
                    optional("name", "Shown only to those who may see names", "Ada Example"),
                    optional("email", "As above", "ada@example.org"),
                    optional("phone", "As above", "+49 30 000000"),
                    optional("address", "As above", "1 Sample Street"),
                    optional("segment", "The group you manage them in", "private"),
                    optional("site", SITE, "Berlin"),
                    optional("channel", CHANNEL, "web"),
                    optional("since", "The day they became a customer, if you know it", "2025-01-31"),
                    optional("do not call", "yes if they must not be called; the loss review leaves them out", "no")));

    static final Template PURCHASES = new Template(
            "purchases",
            "purchase",
            "One row per line of an invoice or order. Use it where customers buy again without a contract.",
            List.of(
                    needed("order", "Number of the invoice or order", "R-2025-17"),
                    optional("line", "Number of the line; without it they are counted", "1"),
                    optional("customer", CUSTOMER_ID + "; empty if unknown", "C-1001"),
                    needed("date", "The day of the purchase", "2025-02-14"),
                    needed("amount", "Value of the line; negative for a return", "49.90"),
                    optional("currency", CURRENCY, "EUR"),
                    optional("quantity", "Pieces", "2"),
                    optional("cost", "What the goods cost you; gives the contribution", "21.00"),
                    optional("product", "Article", "green tea"),
                    optional("category", "Group of articles", "tea"),
                    optional("line kind", "sale, return, cancellation or adjustment; empty is a sale", "sale"),
                    optional("site", SITE, "Berlin"),
                    optional("channel", CHANNEL, "shop")));

    static final Template CONTRACTS = new Template(
            "contracts",
            "contract",
            "One row per contract or subscription. Use it where the end of a relation is seen.",
            List.of(
                    needed("contract", "Number of the contract", "V-204"),
                    needed("customer", CUSTOMER_ID, "C-1001"),
                    needed("started on", "First day it is in force", "2025-01-01"),
                    optional("ended on", "First day it is no longer in force; empty while it runs", "2025-12-01"),
                    optional("noticed on", "The day notice was given", "2025-10-20"),
                    needed("amount", "What is billed each time", "120.00"),
                    optional("billing months", "Months one bill covers: 1, 3, 12; without it 1", "12"),
                    optional("currency", CURRENCY, "EUR"),
                    optional("product", "What the contract is about", "tea club"),
                    optional("site", SITE, "Berlin"),
                    optional("channel", CHANNEL, "web")));

    static final Template TICKETS = new Template(
            "tickets",
            "ticket",
            "One row per complaint or request of a customer.",
            List.of(
                    needed("ticket", "Number of the ticket", "T-88"),
                    optional("customer", CUSTOMER_ID + "; empty if unknown", "C-1001"),
                    optional("kind", "complaint or request; empty is a request", "complaint"),
                    optional("stage", "Stage of the journey, as in journey.yaml", "receive"),
                    optional("contact", "The contact it is about", "delivery"),
                    optional("issue", "What many tickets have in common", "late parcel"),
                    needed("opened on", "The day it came", "2025-03-03"),
                    optional("closed on", "The day it was solved; empty while it is open", "2025-03-05"),
                    optional("owner", "Who works on it: a role, not a person", "logistics"),
                    optional("text", "What the customer said; kept apart with the names", "The parcel came late."),
                    optional("site", SITE, "Berlin")));

    static final Template CONTACTS = new Template(
            "contacts",
            "operation",
            "One row per reading of a contact's measure. A contact is one of the ten to fifteen touchpoints that matter most.",
            List.of(
                    needed("contact", "Name of the contact", "delivery"),
                    needed("contact kind", "rescue, revenue-building, responding or relationship", "responding"),
                    optional("stage", "Stage of the journey, as in journey.yaml", "receive"),
                    optional("owner", "Who answers for it: a role, not a person", "head of logistics"),
                    needed("measure", "What is measured", "delivered on time"),
                    optional("unit", "%, days, minutes", "%"),
                    needed("direction", "at-least or at-most", "at-least"),
                    needed("standard", "The minimum standard: a floor, not a goal", "95"),
                    optional("strict", "yes if the standard itself is a breach already", "no"),
                    optional("min n", "Fewer attempts than this are no reading", "10"),
                    optional("run length", "Readings in a row that make a breach; without it 1", "1"),
                    needed("date", "Day of the reading", "2025-03-31"),
                    needed("value", "The reading", "91.5"),
                    optional("n", "Attempts behind it", "240"),
                    optional("site", SITE, "Berlin")));

    static final Template INVESTMENTS = new Template(
            "investments",
            "investment",
            "One row per amount spent to win customers, whoever they turn out to be. It stands beside what the gained ones leave in their first year.",
            List.of(
                    optional("id", "Your number of the booking; without it all columns together are", "W-17"),
                    needed("date", "The day of the spending, or the last day of its month", "2025-01-31"),
                    needed("amount", "What was spent", "1200.00"),
                    optional("currency", CURRENCY, "EUR"),
                    needed("activity", "What it was spent on", "adverts in the web"),
                    optional("site", SITE, "Berlin"),
                    optional("channel", "The way by which they were to come: shop, web, phone", "web")));

    static final Template TOUCHES = new Template(
            "touches",
            "touch",
            "One row per contact that we made with one customer. It counts only if it was personal, anticipated and relevant; invoices and mass mail never do.",
            List.of(
                    optional("id", "Your number of the contact; without it customer, kind and date are", "A-204"),
                    needed("customer", CUSTOMER_ID, "C-1001"),
                    needed("date", "The day of it", "2025-03-03"),
                    needed("kind", "call, visit, meeting, personal letter, newsletter …", "call"),
                    optional("personal", "yes if somebody turned to this customer, and not to a list", "yes"),
                    optional("anticipated", "yes if the customer could expect it", "yes"),
                    optional("relevant", "yes if it was about something that matters to them", "yes"),
                    optional("by", "Who made it: a role, not a person", "account manager"),
                    optional("site", SITE, "Berlin")));

    static final Template RATES = new Template(
            "rates",
            "rate",
            "One row per currency and day: what one unit of it is worth in the company's currency. A rate holds until the next one, for the days that customer-room.yaml says.",
            List.of(
                    needed("day", "The day of the rate", "2025-02-14"),
                    needed("currency", "Three letters; not the company's own", "USD"),
                    optional("rate", "What one unit is worth in the company's currency", "0.9561"),
                    optional(
                            "inverse",
                            "Instead of it: how many units one of the company's buys, as central banks print it",
                            "")));

    static final Template CONTRACT_EVENTS = new Template(
            "contract-events",
            "contract_event",
            "One row per refund, discount, pause or time unpaid of a contract. What it does to the movements is decided by the definition of contracts.",
            List.of(
                    optional("id", "Your number of it; without it contract, kind and first day are", "G-31"),
                    needed("contract", "Number of the contract, as in the sheet of contracts", "V-204"),
                    needed("customer", CUSTOMER_ID, "C-1001"),
                    needed(
                            "kind",
                            "refund, discount, percent-discount, pause or dunning (a bill is not paid)",
                            "discount"),
                    needed("from", "Its first day; of a refund the day on which the money went back", "2025-03-01"),
                    optional("until", "The first day without it; empty while it lasts", "2025-06-01"),
                    optional("months", "For how many months it lasts, where the last day is not stated", "3"),
                    optional(
                            "amount",
                            "All of a refund; what one bill loses by a discount; of a percent-discount its percentage of the price",
                            "12.00"),
                    optional("billing months", "Months that such a bill covers: 1, 3, 12; without it 1", "1"),
                    optional("currency", CURRENCY, "EUR"),
                    optional("site", SITE, "Berlin")));

    static final Template FEEDBACK = new Template(
            "feedback",
            "feedback",
            "One row per answer to a survey, or per opinion that somebody gave unasked.",
            List.of(
                    optional("feedback", "Your number of the answer", "A-7"),
                    optional("customer", CUSTOMER_ID + "; empty if unknown", "C-1001"),
                    needed("date", "The day of the answer", "2025-03-07"),
                    optional("stage", "Stage of the journey, as in journey.yaml", "receive"),
                    optional("contact", "The contact it is about", "delivery"),
                    optional("survey", "nps, csat, ces or a name of your own", "nps"),
                    optional("score", "The answer as a number", "9"),
                    optional("scale min", "The lowest answer of the scale", "0"),
                    optional("scale max", "The highest answer of the scale", "10"),
                    optional("theme", "What it is about, in a few words", "speed"),
                    optional("text", "In the customer's own words; kept apart with the names", "It came at once."),
                    optional("site", SITE, "Berlin")));

    static final Template DEPARTURES = new Template(
            "departures",
            "departure",
            "One row per customer who left and said why. Use it for reasons; who is lost is decided by the definition of activity.",
            List.of(
                    needed("customer", CUSTOMER_ID, "C-1001"),
                    needed("left on", "The first day without them", "2025-12-01"),
                    optional("noticed on", "The day on which they told us", "2025-10-20"),
                    optional("reason", "The reason, in the words of your list", "price"),
                    optional("text", "In the customer's own words; kept apart with the names", "The rival asks less."),
                    optional("site", SITE, "Berlin")));

    static final Template REFERRALS = new Template(
            "referrals",
            "referral",
            "One row per recommendation, and per customer who was asked and would not recommend us.",
            List.of(
                    needed("customer", "Your id of the customer who recommended us", "C-1001"),
                    optional(
                            "referred",
                            "Your id of whom they recommended us to; empty if nobody is known yet",
                            "C-1044"),
                    needed("date", "The day of it", "2025-03-09"),
                    optional("outcome", "joined, open, declined; or unwilling: was asked and would not", "joined"),
                    optional("reason", "Why it came to nothing", "price"),
                    optional("channel", "The way by which it came", "web"),
                    optional("site", SITE, "Berlin")));

    static final Template COSTS = new Template(
            "costs",
            "cost",
            "One row per cost of a customer, or of the company where it names none. The definition of cost rules may share those, or take the place of both.",
            List.of(
                    optional("cost", "Your number of the booking; without it all columns together are", "K-12"),
                    optional("customer", CUSTOMER_ID + "; empty if it is nobody's", "C-1001"),
                    needed("kind", "sale, serve or communicate", "serve"),
                    needed("date", "The day of the cost, or the last day of its month", "2025-03-31"),
                    optional("activity", "What was done", "hotline"),
                    needed("amount", "What it cost", "7.50"),
                    optional("currency", CURRENCY, "EUR"),
                    optional("site", SITE, "Berlin")));

    static final Template LINKS = new Template(
            "links",
            "crosswalk",
            "One row per pair of ids that are one customer, or no longer are.",
            List.of(
                    needed("customer", "One of the ids", "C-1001"),
                    needed("other", "The other one", "C-2001"),
                    optional(
                            "linked", "yes if they are one customer, no if they are not any more; empty is yes", "yes"),
                    optional("date", "The day on which that was found", "2025-03-10")));

    static final List<Template> ALL = List.of(
            CUSTOMERS,
            PURCHASES,
            CONTRACTS,
            CONTRACT_EVENTS,
            TICKETS,
            FEEDBACK,
            CONTACTS,
            DEPARTURES,
            REFERRALS,
            COSTS,
            INVESTMENTS,
            TOUCHES,
            LINKS,
            RATES);

    private Templates() {}

    /** What the rows of a file are that is called like a template, without its ending. */
    public static Optional<FactKind> kindOf(String file) {
        return ALL.stream()
                .filter(template -> template.file().equals(file))
                .findFirst()
                .map(template -> FactKind.named(template.fact()));
    }
}

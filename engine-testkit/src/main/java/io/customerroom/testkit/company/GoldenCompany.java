package io.customerroom.testkit.company;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bicycle shop in Vienna with some thirty customers, from January 2024 to June 2025. Each customer stands for one rule; the column
 * {@code story} of {@code customers.csv} says which. Its fiscal year starts in July.
 */
public final class GoldenCompany {

    public static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    public static final String CURRENCY = "EUR";
    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
    public static final List<String> JOURNEY = List.of("choose", "buy", "receive", "ride", "repair", "renew");

    private GoldenCompany() {}

    public static Company company() {
        return new Company(
                ZONE,
                Month.JULY,
                rows("customers").map(GoldenCompany::customer).toList(),
                rows("purchases").map(GoldenCompany::purchase).toList(),
                rows("contracts").map(GoldenCompany::contract).toList(),
                rows("tickets").map(GoldenCompany::ticket).toList(),
                rows("feedback").map(GoldenCompany::feedback).toList(),
                rows("contacts").map(GoldenCompany::operation).toList(),
                rows("departures").map(GoldenCompany::departure).toList(),
                rows("referrals").map(GoldenCompany::referral).toList(),
                rows("costs").map(GoldenCompany::cost).toList(),
                rows("crosswalk").map(GoldenCompany::link).toList());
    }

    /** The filled spreadsheet templates. Whoever fills them knows Ivo by one name, and writes days, not moments. */
    public static List<Sheet> spreadsheets() {
        return Sheets.templates(company(), Map.of("ivo@web", "ivo", "S-9", "ivo"));
    }

    private static Stream<Story.Row> rows(String kind) {
        return Story.read(kind + ".csv", ZONE).stream();
    }

    private static Customer customer(Story.Row row) {
        return new Customer(
                source(row, "shop"),
                row.text("customer"),
                row.text("name"),
                row.optional("segment"),
                row.optional("site"),
                row.optional("channel"),
                row.at("since"),
                row.on("since"),
                row.recordedAt("since"),
                row.text("story"));
    }

    private static Purchase purchase(Story.Row row) {
        return new Purchase(
                source(row, "shop"),
                row.text("order"),
                row.text("line"),
                row.optional("customer"),
                row.at("date"),
                row.on("date"),
                row.recordedAt("date"),
                row.text("kind"),
                row.optional("product"),
                row.number("amount"),
                row.optionalNumber("cost"),
                row.optional("site"),
                row.optional("channel"));
    }

    private static Contract contract(Story.Row row) {
        return new Contract(
                source(row, "service"),
                row.text("contract"),
                row.optional("customer"),
                row.at("started"),
                row.on("started"),
                row.recordedAt("started"),
                row.optional("product"),
                row.optionalDay("ended"),
                row.optionalDay("noticed"),
                row.number("amount"),
                row.integer("billing"),
                row.optional("site"),
                row.optional("channel"));
    }

    private static Ticket ticket(Story.Row row) {
        return new Ticket(
                source(row, "service"),
                row.text("ticket"),
                row.optional("customer"),
                row.at("opened"),
                row.on("opened"),
                row.recordedAt("opened"),
                row.text("stage"),
                row.optional("contact"),
                row.optional("issue"),
                row.text("kind"),
                row.optionalDay("closed"),
                row.optional("owner"),
                row.optional("site"));
    }

    private static Feedback feedback(Story.Row row) {
        return new Feedback(
                source(row, "survey"),
                row.text("feedback"),
                row.optional("customer"),
                row.at("date"),
                row.on("date"),
                row.recordedAt("date"),
                row.optional("stage"),
                row.optional("contact"),
                row.text("survey"),
                row.optionalNumber("score"),
                row.optionalNumber("scale min"),
                row.optionalNumber("scale max"),
                row.optional("theme"),
                row.optional("site"));
    }

    private static Operation operation(Story.Row row) {
        return new Operation(
                source(row, "contacts"),
                row.optional("customer"),
                row.at("date"),
                row.on("date"),
                row.recordedAt("date"),
                row.text("contact"),
                row.text("kind"),
                row.text("stage"),
                row.optional("owner"),
                row.text("measure"),
                row.optional("unit"),
                row.text("direction"),
                row.number("standard"),
                row.yes("strict"),
                row.integer("minimum n"),
                row.integer("run length"),
                row.number("value"),
                row.integer("n"),
                row.optional("site"),
                null);
    }

    private static Departure departure(Story.Row row) {
        return new Departure(
                source(row, "service"),
                row.text("customer"),
                row.at("left"),
                row.on("left"),
                row.recordedAt("left"),
                row.optionalDay("noticed"),
                row.optional("reason"),
                row.optional("site"));
    }

    private static Referral referral(Story.Row row) {
        return new Referral(
                source(row, "shop"),
                row.text("customer"),
                row.at("date"),
                row.on("date"),
                row.recordedAt("date"),
                row.optional("referred"),
                row.text("outcome"),
                row.optional("site"),
                row.optional("reason"),
                row.optional("channel"));
    }

    private static Cost cost(Story.Row row) {
        return new Cost(
                source(row, "service"),
                row.text("cost"),
                row.optional("customer"),
                row.at("date"),
                row.on("date"),
                row.recordedAt("date"),
                row.text("kind"),
                row.optional("activity"),
                row.number("amount"),
                row.optional("site"));
    }

    private static Link link(Story.Row row) {
        return new Link(
                source(row, "shop"),
                row.text("customer"),
                row.text("other"),
                row.at("date"),
                row.on("date"),
                row.recordedAt("date"),
                row.yes("linked"));
    }

    private static String source(Story.Row row, String otherwise) {
        @Nullable String stated = row.optional("source");
        return Objects.requireNonNullElse(stated, otherwise);
    }
}

package io.customerroom.web.definitions;

import io.customerroom.ledger.definitions.ActivityDefinition;
import io.customerroom.ledger.definitions.ActivityDefinition.Booking;
import io.customerroom.ledger.definitions.ContractSwitches;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.definitions.CostRules;
import io.customerroom.ledger.definitions.CostRules.Activity;
import io.customerroom.ledger.definitions.CostRules.Basis;
import io.customerroom.ledger.definitions.CostRules.Driver;
import io.customerroom.ledger.definitions.CostRules.Price;
import io.customerroom.ledger.definitions.DatedAmounts;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.DepartureDefinition;
import io.customerroom.ledger.definitions.DesiredDefinition;
import io.customerroom.ledger.definitions.LoyaltyDefinition;
import io.customerroom.ledger.definitions.ReferralsDefinition;
import io.customerroom.ledger.definitions.TouchDefinition;
import io.customerroom.ledger.definitions.ValueDefinition;
import io.customerroom.ledger.definitions.WorthDefinition;
import io.customerroom.walls.reading.ContractWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Says a rule in words that need no manual. */
public final class DefinitionWords {

    private DefinitionWords() {}

    /** A part of a rule: what is settled, and how. */
    public record Part(String name, String words) {}

    /** What the rule settles: active, contracts, value, or lost. */
    public static String title(Definition definition) {
        String what =
                switch (definition) {
                    case ActivityDefinition activity -> "When is a customer active, and when lost?";
                    case ValueDefinition value -> "What is a customer worth?";
                    case ContractsDefinition contracts -> "How do contracts move?";
                    case WorthDefinition worth -> "What is later money worth, and how far do we look?";
                    case LoyaltyDefinition loyalty -> "What do customers do who mean to stay?";
                    case DepartureDefinition departure -> "Who counts as lost?";
                    case ReferralsDefinition referrals -> "How do customers count who came by recommendation?";
                    case CostRules costs -> "What does it cost to serve a customer?";
                    case DesiredDefinition desired -> "Which customers do we wish to win?";
                    case TouchDefinition touch -> "Which touches count, and for how long?";
                };
        return definition.card().ofCompany()
                ? what
                : "%s The rule of %s".formatted(what, definition.card().department());
    }

    /** Its parts, in the order in which they are read. */
    public static List<Part> parts(Definition definition) {
        return switch (definition) {
            case ActivityDefinition activity -> activity(activity);
            case ValueDefinition value ->
                List.of(
                        new Part("Window", months(value.windowMonths()) + " up to the end of the period"),
                        new Part("Measure", value.measure().name().toLowerCase(Locale.ROOT)));
            case ContractsDefinition contracts -> contracts(contracts.switches());
            case LoyaltyDefinition loyalty -> loyalty(loyalty);
            case DesiredDefinition desired -> {
                List<Part> parts = new ArrayList<>();
                desired.desired().forEach(rule -> parts.add(new Part("Desired", rule(rule))));
                desired.notDesired().forEach(rule -> parts.add(new Part("Not desired", rule(rule))));
                yield List.copyOf(parts);
            }
            case TouchDefinition touch ->
                List.of(
                        new Part("A touch lasts", days(touch.days())),
                        new Part("Kinds that count", String.join(", ", touch.kinds())),
                        new Part("Always", "only if it is personal, anticipated and relevant"),
                        new Part(
                                "A VIP’s visit or event is judged",
                                days(touch.judgedAfterDays())
                                        + " later: a success if the customer is still one and worth no less"));
            case WorthDefinition worth ->
                List.of(
                        new Part(
                                "Discount",
                                "%s %% a year".formatted(worth.discountPercent().toPlainString())),
                        new Part("Looks ahead", worth.years() == 1 ? "one year" : worth.years() + " years"),
                        new Part("Intervals", "of %d %%".formatted(worth.levelPercent())),
                        new Part("Lost by P(alive)", "below %d %%".formatted(worth.aliveBelowPercent())),
                        new Part(
                                "Models",
                                switch (worth.models()) {
                                    case ONE -> "one for all customers";
                                    case PER_SEGMENT ->
                                        "a segment has its own where that foretold its customers better";
                                }));
            case DepartureDefinition departure ->
                List.of(new Part("Lost", "who has a departure in the source " + departure.source()));
            case ReferralsDefinition referrals ->
                List.of(
                        new Part(
                                "Would have come anyway",
                                referrals.cameAnywayPercent().toPlainString() + " % of them"),
                        new Part("Named", "until %s after their first".formatted(days(referrals.namedWithinDays()))));
            case CostRules costs -> costs(costs);
        };
    }

    private static List<Part> loyalty(LoyaltyDefinition rule) {
        List<Part> parts = new ArrayList<>();
        rule.behaviours()
                .forEach(behaviour -> parts.add(new Part(
                        behaviour.name(),
                        "%s; among %s"
                                .formatted(behaviour.words(), behaviour.among().words()))));
        parts.add(new Part("Followed", "for " + months(rule.followMonths())));
        parts.add(new Part("Nothing is said", "with fewer than %d customers on either side".formatted(rule.minN())));
        return parts;
    }

    private static List<Part> activity(ActivityDefinition rule) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Active by purchase", "for %s after each".formatted(days(rule.lapseDays()))));
        if (!rule.lapseDaysBySegment().isEmpty()) {
            parts.add(new Part(
                    "Other windows",
                    rule.lapseDaysBySegment().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + days(entry.getValue()))
                            .collect(Collectors.joining(", "))));
        }
        parts.add(new Part("Lines that count", String.join(", ", rule.counts())));
        parts.add(new Part(
                "Loss is booked",
                rule.booking() == Booking.AFTER_LAPSE
                        ? "on the day after the window, and never restated"
                        : "on the day of the last purchase, once the window has passed"));
        parts.add(new Part("Contracts", rule.contractsCount() ? "make active while they run" : "do not count"));
        return parts;
    }

    private static List<Part> costs(CostRules rules) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Imported costs", "count as they are imported"));
        rules.activities().forEach(activity -> parts.add(new Part(activity.name(), words(activity))));
        rules.companyWide()
                .forEach((activity, basis) -> parts.add(new Part("Company-wide: " + activity, words(basis))));
        rules.costOfSalesPercent()
                .ifPresent(
                        percent -> parts.add(new Part("Cost of sales of lines that state none", estimated(percent))));
        return parts;
    }

    private static String words(Activity activity) {
        StringBuilder words = new StringBuilder("each ").append(event(activity.driver()));
        activity.where()
                .forEach((key, value) -> words.append(", ")
                        .append(key.replace('-', ' '))
                        .append(" “")
                        .append(value)
                        .append("”"));
        List<Price> prices = activity.prices();
        words.append(": ").append(prices.stream().map(DefinitionWords::words).collect(Collectors.joining(", then ")));
        words.append(activity.kind() == CostRules.Kind.SERVE ? ", to serve" : ", to communicate");
        if (!prices.getFirst().always()) {
            words.append("; what came before is counted and not costed");
        }
        if (!activity.replaces().isEmpty()) {
            words.append("; takes the place of the imported “%s”".formatted(activity.replaces()));
        }
        return words.toString();
    }

    private static String estimated(DatedAmounts percent) {
        return percent.lasting()
                .map(always -> "estimated at %s %% of their amount".formatted(plain(always)))
                .orElseGet(() -> percent.since().entrySet().stream()
                        .map(step -> "%s %% from %s".formatted(plain(step.getValue()), step.getKey()))
                        .collect(Collectors.joining(
                                ", then ", "estimated, of their amount: ", "; before that not known")));
    }

    private static String words(Price price) {
        StringBuilder words = new StringBuilder();
        if (price.minutes().signum() > 0) {
            words.append("%s min at %s an hour".formatted(plain(price.minutes()), plain(price.ratePerHour())));
            words.append(price.perEvent().signum() > 0 ? " and " : "");
        }
        if (price.perEvent().signum() > 0 || price.minutes().signum() == 0) {
            words.append(plain(price.perEvent()));
        }
        words.append(price.minutes().signum() > 0 ? " = " + plain(price.unitCost()) : "");
        words.append(price.always() ? "" : " from " + price.since());
        return words.toString();
    }

    private static String event(Driver driver) {
        return switch (driver) {
            case TICKETS -> "ticket";
            case CONTACTS -> "contact";
            case ORDERS -> "order";
            case ORDER_LINES -> "order line";
            case RETURNS -> "return";
            case COSTS -> "imported cost";
        };
    }

    private static String words(Basis basis) {
        return switch (basis) {
            case REVENUE -> "shared by revenue of the month";
            case ORDERS -> "shared by orders of the month";
            case EQUALLY -> "shared equally among the customers of the month";
            case NOT_AT_ALL -> "shared with nobody";
        };
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static List<Part> contracts(ContractSwitches switches) {
        return switches.values().entrySet().stream()
                .map(each ->
                        new Part(ContractWords.name(each.getKey()), ContractWords.says(each.getKey(), each.getValue())))
                .toList();
    }

    /** What a rule about desired customers asks for. */
    private static String rule(DesiredDefinition.Rule rule) {
        List<String> parts = new ArrayList<>();
        names(parts, "segment", rule.segments());
        names(parts, "site", rule.sites());
        names(parts, "channel", rule.channels());
        names(parts, "first product", rule.products());
        rule.atLeast().ifPresent(amount -> parts.add("first month’s revenue of at least " + amount.toPlainString()));
        rule.below().ifPresent(amount -> parts.add("first month’s revenue below " + amount.toPlainString()));
        return String.join(", ", parts);
    }

    private static void names(List<String> parts, String what, SortedSet<String> names) {
        if (!names.isEmpty()) {
            parts.add(what + " " + String.join(" or ", names));
        }
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String months(int months) {
        return months == 1 ? "1 month" : months + " months";
    }
}

package io.customerroom.ledger.definitions;

import io.customerroom.state.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Writes a definition as the file people would write; reading it again gives the same definition. */
public final class DefinitionText {

    private final StringBuilder text = new StringBuilder();

    private DefinitionText() {}

    public static String of(Definition definition) {
        DefinitionText writer = new DefinitionText();
        writer.card(definition.card());
        switch (definition) {
            case ActivityDefinition activity -> writer.activity(activity);
            case ContractsDefinition contracts -> writer.contracts(contracts.switches());
            case ValueDefinition value -> writer.value(value);
            case LoyaltyDefinition loyalty -> writer.loyalty(loyalty);
            case DesiredDefinition desired -> {
                writer.rules("desired", desired.desired());
                writer.rules("not-desired", desired.notDesired());
            }
            case TouchDefinition touch -> {
                writer.line("days", Integer.toString(touch.days()));
                writer.line("kinds", Json.write(List.copyOf(touch.kinds())));
                writer.line("judged-after-days", Integer.toString(touch.judgedAfterDays()));
            }
            case WorthDefinition worth -> writer.worth(worth);
            case DepartureDefinition departure -> writer.line("departures-of", Json.write(departure.source()));
            case ReferralsDefinition referrals -> {
                writer.line("came-anyway-percent", referrals.cameAnywayPercent().toPlainString());
                writer.line("named-within-days", Integer.toString(referrals.namedWithinDays()));
            }
            case CostRules rules -> writer.costs(rules);
        }
        return writer.text.toString();
    }

    /** What its file is called: {@code activity-2.yaml}, {@code lost-sales-1.yaml}. */
    public static String fileName(DefinitionCard card) {
        return "%s-%d.yaml".formatted(card.rule().replace('/', '-'), card.version());
    }

    private void card(DefinitionCard card) {
        line("name", card.name());
        if (!card.ofCompany()) {
            line("department", card.department());
        }
        line("version", Integer.toString(card.version()));
        line("owner", Json.write(card.owner()));
        line("reason", Json.write(card.reason()));
        line("valid-from", card.validFrom().toString());
        if (!card.signedOff().isEmpty()) {
            line("sign-off", Json.write(card.signedOff()));
        }
    }

    private void activity(ActivityDefinition activity) {
        line("counts", "[" + String.join(", ", activity.counts()) + "]");
        line("lapse-days", Integer.toString(activity.lapseDays()));
        if (!activity.lapseDaysBySegment().isEmpty()) {
            line(
                    "lapse-days-by-segment",
                    activity.lapseDaysBySegment().entrySet().stream()
                            .map(entry -> Json.write(entry.getKey()) + ": " + entry.getValue())
                            .collect(Collectors.joining(", ", "{", "}")));
        }
        line("booking", word(activity.booking()));
        line("contracts-count", Boolean.toString(activity.contractsCount()));
    }

    private void contracts(ContractSwitches switches) {
        switches.values().forEach((each, value) -> line(each.key(), value));
    }

    private void value(ValueDefinition value) {
        line("window-months", Integer.toString(value.windowMonths()));
        line("measure", word(value.measure()));
    }

    /** The activities of cost rules, one a line, as they stand below their key. */
    public static String activities(CostRules rules) {
        return rules.activities().stream()
                .map(activity -> Json.write(activity.name()) + ": " + activity(activity))
                .collect(Collectors.joining("\n"));
    }

    /** How company-wide costs are shared, one a line, as it stands below its key. */
    public static String companyWide(CostRules rules) {
        return rules.companyWide().entrySet().stream()
                .map(entry -> Json.write(entry.getKey()) + ": " + word(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private void costs(CostRules rules) {
        below("activities", activities(rules));
        below("company-wide", companyWide(rules));
        rules.costOfSalesPercent().ifPresent(percent -> line("cost-of-sales-percent", amounts(percent)));
    }

    private void below(String key, String lines) {
        if (lines.isEmpty()) {
            line(key, "{}");
        } else {
            text.append(key).append(":\n");
            lines.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }

    private static String activity(CostRules.Activity activity) {
        List<String> parts =
                new ArrayList<>(List.of("kind: " + word(activity.kind()), "driver: " + word(activity.driver())));
        activity.where().forEach((key, value) -> parts.add(key + ": " + Json.write(value)));
        amount(parts, "minutes", activity.minutes());
        amount(parts, "rate-per-hour", activity.ratePerHour());
        amount(parts, "per-event", activity.perEvent());
        if (!activity.replaces().isEmpty()) {
            parts.add("replaces: " + Json.write(activity.replaces()));
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static void amount(List<String> parts, String key, DatedAmounts amounts) {
        if (!amounts.isNothing()) {
            parts.add(key + ": " + amounts(amounts));
        }
    }

    /** One number, or numbers by their first days between braces. */
    public static String amounts(DatedAmounts amounts) {
        return amounts.lasting()
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> amounts.since().entrySet().stream()
                        .map(step -> step.getKey() + ": " + step.getValue().toPlainString())
                        .collect(Collectors.joining(", ", "{", "}")));
    }

    private void worth(WorthDefinition worth) {
        line("discount-percent", worth.discountPercent().toPlainString());
        line("years", Integer.toString(worth.years()));
        line("level-percent", Integer.toString(worth.levelPercent()));
        line("alive-below-percent", Integer.toString(worth.aliveBelowPercent()));
        line("models", word(worth.models()));
    }

    private void loyalty(LoyaltyDefinition loyalty) {
        line("follow-months", Integer.toString(loyalty.followMonths()));
        line("min-n", Integer.toString(loyalty.minN()));
        text.append("behaviours:\n");
        loyalty.behaviours()
                .forEach(behaviour ->
                        text.append("  - {").append(LoyaltyText.of(behaviour)).append("}\n"));
    }

    private void rules(String key, List<DesiredDefinition.Rule> rules) {
        if (!rules.isEmpty()) {
            text.append(key).append(":\n");
            rules.forEach(rule -> text.append("  - {").append(rule(rule)).append("}\n"));
        }
    }

    /** What a rule asks for, as its line of the file writes it between braces: {@code segments: ["Household"], first-value-at-least: 30}. */
    public static String rule(DesiredDefinition.Rule rule) {
        List<String> parts = new ArrayList<>();
        names(parts, "segments", rule.segments());
        names(parts, "sites", rule.sites());
        names(parts, "channels", rule.channels());
        names(parts, "products", rule.products());
        rule.atLeast().ifPresent(amount -> parts.add("first-value-at-least: " + amount.toPlainString()));
        rule.below().ifPresent(amount -> parts.add("first-value-below: " + amount.toPlainString()));
        return String.join(", ", parts);
    }

    private static void names(List<String> parts, String key, SortedSet<String> names) {
        if (!names.isEmpty()) {
            parts.add(key + ": " + Json.write(List.copyOf(names)));
        }
    }

    private void line(String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    /** The word of a file for one of our constants: {@code after-lapse}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

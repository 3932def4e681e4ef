package io.customerroom.web.definitions;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.ActivityDefinition;
import io.customerroom.ledger.definitions.ContractSwitch;
import io.customerroom.ledger.definitions.ContractSwitches;
import io.customerroom.ledger.definitions.ContractsDefinition;
import io.customerroom.ledger.definitions.CostRules;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.DefinitionCard;
import io.customerroom.ledger.definitions.DefinitionText;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.definitions.DepartureDefinition;
import io.customerroom.ledger.definitions.DesiredDefinition;
import io.customerroom.ledger.definitions.LoyaltyDefinition;
import io.customerroom.ledger.definitions.LoyaltyText;
import io.customerroom.ledger.definitions.ReferralsDefinition;
import io.customerroom.ledger.definitions.TouchDefinition;
import io.customerroom.ledger.definitions.ValueDefinition;
import io.customerroom.ledger.definitions.WorthDefinition;
import io.customerroom.state.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/**
 * What was typed into the form of a definition, as it was typed: it is read like a file, so that the same things are refused in the same
 * words, and it goes back into the form when it is refused.
 *
 * @param name activity, contracts, value, cost-rules or lost
 * @param department empty for the company's own
 */
public record DefinitionForm(String name, String department, List<String> counts, Map<String, String> fields) {

    private static final List<String> FIELDS = List.of(
            "owner",
            "reason",
            "valid-from",
            "lapse-days",
            "segments",
            "booking",
            "contracts-count",
            "window-months",
            "measure",
            "came-anyway-percent",
            "judged-after-days",
            "named-within-days",
            "departures-of",
            "activities",
            "company-wide",
            "cost-of-sales-percent",
            "booked",
            "same-period",
            "reactivation-days",
            "refunds",
            "discounts",
            "pauses",
            "dunning-days",
            "recovered",
            "records-from",
            "follow-months",
            "min-n",
            "behaviours",
            "discount-percent",
            "years",
            "level-percent",
            "alive-below-percent",
            "models",
            "days",
            "kinds",
            "desired",
            "not-desired");
    private static final int LONGEST = 2000;
    /** A company may have many activities, with several rates each. */
    private static final int LONGEST_LIST = 8000;

    /** A form that begins from a definition; owner and rule are kept, the reason is asked for anew. */
    static DefinitionForm from(Definition definition, String today) {
        DefinitionCard card = definition.card();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("owner", card.owner());
        fields.put("valid-from", today);
        List<String> counts = List.of();
        switch (definition) {
            case ActivityDefinition it -> {
                counts = List.copyOf(it.counts());
                fields.put("lapse-days", Integer.toString(it.lapseDays()));
                List<String> segments = new ArrayList<>();
                it.lapseDaysBySegment().forEach((segment, days) -> segments.add(segment + ": " + days));
                fields.put("segments", String.join("\n", segments));
                fields.put(
                        "booking", it.booking().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                fields.put("contracts-count", Boolean.toString(it.contractsCount()));
            }
            case ValueDefinition it -> {
                fields.put("window-months", Integer.toString(it.windowMonths()));
                fields.put("measure", it.measure().name().toLowerCase(Locale.ROOT));
            }
            case LoyaltyDefinition it -> {
                fields.put("follow-months", Integer.toString(it.followMonths()));
                fields.put("min-n", Integer.toString(it.minN()));
                fields.put(
                        "behaviours",
                        it.behaviours().stream().map(LoyaltyText::of).collect(Collectors.joining("\n")));
            }
            case DesiredDefinition it -> {
                fields.put("desired", rules(it.desired()));
                fields.put("not-desired", rules(it.notDesired()));
            }
            case TouchDefinition it -> {
                fields.put("days", Integer.toString(it.days()));
                fields.put("kinds", String.join("\n", it.kinds()));
                fields.put("judged-after-days", Integer.toString(it.judgedAfterDays()));
            }
            case WorthDefinition it -> {
                fields.put("discount-percent", it.discountPercent().toPlainString());
                fields.put("years", Integer.toString(it.years()));
                fields.put("level-percent", Integer.toString(it.levelPercent()));
                fields.put("alive-below-percent", Integer.toString(it.aliveBelowPercent()));
                fields.put("models", DefinitionText.word(it.models()));
            }
            case DepartureDefinition it -> fields.put("departures-of", it.source());
            case ContractsDefinition it -> {
                it.switches()
                        .values()
                        .forEach((each, value) ->
                                fields.put(each.key(), ContractSwitches.OPEN.contains(value) ? "" : value));
            }
            case ReferralsDefinition it -> {
                fields.put("came-anyway-percent", it.cameAnywayPercent().toPlainString());
                fields.put("named-within-days", Integer.toString(it.namedWithinDays()));
            }
            case CostRules it -> {
                fields.put("activities", DefinitionText.activities(it));
                fields.put("company-wide", DefinitionText.companyWide(it));
                it.costOfSalesPercent()
                        .ifPresent(percent -> fields.put("cost-of-sales-percent", DefinitionText.amounts(percent)));
            }
        }
        return new DefinitionForm(card.name(), card.department(), counts, fields);
    }

    static DefinitionForm of(MultiValueMap<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELDS.forEach(field -> fields.put(field, first(typed, field)));
        return new DefinitionForm(
                first(typed, "name"), first(typed, "department"), typed.getOrDefault("counts", List.of()), fields);
    }

    /** For templates: what stands in a field, empty if nothing does. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean counted(String kind) {
        return counts.contains(kind);
    }

    /** The definition as the next version of its rule; refused with every finding together. */
    Definition definition(Definitions all) {
        String rule = department.isBlank() ? name : name + "/" + department;
        StringBuilder text = new StringBuilder();
        line(text, "name", name);
        if (!department.isBlank()) {
            line(text, "department", department);
        }
        text.append("version: ").append(all.nextVersion(rule)).append('\n');
        line(text, "owner", field("owner"));
        line(text, "reason", field("reason"));
        line(text, "valid-from", field("valid-from"));
        switch (name) {
            case "activity" -> {
                if (counts.isEmpty()) {
                    throw Failure.yours(
                            "DEFINITION_INVALID",
                            "No kind of line counts, so nobody could become active by a purchase.",
                            "Tick at least one.");
                }
                text.append("counts: ").append(Json.write(counts)).append('\n');
                line(text, "lapse-days", field("lapse-days"));
                segments(text);
                line(text, "booking", field("booking"));
                text.append("contracts-count: ")
                        .append(field("contracts-count").equals("true"))
                        .append('\n');
            }
            case "contracts" -> {
                for (ContractSwitch each : ContractSwitch.values()) {
                    line(text, each.key(), field(each.key()));
                }
            }
            case "worth" -> {
                line(text, "discount-percent", field("discount-percent"));
                line(text, "years", field("years"));
                line(text, "level-percent", field("level-percent"));
                line(text, "alive-below-percent", field("alive-below-percent"));
                line(text, "models", field("models"));
            }
            case "value" -> {
                line(text, "window-months", field("window-months"));
                line(text, "measure", field("measure"));
            }
            case "referrals" -> {
                line(text, "came-anyway-percent", field("came-anyway-percent"));
                line(text, "named-within-days", field("named-within-days"));
            }
            case "cost-rules" -> {
                lines(text, "activities");
                lines(text, "company-wide");
                percent(text);
            }
            case "loyalty-behaviours" -> {
                line(text, "follow-months", field("follow-months"));
                line(text, "min-n", field("min-n"));
                text.append("behaviours:\n");
                field("behaviours")
                        .lines()
                        .filter(it -> !it.isBlank())
                        .forEach(it -> text.append("  - {").append(it.strip()).append("}\n"));
            }
            case "desired-customers" -> {
                rules(text, "desired");
                rules(text, "not-desired");
            }
            case "touch" -> {
                line(text, "days", field("days"));
                text.append("kinds: ").append(Json.write(lines("kinds"))).append('\n');
                line(text, "judged-after-days", field("judged-after-days"));
            }
            default -> line(text, "departures-of", field("departures-of"));
        }
        return Definitions.read("The definition", text.toString());
    }

    private static String rules(List<DesiredDefinition.Rule> rules) {
        return rules.stream().map(DefinitionText::rule).collect(Collectors.joining("\n"));
    }

    /** One rule a line, as between the braces of a file. */
    private void rules(StringBuilder text, String key) {
        List<String> rules = lines(key);
        if (!rules.isEmpty()) {
            text.append(key).append(":\n");
            rules.forEach(rule -> text.append("  - {").append(rule).append("}\n"));
        }
    }

    private List<String> lines(String field) {
        return field(field)
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private void segments(StringBuilder text) {
        Map<String, String> days = new LinkedHashMap<>();
        for (String typed : field("segments")
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList()) {
            int colon = typed.lastIndexOf(':');
            if (colon < 1) {
                throw Failure.yours(
                        "DEFINITION_INVALID",
                        "'%s' is not a segment with its days.".formatted(typed),
                        "Write one segment a line, like 'wholesale: 180'.");
            }
            days.put(
                    typed.substring(0, colon).strip(),
                    typed.substring(colon + 1).strip());
        }
        if (!days.isEmpty()) {
            text.append("lapse-days-by-segment: ").append(Json.write(days)).append('\n');
        }
    }

    /** What is typed one a line, as a file would hold it below its key. */
    private void lines(StringBuilder text, String key) {
        String typed = field(key)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining());
        text.append(key).append(typed.isEmpty() ? ": {}\n" : ":\n" + typed);
    }

    /** One number, or numbers by first days between braces, as in a file. */
    private void percent(StringBuilder text) {
        String typed = field("cost-of-sales-percent").lines().collect(Collectors.joining(" "));
        if (typed.startsWith("{")) {
            text.append("cost-of-sales-percent: ").append(typed).append('\n');
        } else {
            line(text, "cost-of-sales-percent", typed);
        }
    }

    /** A missing value is left out, so that the reader says what is missing. */
    private static void line(StringBuilder text, String key, String value) {
        if (!value.isBlank()) {
            text.append(key).append(": ").append(Json.write(value)).append('\n');
        }
    }

    private static String first(MultiValueMap<String, String> typed, String field) {
        String text = typed.getFirst(field);
        if (text == null) {
            return "";
        }
        int longest = field.equals("activities") ? LONGEST_LIST : LONGEST;
        if (text.length() > longest) {
            throw Failure.yours(
                    "TEXT_TOO_LONG",
                    "The text in '%s' is too long.".formatted(field),
                    "Use at most %d characters.".formatted(longest));
        }
        return text.strip();
    }
}

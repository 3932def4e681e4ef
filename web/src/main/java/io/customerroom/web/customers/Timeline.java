package io.customerroom.web.customers;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.web.customers.CustomerLife.Cells;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened with a customer, newest first, in sentences: what was bought on one day is one of them. What it cost us stands among the facts. */
final class Timeline {

    /** Of one day the page names so many things; the table below has all. */
    private static final int MOST_THINGS = 3;

    /** Further back the table is quicker to read. */
    private static final int MOST = 60;

    /** What we spent, and what the rules of costs entered: nothing of it happened to the customer. */
    private static final Set<String> COSTS = Set.of("cost", "cost rule", "investment");

    private static final Set<String> SHORT = Set.of("nps", "csat", "ces");

    /**
     * @param kind one word: purchase, contract, ticket
     * @param words what happened
     */
    record Event(String day, String kind, String words) {}

    private record Key(LocalDate day, String kind, String detail) {}

    private Timeline() {}

    /** @param facts newest first */
    static List<Event> of(Rows facts, Currency currency) {
        Map<Key, List<Cells>> together = new LinkedHashMap<>();
        for (List<@Nullable Object> fact : facts.rows()) {
            Cells cells = new Cells(facts, fact);
            cells.day("occurred_on")
                    .filter(_ -> !COSTS.contains(cells.text("kind")))
                    .ifPresent(day -> together.computeIfAbsent(
                                    new Key(day, cells.text("kind"), cells.text("detail")), key -> new ArrayList<>())
                            .add(cells));
        }
        List<Event> events = new ArrayList<>();
        together.forEach((key, cells) -> {
            if (events.size() < MOST) {
                events.add(new Event(PeriodWords.day(key.day()), key.kind(), words(key, cells, currency)));
            }
        });
        return events;
    }

    private static String words(Key key, List<Cells> facts, Currency currency) {
        String things = things(facts);
        return switch (key.kind()) {
            case "purchase" -> purchase(key.detail()) + things + money(facts, currency);
            case "contract" ->
                "Contract from this day: " + things + money(facts, currency)
                        + (key.detail().equals("ending") ? ", with an end" : "");
            case "contract_event" -> contractEvent(key.detail()) + things + paid(facts, currency);
            case "ticket" -> (key.detail().equals("complaint") ? "Complained: " : "Asked: ") + things;
            case "feedback" ->
                "Answered " + survey(key.detail()) + " with " + figures(facts)
                        + (things.isEmpty() ? "" : ": " + things);
            case "operation" -> "Contact " + things + ", " + key.detail() + " " + figures(facts);
            case "departure" -> "Left" + (things.isEmpty() ? "" : ": " + things);
            case "referral" -> "Recommended us: " + things;
            case "without rate" -> "Told in a currency without a rate of this day: " + things;
            default -> things;
        };
    }

    private static String survey(String name) {
        return SHORT.contains(name) ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String purchase(String detail) {
        return switch (detail) {
            case "sale" -> "Bought ";
            case "return" -> "Gave back ";
            case "cancellation" -> "Cancelled ";
            default -> "Was adjusted: ";
        };
    }

    private static String contractEvent(String detail) {
        return switch (detail) {
            case "refund" -> "Got money back for contract ";
            case "percent-discount" -> "Discount in percent from this day on contract ";
            case "discount" -> "Discount from this day on contract ";
            case "pause" -> "Paused from this day: contract ";
            default -> "Unpaid from this day: contract ";
        };
    }

    private static String paid(List<Cells> facts, Currency currency) {
        return facts.stream().anyMatch(fact -> fact.number("amount").isPresent()) ? money(facts, currency) : "";
    }

    private static String things(List<Cells> facts) {
        List<String> names = facts.stream()
                .filter(fact -> !fact.text("what").equals(fact.text("key"))) // an answer without a theme has no name
                .map(fact -> fact.text("what"))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        String first = names.stream().limit(MOST_THINGS).collect(Collectors.joining(", "));
        int more = names.size() - MOST_THINGS;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static String money(List<Cells> facts, Currency currency) {
        BigDecimal sum =
                facts.stream().flatMap(fact -> fact.number("amount").stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return ", %s %s"
                .formatted(
                        currency.getCurrencyCode(),
                        Numbers.fixed(sum, Math.max(0, currency.getDefaultFractionDigits())));
    }

    private static String figures(List<Cells> facts) {
        return facts.stream()
                .flatMap(fact -> fact.number("amount").stream())
                .map(value -> Numbers.plain(value, 2))
                .collect(Collectors.joining(", "));
    }
}

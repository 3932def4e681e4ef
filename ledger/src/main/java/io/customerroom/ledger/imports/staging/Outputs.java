package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.facts.FactColumn;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.values.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Turns the inputs of a row into the columns of its kind of fact. */
final class Outputs {

    /** A discount whose amount is a percentage of the price. */
    private static final String PERCENT = "percent-discount";

    /** All of it, in millionths of a percent. */
    private static final long WHOLE = 100_000_000;

    private static final int MOST_MONTHS = 1200;

    private final TypedRow row;
    private final CurrencyCodes currencies;
    private final Set<String> mapped;
    private final FactKind kind;
    private final List<FactColumn> columns = new ArrayList<>();
    private final List<BiFunction<TypedRow, StagedWriter, @Nullable Problem>> emitters = new ArrayList<>();

    /** The moment of the fact, and the column that says it. */
    private final int occurred;

    Outputs(Mapping mapping, TypedRow row, CurrencyCodes currencies) {
        this.currencies = currencies;
        this.kind = mapping.fact();
        this.row = row;
        this.mapped = mapping.columns().keySet();
        this.occurred = row.slot(occurredInput(kind));
        kind.ownColumns().forEach(this::add);
    }

    static String occurredInput(FactKind kind) {
        return switch (kind) {
            case CUSTOMER_FACT -> "since";
            case CONTRACT -> "started";
            case CONTRACT_EVENT -> "from";
            case TICKET -> "opened";
            case DEPARTURE -> "left";
            case PURCHASE, FEEDBACK, OPERATION, REFERRAL, COST, INVESTMENT, TOUCH, CROSSWALK, RATE -> "date";
        };
    }

    int occurred() {
        return occurred;
    }

    /** The own columns that are staged, in order. */
    List<FactColumn> columns() {
        return columns;
    }

    @Nullable
    Problem write(StagedWriter out) {
        for (int i = 0; i < emitters.size(); i++) {
            Problem problem = emitters.get(i).apply(row, out);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private void add(FactColumn column) {
        String input = input(column.name());
        if (input.equals("currency")) {
            if (mapped.contains(input)) {
                columns.add(column);
                emitters.add(currency());
            }
            return;
        }
        BiFunction<TypedRow, StagedWriter, @Nullable Problem> special = special(column.name());
        if (special != null) {
            columns.add(column);
            emitters.add(special);
            return;
        }
        if (mapped.contains(input)) {
            columns.add(column);
            emitters.add(plain(column.type(), row.slot(input)));
        }
    }

    /** The input a column is copied from. */
    private static String input(String column) {
        return switch (column) {
            case "order_id" -> "order";
            case "of_currency" -> "currency";
            case "line_id" -> "line";
            case "contract_id" -> "contract";
            case "ticket_id" -> "ticket";
            case "feedback_id" -> "feedback";
            case "ticket_kind", "contact_kind", "cost_kind", "touch_kind", "event_kind" -> "kind";
            case "started_on", "ended_on", "noticed_on", "opened_on", "closed_on", "left_on", "from_on", "until_on" ->
                column.substring(0, column.length() - 3);
            case "promised_at", "actual_at", "promised_on", "actual_on" -> column.substring(0, column.length() - 3);
            default -> column;
        };
    }

    private static BiFunction<TypedRow, StagedWriter, @Nullable Problem> plain(FactColumn.Type type, int slot) {
        return (typed, out) -> {
            if (!typed.has[slot]) {
                out.empty();
                return null;
            }
            switch (type) {
                case TEXT -> out.text(typed.bytes[slot], typed.from[slot], typed.to[slot]);
                case DAY -> out.number(typed.day[slot]);
                case AMOUNT, MONTHLY -> out.amount(typed.value[slot]);
                case FACTOR -> out.text(factor(typed.value[slot]).toPlainString());
                case CUSTOMER, INSTANT, COUNT, SWITCH -> out.number(typed.value[slot]);
            }
            return null;
        };
    }

    private @Nullable BiFunction<TypedRow, StagedWriter, @Nullable Problem> special(String column) {
        return switch (kind.table() + "." + column) {
            case "purchase.order_id" -> orderId();
            case "purchase.line_kind" -> lineKind();
            case "purchase.amount" -> purchaseAmount();
            case "purchase.cost" -> mapped.contains("profit") ? costFromProfit() : null;
            case "contract.billing_months" ->
                (typed, out) -> {
                    long months = billing(typed);
                    if (months == 0) {
                        return billingUnknown(typed);
                    }
                    out.number(months);
                    return null;
                };
            case "contract.monthly" -> monthly();
            case "contract.ended_on" ->
                mapped.contains("ended")
                        ? end("ended", "ENDS_BEFORE_START", "the contract ends before it starts")
                        : null;
            case "contract_event.until_on" -> mapped.contains("until") || mapped.contains("months") ? lasts() : null;
            case "contract_event.amount" -> takenOff();
            case "contract_event.monthly" -> takenOffMonthly();
            case "ticket.ticket_kind" -> mapped.contains("kind") ? null : constant("request");
            case "feedback.feedback_id" -> mapped.contains("feedback") ? null : feedbackId();
            case "feedback.has_text" -> hasText();
            case "operation.strict" -> withDefault("strict", 0);
            case "operation.min_n" -> withDefault("min_n", 1);
            case "operation.run_length" -> withDefault("run_length", 1);
            case "touch.personal" -> withDefault("personal", 0);
            case "touch.anticipated" -> withDefault("anticipated", 0);
            case "touch.relevant" -> withDefault("relevant", 0);
            case "crosswalk.linked" -> withDefault("linked", 1);
            case "crosswalk.other" -> other();
            case "rate.rate" -> rate();
            default -> null;
        };
    }

    /** Without an order, what a customer bought on one day is one. */
    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> orderId() {
        int order = row.slot("order");
        int customer = row.slot("customer");
        boolean named = mapped.contains("order");
        return (typed, out) -> {
            if (named && typed.has[order]) {
                out.text(typed.bytes[order], typed.from[order], typed.to[order]);
                return null;
            }
            String who = typed.has[customer] ? "c" + Long.toString(typed.value[customer], 36) : "";
            out.text(who + "@" + LocalDate.ofEpochDay(typed.day[occurred]));
            return null;
        };
    }

    /** Where no code says it, a negative amount is a return, and so is a negative quantity worth nothing. */
    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> lineKind() {
        int slot = row.slot("line_kind");
        byte[] sale = {'s', 'a', 'l', 'e'};
        byte[] back = {'r', 'e', 't', 'u', 'r', 'n'};
        return (typed, out) -> {
            if (typed.has[slot]) {
                out.text(typed.bytes[slot], typed.from[slot], typed.to[slot]);
            } else {
                long amount = amount(typed);
                boolean returned =
                        amount < 0 || amount == 0 && typed.has[quantitySlot] && typed.value[quantitySlot] < 0;
                byte[] word = returned ? back : sale;
                out.text(word, 0, word.length);
            }
            return null;
        };
    }

    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> purchaseAmount() {
        return (typed, out) -> {
            long amount = amount(typed);
            if (amount == Decimals.UNREADABLE) {
                return Problem.of("REQUIRED_MISSING", "the amount is empty, and so is quantity or price");
            }
            if (amount == Decimals.TOO_LARGE) {
                return Problem.of("NUMBER_TOO_LARGE", "quantity times price has more than twelve digits");
            }
            out.amount(amount);
            return null;
        };
    }

    private int amountSlot = -1;
    private int quantitySlot = -1;
    private int priceSlot = -1;

    private long amount(TypedRow typed) {
        if (amountSlot < 0) {
            amountSlot = typed.slot("amount");
            quantitySlot = typed.slot("quantity");
            priceSlot = typed.slot("unit_price");
        }
        if (typed.has[amountSlot]) {
            return typed.value[amountSlot];
        }
        return typed.has[quantitySlot] && typed.has[priceSlot]
                ? Decimals.product(typed.value[quantitySlot], typed.value[priceSlot])
                : Decimals.UNREADABLE;
    }

    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> costFromProfit() {
        int profit = row.slot("profit");
        return (typed, out) -> {
            if (!typed.has[profit]) {
                out.empty();
                return null;
            }
            long cost = amount(typed) - typed.value[profit];
            if (Math.abs(cost) >= Decimals.BOUND) {
                return Problem.of("NUMBER_TOO_LARGE", "amount less profit has more than twelve digits");
            }
            out.amount(cost);
            return null;
        };
    }

    private long billing(TypedRow typed) {
        int slot = typed.slot("billing");
        if (!typed.has[slot]) {
            return 1;
        }
        return switch (typed.text(slot).toLowerCase(Locale.ROOT)) {
            case "month", "monthly", "m" -> 1;
            case "quarter", "quarterly", "q" -> 3;
            case "half-year", "half-yearly", "semiannual", "semi-annual" -> 6;
            case "year", "yearly", "annual", "annually", "y" -> 12;
            case String months when months.matches("[1-9]\\d{0,2}") -> Long.parseLong(months);
            default -> 0;
        };
    }

    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> monthly() {
        int amount = row.slot("amount");
        return (typed, out) -> {
            BigDecimal monthly = BigDecimal.valueOf(typed.value[amount], 6)
                    .divide(BigDecimal.valueOf(Math.max(1, billing(typed))), 10, RoundingMode.HALF_UP);
            out.text(monthly.toPlainString());
            return null;
        };
    }

    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> end(String input, String code, String sentence) {
        int ended = row.slot(input);
        return (typed, out) -> {
            if (!typed.has[ended]) {
                out.empty();
                return null;
            }
            if (typed.day[ended] < typed.day[occurred]) {
                return Problem.of(code, sentence);
            }
            out.number(typed.day[ended]);
            return null;
        };
    }

    /** The first day without an event: as the file says, else so many months after its first day. */
    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> lasts() {
        BiFunction<TypedRow, StagedWriter, @Nullable Problem> until =
                end("until", "ENDS_BEFORE_START", "it is over before it begins");
        int ended = row.slot("until");
        int months = row.slot("months");
        return (typed, out) -> {
            if (typed.has[ended] || !typed.has[months]) {
                return until.apply(typed, out);
            }
            if (typed.value[months] < 1 || typed.value[months] > MOST_MONTHS) {
                return Problem.of("NUMBER_TOO_LARGE", "'months' must lie between 1 and %d", MOST_MONTHS);
            }
            out.number(LocalDate.ofEpochDay(typed.day[occurred])
                    .plusMonths(typed.value[months])
                    .toEpochDay());
            return null;
        };
    }

    /** What a refund or a discount takes off, whichever sign the file gives it; the other events have no amount that counts. */
    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> takenOff() {
        int amount = row.slot("amount");
        int kindSlot = row.slot("kind");
        return (typed, out) -> {
            if (typed.has[amount]) {
                if (typed.text(kindSlot).equals(PERCENT) && Math.abs(typed.value[amount]) > WHOLE) {
                    return Problem.of(
                            "NUMBER_TOO_LARGE", "a discount of more than 100 %% takes off more than the price");
                }
                out.amount(Math.abs(typed.value[amount]));
                return null;
            }
            if (takesOff(typed.text(kindSlot))) {
                return Problem.of("REQUIRED_MISSING", "a %s needs its amount", typed.text(kindSlot));
            }
            out.empty();
            return null;
        };
    }

    /** Of a discount the amount per month of its billing; of a refund its amount over the months that it is for. */
    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> takenOffMonthly() {
        int amount = row.slot("amount");
        int kindSlot = row.slot("kind");
        int until = row.slot("until");
        return (typed, out) -> {
            if (!takesOff(typed.text(kindSlot)) || typed.text(kindSlot).equals(PERCENT)) {
                out.empty();
                return null;
            }
            long months = billing(typed);
            if (months == 0) {
                return billingUnknown(typed);
            }
            if (typed.text(kindSlot).equals("refund")) {
                months = typed.has[until] ? months(typed.day[occurred], typed.day[until]) : 1;
            }
            out.text(BigDecimal.valueOf(Math.abs(typed.value[amount]), 6)
                    .divide(BigDecimal.valueOf(months), 10, RoundingMode.HALF_UP)
                    .toPlainString());
            return null;
        };
    }

    /** The calendar months that the days from the first to the one before the last touch; at least one. */
    private static long months(long from, long until) {
        return Math.max(
                1,
                ChronoUnit.MONTHS.between(
                                YearMonth.from(LocalDate.ofEpochDay(from)),
                                YearMonth.from(LocalDate.ofEpochDay(until - 1)))
                        + 1);
    }

    private static boolean takesOff(String kind) {
        return kind.equals("refund") || kind.equals("discount") || kind.equals(PERCENT);
    }

    private static Problem billingUnknown(TypedRow typed) {
        return Problem.of(
                "CODE_UNKNOWN",
                "'billing' is '%s'; it can be month, quarter, year or a number of months",
                Problem.brief(typed.text(typed.slot("billing"))));
    }

    private static BiFunction<TypedRow, StagedWriter, @Nullable Problem> constant(String word) {
        return (typed, out) -> {
            out.text(word);
            return null;
        };
    }

    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> withDefault(String input, long value) {
        int slot = row.slot(input);
        return (typed, out) -> {
            out.number(typed.has[slot] ? typed.value[slot] : value);
            return null;
        };
    }

    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> feedbackId() {
        return (typed, out) -> {
            out.text(Fingerprint.of(typed));
            return null;
        };
    }

    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> hasText() {
        int slot = row.slot("text");
        return (typed, out) -> {
            out.number(typed.has[slot] ? 1 : 0);
            return null;
        };
    }

    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> other() {
        int slot = row.slot("other");
        int customer = row.slot("customer");
        return (typed, out) -> {
            if (typed.value[slot] == typed.value[customer]) {
                return Problem.of("LINKS_TO_ITSELF", "both ids are the same");
            }
            out.number(Math.max(typed.value[slot], typed.value[customer]));
            return null;
        };
    }

    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> currency() {
        return (typed, out) -> {
            byte[] code = currencies.code();
            out.text(code, 0, code.length);
            return null;
        };
    }

    private static BigDecimal factor(long billionthsOfThousandths) {
        return BigDecimal.valueOf(billionthsOfThousandths, CellReaders.FACTOR_DECIMALS);
    }

    /** As the file states it, or how many units one of the reporting currency buys, turned over and rounded to twelve decimals. */
    private BiFunction<TypedRow, StagedWriter, @Nullable Problem> rate() {
        int stated = row.slot("rate");
        int inverse = row.slot("inverse");
        return (typed, out) -> {
            if (!typed.has[stated] && !typed.has[inverse]) {
                return Problem.of("REQUIRED_MISSING", "the rate is empty");
            }
            BigDecimal rate = typed.has[stated]
                    ? factor(typed.value[stated])
                    : BigDecimal.ONE.divide(
                            factor(typed.value[inverse]), CellReaders.FACTOR_DECIMALS, RoundingMode.HALF_UP);
            if (rate.signum() == 0) {
                return Problem.of("RATE_UNREADABLE", "so small a rate has no twelve decimals");
            }
            out.text(rate.toPlainString());
            return null;
        };
    }
}

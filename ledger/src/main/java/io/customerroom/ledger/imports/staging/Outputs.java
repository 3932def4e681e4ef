package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.facts.FactColumn;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.imports.mapping.Mapping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the inputs of a row into the columns of its kind of fact. */
final class Outputs {

    private final TypedRow row;
    private final CurrencyCodes currencies;
    private final ContractOutputs contracts;
    private final Set<String> mapped;
    private final FactKind kind;
    private final List<FactColumn> columns = new ArrayList<>();
    private final List<Emitter> emitters = new ArrayList<>();

    /** The moment of the fact, and the column that says it. */
    private final int occurred;

    Outputs(Mapping mapping, TypedRow row, CurrencyCodes currencies) {
        this.currencies = currencies;
        this.kind = mapping.fact();
        this.row = row;
        this.mapped = mapping.columns().keySet();
        this.occurred = row.slot(occurredInput(kind));
        this.contracts = new ContractOutputs(row, occurred);
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
            Problem problem = emitters.get(i).emit(row, out);
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
        Emitter special = special(column.name());
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

    private static Emitter plain(FactColumn.Type type, int slot) {
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

    private @Nullable Emitter special(String column) {
        return switch (kind.table() + "." + column) {
            case "purchase.order_id" -> purchases().orderId();
            case "purchase.line_kind" -> purchases().lineKind();
            case "purchase.amount" -> purchases().amount();
            case "purchase.cost" -> mapped.contains("profit") ? purchases().costFromProfit() : null;
            case "contract.billing_months" -> contracts.billingMonths();
            case "contract.monthly" -> contracts.monthly();
            case "contract.ended_on" ->
                mapped.contains("ended")
                        ? contracts.end("ended", "ENDS_BEFORE_START", "the contract ends before it starts")
                        : null;
            case "contract_event.until_on" ->
                mapped.contains("until") || mapped.contains("months") ? contracts.lasts() : null;
            case "contract_event.amount" -> contracts.takenOff();
            case "contract_event.monthly" -> contracts.takenOffMonthly();
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

    private PurchaseOutputs purchases() {
        return new PurchaseOutputs(row, mapped, occurred);
    }

    private static Emitter constant(String word) {
        return (typed, out) -> {
            out.text(word);
            return null;
        };
    }

    private Emitter withDefault(String input, long value) {
        int slot = row.slot(input);
        return (typed, out) -> {
            out.number(typed.has[slot] ? typed.value[slot] : value);
            return null;
        };
    }

    private Emitter feedbackId() {
        return (typed, out) -> {
            out.text(Fingerprint.of(typed));
            return null;
        };
    }

    private Emitter hasText() {
        int slot = row.slot("text");
        return (typed, out) -> {
            out.number(typed.has[slot] ? 1 : 0);
            return null;
        };
    }

    private Emitter other() {
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

    private Emitter currency() {
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
    private Emitter rate() {
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

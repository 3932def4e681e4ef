package io.customerroom.ledger.imports.staging;

import io.customerroom.ledger.imports.values.Decimals;
import java.time.LocalDate;
import java.util.Set;

/** The columns of a purchase that follow from several inputs. */
final class PurchaseOutputs {

    private final TypedRow row;
    private final Set<String> mapped;
    private final int occurred;
    private final int amount;
    private final int quantity;
    private final int price;

    /**
     * @param mapped the inputs that the mapping names
     * @param occurred where a row has its day
     */
    PurchaseOutputs(TypedRow row, Set<String> mapped, int occurred) {
        this.row = row;
        this.mapped = mapped;
        this.occurred = occurred;
        this.amount = row.slot("amount");
        this.quantity = row.slot("quantity");
        this.price = row.slot("unit_price");
    }

    /** Without an order, what a customer bought on one day is one. */
    Emitter orderId() {
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
    Emitter lineKind() {
        int slot = row.slot("line_kind");
        byte[] sale = {'s', 'a', 'l', 'e'};
        byte[] back = {'r', 'e', 't', 'u', 'r', 'n'};
        return (typed, out) -> {
            if (typed.has[slot]) {
                out.text(typed.bytes[slot], typed.from[slot], typed.to[slot]);
            } else {
                long worth = worth(typed);
                boolean returned = worth < 0 || worth == 0 && typed.has[quantity] && typed.value[quantity] < 0;
                byte[] word = returned ? back : sale;
                out.text(word, 0, word.length);
            }
            return null;
        };
    }

    Emitter amount() {
        return (typed, out) -> {
            long worth = worth(typed);
            if (worth == Decimals.UNREADABLE) {
                return Problem.of("REQUIRED_MISSING", "the amount is empty, and so is quantity or price");
            }
            if (worth == Decimals.TOO_LARGE) {
                return Problem.of("NUMBER_TOO_LARGE", "quantity times price has more than twelve digits");
            }
            out.amount(worth);
            return null;
        };
    }

    private long worth(TypedRow typed) {
        if (typed.has[amount]) {
            return typed.value[amount];
        }
        return typed.has[quantity] && typed.has[price]
                ? Decimals.product(typed.value[quantity], typed.value[price])
                : Decimals.UNREADABLE;
    }

    Emitter costFromProfit() {
        int profit = row.slot("profit");
        return (typed, out) -> {
            if (!typed.has[profit]) {
                out.empty();
                return null;
            }
            long cost = worth(typed) - typed.value[profit];
            if (Math.abs(cost) >= Decimals.BOUND) {
                return Problem.of("NUMBER_TOO_LARGE", "amount less profit has more than twelve digits");
            }
            out.amount(cost);
            return null;
        };
    }
}

package io.customerroom.ledger.imports.staging;

import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The currencies of a file's rows, as three letters. A row in another currency than the company reports in is a fact like any other: it is kept
 * as told, and each ledger converts it by the rate of its day.
 */
final class CurrencyCodes {

    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final String reporting;
    private final boolean rates;
    private final byte[] own;
    private final Map<String, byte[]> seen = new HashMap<>();
    private final SortedMap<String, Long> foreign = new TreeMap<>();
    private String latest = "";
    private byte[] code;

    /**
     * @param reporting the company's currency, which rows without one are in
     * @param rates whether the rows say what a currency is worth, and so cannot do without another one
     */
    CurrencyCodes(String reporting, boolean rates) {
        this.reporting = reporting;
        this.rates = rates;
        this.own = reporting.getBytes(StandardCharsets.US_ASCII);
        this.code = own;
    }

    /** Looks at the row's currency; what it is called everywhere is then {@link #code}. */
    @Nullable
    Problem settle(TypedRow row, int slot) {
        latest = "";
        code = own;
        if (!row.has[slot]) {
            return null;
        }
        String written = row.text(slot);
        String letters = written.toUpperCase(Locale.ROOT);
        if (!KNOWN.contains(letters)) {
            return Problem.of(
                    "CURRENCY_UNKNOWN",
                    "the currency is '%s', which is no code of three letters such as %s",
                    Problem.brief(written),
                    reporting);
        }
        if (rates && letters.equals(reporting)) {
            return Problem.of("RATE_OF_ITS_OWN", "%s is the reporting currency, which is always worth 1", letters);
        }
        code = seen.computeIfAbsent(letters, it -> it.getBytes(StandardCharsets.US_ASCII));
        latest = rates || letters.equals(reporting) ? "" : letters;
        return null;
    }

    /** The three letters of the row that was settled last. */
    byte[] code() {
        return code;
    }

    /** The row that was settled last is a fact. */
    void kept() {
        if (!latest.isEmpty()) {
            foreign.merge(latest, 1L, Long::sum);
        }
    }

    /** Facts so far in other currencies. */
    SortedMap<String, Long> foreign() {
        return foreign;
    }

    /** What the receipt says about them. */
    Optional<String> note() {
        return foreign.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s: each ledger converts them to %s by the rate of their day; rows without a rate wait outside of it"
                                .formatted(
                                        foreign.entrySet().stream()
                                                .map(entry ->
                                                        "%d rows in %s".formatted(entry.getValue(), entry.getKey()))
                                                .collect(Collectors.joining(", ")),
                                        reporting));
    }
}

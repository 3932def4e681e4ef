package io.customerroom.ledger.typed;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.Imports;
import io.customerroom.state.StoredText;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Rates of exchange that people type: facts of the source {@code typed}, with a receipt, its author and where they have it from. */
public final class TypedRates {

    private static final String MAPPING = """
            fact: rate
            source: typed
            encoding: UTF-8
            delimiter: ","
            feed: delta
            nulls: []
            columns:
              currency: currency
              date: {from: day, format: iso}
              rate: {from: rate, decimal: "."}
              recorded: {from: typed_at, format: iso}
            """;

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private final Imports imports;
    private final Clock clock;
    private final Currency reporting;
    private final ZoneId zone;

    /** @param zone of the company, which says what day it is */
    public TypedRates(Imports imports, Clock clock, Currency reporting, ZoneId zone) {
        this.imports = imports;
        this.clock = clock;
        this.reporting = reporting;
        this.zone = zone;
    }

    /**
     * Enters one rate. Refused: a currency that is none or the company's own, a day that has not come yet, a rate that is not above 0 and below a million, no reason.
     *
     * @param by whose reason says where the rate is from
     * @param rate what one unit of the currency is worth in the company's
     * @return the batch's receipt; the next build shows it
     */
    public Receipt enter(Authorship by, String currency, LocalDate day, BigDecimal rate) {
        String code = currency.strip().toUpperCase(Locale.ROOT);
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(code));
        if (!known || code.equals(reporting.getCurrencyCode())) {
            throw Failure.yours(
                    "CURRENCY_UNKNOWN",
                    "'%s' is no currency that could have a rate in %s.".formatted(code, reporting.getCurrencyCode()),
                    "Type the three letters of another currency, such as USD.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (day.isAfter(today)) {
            throw Failure.yours(
                    "DAY_AHEAD",
                    "%s has not come yet; today is %s.".formatted(day, today),
                    "Type rates of today and of earlier days.");
        }
        if (rate.signum() <= 0 || rate.compareTo(MOST) >= 0) {
            throw Failure.yours(
                    "RATE_UNREADABLE",
                    "%s is no rate.".formatted(rate.toPlainString()),
                    "Type what one %s is worth in %s: a number above 0 and below a million."
                            .formatted(code, reporting.getCurrencyCode()));
        }
        if (by.reason().isBlank()) {
            throw Failure.yours("REASON_MISSING", "A rate needs its origin.", "Say where the rate is from.");
        }
        return new TypedRows(FactKind.RATE, "typed", MAPPING, "typed rates")
                .keep(imports, by, List.of("from: " + by.reason().strip()), csv -> write(csv, code, day, rate));
    }

    private void write(CsvWriter csv, String code, LocalDate day, BigDecimal rate) {
        csv.writeRecord("currency", "day", "rate", "typed_at");
        csv.writeRecord(
                code,
                day.toString(),
                rate.toPlainString(),
                StoredText.storable(clock.instant()).toString());
    }
}

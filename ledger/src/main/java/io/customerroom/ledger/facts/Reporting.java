package io.customerroom.ledger.facts;

import io.customerroom.ledger.workspace.CompanySettings;
import java.util.Currency;

/**
 * In what a ledger reports.
 *
 * @param currency every amount of a ledger is in it
 * @param rateDays for so many days after its own a rate holds, if no later one comes
 */
public record Reporting(Currency currency, int rateDays) {

    public Reporting {
        if (rateDays < 0 || rateDays > CompanySettings.MOST_RATE_DAYS) {
            throw new IllegalArgumentException(
                    "rateDays must be 0 to %d, but was %d".formatted(CompanySettings.MOST_RATE_DAYS, rateDays));
        }
    }

    public static Reporting of(CompanySettings settings) {
        return new Reporting(settings.currency(), settings.rateDays());
    }

    /** As three letters. */
    public String code() {
        return currency.getCurrencyCode();
    }

    /** Decimals of its smallest unit: 2 of the euro, 0 of the yen. */
    int digits() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}

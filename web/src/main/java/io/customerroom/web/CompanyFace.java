package io.customerroom.web;

import io.customerroom.kernel.CompanyCalendar;
import java.util.Currency;

/**
 * What every page knows about the company whose room this is.
 *
 * @param name as it stands in the header
 * @param calendar turns instants into the company's days and days into its periods
 * @param currency the reporting currency; amounts are shown in its digits
 */
public record CompanyFace(String name, CompanyCalendar calendar, Currency currency) {

    public CompanyFace {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }
}

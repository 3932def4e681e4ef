package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What customers of a random company said that they spend with everybody, and what the company only guesses; some twice, some less than they spend with us. */
public final class RandomPurses {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 340;

    private RandomPurses() {}

    public static Company around(Company company, long seed) {
        Random random = new Random(seed);
        List<String> customers = company.purchases().stream()
                .map(Purchase::customer)
                .filter(customer -> customer != null && !customer.isEmpty())
                .distinct()
                .sorted()
                .toList();
        List<Feedback> answers = new ArrayList<>(company.feedback());
        for (int i = 0; i < 60; i++) {
            LocalDate day = START.plusDays(random.nextInt(DAYS));
            Instant at = day.atTime(9, 0).toInstant(ZoneOffset.UTC).plusSeconds(i);
            answers.add(new Feedback(
                    "purses",
                    "p" + i,
                    customers.get(random.nextInt(customers.size())),
                    at,
                    day,
                    at.plusSeconds(86_400),
                    null,
                    null,
                    random.nextInt(3) == 0 ? "category-spend-estimate" : "category-spend",
                    BigDecimal.valueOf(random.nextInt(900)),
                    null,
                    null,
                    null,
                    null));
        }
        return new Company(
                company.zone(),
                company.fiscalYearStart(),
                company.customers(),
                company.purchases(),
                company.contracts(),
                company.tickets(),
                answers,
                company.operations(),
                company.departures(),
                company.referrals(),
                company.costs(),
                company.links());
    }
}

package io.customerroom.demo;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;

/** A printed letter every quarter to everybody who is with the company on its day. */
final class Mailings {

    private static final int LETTER_CENTS = 115;

    private final Plan plan;

    Mailings(Plan plan) {
        this.plan = plan;
    }

    void tell(Life life, Consumer<Entry> to) {
        Person person = life.person();
        for (int month = 1; month < plan.settings().months(); month += 3) {
            LocalDate day = plan.month(month).plusDays(9);
            boolean shopper =
                    person.cardSince().filter(since -> !since.isAfter(day)).isPresent();
            if (shopper || life.underContract(day)) {
                String id = String.format(Locale.ROOT, "M%06d-%02d", person.number(), month);
                to.accept(new Entry.Spent(
                        id, person, person.mainId(), day, "communicate", "quarterly letter", LETTER_CENTS));
            }
        }
    }
}

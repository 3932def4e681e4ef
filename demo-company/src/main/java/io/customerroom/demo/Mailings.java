package io.customerroom.demo;

import java.time.LocalDate;
import java.util.function.Consumer;

/** A printed letter every half year to everybody who is with the company on its day. */
final class Mailings {

    private static final int LETTER_CENTS = 115;

    private final Plan plan;

    Mailings(Plan plan) {
        this.plan = plan;
    }

    void tell(Life life, Consumer<Entry> to) {
        Person person = life.person();
        for (int month = 4; month < plan.settings().months(); month += 6) {
            LocalDate day = plan.month(month).plusDays(9);
            boolean shopper =
                    person.cardSince().filter(since -> !since.isAfter(day)).isPresent();
            if (shopper || life.underContract(day)) {
                String id = Ids.of("M", person.number(), 6, "-", month, 2);
                to.accept(new Entry.Spent(
                        id, person, person.mainId(), day, "communicate", "half-yearly letter", LETTER_CENTS));
            }
        }
    }
}

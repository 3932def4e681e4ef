package io.customerroom.demo;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who does business with the company, through contracts, with a shop card, or both.
 *
 * @param number 1 .. customers
 * @param contractSince empty for those who only shop
 * @param cardSince empty for those without a shop card; cards exist since the first day of the history
 * @param linked whether the company knows that card and contract belong to one person
 * @param promoted came with the promotion of the year of quantity without quality
 */
record Person(
        int number,
        String given,
        String family,
        Segment segment,
        Site site,
        Channel channel,
        Optional<LocalDate> contractSince,
        Optional<LocalDate> cardSince,
        boolean linked,
        boolean promoted,
        boolean doNotCall) {

    /** A prime above every number of customers, so that card numbers are distinct and tell nothing. */
    private static final long CARDS = 999_983;

    String contractId() {
        return Ids.of("K", 100_000 + number, 6);
    }

    String cardId() {
        return Ids.of("S", number * 7919L % CARDS, 6);
    }

    /** The id under which tickets, feedback and costs are booked. */
    String mainId() {
        return contractSince.isPresent() ? contractId() : cardId();
    }

    /** One of the numbers that are kept free for stories. */
    String phone() {
        return String.format(Locale.ROOT, "+49 30 23125 %03d", number % 1_000);
    }

    String email() {
        return Names.email(given, family, number);
    }
}

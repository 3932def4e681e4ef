package io.customerroom.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** One line of the company's books. Money is in cents. */
sealed interface Entry {

    record Registered(String customer, Person person, LocalDate since) implements Entry {}

    record Contracted(Person person, Contract contract) implements Entry {}

    /**
     * What befell a contract, as its billing tells.
     *
     * @param until the first day without it; empty while it lasts, or nobody has entered it
     * @param cents what is paid back, or taken off a bill
     */
    record Befell(
            String event,
            Person person,
            Contract contract,
            String kind,
            LocalDate from,
            Optional<LocalDate> until,
            Optional<Integer> cents)
            implements Entry {}

    /** @param rate euro for one unit of the currency, from that day on */
    record Rated(String currency, LocalDate day, BigDecimal rate) implements Entry {}

    /** @param customer empty for somebody who paid without showing a card */
    record Sold(
            String order,
            int line,
            Optional<String> customer,
            LocalDate day,
            String product,
            String category,
            int quantity,
            int cents,
            int costCents,
            Site site,
            Channel channel,
            Optional<Segment> segment)
            implements Entry {}

    /**
     * A month under contract, booked on its last day: what the network cost.
     *
     * @param revenueTwelfths what the contracts are worth in the month, in twelfths of a cent
     */
    record Supplied(Person person, LocalDate day, int costCents, long revenueTwelfths) implements Entry {}

    /** @param closedOn empty while somebody works on it */
    record Asked(
            String ticket,
            Person person,
            String customer,
            Issue issue,
            LocalDateTime opened,
            Optional<LocalDateTime> closed,
            String owner)
            implements Entry {}

    record Answered(
            String feedback,
            Person person,
            String customer,
            LocalDate day,
            Issue about,
            Survey survey,
            int score,
            String theme,
            String text)
            implements Entry {}

    /** An answer to a question about no contact of the journey. */
    record Surveyed(String feedback, Person person, LocalDate day, String survey, String score, String min, String max)
            implements Entry {}

    /** @param standard the floor that held at the site in that week */
    record Read(PriorityContact contact, LocalDate day, double value, int standard, int n, Site site) implements Entry {

        boolean below() {
            return contact.below(value, standard);
        }
    }

    /** @param reason empty where nobody asked */
    record Left(Person person, String customer, LocalDate left, LocalDate noticed, String reason) implements Entry {}

    record Recommended(
            String referral,
            Person person,
            String customer,
            Optional<String> referred,
            LocalDate day,
            String outcome,
            String reason,
            String way)
            implements Entry {}

    record Spent(String cost, Person person, String customer, LocalDate day, String kind, String activity, int cents)
            implements Entry {}

    /** A cost that names no customer; a site where it is the site's. */
    record Overhead(String cost, LocalDate day, String kind, String activity, int cents, Optional<Site> site)
            implements Entry {}

    /** @param by empty where nobody signs for it */
    record Touched(
            String touch,
            Person person,
            LocalDate day,
            String kind,
            boolean personal,
            boolean anticipated,
            boolean relevant,
            String by)
            implements Entry {}

    /** Spent to win customers, whoever they turn out to be. */
    record Invested(String investment, LocalDate day, String activity, int cents, Site site, Channel channel)
            implements Entry {}

    record Linked(Person person, LocalDate day) implements Entry {}
}

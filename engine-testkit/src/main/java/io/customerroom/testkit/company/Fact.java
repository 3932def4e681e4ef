package io.customerroom.testkit.company;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What every fact states: whose it is, when it happened and when the company knew. */
public sealed interface Fact
        permits Contract,
                ContractEvent,
                Cost,
                Customer,
                Departure,
                Feedback,
                Investment,
                Link,
                Operation,
                Purchase,
                Referral,
                Ticket,
                Touch {

    String source();

    /** The fact's key inside its source and kind; of several rows with one key the one recorded last wins. */
    String key();

    /** The customer's id as the source writes it. */
    @Nullable
    String customer();

    Instant at();

    LocalDate on();

    Instant recordedAt();
}

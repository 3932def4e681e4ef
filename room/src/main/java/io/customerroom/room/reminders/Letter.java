package io.customerroom.room.reminders;

import java.util.List;

/**
 * One mail to one person, with everything that person should think of today. It holds ids, exhibits, levels and dates: never a customer.
 *
 * @param number in the store
 * @param to account
 * @param address where mail reaches the account
 * @param messageId stays the same when it is sent again, so that a doubled letter can be told
 */
public record Letter(
        long number,
        String to,
        String address,
        String messageId,
        List<Reminder> reminders,
        String subject,
        String text) {}

package io.customerroom.walls.reading;

import io.customerroom.ledger.definitions.ContractSwitch;
import java.time.LocalDate;

/** What the switches of a definition of contracts ask, and what they say, in words. */
public final class ContractWords {

    private ContractWords() {}

    /** What a switch is about: {@code A contract counts}. */
    public static String name(ContractSwitch of) {
        return switch (of) {
            case BOOKED -> "A contract counts";
            case SAME_PERIOD -> "Came and went in one period";
            case REACTIVATION_DAYS -> "Return after churn";
            case REFUNDS -> "Refunds";
            case DISCOUNTS -> "Discounts";
            case PAUSES -> "Paused contracts";
            case DUNNING_DAYS -> "Unpaid contracts";
            case RECOVERED -> "Paid after having been lost";
            case RECORDS_FROM -> "Ends are told";
        };
    }

    /** What a switch says, as the end of a sentence. */
    public static String says(ContractSwitch of, String value) {
        return switch (of) {
            case BOOKED -> value.equals("end") ? "until the first day without it" : "until the day of the notice";
            case SAME_PERIOD -> value.equals("ignored") ? "in no movement" : "in new and in churn";
            case REACTIVATION_DAYS ->
                value.equals("any")
                        ? "always a reactivation"
                        : "reactivation within %s, then new".formatted(days(value));
            case REFUNDS ->
                switch (value) {
                    case "month" -> "lower the value until the end of their month";
                    case "span" -> "lower the value over the months that they are for";
                    case "yearly-end" -> "end a contract that is paid for a year and given up; else stand beside";
                    default -> "stand beside";
                };
            case DISCOUNTS ->
                switch (value) {
                    case "always" -> "are taken off while they last";
                    case "repeated" -> "are taken off while they last, if longer than a month";
                    case "lasting" -> "are taken off if they have no end";
                    default -> "stand beside";
                };
            case PAUSES ->
                switch (value) {
                    case "zero" -> "are there and worth nothing";
                    case "lost" -> "are lost, and a reactivation when they go on";
                    case "apart" -> "stand apart: neither lost nor new when they go on";
                    default -> "count on";
                };
            case DUNNING_DAYS ->
                value.equals("never")
                        ? "count until they end"
                        : "are lost after %s, until they are paid".formatted(days(value));
            case RECOVERED -> value.equals("reactivation") ? "a reactivation" : "goes on; neither new nor reactivation";
            case RECORDS_FROM ->
                value.equals("any")
                        ? "from the first one on"
                        : "from " + PeriodWords.day(LocalDate.parse(value)) + " on";
        };
    }

    /** A switch and what it says in a few words, for the name of a bar. */
    public static String brief(ContractSwitch of, String value) {
        return switch (of) {
            case BOOKED -> value.equals("end") ? "Ends on the last paid day" : "Ends at the notice";
            case SAME_PERIOD -> value.equals("ignored") ? "Came and went: left out" : "Came and went: counted";
            case REACTIVATION_DAYS ->
                value.equals("any") ? "Every return reactivates" : "New again after %s".formatted(days(value));
            case REFUNDS ->
                switch (value) {
                    case "month" -> "Refunds lower their month";
                    case "span" -> "Refunds lower their months";
                    case "yearly-end" -> "Refund ends a year’s contract";
                    default -> "Refunds stand beside";
                };
            case DISCOUNTS ->
                switch (value) {
                    case "always" -> "Discounts taken off";
                    case "repeated" -> "Discounts over a month taken off";
                    case "lasting" -> "Endless discounts off";
                    default -> "Discounts stand beside";
                };
            case PAUSES ->
                switch (value) {
                    case "zero" -> "Paused are worth nothing";
                    case "lost" -> "Paused are lost";
                    case "apart" -> "Paused stand apart";
                    default -> "Paused count on";
                };
            case DUNNING_DAYS ->
                value.equals("never") ? "Unpaid count on" : "Unpaid lost after %s".formatted(days(value));
            case RECOVERED ->
                value.equals("reactivation") ? "Lost unpaid, then reactivated" : "Lost unpaid, goes on later";
            case RECORDS_FROM -> value.equals("any") ? "Ends told from the first" : "Ends told from " + value;
        };
    }

    private static String days(String number) {
        return number.equals("1") ? "1 day" : number + " days";
    }
}

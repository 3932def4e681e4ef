package io.customerroom.demo;

import java.time.LocalDate;

/**
 * The chance that a contract customer gives notice in a month, by its causes. What is not in here moves nobody to leave: not the way of
 * paying, not a late answer about a bill, not a missed welcome call, not a photo id.
 */
final class Hazard {

    /** How often those who had to wait for the technician leave, against everybody else. */
    static final double AFTER_LATE_INSTALLATION = 3;

    /** How often those who hold a second contract leave, against everybody else. */
    static final double WITH_SECOND_CONTRACT = 0.45;

    private static final double FIRST_YEAR = 0.6;
    private static final double PROMOTED = 5;
    private static final int PROMOTED_MONTHS = 9;

    private Hazard() {}

    /** Chance of the causes that everybody has. */
    static double usual(Person person, LocalDate start, LocalDate day, boolean second) {
        double age = day.isBefore(start.plusYears(1)) ? FIRST_YEAR : 1;
        return person.segment().leavingPerMonth() * age * (second ? WITH_SECOND_CONTRACT : 1);
    }

    /** What comes on top for those who waited in vain. */
    static double lateInstallation(double usual, boolean exposed) {
        return exposed ? usual * (AFTER_LATE_INSTALLATION - 1) : 0;
    }

    /** What comes on top for those whom only the promotion brought. */
    static double promotionOver(double usual, Person person, LocalDate start, LocalDate day) {
        return person.promoted() && day.isBefore(start.plusMonths(PROMOTED_MONTHS)) ? usual * (PROMOTED - 1) : 0;
    }
}

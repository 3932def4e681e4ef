package io.customerroom.testkit.oracle;

import io.customerroom.ledger.definitions.ContractSwitch;
import io.customerroom.ledger.definitions.ContractSwitches;
import io.customerroom.testkit.company.Contract;
import io.customerroom.testkit.company.ContractEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One contract under a company's switches, asked day by day: does it count, what for, and does it stand apart? */
final class ContractDays {

    private final Contract contract;
    private final List<ContractEvent> events;
    private final ContractSwitches switches;
    private final BitSet counted = new BitSet();

    /** @param last no later day is asked for */
    ContractDays(Contract contract, List<ContractEvent> events, ContractSwitches switches, LocalDate last) {
        this.contract = contract;
        this.switches = switches;
        this.events = events.stream()
                .filter(it ->
                        it.source().equals(contract.source()) && it.contract().equals(contract.key()))
                .toList();
        for (LocalDate day = contract.on(); !day.isAfter(last); day = day.plusDays(1)) {
            counted.set((int) contract.on().until(day, ChronoUnit.DAYS), runs(day));
        }
    }

    Contract contract() {
        return contract;
    }

    /** Whether it counts on the day. */
    boolean counts(LocalDate day) {
        long index = contract.on().until(day, ChronoUnit.DAYS);
        return index >= 0 && counted.get((int) index);
    }

    boolean begins(LocalDate day) {
        return counts(day) && !counts(day.minusDays(1));
    }

    /** Whether it counted the day before and does no more. */
    boolean ceases(LocalDate day) {
        return !counts(day) && counts(day.minusDays(1));
    }

    private boolean runs(LocalDate day) {
        boolean gap = any(
                        "pause",
                        it -> (says(ContractSwitch.PAUSES, "lost") || says(ContractSwitch.PAUSES, "apart"))
                                && within(it.on(), it.until(), day))
                || unpaid(day);
        return contract.monthly().signum() != 0 && bound(day) && !gap;
    }

    /** Whether it has not been paid for too long. */
    private boolean unpaid(LocalDate day) {
        String days = switches.of(ContractSwitch.DUNNING_DAYS);
        return !days.equals("never")
                && any("dunning", it -> within(it.on().plusDays(Long.parseLong(days)), it.until(), day));
    }

    /** Whether it is in force, whatever befalls it. */
    boolean bound(LocalDate day) {
        LocalDate gone = gone();
        return !day.isBefore(contract.on()) && (gone == null || day.isBefore(gone));
    }

    private @Nullable LocalDate gone() {
        LocalDate gone = contract.endedOn();
        LocalDate noticed = contract.noticedOn();
        if (says(ContractSwitch.BOOKED, "notice") && noticed != null && (gone == null || noticed.isBefore(gone))) {
            gone = noticed;
        }
        for (ContractEvent event : events) {
            if (event.kind().equals("refund")
                    && says(ContractSwitch.REFUNDS, "yearly-end")
                    && contract.billingMonths() >= 12
                    && (contract.endedOn() != null || contract.noticedOn() != null)
                    && !event.on().isBefore(contract.on())
                    && (gone == null || event.on().isBefore(gone))) {
                gone = event.on();
            }
        }
        return gone;
    }

    /** Paused, or owing, where the switches set that apart. */
    boolean apart(LocalDate day) {
        return paused(day)
                || bound(day)
                        && contract.monthly().signum() != 0
                        && says(ContractSwitch.RECOVERED, "resumption")
                        && unpaid(day);
    }

    boolean paused(LocalDate day) {
        return bound(day)
                && contract.monthly().signum() != 0
                && says(ContractSwitch.PAUSES, "apart")
                && any("pause", it -> within(it.on(), it.until(), day));
    }

    /** A month of it on the day, after what is taken off; nothing where it does not count. */
    BigDecimal value(LocalDate day) {
        if (!counts(day)
                || says(ContractSwitch.PAUSES, "zero") && any("pause", it -> within(it.on(), it.until(), day))) {
            return BigDecimal.ZERO;
        }
        BigDecimal off = BigDecimal.ZERO;
        for (ContractEvent event : events) {
            if (event.discounts() && discounts(event) && within(event.on(), event.until(), day)) {
                off = off.add(event.discountOf(contract.monthly()));
            }
            BigDecimal amount = event.amount();
            BigDecimal monthly = event.monthly();
            if (amount == null || monthly == null) {
                continue;
            }
            LocalDate until = event.until();
            LocalDate monthEnd = YearMonth.from(event.on()).plusMonths(1).atDay(1);
            if (event.kind().equals("refund")
                    && says(ContractSwitch.REFUNDS, "month")
                    && within(event.on(), monthEnd, day)) {
                off = off.add(amount);
            }
            if (event.kind().equals("refund")
                    && says(ContractSwitch.REFUNDS, "span")
                    && within(event.on(), until == null ? monthEnd : until, day)) {
                off = off.add(monthly);
            }
        }
        return contract.monthly().subtract(off).max(BigDecimal.ZERO);
    }

    private boolean discounts(ContractEvent event) {
        LocalDate until = event.until();
        return switch (switches.of(ContractSwitch.DISCOUNTS)) {
            case "always" -> true;
            case "repeated" -> until == null || ChronoUnit.DAYS.between(event.on(), until) > 31;
            case "lasting" -> until == null;
            default -> false;
        };
    }

    /** What a month is still worth when all that has an end is over. */
    BigDecimal lastingValue(LocalDate read) {
        BigDecimal off = BigDecimal.ZERO;
        for (ContractEvent event : events) {
            if (event.discounts()
                    && event.until() == null
                    && !says(ContractSwitch.DISCOUNTS, "beside")
                    && !event.on().isAfter(read)) {
                off = off.add(event.discountOf(contract.monthly()));
            }
        }
        return contract.monthly().subtract(off).max(BigDecimal.ZERO);
    }

    private boolean any(String kind, Predicate<ContractEvent> wanted) {
        return events.stream().filter(it -> it.kind().equals(kind)).anyMatch(wanted);
    }

    private boolean says(ContractSwitch of, String value) {
        return switches.of(of).equals(value);
    }

    private static boolean within(LocalDate from, @Nullable LocalDate until, LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}

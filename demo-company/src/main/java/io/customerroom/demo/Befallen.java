package io.customerroom.demo;

import io.customerroom.demo.truth.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Counts what befell contracts, by kind. */
final class Befallen {

    private final Plan plan;
    private final List<Entry.Befell> all = new ArrayList<>();

    Befallen(Plan plan) {
        this.plan = plan;
    }

    void add(Entry.Befell it) {
        all.add(it);
    }

    List<Truth.Befallen> truth() {
        return Stream.of(
                        ContractStories.REFUND,
                        ContractStories.DISCOUNT,
                        ContractStories.PERCENT_DISCOUNT,
                        ContractStories.PAUSE,
                        ContractStories.DUNNING)
                .map(this::of)
                .toList();
    }

    private Truth.Befallen of(String kind) {
        LocalDate lastMonth = plan.month(plan.settings().months() - 1);
        boolean refund = kind.equals(ContractStories.REFUND);
        Set<String> contracts = new HashSet<>();
        int events = 0;
        int begun = 0;
        int lasting = 0;
        long cents = 0;
        for (Entry.Befell it : all) {
            if (!it.kind().equals(kind)) {
                continue;
            }
            events++;
            contracts.add(it.contract().id());
            boolean late = !it.from().isBefore(lastMonth);
            boolean lasts = !refund
                    && it.contract().inForce(plan.lastDay())
                    && it.until().map(day -> day.isAfter(plan.lastDay())).orElse(true);
            begun += late ? 1 : 0;
            lasting += lasts ? 1 : 0;
            cents += late && refund || lasts ? cents(it) : 0;
        }
        return new Truth.Befallen(kind, events, contracts.size(), begun, lasting, cents);
    }

    /** Of a discount in percent what one bill loses by it. */
    private static long cents(Entry.Befell it) {
        int stated = it.cents().orElse(0);
        return it.kind().equals(ContractStories.PERCENT_DISCOUNT)
                ? Math.round(it.contract().cents() * (stated / 10_000.0))
                : stated;
    }
}

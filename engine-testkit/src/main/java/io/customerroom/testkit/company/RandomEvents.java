package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What befell the contracts of a random company: pauses that touch, overlap and last for no day, bills unpaid for a day less and a day more than a limit,
 * discounts larger than the price, percentages up to all of it, refunds at a month's last day, events before, after and of no contract; some corrected later.
 */
public final class RandomEvents {

    private static final List<String> KINDS =
            List.of("refund", "refund", "discount", "discount", "percent-discount", "pause", "dunning");
    private static final List<Integer> LENGTHS = List.of(0, 9, 10, 11, 31, 32, 45, 70);

    private RandomEvents() {}

    public static List<ContractEvent> around(Company company, long seed) {
        Random random = new Random(seed);
        List<ContractEvent> events = new ArrayList<>();
        for (Contract contract : company.contracts()) {
            LocalDate day = contract.on().plusDays(random.nextInt(20) - 3);
            for (int i = 2 + random.nextInt(6); i > 0; i--) {
                int length = LENGTHS.get(random.nextInt(LENGTHS.size()));
                events.add(event(company, contract, "e" + random.nextInt(5_000), day, length, random));
                day = day.plusDays(random.nextInt(2) * length + random.nextInt(25));
            }
        }
        events.add(new ContractEvent(
                "crm",
                "stray",
                null,
                events.getFirst().at(),
                events.getFirst().on(),
                events.getFirst().at(),
                "no contract",
                "pause",
                null,
                null,
                null));
        return List.copyOf(events);
    }

    private static ContractEvent event(
            Company company, Contract contract, String key, LocalDate day, int length, Random random) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean open = random.nextInt(5) == 0;
        return new ContractEvent(
                contract.source(),
                key,
                contract.customer(),
                day.atTime(8, 0).atZone(company.zone()).toInstant(),
                day,
                day.plusDays(random.nextInt(3))
                        .atTime(12, 0)
                        .atZone(company.zone())
                        .toInstant(),
                contract.key(),
                kind,
                open ? null : day.plusDays(length),
                amount(kind, contract, random),
                null);
    }

    /** Mostly a part of the price, at times more than all of it. */
    private static @Nullable BigDecimal amount(String kind, Contract contract, Random random) {
        if (kind.equals("pause") || kind.equals("dunning")) {
            return null;
        }
        if (kind.equals("percent-discount")) {
            return BigDecimal.valueOf(random.nextInt(4) == 0 ? 10_000 : 3 * (1 + random.nextInt(3_000)), 2);
        }
        return random.nextInt(4) == 0
                ? contract.amount().add(BigDecimal.ONE)
                : BigDecimal.valueOf(1 + random.nextInt(3_000), 2);
    }
}

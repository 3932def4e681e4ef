package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A company made to catch rules at their edges: gaps of exactly a lapse and a day more or less, several events on one day, contracts that
 * touch, overlap or last no day at all, corrections that move a day, facts without customer, without cost or known late, and linked ids.
 * Equal seeds give equal companies.
 */
public final class RandomCompany {

    private static final LocalDate START = LocalDate.of(2023, 11, 20);
    private static final int DAYS = 430;
    private static final List<String> SITES = List.of("north", "south", "east");
    private static final List<String> SEGMENTS = List.of("home", "trade", "rare");

    private final Random random;
    private final int lapse;
    private final ZoneId zone;
    private final List<Customer> customers = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();
    private final List<Contract> contracts = new ArrayList<>();
    private final List<Cost> costs = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private RandomCompany(long seed, int lapse) {
        this.random = new Random(seed);
        this.lapse = lapse;
        this.zone = ZoneId.of(pick(List.of("Pacific/Chatham", "Asia/Kathmandu", "Europe/Vienna", "America/St_Johns")));
    }

    /** @param lapse the window whose edges the gaps should hit */
    public static Company of(long seed, int customers, int lapse) {
        RandomCompany made = new RandomCompany(seed, lapse);
        for (int i = 0; i < customers; i++) {
            made.customer("c%04d".formatted(i));
        }
        return made.company();
    }

    private Company company() {
        return new Company(
                zone,
                Month.of(1 + random.nextInt(12)),
                customers,
                purchases,
                contracts,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                costs,
                links);
    }

    private void customer(String id) {
        if (chance(80)) {
            Moment since = moment(random.nextInt(60));
            customers.add(new Customer(
                    "crm",
                    id,
                    id,
                    maybe(SEGMENTS, 80),
                    maybe(SITES, 80),
                    maybe(List.of("shop", "web"), 80),
                    since.at,
                    since.on,
                    since.at,
                    "random"));
        }
        if (chance(85)) {
            buys(id);
        }
        if (chance(35)) {
            subscribes(id);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            cost(id);
        }
        if (chance(5) && !customers.isEmpty()) {
            Moment when = moment(random.nextInt(DAYS));
            String other = pick(customers).customer();
            links.add(new Link("crm", id, other, when.at, when.on, when.at, chance(80)));
        }
    }

    private void buys(String id) {
        int day = random.nextInt(DAYS);
        for (int i = random.nextInt(9); i >= 0 && day < DAYS; i--) {
            purchase(chance(3) ? null : id, day);
            day += pick(List.of(0, 0, 1, 7, lapse - 1, lapse, lapse, lapse + 1, lapse + 1, lapse + 2, 2 * lapse));
        }
    }

    private void purchase(@Nullable String id, int day) {
        Moment when = moment(Math.max(0, day));
        String kind = pick(List.of("sale", "sale", "sale", "sale", "return", "cancellation", "adjustment"));
        BigDecimal amount = kind.equals("sale") ? amount(2) : amount(2).negate();
        Purchase bought = new Purchase(
                "till",
                "o" + (purchases.size() / 2),
                "" + purchases.size(),
                id,
                when.at,
                when.on,
                when.at.plusSeconds(random.nextInt(3) * 86_400L * random.nextInt(20)),
                kind,
                "thing " + purchases.size() % 3,
                chance(10) ? BigDecimal.ZERO : amount,
                chance(90) ? amount(2) : null,
                maybe(SITES, 80),
                maybe(List.of("shop", "web"), 80));
        purchases.add(bought);
        if (chance(5)) {
            purchases.add(corrected(bought, day));
        }
    }

    /** The same line, known later to have happened on another day, with another amount. */
    private Purchase corrected(Purchase bought, int day) {
        Moment when = moment(day + random.nextInt(40));
        return new Purchase(
                bought.source(),
                bought.order(),
                bought.line(),
                bought.customer(),
                when.at,
                when.on,
                bought.recordedAt().plusSeconds(86_400L * (1 + random.nextInt(30))),
                bought.kind(),
                bought.product(),
                amount(2),
                bought.cost(),
                bought.site(),
                bought.channel());
    }

    private void subscribes(String id) {
        int day = random.nextInt(DAYS);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int length = pick(List.of(0, 1, 17, 31, 90, 200));
            boolean open = chance(15);
            Moment start = moment(day);
            contracts.add(new Contract(
                    "crm",
                    "k" + contracts.size(),
                    chance(3) ? null : id,
                    start.at,
                    start.on,
                    start.at,
                    "plan",
                    open ? null : start.on.plusDays(length),
                    contracts.size() % 3 == 0 ? start.on.plusDays(length / 2) : null,
                    amount(2),
                    pick(List.of(1, 3, 7, 12)),
                    maybe(SITES, 80),
                    null));
            day += Math.max(0, length + pick(List.of(-5, 0, 0, 1, lapse)));
        }
    }

    private void cost(String id) {
        Moment when = moment(random.nextInt(DAYS));
        costs.add(new Cost(
                "books",
                "x" + costs.size(),
                chance(10) ? null : id,
                when.at,
                when.on,
                when.at,
                pick(List.of("sale", "serve", "communicate")),
                "work",
                amount(4),
                maybe(SITES, 50)));
    }

    private record Moment(Instant at, LocalDate on) {}

    /** Any second of the company's day, its first and last ones often. */
    private Moment moment(int day) {
        LocalDate on = START.plusDays(day);
        Instant first = on.atStartOfDay(zone).toInstant();
        Instant next = on.plusDays(1).atStartOfDay(zone).toInstant();
        long seconds = next.getEpochSecond() - first.getEpochSecond();
        long second = pick(List.of(0L, seconds - 1, (long) random.nextInt((int) seconds)));
        return new Moment(first.plusSeconds(second), on);
    }

    private BigDecimal amount(int digits) {
        return BigDecimal.valueOf(random.nextInt(100_000), digits);
    }

    private @Nullable String maybe(List<String> words, int percent) {
        return chance(percent) ? pick(words) : null;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

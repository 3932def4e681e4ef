package io.customerroom.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Purchases without contract: every card has its own pace, and one day, unnoticed, it stops. */
final class Shopping {

    /** Expected orders per month, by month of the year; their mean is about one. */
    private static final double[] SEASON = {0.85, 0.75, 0.9, 0.9, 0.95, 0.95, 0.9, 0.9, 1.05, 1.0, 1.25, 1.6};

    private static final double HIGH_SEASON = 1.6;
    private static final double ORDERS_PER_MONTH = 0.7;
    private static final double SLOWEST_PER_MONTH = 0.3;
    private static final double STOPS_PER_ORDER = 0.04;
    private static final double DAYS_PER_MONTH = 30.4;
    private static final double RETURNED = 0.05;
    private static final double CASH_ORDERS_PER_DAY_AND_CUSTOMER = 8.0 / 5_000;

    private record Product(String label, String category, int cents, int costCents) {}

    private static final List<Product> PRODUCTS = List.of(
            new Product("Phone case", "accessories", 19_90, 9_10),
            new Product("Charging cable", "accessories", 12_50, 4_80),
            new Product("Wireless earbuds", "accessories", 59_00, 38_40),
            new Product("Mesh repeater", "network", 79_00, 52_90),
            new Product("Router, large", "network", 149_00, 104_00),
            new Product("Smartphone, small", "devices", 199_00, 151_00),
            new Product("Tablet", "devices", 249_00, 189_00),
            new Product("Prepaid credit 20", "prepaid", 20_00, 14_00),
            new Product("Help at home, one hour", "services", 65_00, 41_00));

    private static final double[] POPULAR = {0.2, 0.24, 0.1, 0.08, 0.03, 0.03, 0.02, 0.22, 0.08};

    private final Plan plan;

    private final Leavers leavers;
    private final Bonus bonus;

    Shopping(Plan plan, Leavers leavers) {
        this.plan = plan;
        this.leavers = leavers;
        bonus = new Bonus(plan);
    }

    void tell(Person person, Consumer<Entry> to) {
        person.cardSince().ifPresent(since -> orders(person, since, to));
    }

    private void orders(Person person, LocalDate since, Consumer<Entry> to) {
        Draws draws = Draws.of(plan.settings().seed(), "shop", person.number());
        double gapDays = DAYS_PER_MONTH / (SLOWEST_PER_MONTH + draws.rate(ORDERS_PER_MONTH)) / HIGH_SEASON;
        Bonus.Answer answer = bonus.answer(person);
        LocalDate day = since;
        LocalDate last = since;
        for (int order = 1; !day.isAfter(plan.lastDay()); ) {
            boolean comes = order == 1 || draws.chance(SEASON[day.getMonthValue() - 1] / HIGH_SEASON);
            if (comes && bonus.keepsOut(answer, day)) {
                if (answer == Bonus.Answer.GOES) {
                    leavers.tellDisappointed(person, last, to);
                    return;
                }
            } else if (comes) {
                last = day;
                String id = Ids.of("B", person.number(), 6, "-", order++, 3);
                basket(id, day, Optional.of(person), person.site(), person.channel(), draws, to);
                if (draws.chance(STOPS_PER_ORDER)) {
                    if (person.contractSince().isEmpty()) {
                        leavers.tellShopper(person, day, to);
                    }
                    return;
                }
            }
            day = day.plusDays(1 + (int) draws.exponential(gapDays));
        }
    }

    /** People who pay at the till without a card, on one day. */
    void tellCash(LocalDate day, Consumer<Entry> to) {
        Draws draws = Draws.of(plan.settings().seed(), "cash", day.toEpochDay());
        double expected =
                plan.settings().customers() * CASH_ORDERS_PER_DAY_AND_CUSTOMER * SEASON[day.getMonthValue() - 1];
        int orders = (int) Math.max(0, Math.round(draws.normal(expected, StrictMath.sqrt(expected))));
        for (int order = 1; order <= orders; order++) {
            String id = Ids.of("T" + day.toString().replace("-", "") + "-", order, 4);
            Site site = Site.values()[draws.weighted(Site.WEIGHTS)];
            basket(id, day, Optional.empty(), site, Channel.SHOP, draws, to);
        }
    }

    private void basket(
            String order,
            LocalDate day,
            Optional<Person> person,
            Site site,
            Channel channel,
            Draws draws,
            Consumer<Entry> to) {
        int lines = 1 + draws.binomial(3, 0.25);
        for (int line = 1; line <= lines; line++) {
            Product product = PRODUCTS.get(draws.weighted(POPULAR));
            int quantity = draws.chance(0.12) ? 2 : 1;
            to.accept(sold(order, line, day, product, quantity, person, site, channel));
            LocalDate back = day.plusDays(draws.between(2, 20));
            if (draws.chance(RETURNED) && person.isPresent() && !back.isAfter(plan.lastDay())) {
                to.accept(sold(order + "R", line, back, product, -quantity, person, site, channel));
            }
        }
    }

    private static Entry sold(
            String order,
            int line,
            LocalDate day,
            Product product,
            int quantity,
            Optional<Person> person,
            Site site,
            Channel channel) {
        Optional<Segment> segment = person.map(Person::segment);
        double factor = segment.map(Segment::shopPriceFactor).orElse(1.0);
        int price = (int) Math.round(product.cents() * factor);
        return new Entry.Sold(
                order,
                line,
                person.map(Person::cardId),
                day,
                product.label(),
                product.category(),
                quantity,
                price * quantity,
                product.costCents() * quantity,
                site,
                channel,
                segment);
    }
}

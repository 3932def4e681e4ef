package io.customerroom.testkit.company;

import io.customerroom.testkit.company.Operation.Promised;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What customers of a random company said and met: tickets, answers, readings, promises, departures and referrals, some of them nobody's, some corrected later,
 * some about people the ledger knows nothing else of. Promises are kept early, on the day, late or not at all, and some are not due yet.
 */
public final class RandomContacts {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 340;
    private static final List<String> SITES = List.of("north", "south");
    private static final List<String> CONTACTS = List.of("checkout", "helpline", "repair desk");
    private static final List<String> ISSUES = List.of("late", "price", "rude");

    private final Random random;
    private final Company company;
    private final ZoneId zone;

    private RandomContacts(Company company, long seed) {
        this.random = new Random(seed);
        this.company = company;
        this.zone = company.zone();
    }

    /** The company's customers with contacts beside what they bought. */
    public static Company around(Company company, long seed) {
        return new RandomContacts(company, seed).met();
    }

    private Company met() {
        List<Operation> operations = readings();
        for (int i = 0; i < 120; i++) {
            operations.add(promise(i));
        }
        return new Company(
                zone,
                company.fiscalYearStart(),
                company.customers(),
                company.purchases(),
                company.contracts(),
                tickets(),
                answers(),
                operations,
                departures(),
                referrals(),
                company.costs(),
                company.links());
    }

    private List<Ticket> tickets() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String key = "t" + random.nextInt(110);
            LocalDate day = day();
            tickets.add(new Ticket(
                    "desk",
                    key,
                    somebody(),
                    at(day),
                    day,
                    known(day, i),
                    pick(List.of("buy", "ride", "repair")),
                    maybe(CONTACTS),
                    maybe(ISSUES),
                    pick(List.of("complaint", "request")),
                    chance(70) ? day.plusDays(random.nextInt(60)) : null,
                    maybe(List.of("Ada", "Bo")),
                    maybe(SITES)));
        }
        return tickets;
    }

    private List<Feedback> answers() {
        List<Feedback> answers = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            LocalDate day = day();
            answers.add(new Feedback(
                    "survey",
                    "f" + random.nextInt(140),
                    somebody(),
                    at(day),
                    day,
                    known(day, i),
                    pick(List.of("buy", "ride")),
                    maybe(CONTACTS),
                    pick(List.of("nps", "nps", "csat")),
                    chance(90) ? BigDecimal.valueOf(random.nextInt(11)) : null,
                    BigDecimal.ZERO,
                    BigDecimal.TEN,
                    maybe(ISSUES),
                    maybe(SITES)));
        }
        return answers;
    }

    private List<Operation> readings() {
        List<Operation> readings = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            LocalDate day = day();
            boolean calls = chance(50);
            readings.add(operation(
                    pick(CONTACTS),
                    calls ? "answered in time" : "days to answer",
                    calls ? "at-least" : "at-most",
                    day,
                    known(day, i),
                    BigDecimal.valueOf(40 + random.nextInt(20), 1),
                    random.nextInt(30),
                    null));
        }
        return readings;
    }

    private Operation promise(int number) {
        LocalDate day = day();
        Instant ordered = at(day);
        Instant promised = at(day.plusDays(1 + random.nextInt(20)));
        Instant actual = promised.plusSeconds(3_600L * pick(List.of(-200, -30, -5, 0, 5, 30, 200, 900)));
        boolean done = chance(80);
        return operation(
                "parcel",
                "delivered as promised",
                "at-least",
                day,
                ordered.plusSeconds(number),
                null,
                0,
                new Promised(
                        promised,
                        LocalDate.ofInstant(promised, zone),
                        done ? actual : null,
                        done ? LocalDate.ofInstant(actual, zone) : null));
    }

    /** The same words and the same rule for all readings of a measure, but for the standard, which moves. */
    private Operation operation(
            String contact,
            String measure,
            String direction,
            LocalDate day,
            Instant recorded,
            @Nullable BigDecimal value,
            int n,
            @Nullable Promised promised) {
        return new Operation(
                "floor",
                somebody(),
                at(day),
                day,
                recorded,
                contact,
                "rescue",
                "stage of " + contact,
                "owner of " + contact,
                measure,
                "unit of " + measure,
                direction,
                BigDecimal.valueOf(promised == null ? 5 : 70 + day.getMonthValue()),
                measure.length() % 2 == 0,
                promised == null ? 8 : 2,
                2,
                value,
                n,
                promised == null ? maybe(SITES) : null,
                promised);
    }

    private List<Departure> departures() {
        List<Departure> departures = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            LocalDate day = day();
            departures.add(new Departure(
                    "desk",
                    customer(),
                    at(day),
                    day,
                    known(day, i),
                    null,
                    chance(70) ? pick(ISSUES) : null,
                    maybe(SITES)));
        }
        return departures;
    }

    private List<Referral> referrals() {
        List<Referral> referrals = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            LocalDate day = day();
            referrals.add(new Referral(
                    "desk",
                    customer(),
                    at(day),
                    day,
                    known(day, i),
                    null,
                    pick(List.of("open", "declined", "unwilling")),
                    null,
                    maybe(ISSUES),
                    maybe(CONTACTS)));
        }
        bringings(referrals);
        return referrals;
    }

    /** Customers who name each other, some of them themselves, some in a ring, some twice and some years too late. */
    private void bringings(List<Referral> referrals) {
        for (int i = 0; i < 60; i++) {
            LocalDate day = day();
            referrals.add(new Referral(
                    pick(List.of("desk", "web")),
                    customer(),
                    at(day),
                    day,
                    known(day, i),
                    customer(),
                    pick(List.of("joined", "joined", "joined", "open")),
                    maybe(SITES),
                    null,
                    maybe(CONTACTS)));
        }
    }

    private LocalDate day() {
        return START.plusDays(random.nextInt(DAYS));
    }

    /** Some second of the company's day. */
    private Instant at(LocalDate day) {
        return day.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60))
                .atZone(zone)
                .toInstant();
    }

    /** Days later, and never two rows at one moment. */
    private Instant known(LocalDate day, int number) {
        return day.plusDays(2 + random.nextInt(20))
                .atStartOfDay(zone)
                .toInstant()
                .plusSeconds(number);
    }

    private String customer() {
        return pick(company.customers()).customer();
    }

    private @Nullable String somebody() {
        return chance(10) ? null : chance(5) ? "passer-by " + random.nextInt(4) : customer();
    }

    private @Nullable String maybe(List<String> words) {
        return chance(85) ? pick(words) : null;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

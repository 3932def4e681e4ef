package io.customerroom.testkit.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** How a random company's customers were turned to, and what was spent to win them: some touches count, some are mass mail, some were corrected later. */
public record RandomQuality(List<Touch> touches, List<Investment> investments) {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final List<String> KINDS = List.of("call", "Visit", " meeting", "mass mail", "invoice", "text");
    private static final List<@Nullable String> PLACES = new ArrayList<>(List.of("north", "south"));
    private static final List<@Nullable String> CHANNELS = new ArrayList<>(List.of("web", "shop"));

    public static RandomQuality around(Company company, long seed) {
        Random random = new Random(seed);
        ZoneId zone = company.zone();
        List<Touch> touches = new ArrayList<>();
        List<Investment> investments = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            LocalDate day = START.plusDays(random.nextInt(300));
            touches.add(new Touch(
                    "crm",
                    "t" + random.nextInt(380),
                    company.purchases()
                            .get(random.nextInt(company.purchases().size()))
                            .customer(),
                    day.atTime(9, 30).atZone(zone).toInstant(),
                    day,
                    day.plusDays(random.nextInt(40)).atTime(12, 0).atZone(zone).toInstant(),
                    KINDS.get(random.nextInt(KINDS.size())),
                    random.nextInt(4) > 0,
                    random.nextInt(5) > 0,
                    random.nextInt(6) > 0,
                    random.nextBoolean() ? "Ada" : null,
                    null));
        }
        for (int i = 0; i < 60; i++) {
            LocalDate day = START.plusDays(random.nextInt(300));
            investments.add(new Investment(
                    "books",
                    "i" + random.nextInt(55),
                    day.atTime(10, 0).atZone(zone).toInstant(),
                    day,
                    day.plusDays(random.nextInt(30)).atTime(12, 0).atZone(zone).toInstant(),
                    random.nextBoolean() ? "adverts" : null,
                    BigDecimal.valueOf(random.nextInt(100_000), 2),
                    random.nextInt(4) == 0 ? null : PLACES.get(random.nextInt(2)),
                    random.nextInt(4) == 0 ? null : CHANNELS.get(random.nextInt(2))));
        }
        return new RandomQuality(List.copyOf(touches), List.copyOf(investments));
    }
}

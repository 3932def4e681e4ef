package io.customerroom.demo;

import java.time.LocalDate;
import java.util.function.Consumer;

/** What the company spends to win customers: month by month, by site and channel. The promotion of the second year is paid for in the web. */
final class Winning {

    /** Cents a month and person of the whole company, before site and channel take their share. */
    private static final double CENTS_PER_PERSON = 100;

    private static final double PROMOTION = 2.5;

    private final Plan plan;

    Winning(Plan plan) {
        this.plan = plan;
    }

    void tell(Consumer<Entry> to) {
        for (int month = 0; month < plan.settings().months(); month++) {
            LocalDate day = plan.month(month + 1).minusDays(1);
            for (Site site : Site.values()) {
                for (Channel channel : Channel.values()) {
                    int place = site.ordinal() * Channel.values().length + channel.ordinal();
                    Draws draws = Draws.of(plan.settings().seed(), "winning", month * 100L + place);
                    double cents = plan.settings().customers()
                            * CENTS_PER_PERSON
                            * Site.WEIGHTS[site.ordinal()]
                            * Channel.WEIGHTS[channel.ordinal()]
                            * dear(channel)
                            * (channel == Channel.WEB && plan.quantityMonth(month) ? PROMOTION : 1)
                            * (0.9 + 0.2 * draws.uniform());
                    to.accept(new Entry.Invested(
                            Ids.of("W", month, 3, "-", place, 2), day, activity(channel), (int) cents, site, channel));
                }
            }
        }
    }

    private static double dear(Channel channel) {
        return switch (channel) {
            case SHOP -> 0.8;
            case WEB -> 1;
            case PHONE -> 1.8;
        };
    }

    private static String activity(Channel channel) {
        return switch (channel) {
            case SHOP -> "shop windows and stands";
            case WEB -> "adverts in the web";
            case PHONE -> "bought call centre hours";
        };
    }
}

package io.customerroom.demo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** What nobody is named for: every month the rent of each shop and the hotline's standing cost, every quarter a campaign. */
final class Overheads {

    private static final int RENT_CENTS_PER_PERSON = 30;
    private static final int HOTLINE_CENTS_PER_PERSON = 12;
    private static final int CAMPAIGN_CENTS_PER_PERSON = 25;

    private final Plan plan;

    Overheads(Plan plan) {
        this.plan = plan;
    }

    void tell(Consumer<Entry> to) {
        int persons = plan.settings().customers();
        for (int month = 0; month < plan.settings().months(); month++) {
            LocalDate last = plan.month(month).plusMonths(1).minusDays(1);
            for (Site site : Site.values()) {
                int rent = (int) Math.round(persons * Site.WEIGHTS[site.ordinal()] * RENT_CENTS_PER_PERSON);
                to.accept(overhead("R" + site.ordinal(), month, last, "serve", "shop rent", rent, Optional.of(site)));
            }
            to.accept(overhead(
                    "H",
                    month,
                    last,
                    "serve",
                    "hotline standing by",
                    persons * HOTLINE_CENTS_PER_PERSON,
                    Optional.empty()));
            if (month % 3 == 1) {
                to.accept(overhead(
                        "C",
                        month,
                        last,
                        "communicate",
                        "campaign",
                        persons * CAMPAIGN_CENTS_PER_PERSON,
                        Optional.empty()));
            }
        }
    }

    private static Entry overhead(
            String letter, int month, LocalDate day, String kind, String activity, int cents, Optional<Site> site) {
        return new Entry.Overhead(Ids.of("O" + letter + "-", month, 3), day, kind, activity, cents, site);
    }
}

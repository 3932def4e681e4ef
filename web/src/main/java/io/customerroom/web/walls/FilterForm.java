package io.customerroom.web.walls;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Grain;
import io.customerroom.kernel.Period;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.walls.reading.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The filters above a wall, as a plain form whose state is the address. */
public record FilterForm(
        List<Choice> grains,
        List<Choice> periods,
        List<Choice> segments,
        List<Choice> sites,
        List<Choice> windows,
        List<Choice> cohorts,
        List<Choice> beside) {

    private static final int PERIODS = 24;
    private static final int COHORTS = 16;

    /** One choice of a list. */
    public record Choice(String value, String label, boolean chosen) {}

    static FilterForm of(WallQuery query, CompanyCalendar calendar, Choices choices) {
        return new FilterForm(
                Arrays.stream(Grain.values())
                        .map(grain -> new Choice(
                                grain.id(),
                                grain.id().replace('-', ' '),
                                grain == query.period().grain()))
                        .toList(),
                periods(query, calendar),
                named(choices.segments(), query.segment().orElse(""), "All segments"),
                named(choices.sites(), query.site().orElse(""), "All sites"),
                Arrays.stream(Window.values())
                        .map(window -> new Choice(window.id(), window.words(), window == query.window()))
                        .toList(),
                cohorts(query, calendar, query.cohorts().one(), "the oldest shown"),
                cohorts(query, calendar, query.cohorts().beside(), "one in the middle"));
    }

    /** By the period of the first order: the latest first, then an older one that was chosen. */
    private static List<Choice> cohorts(
            WallQuery query, CompanyCalendar calendar, Optional<Period> chosen, String usual) {
        List<Choice> cohorts = new ArrayList<>(List.of(new Choice("", usual, chosen.isEmpty())));
        Period period = calendar.periodOf(
                WallAddress.cohortGrain(query.period().grain()), query.period().lastDay());
        for (int i = 0; i < COHORTS; i++) {
            cohorts.add(new Choice(period.name(), PeriodWords.of(period), chosen.equals(Optional.of(period))));
            period = calendar.previous(period);
        }
        chosen.filter(it -> cohorts.stream().noneMatch(Choice::chosen))
                .ifPresent(it -> cohorts.add(new Choice(it.name(), PeriodWords.of(it), true)));
        return cohorts;
    }

    private static List<Choice> periods(WallQuery query, CompanyCalendar calendar) {
        Period shown = query.period();
        List<Choice> periods = new ArrayList<>();
        Period period = calendar.periodOf(shown.grain(), query.clocks().through());
        for (int i = 0; i < PERIODS; i++) {
            String running = period.partial(query.clocks().through()) ? " (running)" : "";
            periods.add(new Choice(period.name(), PeriodWords.of(period) + running, period.equals(shown)));
            period = calendar.previous(period);
        }
        if (periods.stream().noneMatch(Choice::chosen)) {
            periods.add(new Choice(shown.name(), PeriodWords.of(shown), true));
        }
        return periods;
    }

    private static List<Choice> named(List<String> names, String chosen, String all) {
        List<Choice> choices = new ArrayList<>(List.of(new Choice("", all, chosen.isEmpty())));
        names.forEach(name -> choices.add(new Choice(name, name, name.equals(chosen))));
        if (choices.stream().noneMatch(Choice::chosen)) {
            choices.add(new Choice(chosen, chosen, true));
        }
        return choices;
    }
}

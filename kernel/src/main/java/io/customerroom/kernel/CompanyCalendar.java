package io.customerroom.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a company counts its days: the zone that turns an instant into a day, and where its fiscal year begins.
 *
 * @param fiscalYearStart first month of the fiscal year; January makes fiscal and calendar periods equal but for their names
 */
public record CompanyCalendar(ZoneId zone, Month fiscalYearStart, DayOfWeek weekStart) {

    private static final Pattern NAME = Pattern.compile("(FY)?(\\d{4})(?:-(?:Q([1-4])|(\\d{2})))?");

    public static CompanyCalendar utc() {
        return new CompanyCalendar(ZoneId.of("UTC"), Month.JANUARY, DayOfWeek.MONDAY);
    }

    /** The period of this grain that holds the day. */
    public Period periodOf(Grain grain, LocalDate day) {
        YearMonth month = YearMonth.from(day);
        int offset = grain.fiscal() ? fiscalYearStart.getValue() - 1 : 0;
        int monthOfYear = Math.floorMod(month.getMonthValue() - 1 - offset, 12);
        int intoPeriod = monthOfYear % grain.months();
        return starting(grain, month.minusMonths(intoPeriod));
    }

    /** Every period of this grain that touches the days from {@code first} to {@code last}, both included, oldest first. */
    public List<Period> periods(Grain grain, LocalDate first, LocalDate last) {
        List<Period> periods = new ArrayList<>();
        for (Period period = periodOf(grain, first);
                !period.startsOn().isAfter(last);
                period = periodOf(grain, period.endsOn())) {
            periods.add(period);
        }
        return List.copyOf(periods);
    }

    public Period previous(Period period) {
        return periodOf(period.grain(), period.startsOn().minusDays(1));
    }

    public Period sameLastYear(Period period) {
        return periodOf(period.grain(), period.startsOn().minusYears(1));
    }

    /** Reads a period's name; the grain follows from the spelling. */
    public Period parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw unknown(name);
        }
        boolean fiscal = matcher.group(1) != null;
        int year = Integer.parseInt(matcher.group(2));
        if (matcher.group(4) != null) {
            int month = Integer.parseInt(matcher.group(4));
            if (fiscal || month < 1 || month > 12) {
                throw unknown(name);
            }
            return starting(Grain.MONTH, YearMonth.of(year, month));
        }
        YearMonth yearStart = fiscal ? fiscalYearNamed(year) : YearMonth.of(year, 1);
        if (matcher.group(3) != null) {
            int quarter = Integer.parseInt(matcher.group(3));
            return starting(fiscal ? Grain.FISCAL_QUARTER : Grain.QUARTER, yearStart.plusMonths(3L * (quarter - 1)));
        }
        return starting(fiscal ? Grain.FISCAL_YEAR : Grain.YEAR, yearStart);
    }

    private YearMonth fiscalYearNamed(int year) {
        return fiscalYearStart == Month.JANUARY
                ? YearMonth.of(year, 1)
                : YearMonth.of(year - 1, fiscalYearStart.getValue());
    }

    private Period starting(Grain grain, YearMonth start) {
        return new Period(
                grain,
                name(grain, start),
                start.atDay(1),
                start.plusMonths(grain.months()).atDay(1));
    }

    private String name(Grain grain, YearMonth start) {
        YearMonth end = start.plusMonths(grain.months() - 1L);
        int fiscalYear = fiscalYearStart == Month.JANUARY
                ? start.getYear()
                : start.getYear() + (start.getMonthValue() >= fiscalYearStart.getValue() ? 1 : 0);
        int fiscalQuarter = Math.floorMod(start.getMonthValue() - fiscalYearStart.getValue(), 12) / 3 + 1;
        return switch (grain) {
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", start.getYear(), start.getMonthValue());
            case QUARTER -> String.format(Locale.ROOT, "%04d-Q%d", start.getYear(), end.getMonthValue() / 3);
            case YEAR -> String.format(Locale.ROOT, "%04d", start.getYear());
            case FISCAL_QUARTER -> String.format(Locale.ROOT, "FY%04d-Q%d", fiscalYear, fiscalQuarter);
            case FISCAL_YEAR -> String.format(Locale.ROOT, "FY%04d", fiscalYear);
        };
    }

    private static Failure unknown(String name) {
        return Failure.yours(
                "PERIOD_UNKNOWN",
                "'%s' is not a period.".formatted(name),
                "Write 2026-03, 2026-Q1, 2026, FY2026-Q1 or FY2026.");
    }
}

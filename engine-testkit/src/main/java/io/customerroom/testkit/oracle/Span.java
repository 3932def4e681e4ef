package io.customerroom.testkit.oracle;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A named run of whole months, worked out by walking month by month.
 *
 * @param endsOn the day after the last one
 */
public record Span(String grain, String name, LocalDate startsOn, LocalDate endsOn) {

    public static final List<String> GRAINS = List.of("month", "quarter", "year", "fiscal-quarter", "fiscal-year");

    /** The periods of a grain that touch the days from {@code first} to {@code last}. */
    public static List<Span> of(String grain, Month fiscalYearStart, LocalDate first, LocalDate last) {
        LocalDate start = first.withDayOfMonth(1);
        while (!begins(grain, fiscalYearStart, start)) {
            start = start.minusMonths(1);
        }
        List<Span> spans = new ArrayList<>();
        while (!start.isAfter(last)) {
            LocalDate end = start.plusMonths(1);
            while (!begins(grain, fiscalYearStart, end)) {
                end = end.plusMonths(1);
            }
            spans.add(new Span(grain, name(grain, fiscalYearStart, start, end), start, end));
            start = end;
        }
        return spans;
    }

    /** The last day that counts: a period that runs past {@code through} is judged at {@code through}. */
    public LocalDate lastDay(LocalDate through) {
        return through.isBefore(endsOn) ? through : endsOn.minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(startsOn) && day.isBefore(endsOn);
    }

    private static boolean begins(String grain, Month fiscalYearStart, LocalDate day) {
        int month = day.getMonthValue();
        int fiscal = fiscalYearStart.getValue();
        return switch (grain) {
            case "month" -> true;
            case "quarter" -> month == 1 || month == 4 || month == 7 || month == 10;
            case "year" -> month == 1;
            case "fiscal-quarter" -> (month - fiscal + 12) % 3 == 0;
            case "fiscal-year" -> month == fiscal;
            default -> throw new IllegalArgumentException("no grain " + grain);
        };
    }

    private static String name(String grain, Month fiscalYearStart, LocalDate start, LocalDate end) {
        int year = start.getYear();
        int month = start.getMonthValue();
        int intoFiscalYear = (month - fiscalYearStart.getValue() + 12) % 12;
        int fiscalYear =
                start.minusMonths(intoFiscalYear).plusMonths(12).minusDays(1).getYear();
        return switch (grain) {
            case "month" -> String.format(Locale.ROOT, "%04d-%02d", year, month);
            case "quarter" -> year + "-Q" + ((month - 1) / 3 + 1);
            case "year" -> "" + year;
            case "fiscal-quarter" -> "FY" + fiscalYear + "-Q" + (intoFiscalYear / 3 + 1);
            case "fiscal-year" -> "FY" + end.minusDays(1).getYear();
            default -> throw new IllegalArgumentException("no grain " + grain);
        };
    }
}

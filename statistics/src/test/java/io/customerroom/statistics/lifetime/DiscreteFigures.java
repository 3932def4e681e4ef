package io.customerroom.statistics.lifetime;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** BG/BB: donors, and passengers of a cruise line over four years. */
final class DiscreteFigures {

    private static final Pattern PASSENGER = Pattern.compile("CR-(pa|ce|de)-(\\d)-(\\d)");
    private static final BgBb CRUISE = new BgBb(0.66, 5.19, 173.76, 1882.93);

    private DiscreteFigures() {}

    static void addTo(Map<String, Supplier<double[]>> all) {
        all.put("BB01", () -> of(new BgBb(1.20, 0.75, 0.66, 2.78).logLikelihood(new History(3, 4, 6))));
        all.put("BB04", () -> of(new BgBb(1.20, 0.75, 0.66, 2.78).expected(10)));
        all.put("BB-don2", () -> of(Donations.SPREADSHEET.probabilityAlive(new History(2, 4, 6))));
        all.put("BB-don6", () -> of(Donations.SPREADSHEET.probabilityAlive(new History(6, 6, 6))));
        all.put("BB-LL", () -> of(Donations.read().sum(Donations.SPREADSHEET::logLikelihood)));
        all.put("BB-CET", () -> of(Donations.read().sum(donor -> Donations.SPREADSHEET.expected(5, donor))));
        PublishedRow.all()
                .map(row -> PASSENGER.matcher(row.id()))
                .filter(Matcher::matches)
                .forEach(cell -> {
                    History passenger =
                            new History(Integer.parseInt(cell.group(2)), Integer.parseInt(cell.group(3)), 4);
                    all.put(cell.group(), () -> of(cruise(cell.group(1), passenger)));
                });
    }

    private static double cruise(String quantity, History passenger) {
        return switch (quantity) {
            case "pa" -> CRUISE.probabilityAlive(passenger);
            case "ce" -> CRUISE.expected(4, passenger);
            default -> CRUISE.discountedExpected(0.10, passenger);
        };
    }

    private static double[] of(double value) {
        return new double[] {value};
    }
}

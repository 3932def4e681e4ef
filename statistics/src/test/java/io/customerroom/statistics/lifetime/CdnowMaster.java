package io.customerroom.statistics.lifetime;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All of CDNOW's first-time buyers of early 1997 and what they paid, over 78 weeks; purchases of one day are one. */
final class CdnowMaster {

    private static final long THROUGH = LocalDate.of(1998, 6, 30).toEpochDay();

    /**
     * What is known of one of them, in weeks.
     *
     * @param mean spend per repeat purchase, 0 without one
     * @param spend of all purchases
     */
    record Customer(History history, double mean, double spend) {}

    private CdnowMaster() {}

    /** Without the ten who spent most, as in the paper. */
    static List<Customer> paper() {
        List<Customer> all = read("cdnow/CDNOW_master.txt.gz", 0);
        List<Customer> bySpend = new ArrayList<>(all);
        bySpend.sort(Comparator.comparingDouble(Customer::spend).reversed());
        all.removeAll(bySpend.subList(0, 10));
        return all;
    }

    /** The tenth that the models are fitted to. */
    static List<Customer> sample() {
        return read("cdnow/CDNOW_sample.txt", 1);
    }

    /** @param skipped leading columns: the sample has a number of its own beside the customer's */
    private static List<Customer> read(String name, int skipped) {
        Map<String, TreeMap<Long, Double>> purchases = new TreeMap<>();
        for (String line : RealData.lines(name)) {
            if (!Character.isDigit(line.strip().charAt(0))) {
                continue;
            }
            String[] cells = line.strip().split("\\s+");
            long day = LocalDate.parse(cells[1 + skipped], DateTimeFormatter.BASIC_ISO_DATE)
                    .toEpochDay();
            purchases
                    .computeIfAbsent(cells[0], _ -> new TreeMap<>())
                    .merge(day, Double.parseDouble(cells[3 + skipped]), Double::sum);
        }
        List<Customer> customers = new ArrayList<>();
        purchases.values().forEach(days -> customers.add(customer(days)));
        return customers;
    }

    private static Customer customer(TreeMap<Long, Double> days) {
        long first = days.firstKey();
        int x = days.size() - 1;
        double all = days.values().stream().mapToDouble(paid -> paid).sum();
        double repeats = all - days.get(first);
        History history = new History(x, (days.lastKey() - first) / 7.0, (THROUGH - first) / 7.0);
        return new Customer(history, x == 0 ? 0 : Math.max(0, repeats) / x, all);
    }
}

package io.customerroom.bench;

import io.customerroom.statistics.numeric.GammaDraw;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * Customers who buy at rates of their own, leave after any purchase with a chance of their own, and pay around a mean of their own: what the lifetime models suppose.
 * Rates are those of the CDNOW data; they came over two years, one quarter of them in each of four segments.
 */
record SimulatedShop(int customers) {

    private static final long SEED = 20_261_122;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 730;
    private static final int YOUNGEST = 30;
    private static final String[] SEGMENTS = {"home", "office", "shop", "student"};
    private static final String[] SITES = {"Northgate", "Harbourside", "Millbrook"};
    private static final String[] CHANNELS = {"web", "phone"};

    /** Who they are. */
    void people(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("customer,segment,site,channel\n");
            for (int customer = 1; customer <= customers; customer++) {
                out.write("C" + (10_000_000 + customer) + ',' + SEGMENTS[customer & 3] + ',' + SITES[customer % 3] + ','
                        + CHANNELS[customer % 5 & 1] + '\n');
            }
        }
    }

    /** What they bought, customer by customer. */
    void purchases(Path file) throws IOException {
        Random random = new Random(SEED);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("order,line,customer,date,amount,site\n");
            int order = 0;
            for (int customer = 1; customer <= customers; customer++) {
                double rate = GammaDraw.gamma(random, 0.243) / 30.9;
                double leaves = GammaDraw.beta(random, 0.793, 2.426);
                double mean = 4 * 15.4 / GammaDraw.gamma(random, 4.0);
                double day = random.nextInt(DAYS - YOUNGEST);
                do {
                    long cents = Math.max(1, Math.round(100 * mean * GammaDraw.gamma(random, 6.0) / 6));
                    out.write("N" + ++order + ",1,C" + (10_000_000 + customer) + ',' + FIRST.plusDays((long) day) + ','
                            + cents / 100 + '.' + cents / 10 % 10 + cents % 10 + ',' + SITES[customer % 3] + '\n');
                    day += -Math.log(1 - random.nextDouble()) / rate;
                } while (day < DAYS && random.nextDouble() >= leaves);
            }
        }
    }
}

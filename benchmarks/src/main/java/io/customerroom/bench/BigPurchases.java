package io.customerroom.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * A file of purchase lines in order of time, as a till system writes it. Customers come and go: on every day four in ten of all
 * customers may buy, later days reach later customers. Every customer id has the same width.
 *
 * @param firstOrder so that a later file does not repeat an earlier one's orders
 * @param from share of the customers' coming and going that has passed on the first day, 0 .. 1
 * @param to the same on the last day
 */
record BigPurchases(long rows, int customers, LocalDate firstDay, int days, long firstOrder, double from, double to) {

    private static final long SEED = 20_111_209;
    private static final int LINE_BYTES = 96;
    private static final int BUFFER = 1 << 20;
    private static final double WINDOW = 0.4;
    private static final int RARELY = 12;
    private static final byte[] HEADER =
            "order,line,customer,date,product,quantity,amount,cost,site\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[][] SITES = {
        bytes("Northgate"), bytes("Harbourside"), bytes("Millbrook"), bytes("Eastfield")
    };

    /** Two years of purchases. */
    static BigPurchases years(long rows, int customers) {
        return new BigPurchases(rows, customers, LocalDate.of(2024, 1, 1), 731, 1, 0, 1);
    }

    /** As many again, of the same customers: a file that was never imported. */
    BigPurchases again() {
        return new BigPurchases(rows, customers, firstDay, days, firstOrder + 400_000_000, from, to);
    }

    /** A day after them; the first begins a month, a quarter and a year. */
    static BigPurchases day(long rows, int customers, int number) {
        return new BigPurchases(
                rows,
                customers,
                LocalDate.of(2025, 12, 31).plusDays(number),
                1,
                850_000_000L + 50_000_000L * number,
                1,
                1);
    }

    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(HEADER);
            new Writer(out).lines();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Fills one buffer over and over: formatting ten million lines through texts would take longer than importing them. */
    private final class Writer {

        private final OutputStream out;
        private final SplittableRandom random = new SplittableRandom(SEED + firstOrder);
        private final byte[] buffer = new byte[BUFFER];
        private int used;

        Writer(OutputStream out) {
            this.out = out;
        }

        void lines() throws IOException {
            long order = firstOrder;
            for (long row = 0; row < rows; order++) {
                double passed = (double) row / rows;
                byte[] day = bytes(firstDay.plusDays((long) (passed * days)).toString());
                int customer = customer(from + (to - from) * passed);
                int lines = (int) Math.min(rows - row, 1 + random.nextInt(4));
                byte[] site = SITES[customer / 4 & 3];
                for (int line = 1; line <= lines; line++) {
                    line(order, line, customer, day, site);
                }
                row += lines;
            }
            out.write(buffer, 0, used);
        }

        /** 0, nobody known, for one order in a hundred. Every fourth customer buys so rarely that some lapse and return. */
        private int customer(double passed) {
            if (random.nextInt(100) == 0) {
                return 0;
            }
            while (true) {
                double place = passed * (1 - WINDOW) + random.nextDouble() * WINDOW;
                int customer = 1 + (int) (place * customers);
                if ((customer & 3) != 3 || random.nextInt(RARELY) == 0) {
                    return customer;
                }
            }
        }

        private void line(long order, int line, int customer, byte[] day, byte[] site) throws IOException {
            if (used > BUFFER - LINE_BYTES) {
                out.write(buffer, 0, used);
                used = 0;
            }
            int product = random.nextInt(1_000);
            int quantity = random.nextInt(50) == 0 ? -1 : 1 + random.nextInt(3);
            int cents = quantity * (199 + product * 7);
            put('N');
            number(order, 9);
            put(',');
            number(line, 1);
            put(',');
            if (customer > 0) {
                put('C');
                number(customer, 8);
            }
            put(',');
            text(day);
            put(',');
            put('P');
            number(product, 4);
            put(',');
            signed(quantity);
            put(',');
            money(cents);
            put(',');
            money(cents * 6 / 10);
            put(',');
            text(site);
            put('\n');
        }

        private void money(int cents) {
            if (cents < 0) {
                put('-');
            }
            int size = Math.abs(cents);
            number(size / 100, digits(size / 100));
            put('.');
            number(size % 100, 2);
        }

        private void signed(int value) {
            if (value < 0) {
                put('-');
            }
            number(Math.abs(value), 1);
        }

        private static int digits(int value) {
            return value < 10 ? 1 : 1 + digits(value / 10);
        }

        private void number(long value, int width) {
            long rest = value;
            for (int at = used + width - 1; at >= used; at--) {
                buffer[at] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
            used += width;
        }

        private void text(byte[] bytes) {
            System.arraycopy(bytes, 0, buffer, used, bytes.length);
            used += bytes.length;
        }

        private void put(char character) {
            buffer[used++] = (byte) character;
        }
    }
}

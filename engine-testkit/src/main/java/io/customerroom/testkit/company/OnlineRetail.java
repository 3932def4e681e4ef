package io.customerroom.testkit.company;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The UCI data set "Online Retail" as a company: every invoice line, exact duplicates kept. An invoice whose number starts with C is
 * cancelled. The file is not part of this project; {@link #present()} says whether this machine has it.
 */
public final class OnlineRetail {

    private static final ZoneOffset ZONE = ZoneOffset.UTC;

    private OnlineRetail() {}

    /** {@code CUSTOMER_ROOM_DATA}, else {@code ../shared/data} beside the project. */
    public static Path folder() {
        String root =
                System.getProperty("customer-room.root", System.getProperty("maven.multiModuleProjectDirectory", ".."));
        return Optional.ofNullable(System.getenv("CUSTOMER_ROOM_DATA"))
                .map(Path::of)
                .orElseGet(() -> Path.of(root).resolve("..").resolve("shared").resolve("data"))
                .toAbsolutePath()
                .normalize();
    }

    public static Path file() {
        return folder().resolve("online-retail").resolve("online_retail.csv.gz");
    }

    public static boolean present() {
        return Files.isRegularFile(file());
    }

    /** Its fiscal year starts in July, so that fiscal grains have something to say. */
    public static Company company() {
        List<Purchase> purchases = new ArrayList<>();
        Map<String, Integer> linesOfInvoice = new HashMap<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.UTF_8))) {
            List<String> header = cells(in.readLine());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                purchases.add(purchase(header, cells(line), linesOfInvoice));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Company.of(ZONE, Month.JULY, List.copyOf(purchases), List.of());
    }

    private static Purchase purchase(List<String> header, List<String> cells, Map<String, Integer> linesOfInvoice) {
        String invoice = cells.get(header.indexOf("InvoiceNo"));
        String customer = cells.get(header.indexOf("CustomerID"));
        String date = cells.get(header.indexOf("InvoiceDate"));
        Instant at = LocalDateTime.parse(date.replace(' ', 'T')).toInstant(ZONE);
        BigDecimal amount = new BigDecimal(cells.get(header.indexOf("Quantity")))
                .multiply(new BigDecimal(cells.get(header.indexOf("UnitPrice"))));
        return new Purchase(
                "online-retail",
                invoice,
                "" + linesOfInvoice.merge(invoice, 1, Integer::sum),
                customer.isEmpty() ? null : customer,
                at,
                LocalDate.ofInstant(at, ZONE),
                at,
                kind(invoice),
                cells.get(header.indexOf("StockCode")),
                amount,
                null,
                cells.get(header.indexOf("Country")),
                null);
    }

    private static String kind(String invoice) {
        return invoice.startsWith("C") ? "cancellation" : invoice.startsWith("A") ? "adjustment" : "sale";
    }

    /** One line of the file, whose values may stand in quotes; no value of this file holds a line break. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}

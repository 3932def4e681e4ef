package io.customerroom.web.walls;

import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.facts.Receipts;
import io.customerroom.ledger.typed.TypedReadings;
import io.customerroom.walls.operations.Typists;
import io.customerroom.web.CompanyFace;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Who typed which batch and when, from the receipts. */
@Component
public final class TypedBatches implements Typists {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Supplier<List<Receipt>> receipts;
    private final ZoneId zone;

    private TypedBatches(Supplier<List<Receipt>> receipts, ZoneId zone) {
        this.receipts = receipts;
        this.zone = zone;
    }

    @Autowired
    TypedBatches(ObjectProvider<Receipts> receipts, CompanyFace company) {
        this(
                () -> receipts.stream().findFirst().map(Receipts::all).orElse(List.of()),
                company.calendar().zone());
    }

    /** Without a server. */
    public static TypedBatches of(Receipts receipts, ZoneId zone) {
        return new TypedBatches(receipts::all, zone);
    }

    @Override
    public Map<String, String> byBatch() {
        Map<String, String> words = new TreeMap<>();
        receipts.get().stream()
                .filter(TypedReadings::typed)
                .forEach(receipt -> words.put(receipt.batch(), words(receipt, zone)));
        return words;
    }

    /** {@code leo, 2026-06-04 10:15}. */
    static String words(Receipt receipt, ZoneId zone) {
        return receipt.author() + ", " + MINUTE.format(receipt.importedAt().atZone(zone));
    }
}

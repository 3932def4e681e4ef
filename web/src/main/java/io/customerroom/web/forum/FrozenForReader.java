package io.customerroom.web.forum;

import io.customerroom.kernel.CustomerId;
import io.customerroom.kernel.Failure;
import io.customerroom.room.evidence.ExhibitView;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.evidence.Reading;
import io.customerroom.web.customers.RowsForReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a meeting froze, as one reader sees it: of the tables that name customers the rows within the reader's scope today, and a remark that says how many are
 * left out. What is kept stays whole, and so do its hashes.
 */
@Component
final class FrozenForReader {

    private static final String CUSTOMER = "customer";

    private final RowsForReader readers;

    FrozenForReader(RowsForReader readers) {
        this.readers = readers;
    }

    List<FrozenReading> of(List<FrozenReading> frozen) {
        return RowsForReader.scope().restricted()
                ? frozen.stream().map(this::of).toList()
                : frozen;
    }

    /** Without the lists of customers, where the reader may not see all of them: a list compared with half of it would tell nothing true. */
    static List<Reading> figures(List<Reading> readings) {
        return RowsForReader.scope().restricted()
                ? readings.stream()
                        .filter(reading -> column(reading.view()) < 0)
                        .toList()
                : readings;
    }

    private FrozenReading of(FrozenReading frozen) {
        ExhibitView view = frozen.reading().view();
        int at = column(view);
        if (at < 0) {
            return frozen;
        }
        Set<CustomerId> named = new HashSet<>();
        view.rows().forEach(row -> customer(row.get(at)).ifPresent(named::add));
        Set<CustomerId> seen = readers.seen(named);
        List<List<@Nullable String>> shown = view.rows().stream()
                .filter(row -> customer(row.get(at)).map(seen::contains).orElse(true))
                .toList();
        List<String> remarks = new ArrayList<>(view.remarks());
        String left = RowsForReader.sentence(view.rows().size() - shown.size());
        if (!left.isEmpty()) {
            remarks.add(left);
        }
        return new FrozenReading(frozen.reading().showing(view.withRows(shown, remarks)), frozen.rowsHash());
    }

    private static int column(ExhibitView view) {
        return view.columns().stream().map(ExhibitView.Column::name).toList().indexOf(CUSTOMER);
    }

    private static Optional<CustomerId> customer(@Nullable String key) {
        try {
            return Optional.ofNullable(key).map(CustomerId::parse);
        } catch (Failure other) {
            return Optional.empty(); // another word, as “together”
        }
    }
}

package io.customerroom.room.evidence;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Where a meeting gets its readings: the walls as they are now. Implemented by whoever hangs the exhibits. */
public interface ExhibitSource {

    /** Every exhibit of the three walls and of the chapters behind them in hanging order, all read from one build. */
    List<Hung> hung();

    /** The same in parts and in the same order, for those who show how far they are; all of them are read from one build. */
    default List<Part> parts() {
        return List.of(new Part("The walls", this::hung));
    }

    /** What hangs in front: the walls without their chapters. */
    default List<Reading> front() {
        return hung().stream()
                .map(Hung::reading)
                .filter(reading -> reading.view().around().layer().wall())
                .toList();
    }

    /** Id of that build; empty where there is none. */
    default String build() {
        return "";
    }

    /**
     * A wall, or a chapter behind one.
     *
     * @param name in a few words
     * @param hung reads it when it is asked for the first time
     */
    record Part(String name, Supplier<List<Hung>> hung) {}

    /**
     * A reading, and the way to the rows behind it.
     *
     * @param rows one and the same for readings that rest on the same rows: these are then asked for, and written, once
     */
    record Hung(Reading reading, RowsBehind rows) {}

    /** Writes the keys of the customers and events behind a reading as CSV with a header line. Never names or texts of persons. */
    @FunctionalInterface
    interface RowsBehind {

        void writeTo(Appendable csv) throws IOException;
    }
}

package io.customerroom.walls.worth;

import io.customerroom.walls.reading.Reading.Line;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers at the ends of neighbouring months. They are counted once, at the last; from one end to the next only those who bought in between move, from the state they left to
 * the one they came into, or back. States are absolute days, so that the calendar moves nobody.
 */
final class BuyersWalk {

    /** For the metric of moves: its columns in the order of {@link #COLUMNS}. */
    static final String MOVES = "state-moves";

    static final List<String> COLUMNS = List.of(
            "segment",
            "first_on",
            "last_before",
            "x_before",
            "spend_before",
            "last_on",
            "x",
            "spend",
            "customers",
            "sold",
            "kept");

    private final List<LocalDate> ends;
    private final Months[] months;
    private final Buyers.Builder builder;
    private int at;

    /**
     * @param ends last days of the months, in order
     * @param builder with everybody as he stands at the last of them
     */
    BuyersWalk(List<LocalDate> ends, Buyers.Builder builder) {
        this.ends = List.copyOf(ends);
        this.builder = builder;
        this.months = new Months[ends.size()];
        Arrays.setAll(months, month -> new Months());
        this.at = ends.size() - 1;
    }

    /** Of the moves of a month that follows the first end. */
    void take(int month, Move move) {
        months[month].add(move);
    }

    /** Where a day stands among the ends; −1 for one that is none of them. */
    int of(LocalDate day) {
        return ends.indexOf(day);
    }

    /** Everybody as he stood at the end with this number. */
    Buyers at(int month) {
        while (at > month) {
            months[at--].apply(builder, -1);
        }
        while (at < month) {
            months[++at].apply(builder, 1);
        }
        return builder.build(ends.get(month));
    }

    /**
     * So many customers went from one state to another.
     *
     * @param lastBefore of the state they left; none where they had none
     * @param sold to all of them meanwhile, money in millionths
     */
    record Move(
            String segment,
            int firstOn,
            int lastBefore,
            int xBefore,
            long spendBefore,
            int lastOn,
            int x,
            long spend,
            long customers,
            long sold,
            long kept) {

        /** No day. */
        static final int NONE = Integer.MIN_VALUE;
    }

    /** Reads moves from very many lines of one answer. */
    static final class Reader {

        private final StateReader states = new StateReader();
        private int[] columns = {};

        Move move(Line line) {
            if (columns.length == 0) {
                columns = COLUMNS.stream().mapToInt(line.rows()::indexOf).toArray();
            }
            List<@Nullable Object> values = line.values();
            Object segment = values.get(columns[0]);
            Object before = values.get(columns[2]);
            return new Move(
                    states.segment(segment),
                    day(values.get(columns[1])),
                    before == null ? Move.NONE : day(before),
                    (int) StateReader.count(values.get(columns[3])),
                    StateReader.millionths(values.get(columns[4])),
                    day(values.get(columns[5])),
                    (int) StateReader.count(values.get(columns[6])),
                    StateReader.millionths(values.get(columns[7])),
                    StateReader.count(values.get(columns[8])),
                    StateReader.millionths(values.get(columns[9])),
                    StateReader.millionths(values.get(columns[10])));
        }

        private static int day(@Nullable Object value) {
            return StateReader.epochDay(value);
        }
    }

    /** The moves of a month, in columns. */
    private static final class Months {

        private String[] segments = new String[16];
        private int[] days = new int[5 * 16];
        private long[] amounts = new long[5 * 16];
        private int size;

        void add(Move move) {
            if (size == segments.length) {
                segments = Arrays.copyOf(segments, 2 * size);
                days = Arrays.copyOf(days, 5 * segments.length);
                amounts = Arrays.copyOf(amounts, 5 * segments.length);
            }
            segments[size] = move.segment();
            int day = 5 * size;
            days[day] = move.firstOn();
            days[day + 1] = move.lastBefore();
            days[day + 2] = move.xBefore();
            days[day + 3] = move.lastOn();
            days[day + 4] = move.x();
            amounts[day] = move.spendBefore();
            amounts[day + 1] = move.spend();
            amounts[day + 2] = move.customers();
            amounts[day + 3] = move.sold();
            amounts[day + 4] = move.kept();
            size++;
        }

        /** @param way 1 into the states, −1 back out of them */
        void apply(Buyers.Builder builder, int way) {
            for (int i = 0; i < size; i++) {
                int day = 5 * i;
                long customers = way * amounts[day + 2];
                if (days[day + 1] != Move.NONE) {
                    builder.add(segments[i], days[day], days[day + 1], days[day + 2], amounts[day], -customers, 0, 0);
                }
                builder.add(
                        segments[i],
                        days[day],
                        days[day + 3],
                        days[day + 4],
                        amounts[day + 1],
                        customers,
                        way * amounts[day + 3],
                        way * amounts[day + 4]);
            }
        }
    }
}

package io.customerroom.walls.worth;

import io.customerroom.ledger.engine.Rows;
import io.customerroom.walls.reading.Reading.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As {@link StateReader}, of {@code buying-moves}. */
final class MoverReader {

    private final StateReader states = new StateReader();
    private @Nullable Rows shape;
    private int move;
    private int standing;
    private int last;
    private int x;
    private int spend;
    private int sold;
    private int kept;

    EquityChange.Mover mover(Line line) {
        if (line.rows() != shape) {
            Rows rows = line.rows();
            shape = rows;
            move = rows.indexOf("move");
            standing = rows.indexOf("standing");
            last = rows.indexOf("last_before");
            x = rows.indexOf("x_before");
            spend = rows.indexOf("spend_before");
            sold = rows.indexOf("sold_before");
            kept = rows.indexOf("kept_before");
        }
        Buyers.State now = states.state(line);
        List<@Nullable Object> values = line.values();
        return new EquityChange.Mover(
                Move.of(String.valueOf(values.get(move))),
                now.segment(),
                Standing.of(String.valueOf(values.get(standing))),
                StateReader.day(values.get(last))
                        .map(day -> new Buyers.State(
                                now.firstOn(),
                                day,
                                Math.toIntExact(StateReader.count(values.get(x))),
                                StateReader.amount(values.get(spend)),
                                now.customers(),
                                StateReader.amount(values.get(sold)),
                                StateReader.amount(values.get(kept)),
                                now.segment())),
                now);
    }
}

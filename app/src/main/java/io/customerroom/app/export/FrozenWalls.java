package io.customerroom.app.export;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.room.Room;
import io.customerroom.room.evidence.FrozenReading;
import io.customerroom.room.meetings.Meeting;
import io.customerroom.web.artefacts.Hanging;
import io.customerroom.web.forum.PackTexts;
import io.customerroom.web.paper.HungWall;
import io.customerroom.web.paper.PackText;
import io.customerroom.web.walls.Pieces;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The walls as a meeting froze them, from what the meeting keeps alone.
 *
 * @param room the services that keep it
 * @param definitions every version there is, for the rules in force then
 */
public record FrozenWalls(Room room, Meeting meeting, Definitions definitions, List<HungWall> walls) {

    public FrozenWalls {
        walls = List.copyOf(walls);
    }

    /**
     * Refused for a meeting that is not frozen.
     *
     * @param number 1, 2 or 3; empty for all
     */
    public static FrozenWalls of(Workbench bench, String id, Optional<Integer> number) {
        Room room = bench.room();
        Meeting meeting = room.meetings().require(id);
        if (!meeting.frozen()) {
            throw Failure.yours(
                    "MEETING_NOT_FROZEN",
                    "The walls of meeting %s are not frozen yet.".formatted(id),
                    "Freeze them on the meeting's page, or leave --meeting out for the walls of today.");
        }
        Hanging hanging = bench.hanging();
        List<FrozenReading> readings = room.meetings().readings(id);
        List<HungWall> walls = IntStream.rangeClosed(1, 3)
                .filter(wall -> number.isEmpty() || number.get() == wall)
                .mapToObj(wall ->
                        Pieces.wall(wall, meeting, readings, bench.settings().company()))
                .flatMap(Optional::stream)
                .map(wall -> wall.with(hanging.paper(id, wall.number(), wall.exhibits())))
                .toList();
        if (walls.isEmpty()) {
            throw Failure.yours(
                    "WALL_NOT_FROZEN",
                    "Nothing of that wall was frozen in meeting %s.".formatted(id),
                    "Name another wall, or room for all of them.");
        }
        return new FrozenWalls(room, meeting, Definitions.load(bench.workspace()), walls);
    }

    /** What the board pack of the meeting says beside its walls. */
    public PackText packText() {
        return new PackTexts(room.promises(), room.people().all(), definitions).frozen(meeting, walls.getFirst());
    }
}

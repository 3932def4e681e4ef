package io.customerroom.app.export;

import io.customerroom.app.workbench.Workbench;
import io.customerroom.kernel.Clocks;
import io.customerroom.ledger.build.Build;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.goals.Goals;
import io.customerroom.ledger.metrics.Questions;
import io.customerroom.ledger.rates.RatesInUse;
import io.customerroom.ledger.workspace.Journey;
import io.customerroom.room.Boards;
import io.customerroom.room.Room;
import io.customerroom.room.schedules.internal.StoredSchedules;
import io.customerroom.room.vips.VipChoices;
import io.customerroom.room.vips.internal.StoredVips;
import io.customerroom.walls.asset.AssetChapters;
import io.customerroom.walls.asset.AssetWall;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.listening.ListeningChapters;
import io.customerroom.walls.listening.ListeningWall;
import io.customerroom.walls.operations.OperationsWall;
import io.customerroom.walls.reading.Aims;
import io.customerroom.walls.reading.Annotated;
import io.customerroom.walls.reading.Chapters;
import io.customerroom.walls.reading.LedgerReadings;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.artefacts.Hanging;
import io.customerroom.web.charts.Charts;
import io.customerroom.web.forum.PackTexts;
import io.customerroom.web.paper.HungWall;
import io.customerroom.web.paper.PackText;
import io.customerroom.web.walls.LateData;
import io.customerroom.web.walls.Pieces;
import io.customerroom.web.walls.TypedBatches;
import io.customerroom.web.walls.WallAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The walls of one build for one view, composed without a server.
 *
 * @param period in words
 * @param clocks by when things happened, and by when they were known
 * @param query the view
 * @param chapters the layers behind the walls, composed when they are asked for
 * @param charts draws their pictures
 */
public record WallPages(
        String company,
        String period,
        Clocks clocks,
        WallQuery query,
        List<Wall> walls,
        Map<Integer, Chapters> chapters,
        Charts charts) {

    public WallPages {
        walls = List.copyOf(walls);
        chapters = Map.copyOf(chapters);
    }

    /**
     * @param number 1, 2 or 3; empty for all
     * @param view as in a wall's address: {@code period}, {@code grain}, {@code segment}, {@code site}
     */
    public static WallPages of(Workbench bench, Build build, Optional<Integer> number, Map<String, String> view) {
        var calendar = bench.settings().calendar();
        WallQuery query = WallAddress.read(view, calendar, build.clocks());
        Questions questions = bench.questions();
        Readings readings = new LedgerReadings(() -> questions, asked -> Optional.of(build));
        Aims aims = Aims.of(() -> new Goals(bench.store(), calendar));
        Boards boards = Boards.over(bench.store(), () -> bench.facts().links());
        Annotated annotated = new Annotated(boards.remarks(), calendar);
        List<Wall> walls = new ArrayList<>();
        if (wanted(number, 1)) {
            walls.add(new AssetWall(readings, calendar, bench.settings().currency(), aims).compose(query));
        }
        if (wanted(number, 2)) {
            walls.add(new ListeningWall(
                            readings, calendar, Journey.read(bench.workspace()).stages(), boards.issues())
                    .compose(query));
        }
        if (wanted(number, 3)) {
            walls.add(new OperationsWall(
                            readings,
                            calendar,
                            Journey.read(bench.workspace()).stages(),
                            boards.contacts(),
                            boards.remarks(),
                            TypedBatches.of(bench.receipts(), calendar.zone()))
                    .compose(query));
        }
        return new WallPages(
                bench.settings().company(),
                PeriodWords.of(query),
                build.clocks(),
                query,
                walls.stream()
                        .map(wall -> annotated.on(wall, query))
                        .map(wall -> LateData.rated(
                                wall,
                                () -> new RatesInUse(
                                                bench.workspace(), bench.receipts(), bench.builds(), bench.engine())
                                        .waits(build)))
                        .map(wall -> LateData.on(
                                wall,
                                query,
                                new StoredSchedules(bench.store()),
                                bench.receipts(),
                                bench.clock(),
                                calendar))
                        .toList(),
                Map.of(
                        1,
                        annotated.on(new AssetChapters(
                                readings,
                                calendar,
                                bench.settings().currency(),
                                aims,
                                () -> Definitions.load(bench.workspace()),
                                new VipChoices(
                                        () -> new StoredVips(
                                                bench.store(),
                                                bench.clock(),
                                                () -> bench.facts().links()),
                                        calendar.zone()),
                                boards.losses())),
                        2,
                        annotated.on(new ListeningChapters(
                                readings,
                                calendar,
                                Journey.read(bench.workspace()).stages()))),
                Charts.keptIn(bench.workspace()));
    }

    /** The walls with everything that hangs there, for files and paper. */
    public List<HungWall> hung() {
        return walls.stream()
                .map(wall -> Pieces.wall(wall, behind(wall.number()), query, company, charts))
                .toList();
    }

    /** The same with what customers said and sent, as far as it may stand on paper. */
    public List<HungWall> hung(Hanging hanging) {
        return hung().stream()
                .map(wall -> wall.with(hanging.paper(wall.number(), wall.exhibits())))
                .toList();
    }

    private List<Wall> behind(int number) {
        Chapters shelf = chapters.get(number);
        return shelf == null
                ? List.of()
                : shelf.all().stream()
                        .map(chapter -> shelf.compose(chapter, query))
                        .toList();
    }

    /** What a board pack of these walls says beside them. */
    public PackText packText(Workbench bench) {
        Room room = bench.room();
        return new PackTexts(room.promises(), room.people().all(), Definitions.load(bench.workspace()))
                .live(
                        hung().getFirst(),
                        LocalDate.ofInstant(
                                bench.clock().instant(),
                                bench.settings().calendar().zone()));
    }

    private static boolean wanted(Optional<Integer> number, int wall) {
        return number.isEmpty() || number.get() == wall;
    }
}

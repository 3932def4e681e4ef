package io.customerroom.web.walls;

import io.customerroom.kernel.Period;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.goals.Goals;
import io.customerroom.ledger.workspace.Journey;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.Boards;
import io.customerroom.room.vips.Vips;
import io.customerroom.walls.asset.AssetChapters;
import io.customerroom.walls.asset.AssetWall;
import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.listening.ListeningChapters;
import io.customerroom.walls.listening.ListeningWall;
import io.customerroom.walls.operations.OperationsWall;
import io.customerroom.walls.reading.Aims;
import io.customerroom.walls.reading.Annotated;
import io.customerroom.walls.reading.Chapters;
import io.customerroom.walls.reading.Reading;
import io.customerroom.walls.reading.Readings;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.CompanyFace;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The three walls over the company's ledger. */
@Component
final class WallComposers {

    private final AssetWall asset;
    private final ListeningWall listening;
    private final OperationsWall operations;
    private final Chapters assetChapters;
    private final Chapters listeningChapters;
    private final Aims aims;
    private final Annotated annotated;

    WallComposers(
            ObjectProvider<Readings> ledger,
            CompanyFace company,
            ObjectProvider<Journey> journey,
            ObjectProvider<Boards> boards,
            ObjectProvider<Goals> goals,
            ObjectProvider<Vips> vips,
            TypedBatches typed,
            ObjectProvider<Workspace> workspace) {
        Readings readings = new WhenAsked(ledger);
        List<String> stages =
                journey.getIfAvailable(() -> new Journey(List.of())).stages();
        this.aims =
                goals.stream().findFirst().map(known -> Aims.of(() -> known)).orElse(Aims.NONE);
        this.asset = new AssetWall(readings, company.calendar(), company.currency(), aims);
        this.listening = new ListeningWall(readings, company.calendar(), stages, BoardsOf.issues(boards));
        this.listeningChapters = new ListeningChapters(readings, company.calendar(), stages);
        this.operations = new OperationsWall(
                readings, company.calendar(), stages, BoardsOf.contacts(boards), BoardsOf.remarks(boards), typed);
        this.annotated = new Annotated(BoardsOf.remarks(boards), company.calendar());
        this.assetChapters = new AssetChapters(
                readings,
                company.calendar(),
                company.currency(),
                aims,
                () -> definitions(workspace),
                BoardsOf.vips(vips, company.calendar().zone()),
                BoardsOf.losses(boards));
    }

    private static Definitions definitions(ObjectProvider<Workspace> workspace) {
        return workspace.stream().findFirst().map(Definitions::load).orElseGet(() -> Definitions.of(Map.of()));
    }

    /** Wall 2 also answers for single issues. */
    ListeningWall listening() {
        return listening;
    }

    /** Wall 3 also answers for single contacts. */
    OperationsWall operations() {
        return operations;
    }

    /** The ledger is opened by the first question, not at start. */
    private record WhenAsked(ObjectProvider<Readings> ledger) implements Readings {

        @Override
        public Reading read(String metric, Period from, Period to, WallQuery query) {
            return ledger.getObject().read(metric, from, to, query);
        }

        @Override
        public Reading part(String metric, Period from, Period to, WallQuery query, Map<String, String> parts) {
            return ledger.getObject().part(metric, from, to, query, parts);
        }

        @Override
        public Reading each(
                String metric,
                Period from,
                Period to,
                WallQuery query,
                Map<String, String> parts,
                Consumer<Reading.Line> take) {
            return ledger.getObject().each(metric, from, to, query, parts, take);
        }

        @Override
        public void lines(
                String metric,
                Period from,
                Period to,
                WallQuery query,
                Map<String, String> parts,
                Consumer<Reading.Line> take) {
            ledger.getObject().lines(metric, from, to, query, parts, take);
        }
    }

    Map<Integer, Function<WallQuery, Wall>> byNumber() {
        return Map.of(
                1, query -> annotated.on(asset.compose(query), query),
                2, query -> annotated.on(listening.compose(query), query),
                3, query -> annotated.on(operations.compose(query), query));
    }

    /** The second layers, of the walls that have one. */
    Map<Integer, Chapters> chapters() {
        return Map.of(1, annotated.on(assetChapters), 2, annotated.on(listeningChapters));
    }

    /** Changes whenever something was written that a composed wall shows beside the ledger's figures. */
    long version() {
        return aims.version();
    }
}

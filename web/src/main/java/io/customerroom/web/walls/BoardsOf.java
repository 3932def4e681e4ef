package io.customerroom.web.walls;

import io.customerroom.room.Boards;
import io.customerroom.room.vips.VipChoices;
import io.customerroom.room.vips.Vips;
import io.customerroom.walls.asset.LossBook;
import io.customerroom.walls.asset.VipBook;
import io.customerroom.walls.exhibit.Remarks;
import io.customerroom.walls.listening.IssueBook;
import io.customerroom.walls.operations.ContactBook;
import io.customerroom.walls.operations.Priority;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** What people wrote, asked for when a wall is composed; nothing where the pages stand without a room. */
final class BoardsOf {

    private BoardsOf() {}

    static ContactBook contacts(ObjectProvider<Boards> boards) {
        return new ContactBook() {
            @Override
            public List<Priority> chosen() {
                return book().chosen();
            }

            @Override
            public List<Candidate> added() {
                return book().added();
            }

            @Override
            public Map<String, Integer> votes() {
                return book().votes();
            }

            private ContactBook book() {
                return boards.stream()
                        .<ContactBook>map(Boards::contacts)
                        .findFirst()
                        .orElse(ContactBook.EMPTY);
            }
        };
    }

    static LossBook losses(ObjectProvider<Boards> boards) {
        return new LossBook() {
            @Override
            public List<Leaver> leavers(Instant known) {
                return book().leavers(known);
            }

            @Override
            public Map<String, String> owners(Instant known) {
                return book().owners(known);
            }

            private LossBook book() {
                return boards.stream().map(Boards::losses).findFirst().orElse(LossBook.NONE);
            }
        };
    }

    static IssueBook issues(ObjectProvider<Boards> boards) {
        return known -> boards.stream()
                .findFirst()
                .map(board -> board.issues().cares(known))
                .orElse(Map.of());
    }

    static VipBook vips(ObjectProvider<Vips> vips, ZoneId zone) {
        return known -> vips.stream()
                .findFirst()
                .map(room -> new VipChoices(() -> room, zone).choices(known))
                .orElse(List.of());
    }

    static Remarks remarks(ObjectProvider<Boards> boards) {
        return (series, known) -> boards.stream()
                .findFirst()
                .map(board -> board.remarks().on(series, known))
                .orElse(List.of());
    }
}

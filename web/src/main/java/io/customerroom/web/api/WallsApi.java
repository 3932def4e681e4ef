package io.customerroom.web.api;

import io.customerroom.walls.exhibit.Wall;
import io.customerroom.walls.reading.WallQuery;
import io.customerroom.web.api.LedgerShapes.Hung;
import io.customerroom.web.walls.Views;
import io.customerroom.web.walls.WallBook;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The three walls, and the chapters behind them. */
@Controller
final class WallsApi {

    private final WallBook book;
    private final Views views;

    WallsApi(WallBook book, Views views) {
        this.book = book;
        this.views = views;
    }

    @GetMapping("/api/v1/walls/{number:[1-3]}")
    ResponseEntity<byte[]> wall(@PathVariable int number, @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        return hung(book.wall(number, query), query);
    }

    @GetMapping("/api/v1/walls/{number:[1-3]}/chapters/{chapter}")
    ResponseEntity<byte[]> chapter(
            @PathVariable int number, @PathVariable String chapter, @RequestParam Map<String, String> parameters) {
        WallQuery query = views.of(parameters);
        return hung(book.chapter(number, chapter, query), query);
    }

    private static ResponseEntity<byte[]> hung(Wall wall, WallQuery query) {
        return Sent.one(
                LedgerShapes.WALL, new Hung(wall, query.clocks(), query.period().name()));
    }
}

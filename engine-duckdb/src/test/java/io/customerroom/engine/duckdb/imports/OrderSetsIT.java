package io.customerroom.engine.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.imports.ImportRequest;
import io.customerroom.ledger.imports.ImportRoom;
import io.customerroom.ledger.imports.Progress;
import io.customerroom.ledger.imports.mapping.Mapping;
import io.customerroom.ledger.imports.mapping.MappingYaml;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders in several files, put together by looking one up in the other. Expected figures were computed independently of this code. */
class OrderSetsIT {

    private static final String LINES = "order,line,amount\n1,1,10.50\n2,1,4\n3,1,7\n";
    private static final String MAPPING = """
            fact: purchase
            columns:
              order: order
              line: line
              date: {from: order, lookup: {file: orders.csv, by: order, take: day}}
              customer: {from: order, lookup: {file: orders.csv, by: order, take: buyer}}
              amount: amount
            """;

    @TempDir
    Path folder;

    private ImportRoom room;

    @BeforeEach
    void open() {
        room = new ImportRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void linesTakeDayAndBuyerFromTheirOrders() {
        room.file("orders.csv", "order,day,buyer\n1,13/2/2026,anna\n2,14/2/2026,ben\n3,15/2/2026,anna\n");
        Receipt receipt = room.load(MAPPING, "lines.csv", LINES);
        assertThat(receipt.counts().kept()).isEqualTo(3);
        assertThat(room.ask("SELECT order_id, occurred_on, customer = %d, amount FROM purchase ORDER BY order_id"
                        .formatted(room.key("customer", "anna"))))
                .isEqualTo("1 2026-02-13 true 10.500000\n2 2026-02-14 false 4.000000\n3 2026-02-15 true 7.000000\n");
    }

    @Test
    void theSameLinesBesideOtherOrdersAreOtherFacts() {
        room.file("orders.csv", "order,day,buyer\n1,2026-02-13,anna\n2,2026-02-14,ben\n3,2026-02-15,anna\n");
        Receipt first = room.load(MAPPING, "lines.csv", LINES);
        assertThat(room.load(MAPPING, "lines.csv", LINES).batch()).isEqualTo(first.batch());
        room.file("orders.csv", "order,day,buyer\n1,2026-02-13,ben\n2,2026-02-14,ben\n3,2026-02-15,ben\n");
        assertThat(room.load(MAPPING, "lines.csv", LINES).batch()).isNotEqualTo(first.batch());
        assertThat(room.ask("SELECT count(DISTINCT customer) FROM purchase")).isEqualTo("1\n");
    }

    @Test
    void anOrderThatIsNotThereSetsItsLineAsideAndTheMendedLineIsLookedUpAgain() {
        room.file("orders.csv", "order,day,buyer\n1,2026-02-13,anna\n3,2026-02-15,anna\n");
        Receipt receipt = room.load(MAPPING, "lines.csv", LINES);
        assertThat(receipt.counts().setAside()).containsEntry("LOOKUP_NOT_FOUND", 1L);
        Path mended = room.file("mended.csv", "order,line,amount\n3,2,4\n");
        room.imports.retry(receipt.batch(), mended, "mended.csv", ImportRoom.ANA, Progress.NONE);
        assertThat(room.ask("SELECT count(*), sum(amount) FROM purchase")).isEqualTo("3 21.500000\n");
        Path elsewhere = room.file("elsewhere/mended.csv", "order,line,amount\n3,3,4\n");
        Assertions.assertThatThrownBy(() ->
                        room.imports.retry(receipt.batch(), elsewhere, "mended.csv", ImportRoom.ANA, Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("which does not lie beside the imported file");
    }

    @Test
    void aMarketplacesLinesFindTheirBuyersThroughTwoFiles() {
        assertThat(load("olist-3k/olist_order_items_dataset.csv", "olist-items")
                        .counts()
                        .allSetAside())
                .isZero();
        assertThat(room.ask("SELECT sum(amount) FROM purchase")).isEqualTo("392468.580000\n");
    }

    @Test
    void aFoodMarketsSalesFindTheirDays() {
        load("foodmart/sales_fact_1997.csv.gz", "foodmart-sales");
        assertThat(
                        room.ask(
                                "SELECT sum(amount), sum(cost), min(occurred_on) >= '1997-01-01', max(occurred_on) < '1998-01-01' FROM purchase"))
                .isEqualTo("565238.130000 225627.233600 true true\n");
    }

    private Receipt load(String data, String mapping) {
        Mapping read = MappingYaml.read(RealData.mapping("data-sets/" + mapping + ".yaml"), mapping, Optional.empty());
        return room.load(ImportRequest.of(RealData.file(data), read.fact()).with(read));
    }
}

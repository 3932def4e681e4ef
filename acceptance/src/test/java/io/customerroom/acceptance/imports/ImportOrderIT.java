package io.customerroom.acceptance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * January; January and February; a corrected February, where o3 costs less, o5 was forgotten and, in files that are complete for their
 * days, o4 was never sold. However they come in, the ledger is that of the corrected whole.
 */
class ImportOrderIT {

    private static final String HEAD = "order,line,customer,date,amount,recorded\n";
    private static final String JANUARY_ROWS = """
            o1,1,anna,2026-01-05,10,2026-01-06
            o2,1,ben,2026-01-20,20,2026-01-31
            """;
    private static final String NEVER_SOLD = "o4,1,ben,2026-02-15,40,2026-02-16\n";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"delta", "cumulative"})
    void oneAfterTheOtherEqualsTheCorrectedWhole(String feed) throws IOException {
        Room room = Room.init(folder.resolve("room"));
        room.load("whole.csv", withoutMoments(whole(feed)), "--as", "purchase", "--feed", feed);
        String expected = room.figures();
        room.undo(1);
        for (String file : List.of(january(), both(), february(feed))) {
            room.load("sales.csv", withoutMoments(file), "--as", "purchase", "--feed", feed);
        }

        assertThat(room.figures()).isEqualTo(expected).contains("2026-02");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"delta", "cumulative"})
    void anyOrderEqualsTheCorrectedWholeWhereRecordedIsGiven(String feed) throws IOException {
        Room room = Room.init(folder.resolve("room"));
        room.load("whole.csv", whole(feed), "--as", "purchase", "--feed", feed);
        String expected = room.figures();
        room.undo(1);
        List<String> files = List.of(january(), both(), february(feed));
        int batch = 2;
        for (String order : List.of("123", "132", "213", "231", "312", "321")) {
            for (int place : order.chars().map(digit -> digit - '1').toArray()) {
                room.load("sales.csv", files.get(place), "--as", "purchase", "--feed", feed);
            }
            assertThat(room.figures()).as(order).isEqualTo(expected);
            for (int last = batch + files.size(); batch < last; batch++) {
                room.undo(batch);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"delta", "cumulative"})
    void anUndoInBetweenLeavesNoTrace(String feed) throws IOException {
        Room room = Room.init(folder.resolve("room"));
        room.load("whole.csv", whole(feed), "--as", "purchase", "--feed", feed);
        String expected = room.figures();
        room.undo(1);
        room.load("january.csv", january(), "--as", "purchase", "--feed", feed);
        room.load("wrong.csv", february(feed).replace(",33,", ",99,"), "--as", "purchase", "--feed", feed);
        room.load("both.csv", both(), "--as", "purchase", "--feed", feed);
        room.undo(3);
        room.load("february.csv", february(feed), "--as", "purchase", "--feed", feed);

        assertThat(room.figures()).isEqualTo(expected);
    }

    @Test
    void aCustomerListOfTodayLeavesThePeriodsAsTheyAre() throws IOException {
        Room room = Room.init(folder.resolve("room"));
        room.load("both.csv", both(), "--as", "purchase");
        String before = room.show("customer-math", "month");
        room.load("customers.csv", "customer,segment\nanna,trade\nben,trade\n", "--as", "customer");

        assertThat(room.show("customer-math", "month")).isEqualTo(before);
        assertThat(room.show("customers", "month")).contains(",trade,");
    }

    private static String january() {
        return HEAD + JANUARY_ROWS;
    }

    private static String both() {
        return HEAD + JANUARY_ROWS + "o3,1,anna,2026-02-01,30,2026-02-02\n" + NEVER_SOLD
                + "o6,1,ben,2026-02-28,60,2026-02-28\n";
    }

    private static String february(String feed) {
        return HEAD + correctedRows(feed);
    }

    private static String whole(String feed) {
        return HEAD + JANUARY_ROWS + correctedRows(feed);
    }

    /** A delta cannot say that o4 was never sold. */
    private static String correctedRows(String feed) {
        return "o3,1,anna,2026-02-01,33,2026-03-02\n"
                + (feed.equals("delta") ? NEVER_SOLD : "")
                + "o5,1,cleo,2026-02-20,50,2026-03-03\no6,1,ben,2026-02-28,60,2026-02-28\n";
    }

    /** Without the moment in which the company knew, it is that of the import. */
    private static String withoutMoments(String text) {
        return text.replaceAll("(?m),[^,]*$", "");
    }
}

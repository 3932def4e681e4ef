package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/guide/first-room.md: six commands up to the walls, and the same figure on the command line. */
class FirstRoomGuideTest {

    private static final Guide GUIDE = Guide.page("docs/guide/first-room.md");

    @TempDir
    Path folder;

    @Test
    void sixCommandsLeadFromNothingToTheWalls() throws IOException {
        List<List<String>> commands = GUIDE.commands();
        assertThat(commands.stream().map(List::getFirst).toList())
                .containsExactly("init", "import", "import", "import", "import", "serve", "show");

        Guide.run(folder, commands.getFirst());
        Path room = folder.resolve("my-room");
        fill(room.resolve("templates"));
        for (List<String> command : commands.subList(1, 5)) {
            assertThat(Guide.run(room, command).out()).containsPattern("(\\d+) rows read = \\1 kept \\+ 0 set aside");
        }

        assertThat(Guide.run(room, commands.getLast()).out()).startsWith("""
                period   opening  gained  regained  lost  closing""");
        assertThat(csv(room, "customer-math")).contains("2025-01,0,2,0,0,2,", "2025-02,2,0,0,0,2,");
        assertThat(csv(room, "revenue")).contains("2025-01,60,60,0,0,2,2", "2025-02,15,15,0,0,1,1");
        assertThat(csv(room, "tickets-by-stage")).contains("2025-02");
        assertThat(csv(room, "priority-contacts")).contains("delivery");
    }

    private static String csv(Path room, String metric) {
        return Typed.in(room, "show", metric, "--format", "csv").out();
    }

    /** Ada and Bert buy tea; Ada's February parcel is late, and delivery misses its standard. */
    private static void fill(Path templates) throws IOException {
        sheet(templates, "customers", "customer,name,segment,site", "C-1,Ada,private,Berlin", "C-2,Bert,trade,Berlin");
        sheet(
                templates,
                "purchases",
                "order,customer,date,amount",
                "R-1,C-1,2025-01-10,20.00",
                "R-2,C-2,2025-01-11,40.00",
                "R-3,C-1,2025-02-14,15.00");
        sheet(
                templates,
                "tickets",
                "ticket,customer,kind,stage,issue,opened on,owner",
                "T-1,C-1,complaint,receive,late parcel,2025-02-20,logistics");
        sheet(
                templates,
                "contacts",
                "contact,contact kind,measure,direction,standard,date,value",
                "delivery,responding,delivered on time,at-least,95,2025-02-28,91.5");
    }

    /** Columns that are not needed may be deleted, as the guide says. */
    private static void sheet(Path templates, String name, String... lines) throws IOException {
        assertThat(templates.resolve(name + ".xlsx")).exists();
        try (OutputStream stream = Files.newOutputStream(templates.resolve(name + ".xlsx"));
                Workbook workbook = new Workbook(stream, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int row = 0; row < lines.length; row++) {
                String[] cells = lines[row].split(",");
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
    }
}

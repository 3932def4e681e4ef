package io.customerroom.ledger.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineCopyTest {

    private static final String ROWS = """
            set aside,set aside because,set aside explained,order,amount
            row 2,NUMBER_UNREADABLE,"'amount' is 'nine', which is no number",A2,nine
            row 3,CELLS_TOO_MANY,three cells,A3,=1+1,more
            row 4,CELLS_TOO_FEW,one cell,A4
            """;

    @Test
    void theFirstRowsAreShownWithTheirHeader(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), ROWS);
        assertThat(QuarantineCopy.first(file, 1)).hasSize(2);
        assertThat(QuarantineCopy.first(file, 1).getLast())
                .containsExactly("row 2", "NUMBER_UNREADABLE", "'amount' is 'nine', which is no number", "A2", "nine");
        assertThat(QuarantineCopy.first(file, 100)).hasSize(4);
    }

    @Test
    void rowsWithMoreOrFewerCellsThanTheHeaderAreCopiedAsTheyAre(@TempDir Path folder) throws IOException {
        StringBuilder copy = new StringBuilder();
        QuarantineCopy.write(Files.writeString(folder.resolve("rows.csv"), ROWS), copy);
        assertThat(copy.toString().lines().skip(2))
                .containsExactly("row 3,CELLS_TOO_MANY,three cells,A3,'=1+1,more", "row 4,CELLS_TOO_FEW,one cell,A4");
    }
}

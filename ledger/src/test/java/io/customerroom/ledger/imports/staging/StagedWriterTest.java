package io.customerroom.ledger.imports.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedWriterTest {

    @TempDir
    private Path folder;

    @Test
    void numbersAreWrittenWithAllTheirDigitsAndNoOthers() throws IOException {
        assertThat(written(
                        0,
                        7,
                        -42,
                        999_999_999,
                        1_000_000_000,
                        1_000_000_001,
                        1_704_067_200_000_000L,
                        999_999_999_999_999_999L,
                        1_000_000_000_000_000_000L,
                        Long.MAX_VALUE,
                        -Long.MAX_VALUE))
                .containsExactly(
                        "0",
                        "7",
                        "-42",
                        "999999999",
                        "1000000000",
                        "1000000001",
                        "1704067200000000",
                        "999999999999999999",
                        "1000000000000000000",
                        "9223372036854775807",
                        "-9223372036854775807");
    }

    @Test
    void numbersOfEveryWidthReadBackAsTheyWere() throws IOException {
        Random random = new Random(17);
        long[] numbers = LongStream.range(0, 20_000)
                .map(i -> random.nextLong() >> random.nextInt(64))
                .filter(number -> number != Long.MIN_VALUE)
                .toArray();
        assertThat(written(numbers).stream().mapToLong(Long::parseLong)).containsExactly(boxed(numbers));
    }

    @Test
    void amountsAreWrittenWithoutIdleZeros() throws IOException {
        Path file = folder.resolve("amounts");
        try (StagedWriter out = new StagedWriter(file)) {
            for (long millionths : new long[] {0, 1, -39_440_000, 100_000, 999_999_999_999_999_999L}) {
                out.amount(millionths);
                out.endRecord();
            }
        }
        assertThat(Files.readAllLines(file)).containsExactly("0", "0.000001", "-39.44", "0.1", "999999999999.999999");
    }

    private List<String> written(long... numbers) throws IOException {
        Path file = folder.resolve("numbers");
        try (StagedWriter out = new StagedWriter(file)) {
            for (long number : numbers) {
                out.number(number);
                out.endRecord();
            }
        }
        return Files.readAllLines(file);
    }

    private static Long[] boxed(long... numbers) {
        return LongStream.of(numbers).boxed().toArray(Long[]::new);
    }
}

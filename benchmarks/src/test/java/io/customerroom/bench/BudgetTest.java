package io.customerroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {

    @TempDir
    private Path folder;

    @Test
    void oneDisturbedRunDoesNotMoveTheMedian() {
        assertThat(Median.of(3, 900, 2)).isEqualTo(3);
        assertThat(Median.of(4, 1, 2, 900)).isEqualTo(3);
    }

    @Test
    void aRatioAtItsBoundIsHeldAndAboveItIsMissed() {
        assertThat(Line.ratio("x", 3, 2, 1.5))
                .isEqualTo(new Line("x", "3.00 s", "2.00 s", "1.50 ×", "≤ 1.50 ×", Line.Verdict.HELD));
        assertThat(Line.ratio("x", 3.1, 2, 1.5).verdict()).isEqualTo(Line.Verdict.MISSED);
    }

    @Test
    void withoutOptionsAMillionRowsAreMeasured() {
        Options options = Options.read();
        assertThat(options.rows()).isEqualTo(1_000_000);
        assertThat(options.customers()).isEqualTo(20_000);
        assertThat(Options.read("--rows", "10_000_000").customers()).isEqualTo(200_000);
        assertThat(options.wants("import")).isTrue();
        assertThat(options.pageSeconds()).isZero();
        assertThat(Options.read("--page-seconds", "120").pageSeconds()).isEqualTo(120);
        assertThat(Options.read("--only", "build,start").wants("import")).isFalse();
    }

    @Test
    void anUnknownOptionIsRefusedWithWhatThereIs() {
        assertThatThrownBy(() -> Options.read("--row", "5"))
                .hasMessageStartingWith("There is no option --row.")
                .hasMessageContaining("--rows N");
        assertThatThrownBy(() -> Options.read("--rows", "many"))
                .hasMessageStartingWith("--rows takes a positive number, but was many.");
    }

    @Test
    void aChildIsChargedForItsOwnChildrenAndItsOutputIsKept() throws IOException, InterruptedException {
        String busy = "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; echo done";
        Child.Cost cost = Child.run(List.of("sh", "-c", "sh -c '" + busy + "'"), Map.of(), folder.resolve("log"));
        assertThat(cost.output()).isEqualTo("done\n");
        assertThat(cost.cpuSeconds()).isGreaterThan(0.05);
        assertThat(cost.peakMegabytes()).isGreaterThan(0.5);
    }

    @Test
    void aChildThatFailsStopsTheMeasurement() {
        assertThatThrownBy(() -> Child.run(List.of("sh", "-c", "exit 3"), Map.of(), folder.resolve("log")))
                .hasMessageStartingWith("exit 3 of sh");
    }
}

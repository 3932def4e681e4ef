package io.customerroom.bench;

import java.io.IOException;
import java.util.List;

/** A verb that reads the workspace beside a bare JVM that opens the engine. */
final class StartComparison implements Comparison {

    private static final int STARTS = 7;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Line> measure(Yard yard) throws IOException, InterruptedException {
        String workspace = yard.workspace(0).toString();
        double[] ours = new double[STARTS];
        double[] beside = new double[STARTS];
        for (int run = 0; run < STARTS; run++) {
            ours[run] = yard.room("batches", "--dir", workspace).cpuSeconds();
            beside[run] = yard.handWritten("open").cpuSeconds();
        }
        return List.of(Line.ratio("start of a verb / bare JVM with DuckDB", Median.of(ours), Median.of(beside), 2));
    }
}

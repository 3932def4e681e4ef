package io.customerroom.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The server's start over a ledger beside a bare Spring Boot application with the same starters, in CPU seconds until the address is printed. */
final class ServerComparison implements Comparison {

    @Override
    public String name() {
        return "server";
    }

    @Override
    public List<Line> measure(Yard yard) throws IOException, InterruptedException {
        String workspace = yard.workspaceWithLedger().toString();
        List<String> serve = yard.roomCommand("serve", "--port", "0", "--dir", workspace);
        double[] ours = new double[yard.runs()];
        double[] beside = new double[yard.runs()];
        for (int run = 0; run < yard.runs(); run++) {
            try (Served served = Served.start(serve, yard.environment(), yard.log())) {
                ours[run] = served.startSeconds();
            }
            try (Served served = Served.start(yard.java(BareServer.class), Map.of(), yard.log())) {
                beside[run] = served.startSeconds();
            }
        }
        return List.of(Line.ratio("start of the server / bare Spring Boot", Median.of(ours), Median.of(beside), 1.5));
    }
}

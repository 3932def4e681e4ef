package io.customerroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same as {@link ServerComparison} for the package that people unpack: its own runtime, and a cache of what a start loads. */
final class PackageComparison implements Comparison {

    @Override
    public String name() {
        return "package";
    }

    @Override
    public List<Line> measure(Yard yard) throws IOException, InterruptedException {
        String workspace = yard.workspaceWithLedger().toString();
        List<String> serve = new ArrayList<>(
                List.of(program(yard).resolve("customer-room").toString(), "serve", "--port", "0", "--dir", workspace));
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
        return List.of(Line.ratio("start of the package / bare Spring Boot", Median.of(ours), Median.of(beside), 1));
    }

    /** Made by the public command, once. */
    private static Path program(Yard yard) throws IOException, InterruptedException {
        Path folder = yard.folder().resolve("package");
        yard.room("package", "--unpacked", "--out", folder.toString());
        try (var made = Files.list(folder)) {
            return made.findFirst().orElseThrow(() -> new IOException("no package was made"));
        }
    }
}

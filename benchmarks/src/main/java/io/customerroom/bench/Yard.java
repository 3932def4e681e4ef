package io.customerroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the runs take place, and how both sides are started: the product by its public command, everything else in a JVM with the
 * same options.
 *
 * @param root the product's tree, with its launcher
 * @param folder ours alone; emptied at the end
 * @param pageSeconds how long walls are read at least
 */
record Yard(Path root, Path folder, long rows, int customers, int runs, int pageSeconds) {

    static final List<String> JVM =
            List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    Path log() {
        return folder.resolve("stderr.log");
    }

    /** The public command, as users start it. */
    Child.Cost room(String... arguments) throws IOException, InterruptedException {
        return Child.run(roomCommand(arguments), environment(), log());
    }

    List<String> roomCommand(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("customer-room").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The launcher is not to look for newer sources while it is timed. */
    Map<String, String> environment() {
        return Map.of("CUSTOMER_ROOM_NO_BUILD", "1");
    }

    Child.Cost handWritten(String... arguments) throws IOException, InterruptedException {
        return Child.run(java(HandWritten.class, arguments), Map.of(), log());
    }

    List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JVM);
        command.addAll(
                List.of("-Djava.io.tmpdir=" + folder, "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A workspace of the run with this number; it is made when it is first asked for. */
    Path workspace(int run) throws IOException, InterruptedException {
        Path workspace = folder.resolve("workspace-" + run);
        if (Files.notExists(workspace)) {
            room("init", workspace.toString());
        }
        return workspace;
    }

    /** The first workspace, with purchases imported and a ledger built. */
    Path workspaceWithLedger() throws IOException, InterruptedException {
        Path workspace = workspace(0);
        Path mark = folder.resolve("workspace-0-built");
        if (Files.notExists(mark)) {
            room("import", purchases().toString(), "--as", "purchase", "--dir", workspace.toString());
            room("build", "--dir", workspace.toString());
            Files.createFile(mark);
        }
        return workspace;
    }

    /** Two years of purchases; written when it is first asked for. */
    Path purchases() throws IOException {
        Path file = folder.resolve("purchases.csv");
        if (Files.notExists(file)) {
            BigPurchases.years(rows, customers).write(file);
        }
        return file;
    }

    void clear() throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.sorted((one, other) -> other.compareTo(one)).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}

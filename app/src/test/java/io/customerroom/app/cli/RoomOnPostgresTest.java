package io.customerroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.app.server.ServingLock;
import io.customerroom.app.workbench.Workbench;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.state.TestPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a workspace whose state moves to a server, is backed up there, and comes back. */
@EnabledIf("io.customerroom.state.TestPlace#isServer")
class RoomOnPostgresTest {

    @TempDir
    Path folder;

    @Test
    void figuresAccountsAndTrailAreTheSameOnTheServerInTheBackupAndBackInTheFile() throws IOException {
        Path shop = Files.createDirectory(folder.resolve("shop"));
        well(shop, "init", ".");
        Files.writeString(shop.resolve("sales.csv"), """
                order,customer,date,amount
                1,ada,2025-01-10,10.00
                2,ben,2025-02-11,20.00
                """);
        Files.writeString(shop.resolve("more.csv"), "order,customer,date,amount\n3,eve,2025-03-12,30.00\n");
        well(shop, "import", "sales.csv", "--as", "purchase");
        well(shop, "build");
        well(shop, "user", "add", "fay", "--role", "facilitator");
        String inTheFile = figures(shop);

        String place = TestPlace.empty().url();
        well(shop, "state", "move", "--to", place, "--user", "room");
        assertThat(well(shop, "state")).isEqualTo(place + "\n");
        assertThat(shop.resolve("state/customer-room.db")).doesNotExist();
        assertThat(figures(shop)).isEqualTo(inTheFile);
        well(shop, "import", "more.csv", "--as", "purchase");
        well(shop, "build");
        well(shop, "user", "add", "leo", "--role", "leader");
        assertThat(well(shop, "doctor")).isEqualTo("All is well.\n");
        String onTheServer = figures(shop);
        assertThat(onTheServer).isNotEqualTo(inTheFile);

        Path twin = Files.createDirectories(folder.resolve("twin/state")).getParent();
        Files.copy(shop.resolve("customer-room.yaml"), twin.resolve("customer-room.yaml"));
        Files.copy(shop.resolve("state/store.properties"), twin.resolve("state/store.properties"));
        try (Workbench bench = Workbench.open(new Workspace(shop), Typed.NOON);
                ServingLock serving = ServingLock.take(bench.workspace(), bench.store())) {
            assertThat(Typed.in(twin, "serve", "--port", "0").err())
                    .as("another machine, the same schema")
                    .contains("from another folder or machine")
                    .endsWith("[ALREADY_SERVED]\n");
        }

        well(shop, "backup", "../shop.zip");
        well(folder, "restore", "shop.zip", "--dir", "again");
        Path again = folder.resolve("again");
        assertThat(well(again, "state")).isEqualTo("state/customer-room.db\n");
        assertThat(well(again, "doctor", "--deep")).isEqualTo("All is well.\n");
        assertThat(figures(again)).isEqualTo(onTheServer);
        assertThat(well(again, "user", "list")).contains("fay", "leo");

        well(shop, "state", "move", "--to", "file");
        assertThat(well(shop, "doctor")).isEqualTo("All is well.\n");
        assertThat(figures(shop)).isEqualTo(onTheServer);
    }

    private static String figures(Path workspace) {
        return well(workspace, "show", "customer-math", "--by", "month", "--through", "2025-04-30", "--format", "csv")
                + well(workspace, "show", "revenue", "--by", "month", "--through", "2025-04-30", "--format", "csv");
    }

    private static String well(Path where, String... words) {
        Typed typed = Typed.in(where, words);
        assertThat(typed.exitCode()).as(typed.err()).isZero();
        return typed.out();
    }
}

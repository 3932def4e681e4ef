package io.customerroom.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateServerTest {

    private static final StateServer SERVER =
            new StateServer("jdbc:postgresql://db/room?sslmode=verify-full", "room", "state.password");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/room?password=geheim",
                "jdbc:postgresql://db/room?sslPassword=geheim",
                "jdbc:postgresql://room:geheim@db/room",
                "jdbc:postgresql://db/room?user=room",
                "postgres://db/geheim"
            })
    void anAddressThatHoldsAPasswordOrAnotherKindIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> new StateServer(url, "", ""))
                .isInstanceOf(Failure.class)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void theAddressIsShownWithoutItsOptions() {
        assertThat(SERVER.shown()).isEqualTo("jdbc:postgresql://db/room");
    }

    @Test
    void thePasswordOfTheEnvironmentGoesBeforeThatOfTheFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("state.password"), "from the file\n");
        assertThat(SERVER.password(folder, name -> null)).isEqualTo("from the file");
        assertThat(SERVER.password(folder, name -> name.equals(StateServer.VARIABLE) ? "given" : null))
                .isEqualTo("given");
    }

    @Test
    void theFileBesideTheStoreIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        assertThat(StateServer.beside(folder.resolve("room.db"))).isEmpty();
        Files.writeString(folder.resolve(StateServer.FILE), SERVER.text());
        assertThat(StateServer.beside(folder.resolve("room.db"))).contains(SERVER);
        Files.writeString(folder.resolve(StateServer.FILE), "url=jdbc:postgresql://db/room\npassword=geheim\n");
        assertThatThrownBy(() -> StateServer.beside(folder.resolve("room.db")))
                .hasMessageContaining("unknown key 'password'")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "55P03, STATE_BUSY",
        "53100, STATE_DISK_FULL",
        "28P01, STATE_SIGN_IN_REFUSED",
        "3D000, STATE_DATABASE_MISSING",
        "25006, STATE_NOT_WRITABLE",
        "08006, STATE_UNREACHABLE",
        "57P01, STATE_UNREACHABLE",
        "22021, TEXT_REFUSED",
        "42601, STATE_FAILED"
    })
    void whatTheServerReportsIsSortedByWhoCanMendIt(String state, String code) {
        Failure failure = PostgresFailure.of(new SQLException("Key (name)=(ada) exists", state), SERVER);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessageNotContaining("ada").hasMessageContaining("jdbc:postgresql://db/room");
    }
}

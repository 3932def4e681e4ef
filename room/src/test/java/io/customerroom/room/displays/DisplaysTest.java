package io.customerroom.room.displays;

import static io.customerroom.room.RoomFixture.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Failure;
import io.customerroom.room.RoomFixture;
import io.customerroom.state.TrailEntry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplaysTest {

    @TempDir
    Path workspace;

    @Test
    void aDisplayIsLetInByItsTokenUntilItIsRevoked() {
        try (RoomFixture fixture = new RoomFixture(workspace)) {
            Displays displays = fixture.room.displays();
            Display.Issued lobby = displays.issue(by("ada", ""), "Lobby");
            Display.Issued third = displays.issue(by("ada", ""), "Third floor");
            assertThat(lobby.path()).matches("/display/[A-Za-z0-9_-]{43}");
            assertThat(lobby).hasToString("Issued[" + lobby.display() + "]");
            assertThat(displays.admits(lobby.token())).isTrue();
            assertThat(displays.admits("something else")).isFalse();
            displays.revoke(by("ada", ""), "s1");
            displays.revoke(by("ada", ""), "s1");
            assertThat(displays.admits(lobby.token())).isFalse();
            assertThat(displays.admits(third.token())).isTrue();
            assertThat(displays.all()).extracting(Display::name).containsExactly("Lobby", "Third floor");
            assertThat(fixture.about("s1"))
                    .extracting(TrailEntry::event)
                    .containsExactly("display-revoked", "display-issued");
            assertThatThrownBy(() -> displays.revoke(by("ada", ""), "s9")).isInstanceOf(Failure.class);
        }
    }
}

package io.customerroom.room.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.room.RoomFixture;
import io.customerroom.state.TrailFilter;
import io.customerroom.state.TrailSentences;
import io.customerroom.walls.operations.ContactKind;
import io.customerroom.walls.operations.Priority;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactsTest {

    private static final Authorship FAY = RoomFixture.by("fay", "");
    private static final Authorship LEO = RoomFixture.by("leo", "");

    @TempDir
    Path folder;

    private RoomFixture fixture;
    private Contacts contacts;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(folder).peopled();
        contacts = fixture.room.boards().contacts();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aSixteenthIsRefusedUnlessOneRetiresForAReason() {
        for (int i = 1; i <= 15; i++) {
            contacts.choose(FAY, priority("contact " + i), Optional.empty());
        }

        assertThatThrownBy(() -> contacts.choose(FAY, priority("one more"), Optional.empty()))
                .hasMessageContaining("There are 15 priority contacts already.");
        assertThatThrownBy(() -> contacts.choose(FAY, priority("one more"), Optional.of("contact 3")))
                .hasMessageContaining("A priority contact retires for a reason.");
        assertThatThrownBy(() -> contacts.choose(
                        RoomFixture.by("fay", "It runs by itself."),
                        priority("one more"),
                        Optional.of("never heard of")))
                .hasMessageContaining("This is no priority contact.");
        assertThat(contacts.chosen()).hasSize(15).noneMatch(one -> one.contact().equals("one more"));

        contacts.choose(RoomFixture.by("fay", "It runs by itself."), priority("one more"), Optional.of("contact 3"));
        assertThat(contacts.chosen())
                .hasSize(15)
                .anyMatch(one -> one.contact().equals("one more"))
                .noneMatch(one -> one.contact().equals("contact 3"));
        assertThat(sentence("contact 3")).isEqualTo("fay retired the priority contact contact 3: It runs by itself.");
    }

    @Test
    void choosingAgainChangesWhatIsSaidOfIt() {
        contacts.choose(FAY, priority("hotline"), Optional.empty());
        contacts.choose(FAY, new Priority("hotline", ContactKind.RESPONDING, "use", ""), Optional.empty());

        assertThat(contacts.chosen()).containsExactly(new Priority("hotline", ContactKind.RESPONDING, "use", ""));
        assertThat(sentence("hotline")).startsWith("fay made hotline a priority contact (responding), owned by nobody");
        contacts.retire(RoomFixture.by("fay", "Nobody calls any more"), "hotline");
        assertThat(contacts.chosen()).isEmpty();
    }

    @Test
    void leadersHaveAsManyVotesAsThereArePlaces() {
        contacts.vote(LEO, "hotline");
        contacts.vote(LEO, "hotline");
        contacts.vote(FAY, "hotline");
        contacts.vote(FAY, "visit");
        assertThat(contacts.votes()).isEqualTo(Map.of("hotline", 2, "visit", 1));

        contacts.unvote(FAY, "hotline");
        assertThat(contacts.votes()).isEqualTo(Map.of("hotline", 1, "visit", 1));
        assertThat(contacts.votesOf("fay")).containsExactly("visit");

        for (int i = 2; i <= 15; i++) {
            contacts.vote(FAY, "contact " + i);
        }
        assertThatThrownBy(() -> contacts.vote(FAY, "one more")).hasMessageContaining("all your 15 votes");
    }

    @Test
    void aContactThatNoDataNamesIsAddedOnce() {
        contacts.add(LEO, " the walk to the car park ", "leave", "Half of them get lost.");
        contacts.add(LEO, "the walk to the car park", "leave", "again");

        assertThat(contacts.added()).singleElement().satisfies(added -> {
            assertThat(added.contact()).isEqualTo("the walk to the car park");
            assertThat(added.words()).isEqualTo("Half of them get lost.");
        });
        assertThatThrownBy(() -> contacts.add(LEO, "  ", "", "")).hasMessageContaining("A contact needs a name.");
    }

    private static Priority priority(String contact) {
        return new Priority(contact, ContactKind.RESCUE, "use", "Ada");
    }

    private String sentence(String subject) {
        return TrailSentences.of(
                fixture.store.trail().entries(TrailFilter.about(subject), 1).getFirst());
    }
}

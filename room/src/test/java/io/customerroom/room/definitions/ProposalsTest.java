package io.customerroom.room.definitions;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.LEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.definitions.Definition;
import io.customerroom.ledger.definitions.Definitions;
import io.customerroom.ledger.workspace.Workspace;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.definitions.Proposal.Signature;
import io.customerroom.state.TrailEntry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalsTest {

    private static final Definition NINETY = Definitions.read("ninety", """
            name: activity
            version: 2
            owner: chief customer officer
            reason: most buy monthly
            valid-from: 2026-07-01
            lapse-days: 90
            """);

    @TempDir
    Path folder;

    private RoomFixture fixture;
    private Proposals proposals;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(folder).peopled();
        proposals = fixture.room.definitions();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatIsProposedIsNotInForce() {
        Proposal proposal = proposals.propose(FAY, NINETY);

        assertThat(proposal.id()).isEqualTo("v1");
        assertThat(proposal.state()).isEqualTo("open");
        assertThat(inForce()).isEqualTo("activity@1,value@1");
        assertThat(proposals.propose(FAY, NINETY)).isEqualTo(proposal);
        assertThat(proposals.all()).containsExactly(proposal);
    }

    @Test
    void signedAndAdoptedItIsInForceWithItsNames() {
        String id = proposals.propose(FAY, NINETY).id();
        proposals.sign(LEO, id);
        proposals.sign(LEO, id);
        Proposal adopted = proposals.adopt(FAY, id);

        assertThat(adopted.signatures()).extracting(Signature::by).containsExactly("leo");
        assertThat(adopted.state()).isEqualTo("adopted");
        assertThat(proposals.adopt(FAY, id)).isEqualTo(adopted);
        assertThat(inForce()).isEqualTo("activity@2,value@1");
        assertThat(Definitions.load(new Workspace(folder))
                        .require("activity@2")
                        .card()
                        .signedOff())
                .containsExactly("Leo Leader");
        assertThat(fixture.about(id))
                .extracting(TrailEntry::event)
                .containsExactly("definition-adopted", "definition-signed", "definition-proposed");
    }

    @Test
    void withoutASignatureNothingIsAdopted() {
        String id = proposals.propose(FAY, NINETY).id();

        assertThatThrownBy(() -> proposals.adopt(FAY, id)).hasFieldOrPropertyWithValue("code", "DEFINITION_UNSIGNED");
        assertThatThrownBy(() -> proposals.sign(FAY, id)).hasFieldOrPropertyWithValue("code", "DEFINITION_OWN");
        assertThat(inForce()).isEqualTo("activity@1,value@1");
    }

    @Test
    void aWithdrawnProposalStays() {
        String id = proposals.propose(FAY, NINETY).id();
        proposals.sign(LEO, id);
        assertThatThrownBy(() -> proposals.withdraw(new Authorship("fay", "web", " ", "r8"), id))
                .hasFieldOrPropertyWithValue("code", "REASON_MISSING");
        proposals.withdraw(new Authorship("fay", "web", "another window is better", "r9"), id);

        assertThat(proposals.require(id).ending().orElseThrow().reason()).isEqualTo("another window is better");
        assertThatThrownBy(() -> proposals.adopt(FAY, id)).hasFieldOrPropertyWithValue("code", "DEFINITION_ENDED");
        assertThatThrownBy(() -> proposals.sign(LEO, id)).hasFieldOrPropertyWithValue("code", "DEFINITION_ENDED");
    }

    @Test
    void theSecondOfTwoOpenProposalsIsToldThatTheVersionIsTaken() {
        String first = proposals.propose(FAY, NINETY).id();
        String second = proposals.propose(LEO, Definitions.read("sixty", """
                        name: activity
                        version: 2
                        owner: sales
                        reason: sooner
                        valid-from: 2026-07-01
                        lapse-days: 60
                        """)).id();
        proposals.sign(LEO, first);
        proposals.sign(FAY, second);
        proposals.adopt(FAY, first);

        assertThatThrownBy(() -> proposals.adopt(FAY, second)).hasFieldOrPropertyWithValue("code", "DEFINITION_TAKEN");
        assertThat(proposals.require(second).open()).isTrue();
        assertThatThrownBy(() -> proposals.propose(FAY, NINETY))
                .hasMessage("The next version of 'activity' is 3, not 2.");
    }

    private String inForce() {
        return Definitions.load(new Workspace(folder))
                .inForce(LocalDate.of(2026, 12, 1), List.of())
                .id();
    }
}

package io.customerroom.room.people;

import static io.customerroom.room.RoomFixture.PASSWORD;
import static io.customerroom.room.RoomFixture.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.people.Identities.Arrival;
import io.customerroom.room.people.Identities.Outcome;
import io.customerroom.room.people.internal.Totp;
import io.customerroom.state.TrailEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities and notices of a provider in the store itself, on SQLite and once more on PostgreSQL. */
class IdentitiesTest {

    private static final Authorship DOOR = by("sign-in", "");
    private static final Identity LEO = new Identity("https://login.example", "77-leo");

    @TempDir
    Path workspace;

    private RoomFixture fixture;
    private Identities identities;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(workspace).peopled();
        identities = fixture.room.identities();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Arrival arrival(Role role) {
        return new Arrival(LEO, "lea", "Lea", new Standing.ByGroup(role, Optional.empty()));
    }

    @Test
    void anIdentityBelongsToOneAccountUntilItIsUnlinked() {
        identities.link(DOOR, "leo", LEO);
        assertThat(identities.of("leo")).hasValue(LEO);
        assertThatThrownBy(() -> identities.link(DOOR, "vera", LEO)).hasMessageContaining("linked already");
        identities.unlink(by("ada", "left"), "leo");
        assertThat(identities.of("leo")).isEmpty();
        identities.link(DOOR, "vera", LEO);
        assertThat(identities.of("vera")).hasValue(LEO);
    }

    @Test
    void groupsGiveARoleWithTheFormerOneInTheTrail() {
        assertThat(identities.arrive(DOOR, arrival(Role.VIEWER), true)).isInstanceOf(Outcome.Accepted.class);
        assertThat(identities.arrive(DOOR, arrival(Role.LEADER), true)).isInstanceOf(Outcome.Accepted.class);
        Account lea = fixture.room.people().find("lea").orElseThrow();
        assertThat(lea.role()).isEqualTo(Role.LEADER);
        assertThat(lea.scope()).isEqualTo(RowScope.everything());
        assertThat(fixture.about("lea").stream().filter(it -> it.event().equals("role-given")))
                .singleElement()
                .satisfies(it -> assertThat(it.details()).contains("viewer", "leader"));
    }

    @Test
    void aNoticeOfSigningOutThereIsRememberedUntilItEndsByItself() {
        SignedOutThere told = new SignedOutThere(
                LEO.issuer(), "notice-1", fixture.clock.instant().plus(Duration.ofMinutes(4)), List.of("leo"), 2);
        identities.signedOut(DOOR, told);
        assertThatThrownBy(() -> identities.signedOut(DOOR, told)).hasMessageContaining("told before");
        assertThat(remembered()).isEqualTo(1);
        fixture.clock.pass(Duration.ofMinutes(5));
        identities.signedOut(
                DOOR,
                new SignedOutThere(
                        LEO.issuer(), "notice-2", fixture.clock.instant().plus(Duration.ofMinutes(4)), List.of(), 0));
        assertThat(remembered()).isEqualTo(1);
    }

    private int remembered() {
        return fixture.store.read(handle -> handle.createQuery("SELECT COUNT(*) FROM provider_logout")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void newRecoveryCodesEndTheOldOnes() {
        SecondFactors factors = fixture.room.secondFactors();
        Authorship vera = by("vera", "");
        assertThatThrownBy(() -> factors.renew(vera, "vera")).hasMessageContaining("Nothing is being set up");
        String secret = factors.begin(vera, "vera");
        List<String> old = factors.confirm(vera, "vera", Totp.codeAt(secret, fixture.clock.instant()));
        People people = fixture.room.people();
        assertThat(people.signIn(DOOR, "vera", PASSWORD, old.getFirst())).isInstanceOf(SignIn.Accepted.class);
        assertThat(factors.recoveryCodesLeft("vera")).isEqualTo(9);
        List<String> fresh = factors.renew(vera, "vera");
        assertThat(factors.recoveryCodesLeft("vera")).isEqualTo(10);
        assertThat(people.signIn(DOOR, "vera", PASSWORD, old.getLast())).isInstanceOf(SignIn.Refused.class);
        assertThat(people.signIn(DOOR, "vera", PASSWORD, fresh.getFirst())).isInstanceOf(SignIn.Accepted.class);
        TrailEntry entry = fixture.about("vera").stream()
                .filter(it -> it.event().equals("recovery-codes-renewed"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.details()).contains("9", "10").doesNotContain(fresh.getLast());
    }
}

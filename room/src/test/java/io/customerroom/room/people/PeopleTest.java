package io.customerroom.room.people;

import static io.customerroom.room.RoomFixture.PASSWORD;
import static io.customerroom.room.RoomFixture.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.Authorship;
import io.customerroom.kernel.Failure;
import io.customerroom.ledger.metrics.RowScope;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.people.internal.Totp;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

    private static final Authorship ADA = by("ada", "left the company");
    private static final Authorship BROWSER = by("browser", "");

    @TempDir
    Path workspace;

    private RoomFixture fixture;
    private People people;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(workspace);
        people = fixture.room.people();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anEmptyRoomHasNobodyAndTheFirstLinkMakesTheAdministrator() {
        assertThat(people.all()).isEmpty();
        assertThat(people.administered()).isFalse();
        OneTimeLink.Issued link = people.administratorLink(by("command line", ""));
        Account ada = people.redeem(BROWSER, link.token(), "ada", " Ada Admin ", PASSWORD);
        assertThat(ada.role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(ada.displayName()).isEqualTo("Ada Admin");
        assertThat(people.administered()).isTrue();
        assertThat(people.signIn(BROWSER, "ada", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
        refused("ADMINISTRATOR_EXISTS", () -> people.administratorLink(by("command line", "")));
    }

    @Test
    void aLinkWorksOnce() {
        OneTimeLink.Issued link = people.administratorLink(by("command line", ""));
        people.redeem(BROWSER, link.token(), "ada", "Ada", PASSWORD);
        refused("LINK_SPENT", () -> people.redeem(BROWSER, link.token(), "eve", "Eve", PASSWORD));
        assertThat(people.link(link.token())).isEmpty();
        assertThat(people.find("eve")).isEmpty();
    }

    @Test
    void aLinkExpires() {
        OneTimeLink.Issued link = people.administratorLink(by("command line", ""));
        fixture.clock.pass(Duration.ofHours(48));
        refused("LINK_SPENT", () -> people.redeem(BROWSER, link.token(), "ada", "Ada", PASSWORD));
    }

    @Test
    void aNewLinkReplacesTheOneBefore() {
        OneTimeLink.Issued lost = people.administratorLink(by("command line", ""));
        OneTimeLink.Issued link = people.administratorLink(by("command line", ""));
        assertThat(people.link(lost.token())).isEmpty();
        assertThat(people.link(link.token())).isPresent();
    }

    @Test
    void aRefusedPasswordDoesNotSpendTheLink() {
        OneTimeLink.Issued link = people.administratorLink(by("command line", ""));
        refused("PASSWORD_REFUSED", () -> people.redeem(BROWSER, link.token(), "ada", "Ada", "short"));
        assertThat(people.link(link.token())).isPresent();
    }

    @Test
    void neitherTokenNorPasswordIsInTheStore() {
        OneTimeLink.Issued link = people.administratorLink(by("command line", ""));
        people.redeem(BROWSER, link.token(), "ada", "Ada", PASSWORD);
        String everything = fixture.store.read(handle -> handle.createQuery(
                        "SELECT (SELECT string_agg(token_hash, ',') FROM one_time_link) || (SELECT string_agg(hash, ',') FROM account_password)"
                                + " || (SELECT string_agg(details || subject || reason, ',') FROM trail)")
                .mapTo(String.class)
                .one());
        assertThat(everything).doesNotContain(link.token()).doesNotContain(PASSWORD);
    }

    @Test
    void fiveFailuresLockTheAccountForAQuarterOfAnHour() {
        fixture.peopled();
        for (int i = 0; i < 4; i++) {
            assertThat(people.signIn(BROWSER, "vera", "wrong")).isInstanceOf(SignIn.Refused.class);
        }
        assertThat(people.signIn(BROWSER, "vera", "wrong")).isInstanceOf(SignIn.LockedOut.class);
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.LockedOut.class);
        fixture.clock.pass(Duration.ofMinutes(15));
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    }

    @Test
    void eachFurtherLockLastsTwiceAsLongUntilASuccessAndAnAdministratorEndsIt() {
        fixture.peopled();
        lock();
        fixture.clock.pass(Duration.ofMinutes(15));
        lock();
        fixture.clock.pass(Duration.ofMinutes(29));
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.LockedOut.class);
        people.unlock(ADA, "vera");
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
        assertThat(fixture.about("vera")).extracting(TrailEntry::event).contains("account-unlocked");
        lock();
        fixture.clock.pass(Duration.ofMinutes(15));
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    }

    private void lock() {
        for (int i = 0; i < 5; i++) {
            people.signIn(BROWSER, "vera", "wrong");
        }
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.LockedOut.class);
    }

    @Test
    void aScopeEndsTheSessionsAndIsInTheTrailWithTheFormerOne() {
        fixture.peopled();
        int epoch = people.find("vera").orElseThrow().epoch();
        Account vera = people.narrow(ADA, "vera", RowScope.of(List.of("retail"), List.of("north", "south")));
        assertThat(vera.scope().words()).isEqualTo("segment retail, site north or south");
        assertThat(vera.epoch()).isGreaterThan(epoch);
        TrailEntry entry = fixture.about("vera").getFirst();
        assertThat(entry.details())
                .isEqualTo(
                        "{\"former\":\"everything\",\"is\":\"segment retail, site north or south\",\"scope\":\"segment retail, site north or south\",\"was\":\"everything\"}");
        refused("SCOPE_NOT_FOR_ROLE", () -> people.give(ADA, "vera", Role.DATA_ADMIN));
        refused("SCOPE_NOT_FOR_ROLE", () -> people.narrow(ADA, "ada", RowScope.of(List.of("retail"), List.of())));
        assertThat(people.narrow(ADA, "vera", RowScope.everything()).scope().restricted())
                .isFalse();
    }

    @Test
    void aTokenReachesNoFurtherThanItsPersonDoesTodayAndEndsWithThePassword() {
        fixture.peopled();
        ApiTokens tokens = fixture.room.tokens();
        String text = tokens.make(ADA, "fay", "report", ApiToken.Reach.ALL, Duration.ofDays(30))
                .text();
        assertThat(rights(tokens, text)).contains(Right.HOLD_MEETINGS);
        people.give(ADA, "fay", Role.VIEWER);
        assertThat(rights(tokens, text)).containsExactlyInAnyOrder(Right.READ_WALLS, Right.READ_ROWS);
        people.reset(ADA, "fay");
        assertThat(tokens.bearer(text)).isEmpty();
    }

    private static Set<Right> rights(ApiTokens tokens, String text) {
        ApiTokens.Bearer bearer = tokens.bearer(text).orElseThrow();
        return bearer.token().reach().of(bearer.account().role());
    }

    @Test
    void aTokenEndsWhenItsLifeIsOverAndItsUseIsToldOnceADay() {
        fixture.peopled();
        ApiTokens tokens = fixture.room.tokens();
        String text = tokens.make(ADA, "fay", "report", ApiToken.Reach.WALLS, Duration.ofDays(2))
                .text();
        tokens.bearer(text);
        tokens.bearer(text);
        fixture.clock.pass(Duration.ofDays(1));
        tokens.bearer(text);
        assertThat(fixture.about("fay").stream().filter(it -> it.event().equals("api-token-used")))
                .hasSize(2);
        fixture.clock.pass(Duration.ofDays(1));
        assertThat(tokens.bearer(text)).isEmpty();
        assertThat(tokens.bearer(text.substring(4))).isEmpty();
    }

    @Test
    void aCodeIsAskedForOnceItWasConfirmedAndWorksOnce() {
        fixture.peopled();
        SecondFactors factors = fixture.room.secondFactors();
        String secret = factors.begin(ADA, "vera");
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
        refused("CODE_WRONG", () -> factors.confirm(ADA, "vera", "000000x"));
        List<String> recovery = factors.confirm(ADA, "vera", Totp.codeAt(secret, fixture.clock.instant()));
        assertThat(recovery).hasSize(10).allMatch(code -> code.matches("([a-z0-9]{4}-){5}[a-z0-9]{4}"));
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Refused.class);
        fixture.clock.pass(Duration.ofSeconds(30));
        String code = Totp.codeAt(secret, fixture.clock.instant());
        assertThat(people.signIn(BROWSER, "vera", "wrong", code)).isInstanceOf(SignIn.Refused.class);
        assertThat(people.signIn(BROWSER, "vera", PASSWORD, code)).isInstanceOf(SignIn.Accepted.class);
        assertThat(people.signIn(BROWSER, "vera", PASSWORD, code)).isInstanceOf(SignIn.Refused.class);
        assertThat(people.signIn(BROWSER, "vera", PASSWORD, recovery.getFirst()))
                .isInstanceOf(SignIn.Accepted.class);
        assertThat(people.signIn(BROWSER, "vera", PASSWORD, recovery.getFirst()))
                .isInstanceOf(SignIn.Refused.class);
        factors.remove(ADA, "vera");
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
    }

    @Test
    void secretsAreSealedInTheStoreAlsoThoseFromBefore() {
        fixture.peopled();
        SecondFactors factors = fixture.room.secondFactors();
        String secret = factors.begin(ADA, "vera");
        factors.confirm(ADA, "vera", Totp.codeAt(secret, fixture.clock.instant()));
        assertThat(storedSecret("vera")).startsWith("v1:").doesNotContain(secret);
        fixture.store.write(ADA, writing -> {
            writing.record("example", "vera", Map.of());
            return writing.handle()
                    .createUpdate("UPDATE second_factor SET secret = :secret WHERE account = 'vera'")
                    .bind("secret", secret)
                    .execute();
        });
        factors.sealAll(ADA);
        assertThat(storedSecret("vera")).startsWith("v1:").doesNotContain(secret);
        fixture.clock.pass(Duration.ofSeconds(30));
        assertThat(people.signIn(BROWSER, "vera", PASSWORD, Totp.codeAt(secret, fixture.clock.instant())))
                .isInstanceOf(SignIn.Accepted.class);
        assertThat(fixture.room.trail().entries(TrailFilter.about("second factors"), 9))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).contains("1"));
        factors.sealAll(ADA);
        assertThat(fixture.room.trail().entries(TrailFilter.about("second factors"), 9))
                .hasSize(1);
    }

    private String storedSecret(String account) {
        return fixture.store.read(handle -> handle.createQuery("SELECT secret FROM second_factor WHERE account = :name")
                .bind("name", account)
                .mapTo(String.class)
                .one());
    }

    @Test
    void aRoleThatHasToHaveASecondFactorOwesItUntilItIsConfirmed() {
        fixture.peopled();
        SecondFactors factors = fixture.room.secondFactors();
        factors.require(ADA, Role.VIEWER, true);
        assertThat(factors.required()).containsExactly(Role.VIEWER);
        assertThat(people.find("vera").orElseThrow().owesSecondFactor()).isTrue();
        String secret = factors.begin(ADA, "vera");
        factors.confirm(ADA, "vera", Totp.codeAt(secret, fixture.clock.instant()));
        assertThat(people.find("vera").orElseThrow().owesSecondFactor()).isFalse();
        refused("SECOND_FACTOR_REQUIRED", () -> factors.remove(by("vera", ""), "vera"));
        factors.require(ADA, Role.VIEWER, false);
        assertThat(factors.required()).isEmpty();
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheFormerOneAndEndsEverySession() {
        fixture.peopled();
        int epoch = people.find("vera").orElseThrow().epoch();
        refused("PASSWORD_WRONG", () -> people.changePassword(BROWSER, "vera", "wrong", "another long sentence"));
        refused("PASSWORD_REFUSED", () -> people.changePassword(BROWSER, "vera", PASSWORD, "short"));
        people.changePassword(BROWSER, "vera", PASSWORD, "another long sentence");
        assertThat(people.signIn(BROWSER, "vera", "another long sentence")).isInstanceOf(SignIn.Accepted.class);
        assertThat(people.endSessions(ADA, "vera").epoch()).isGreaterThan(epoch + 1);
    }

    @Test
    void aSuccessForgetsEarlierFailures() {
        fixture.peopled();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                people.signIn(BROWSER, "vera", "wrong");
            }
            assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
        }
    }

    @Test
    void unknownNamesAreRefusedLikeWrongPasswords() {
        assertThat(people.signIn(BROWSER, "nobody", PASSWORD)).isEqualTo(new SignIn.Refused());
    }

    @Test
    void aResetEndsThePasswordAndTheSessions() {
        fixture.peopled();
        int epoch = people.find("vera").orElseThrow().epoch();
        OneTimeLink.Issued link = people.reset(ADA, "vera");
        assertThat(people.find("vera").orElseThrow().epoch()).isGreaterThan(epoch);
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Refused.class);
        people.redeem(BROWSER, link.token(), "", "", "another long sentence");
        assertThat(people.signIn(BROWSER, "vera", "another long sentence")).isInstanceOf(SignIn.Accepted.class);
    }

    @Test
    void aClosedAccountKeepsItsNameAndItsReasonAndOpensNothing() {
        fixture.peopled();
        Account vera = people.close(ADA, "vera");
        assertThat(vera.closure().orElseThrow().reason()).isEqualTo("left the company");
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Refused.class);
        assertThat(fixture.about("vera").getFirst())
                .satisfies(entry -> assertThat(entry.event()).isIn("account-closed", "sign-in-refused"));
        refused("ACCOUNT_NAME_TAKEN", () -> people.invite(ADA, "vera", "Vera", Role.VIEWER));
        refused("ACCOUNT_CLOSED", () -> people.reset(ADA, "vera"));
        int entries = fixture.about("vera").size();
        people.close(ADA, "vera");
        assertThat(fixture.about("vera")).hasSize(entries);
    }

    @Test
    void aClosedAccountOpensAgainWithItsRoleByANewLinkAndTheTrailKeepsBoth() {
        fixture.peopled();
        refused("ACCOUNT_OPEN", () -> people.reopen(ADA, "vera"));
        people.close(ADA, "vera");
        refused("REASON_MISSING", () -> people.reopen(by("ada", ""), "vera"));
        OneTimeLink.Issued link = people.reopen(by("ada", "came back"), "vera");
        Account vera = people.find("vera").orElseThrow();
        assertThat(vera.closed()).isFalse();
        assertThat(vera.role()).isEqualTo(Role.VIEWER);
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Refused.class);
        people.redeem(BROWSER, link.token(), "vera", "Vera", PASSWORD);
        assertThat(people.signIn(BROWSER, "vera", PASSWORD)).isInstanceOf(SignIn.Accepted.class);
        assertThat(fixture.about("vera"))
                .extracting(TrailEntry::event)
                .contains("account-closed", "account-reopened", "link-issued");
    }

    @Test
    void theLastAdministratorStays() {
        fixture.peopled();
        refused("LAST_ADMINISTRATOR", () -> people.close(ADA, "ada"));
        refused("LAST_ADMINISTRATOR", () -> people.give(ADA, "ada", Role.VIEWER));
        assertThat(people.find("ada").orElseThrow().role()).isEqualTo(Role.ADMINISTRATOR);
        people.give(ADA, "fay", Role.ADMINISTRATOR);
        assertThat(people.give(by("fay", ""), "ada", Role.VIEWER).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void aRoleIsGivenByTheActorAndRecordedTogether() {
        fixture.peopled();
        Account vera = people.give(ADA, "vera", Role.LEADER);
        assertThat(vera.role()).isEqualTo(Role.LEADER);
        TrailEntry entry = fixture.about("vera").getFirst();
        assertThat(entry.event()).isEqualTo("role-given");
        assertThat(entry.by()).isEqualTo(ADA);
        assertThat(entry.details())
                .isEqualTo("{\"former\":\"viewer\",\"is\":\"leader\",\"role\":\"leader\",\"was\":\"viewer\"}");
    }

    @Test
    void everyStepIsInTheTrail() {
        fixture.peopled();
        people.signIn(BROWSER, "ada", PASSWORD);
        assertThat(fixture.room.trail().entries(TrailFilter.about("ada"), 10))
                .extracting(TrailEntry::event)
                .containsExactly("signed-in", "password-set", "account-opened");
    }

    private static void refused(String code, Runnable verb) {
        assertThatThrownBy(verb::run)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }
}

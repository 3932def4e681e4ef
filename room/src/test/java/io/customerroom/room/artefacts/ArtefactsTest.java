package io.customerroom.room.artefacts;

import static io.customerroom.room.RoomFixture.FAY;
import static io.customerroom.room.RoomFixture.LEO;
import static io.customerroom.room.RoomFixture.walls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.CustomerId;
import io.customerroom.room.RoomFixture;
import io.customerroom.room.artefacts.Draft.Redaction;
import io.customerroom.room.meetings.Cadence;
import io.customerroom.state.TrailEntry;
import io.customerroom.state.TrailSentences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactsTest {

    private static final Subject DELIVERY = Subject.of("contact", "delivery");
    private static final CustomerId ADA = new CustomerId(77);
    private static final Consent.Given TO_PRINT =
            new Consent.Given(Reach.PRINT, "the customer, by e-mail", Optional.of(LocalDate.of(2026, 6, 1)));
    private static final Consent.Given INSIDE =
            new Consent.Given(Reach.ROOM, "the customer, on the telephone", Optional.of(LocalDate.of(2026, 6, 1)));

    @TempDir
    Path workspace;

    private RoomFixture fixture;
    private Artefacts artefacts;

    @BeforeEach
    void open() {
        fixture = new RoomFixture(workspace).peopled();
        artefacts = fixture.room.artefacts();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatReachesAPersonIsMaskedAndMarkedWordsAreBlack() {
        Artefact hung = artefacts.hang(
                FAY,
                new Draft(
                        Kind.LETTER,
                        "Müller writes again",
                        "Call Herr Müller at +49 30 1234567 or mail m@example.org",
                        "letter of Müller to the hotline",
                        Optional.of(LocalDate.of(2026, 5, 30)),
                        DELIVERY,
                        Optional.empty(),
                        INSIDE,
                        sent("Yours, MÜLLER\nIBAN DE89 3704 0044 0532 0130 00\n".getBytes(StandardCharsets.UTF_8)),
                        new Redaction(List.of("müller"), List.of(), false)));

        assertThat(hung.id()).isEqualTo("f1");
        assertThat(hung.words().orElseThrow())
                .isEqualTo(new Artefact.Words(
                        "█████ writes again",
                        "Call Herr █████ at [number] or mail [e-mail]",
                        "letter of █████ to the hotline",
                        Optional.of(LocalDate.of(2026, 5, 30))));
        assertThat(content(hung)).isEqualTo("Yours, █████\nIBAN [account]\n");
        assertThat(artefacts.damaged()).isEmpty();
        assertThat(sentences("f1"))
                .containsExactly("fay hung the artefact f1 (letter) beside contact delivery; consent: inside the room"
                        + " only: preparing the meeting.");
    }

    @Test
    void aMarkedWordThatStandsNowhereIsASlipOfThePen() {
        assertThatThrownBy(() -> artefacts.hang(
                        FAY,
                        new Draft(
                                Kind.QUOTE,
                                "A quote",
                                "Herr Müller was kind.",
                                "",
                                Optional.empty(),
                                DELIVERY,
                                Optional.empty(),
                                INSIDE,
                                Optional.empty(),
                                new Redaction(List.of("kind", "Mueller"), List.of(), false))))
                .hasMessage("The word in line 2 of those to blacken stands in none of the texts.");
        assertThat(artefacts.all()).isEmpty();
    }

    @Test
    void theSameAgainIsHungOnce() {
        Artefact first = artefacts.hang(FAY, quote("Nobody told me.", INSIDE));
        assertThat(artefacts.hang(LEO, quote("Nobody told me.", INSIDE))).isEqualTo(first);
        assertThat(artefacts.about(DELIVERY)).containsExactly(first);
        assertThat(fixture.about("f1")).hasSize(1);
    }

    @Test
    void aConsentWithALastDayHoldsOnThatDayAndIsToBeAskedForAgainAfterIt() {
        LocalDate last =
                LocalDate.ofInstant(fixture.clock.instant(), ZoneOffset.UTC).plusDays(2);
        artefacts.hang(
                FAY,
                quote(
                        "I tell everybody.",
                        new Consent.Given(
                                Reach.PRINT, "the customer", Optional.of(last.minusDays(9)), Optional.of(last))));
        fixture.clock.pass(Duration.ofDays(2));
        assertThat(artefacts.require("f1").printable()).isTrue();

        fixture.clock.pass(Duration.ofDays(1));
        Artefact lapsed = artefacts.require("f1");
        assertThat(lapsed.shown()).isFalse();
        assertThat(lapsed.awaited()).isTrue();
        assertThat(lapsed.consent().until()).contains(last);
        assertThatThrownBy(() -> new Consent.Given(
                        Reach.ROOM, "the customer", Optional.of(last), Optional.of(last.minusDays(1))))
                .hasFieldOrPropertyWithValue("code", "CONSENT_MALFORMED");
    }

    @Test
    void consentIsAskedGivenWithdrawnAndEachStepStaysInTheTrail() {
        Artefact asked = artefacts.hang(
                FAY,
                quote(
                        "Nobody told me.",
                        new Consent.Given(Reach.ASKED, "by letter", Optional.of(LocalDate.of(2026, 6, 2)))));
        assertThat(asked.shown()).isFalse();
        assertThat(asked.awaited()).isTrue();

        Artefact given = artefacts.consent(FAY, "f1", TO_PRINT);
        assertThat(given.shown()).isTrue();
        assertThat(given.printable()).isTrue();
        artefacts.consent(FAY, "f1", TO_PRINT);

        assertThatThrownBy(() -> artefacts.withdraw(RoomFixture.by("leo", " "), "f1"))
                .hasMessage("A consent is withdrawn for a reason.");
        Artefact withdrawn = artefacts.withdraw(RoomFixture.by("leo", "call of 4 June"), "f1");
        artefacts.withdraw(RoomFixture.by("leo", "again"), "f1");
        assertThat(withdrawn.shown()).isFalse();
        assertThat(withdrawn.words()).isEmpty();
        assertThatThrownBy(() -> artefacts.file(withdrawn)).hasMessage("There is no such artefact here.");
        assertThat(sentences("f1"))
                .containsExactly(
                        "leo withdrew the consent to the artefact f1: call of 4 June.",
                        "fay noted the consent to the artefact f1: may be printed: preparing the meeting.",
                        "fay hung the artefact f1 (quote) beside contact delivery; consent: asked, not given yet:"
                                + " preparing the meeting.");
    }

    @Test
    void aConsentSaysWhoGaveItAndWhen() {
        assertThatThrownBy(() -> new Consent.Given(Reach.ROOM, " ", Optional.of(LocalDate.of(2026, 6, 1))))
                .hasMessage("It is not said who gave the consent, and when.");
        assertThatThrownBy(() -> new Consent.Given(Reach.PRINT, "the customer", Optional.empty()))
                .hasMessage("It is not said who gave the consent, and when.");
        assertThat(Consent.Given.nobodyIsInIt().reach().printable()).isTrue();
    }

    @Test
    void whatAPictureOrARecordingHoldsIsSaidInWords() {
        assertThatThrownBy(() -> artefacts.hang(FAY, file(Kind.PHOTOGRAPH, "", Files.picture("png", 8, 8))))
                .hasMessage("It is not said what is to be seen in the picture.");
        assertThatThrownBy(() -> artefacts.hang(FAY, quote("  ", INSIDE)))
                .hasMessage("There is nothing to hang up yet.");
        Artefact hung = artefacts.hang(FAY, file(Kind.PHOTOGRAPH, "a dent", Files.picture("png", 8, 8)));
        assertThat(hung.stored().orElseThrow().type()).isEqualTo(FileType.PNG);
        assertThat(artefacts.small(hung)).exists();
    }

    @Test
    void anErasedPersonIsInNoFileAndInNoPageOfTheStore() throws IOException {
        artefacts.hang(FAY, fromAda("The parcel of Kunigunde was wet."));
        Artefact other = artefacts.hang(FAY, file(Kind.PHOTOGRAPH, "a dent", Files.picture("png", 8, 8)));
        Artefact picture = artefacts.hang(
                FAY,
                new Draft(
                        Kind.PHOTOGRAPH,
                        "Kunigunde's parcel",
                        "wet",
                        "",
                        Optional.empty(),
                        DELIVERY,
                        Optional.of(ADA),
                        new Consent.Given(Reach.ROOM, "Kunigunde herself", Optional.of(LocalDate.of(2026, 6, 1))),
                        sent(Files.picture("jpeg", 8, 8)),
                        Redaction.NONE));
        Path file = artefacts.file(picture);
        Path small = artefacts.small(picture);

        assertThat(artefacts.eraseOf(RoomFixture.by("ada", "request 4711"), Set.of(ADA)))
                .isEqualTo(2);
        assertThat(artefacts.eraseOf(RoomFixture.by("ada", "request 4711"), Set.of(ADA)))
                .isZero();

        assertThat(file).doesNotExist();
        assertThat(small).doesNotExist();
        assertThat(artefacts.file(other)).exists();
        Artefact erased = artefacts.require("f1");
        assertThat(erased.erasure().orElseThrow().by()).isEqualTo("ada");
        assertThat(erased.words()).isEmpty();
        assertThat(erased.fingerprint()).hasSize(64);
        assertThat(sentences("f1")).first().isEqualTo("ada erased the artefact f1: request 4711.");
        assertThatThrownBy(() -> artefacts.consent(FAY, "f1", INSIDE)).hasMessage("The artefact f1 has been erased.");
        fixture.close();
        assertThat(everyByteOf(workspace)).doesNotContain("Kunigunde");
        fixture = new RoomFixture(workspace);
    }

    @Test
    void aFileThatTwoArtefactsShareStaysUntilBothAreErased() {
        byte[] picture = Files.picture("png", 8, 8);
        Artefact first = artefacts.hang(FAY, file(Kind.PHOTOGRAPH, "a dent", picture));
        Artefact second = artefacts.hang(FAY, file(Kind.PHOTOGRAPH, "the same dent", picture));
        Path file = artefacts.file(first);

        artefacts.erase(RoomFixture.by("fay", "wrong contact"), first.id());
        assertThat(file).exists();
        artefacts.erase(RoomFixture.by("fay", "wrong contact"), second.id());
        assertThat(file).doesNotExist();
    }

    @Test
    void nothingIsHungFromACustomerWhoWasErased() {
        new io.customerroom.ledger.facts.Receipts(fixture.store).erase(RoomFixture.by("ada", "request 1"), Set.of(77L));
        assertThatThrownBy(() -> artefacts.hang(FAY, fromAda("Nobody told me.")))
                .hasMessage("This customer has been erased.");
    }

    @Test
    void aFrozenMeetingKeepsWhatHungThereAndObeysWhatCameLater() {
        fixture.room.meetings().plan(FAY, "Customer room", LocalDate.of(2026, 6, 4), Cadence.MONTHLY);
        for (String words : List.of("one", "two", "three", "four")) {
            artefacts.hang(FAY, quote(words, INSIDE));
        }
        artefacts.hang(FAY, quote("asked", new Consent.Given(Reach.ASKED, "x", Optional.of(LocalDate.of(2026, 6, 2)))));
        String evidence = fixture.room
                .meetings()
                .freeze(FAY, "m1", walls(41))
                .freeze()
                .orElseThrow()
                .evidenceHash();
        artefacts.hang(FAY, quote("later", INSIDE));
        artefacts.withdraw(LEO, "f3");
        artefacts.erase(LEO, "f2");

        assertThat(artefacts.of("m1")).extracting(hung -> hung.artefact().id()).containsExactly("f4", "f3", "f2");
        assertThat(artefacts.of("m1")).allMatch(HungArtefact::same);
        assertThat(artefacts.of("m1").get(1).artefact().withdrawn()).isTrue();
        assertThat(artefacts.of("m1").get(2).artefact().erasure()).isPresent();
        assertThat(fixture.room.meetings().evidenceHolds("m1")).isTrue();
        assertThat(fixture.room.meetings().require("m1").freeze().orElseThrow().evidenceHash())
                .isEqualTo(evidence);
    }

    @Test
    void aChangedFileIsFoundAndAStrayIsSweptWhenItIsOld() throws IOException {
        Artefact hung = artefacts.hang(FAY, file(Kind.PHOTOGRAPH, "a dent", Files.picture("png", 8, 8)));
        java.nio.file.Files.writeString(artefacts.file(hung), "something else");
        assertThat(artefacts.damaged()).containsExactly("f1");

        String stray = "a".repeat(64);
        java.nio.file.Files.writeString(workspace.resolve("artefacts").resolve(stray), "left behind");
        assertThat(artefacts.strays()).containsExactly(stray);
        java.time.Instant written = java.nio.file.Files.getLastModifiedTime(
                        workspace.resolve("artefacts").resolve(stray))
                .toInstant();
        assertThat(artefacts.sweep(written.minus(Duration.ofHours(1)))).isZero();
        assertThat(artefacts.sweep(written.plus(Duration.ofHours(1)))).isEqualTo(1);
        assertThat(artefacts.strays()).isEmpty();
    }

    static Draft quote(String words, Consent.Given consent) {
        return new Draft(
                Kind.QUOTE,
                "A quote",
                words,
                "",
                Optional.empty(),
                DELIVERY,
                Optional.empty(),
                consent,
                Optional.empty(),
                Redaction.NONE);
    }

    private static Draft fromAda(String words) {
        return new Draft(
                Kind.QUOTE,
                "A quote",
                words,
                "",
                Optional.empty(),
                DELIVERY,
                Optional.of(ADA),
                INSIDE,
                Optional.empty(),
                Redaction.NONE);
    }

    private static Draft file(Kind kind, String words, byte[] bytes) {
        return new Draft(
                kind,
                "A file",
                words,
                "",
                Optional.empty(),
                DELIVERY,
                Optional.empty(),
                Consent.Given.nobodyIsInIt(),
                sent(bytes),
                Redaction.NONE);
    }

    private static Optional<Draft.Sent> sent(byte[] bytes) {
        return Optional.of(new Draft.Sent(bytes));
    }

    private String content(Artefact artefact) {
        try {
            return java.nio.file.Files.readString(artefacts.file(artefact));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> sentences(String subject) {
        return fixture.about(subject).stream()
                .map((TrailEntry it) -> TrailSentences.of(it))
                .toList();
    }

    private static String everyByteOf(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = java.nio.file.Files.walk(folder)) {
            for (Path file : files.filter(java.nio.file.Files::isRegularFile).toList()) {
                all.append(new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}

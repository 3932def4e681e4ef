package io.customerroom.room.artefacts;

import static io.customerroom.room.RoomFixture.FAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.room.RoomFixture;
import io.customerroom.room.artefacts.Draft.Redaction;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class HostileArtefactsTest {

    private RoomFixture fixture;
    private Artefacts artefacts;

    @BeforeAll
    void open(@TempDir Path workspace) {
        fixture = new RoomFixture(workspace).peopled();
        artefacts = fixture.room.artefacts();
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html><body onload=alert(1)>          | The file is a web page or a drawing that can hold scripts (HTML, XML, SVG).
            <svg xmlns="x"><script>1</script>     | The file is a web page or a drawing that can hold scripts (HTML, XML, SVG).
            Dear all, <SCRIPT src=x></SCRIPT>     | The file is a web page or a drawing that can hold scripts (HTML, XML, SVG).
            GIF89a/*=1;alert(1)//                 | The file is a GIF.
            RIFF....WEBPVP8                       | The file is a WebP picture.
            ....ftypheic                          | The file is a HEIC picture, a video or an M4A recording.
            PK##                                  | The file is packed, or comes from an office program.
            #ELF#                                 | The file is none of the kinds that may hang here.
            """)
    void whatBelongsOnNoWallIsRefusedInWords(String content, String message) {
        assertThatThrownBy(() -> take(Files.bytes(content.replace('#', '\u0001'))))
                .hasMessage(message);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> take(new byte[0])).hasMessage("The file is empty.");
    }

    @Test
    void aSmallFileThatClaimsTenThousandMillionPixelsIsNotRead() {
        assertThatThrownBy(() -> take(Files.claiming(100_000, 100_000)))
                .hasMessage("The picture has 100000 × 100000 pixels.");
        assertThatThrownBy(() -> take(Files.claiming(2_000, 2_000)))
                .hasMessage("The picture cannot be read to its end.");
    }

    @Test
    void aZipBombCalledAPictureIsAZip() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("../../photo.png"));
            zip.write(new byte[1 << 20]);
        }
        assertThatThrownBy(() -> take(bomb.toByteArray()))
                .hasMessage("The file is packed, or comes from an office program.");
    }

    @Test
    void nothingBehindThePixelsSurvives() throws IOException {
        byte[] polyglot = Files.joined(
                Files.picture("png", 8, 8), Files.bytes("<script>alert(1)</script>PK and a whole archive"));
        assertThat(kept(take(polyglot))).doesNotContain("script").doesNotContain("PK");
    }

    @Test
    void theCamerasNotesDisappearAndThePictureStandsUpright() throws IOException {
        byte[] sent = Files.photograph(6, "GPS 52.5163 N 13.3777 E");
        assertThat(new String(sent, StandardCharsets.ISO_8859_1))
                .contains("Exif")
                .contains("GPS 52.5163");

        Artefact hung = take(sent);

        assertThat(kept(hung)).doesNotContain("Exif").doesNotContain("GPS");
        BufferedImage seen = Files.read(java.nio.file.Files.readAllBytes(artefacts.file(hung)));
        assertThat(List.of(seen.getWidth(), seen.getHeight())).containsExactly(20, 40);
        // held to the left: its red upper left quarter is seen at the upper right
        assertThat(redAt(seen, 15, 5)).isTrue();
        assertThat(redAt(seen, 5, 5)).isFalse();
    }

    @Test
    void whatIsBlackenedIsInNoPixelOfAnyCopy() throws IOException {
        Artefact hung = artefacts.hang(
                FAY,
                draft(
                        Files.picture("png", 4000, 2500),
                        new Redaction(List.of(), BlackBox.parse("0, 0, 2000, 1250"), false)));

        for (Path copy : List.of(artefacts.file(hung), artefacts.small(hung))) {
            BufferedImage seen = Files.read(java.nio.file.Files.readAllBytes(copy));
            assertThat(new Color(seen.getRGB(seen.getWidth() / 4, seen.getHeight() / 4)).getRed())
                    .isLessThan(16);
            assertThat(redAt(seen, 2, 2)).isFalse();
        }
        assertThat(java.nio.file.Files.size(artefacts.small(hung))).isLessThan(20_000);
    }

    @Test
    void aRectangleThatHidesNothingIsRefused() {
        assertThatThrownBy(() -> artefacts.hang(
                        FAY,
                        draft(
                                Files.picture("png", 40, 20),
                                new Redaction(List.of(), BlackBox.parse("0,0,5,5\n40,0,5,5"), false))))
                .hasMessage("Rectangle 2 lies outside the picture of 40 × 20 pixels.");
        assertThatThrownBy(() -> BlackBox.parse("1,2,3,4\nhere")).hasMessage("Line 2 of the rectangles is not one.");
    }

    @Test
    void aRecordingKeepsItsSoundAndLosesItsNotes() throws IOException {
        assertThat(kept(cleaned(Files.recording("recorded by Kunigunde"))))
                .startsWith("RIFF")
                .contains("data")
                .doesNotContain("Kunigunde");
        assertThat(kept(cleaned(Files.song("sung by Kunigunde"))))
                .startsWith("\u00ff\u00fb")
                .doesNotContain("Kunigunde");
        assertThatThrownBy(() -> cleaned(Files.bytes("ID3\3\0\0\0\0\0\4abcd<html>")))
                .hasMessage("The file claims to be an MP3 and holds no sound.");
        assertThatThrownBy(() -> cleaned(Files.bytes("RIFF\0\0\0\0WAVE<html><script>")))
                .hasMessage("The recording ends before its time.");
    }

    @Test
    void aDocumentHangsOnlyWhenSomebodyHasCleanedIt() {
        assertThatThrownBy(() -> take(Files.bytes("%PDF-1.7 …")))
                .hasMessage("Nobody has said that the document or recording is free of what is personal.");
        assertThat(cleaned(Files.bytes("%PDF-1.7 ...")).stored().orElseThrow().type())
                .isEqualTo(FileType.PDF);
    }

    private static boolean redAt(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 200 && colour.getGreen() < 60;
    }

    private Artefact take(byte[] bytes) {
        return artefacts.hang(FAY, draft(bytes, Redaction.NONE));
    }

    private Artefact cleaned(byte[] bytes) {
        return artefacts.hang(FAY, draft(bytes, new Redaction(List.of(), List.of(), true)));
    }

    private static Draft draft(byte[] bytes, Redaction redaction) {
        return new Draft(
                Kind.OTHER,
                "What came",
                "what is to be seen",
                "",
                Optional.empty(),
                Subject.of("contact", "delivery"),
                Optional.empty(),
                Consent.Given.nobodyIsInIt(),
                Optional.of(new Draft.Sent(bytes)),
                redaction);
    }

    private String kept(Artefact hung) throws IOException {
        return new String(java.nio.file.Files.readAllBytes(artefacts.file(hung)), StandardCharsets.ISO_8859_1);
    }
}

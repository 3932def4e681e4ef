package io.customerroom.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesTest {

    private static final DemoSettings SMALL = new DemoSettings(300, 12, 7, LocalDate.of(2026, 10, 31));

    @TempDir
    private Path folder;

    @Test
    void oneSeedGivesTheSameBytesInEveryZoneAndLocale() {
        SortedMap<String, String> here = hashes("here", SMALL);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(hashes("there", SMALL)).hasSize(28).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherSeedGivesAnotherCompany() {
        SortedMap<String, String> one = hashes("one", SMALL);
        SortedMap<String, String> two = hashes("two", SMALL.withSeed(8));
        assertThat(one.keySet()).isEqualTo(two.keySet());
        one.keySet().stream()
                .filter(name -> !name.endsWith(".yaml"))
                .forEach(name -> assertThat(two.get(name)).as(name).isNotEqualTo(one.get(name)));
    }

    @Test
    void anotherNumberOfCustomersLeavesTheFirstOnesAsTheyAre() throws IOException {
        DemoCompany.write(folder, SMALL);
        List<String> few = Files.readAllLines(folder.resolve("customers.csv"));
        DemoCompany.write(folder, SMALL.withCustomers(400));
        assertThat(Files.readAllLines(folder.resolve("customers.csv")))
                .startsWith(few.toArray(String[]::new))
                .hasSizeGreaterThan(few.size());
    }

    @Test
    void customersComeFirstAndEveryKindOfFactIsThere() {
        List<DemoFile> files = DemoCompany.write(folder, SMALL);
        assertThat(files)
                .extracting(file -> file.file().getFileName() + " " + file.kind() + " " + file.feed())
                .containsExactly(
                        "customers.csv customer snapshot",
                        "crosswalk.csv crosswalk delta",
                        "rates.csv rate delta",
                        "contracts.csv contract snapshot",
                        "contract-events.csv contract_event delta",
                        "shop.csv.gz purchase delta",
                        "tickets.csv ticket delta",
                        "contacts.xlsx operation delta",
                        "feedback.csv feedback delta",
                        "departures.csv departure delta",
                        "referrals.csv referral delta",
                        "costs.csv cost delta",
                        "investments.csv investment delta",
                        "touches.csv touch delta");
        assertThat(files)
                .allSatisfy(file -> assertThat(file.file()).isNotEmptyFile())
                .allSatisfy(file -> assertThat(file.mapping()).isNotEmptyFile());
    }

    @Test
    void theContractSystemSpeaksWindows1252WithSemicolonsAndCommas() throws IOException {
        DemoCompany.write(folder, SMALL);
        Path file = folder.resolve("contracts.csv");
        String text = Files.readString(file, Charset.forName("windows-1252"));
        assertThat(text)
                .startsWith("Vertrag;Kunde;Tarif;Beginn;Ende;Kündigung;Betrag;")
                .contains("Phone flat – 0 € a minute", ";Altmühle;");
        assertThat(text.lines().skip(1)).allMatch(line -> line.matches("V\\d{6}-\\d;K\\d{6};.*;\\d+,\\d\\d;(1|12);.*"));
        assertThatThrownBy(() -> Files.readString(file)).isInstanceOf(IOException.class);
    }

    /** What is announced for the month after the last day is not entered: whoever reads the files in that month would take it for having happened. */
    @Test
    void noDayFallsIntoTheMonthAfterTheLastAndLaterEndsAreThere() throws IOException {
        DemoCompany.write(folder, SMALL);
        String contracts = Files.readString(folder.resolve("contracts.csv"), Charset.forName("windows-1252"));
        String events = Files.readString(folder.resolve("contract-events.csv"));
        assertThat(contracts)
                .containsPattern(";\\d\\d\\.12\\.2026;\\d\\d\\.09\\.2026;")
                .doesNotContain(".11.2026");
        assertThat(events)
                .contains(",refund,", ",discount,", ",percent-discount,", ",pause,", ",dunning,")
                .doesNotContain("2026-11-");
    }

    @Test
    void theUsualCompanyEndsWithTheMonthBeforeTodays() {
        InstantSource newYear = InstantSource.fixed(Instant.parse("2026-12-31T11:00:00Z"));
        assertThat(DemoSettings.standard(newYear, ZoneId.of("UTC")).lastDay()).isEqualTo("2026-11-30");
        assertThat(DemoSettings.standard(newYear, ZoneId.of("Pacific/Chatham")).lastDay())
                .isEqualTo("2026-12-31");
        assertThat(DemoSettings.standard(newYear, ZoneId.of("UTC")).firstDay()).isEqualTo("2023-12-01");
    }

    @Test
    void theDefinitionOfActiveReplacesTheOneThatIsThere() throws IOException {
        Files.writeString(folder.resolve("activity.yaml"), "lapse-days: 365");
        DemoCompany.writeDefinitions(folder);
        assertThat(folder.resolve("activity.yaml"))
                .content()
                .contains("lapse-days: 120", "counts: [sale]")
                .doesNotContain("365");
    }

    @Test
    void settingsOutsideTheirRangeAreRefusedWithTheValueSeen() {
        assertThatThrownBy(() -> SMALL.withCustomers(99)).hasMessage("customers must lie in 100..900000, but was 99");
        assertThatThrownBy(() -> SMALL.withMonths(11)).hasMessage("months must lie in 12..120, but was 11");
    }

    private SortedMap<String, String> hashes(String name, DemoSettings settings) {
        Path to = folder.resolve(name);
        DemoCompany.write(to, settings);
        SortedMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(to)) {
            files.forEach(file -> hashes.put(file.getFileName().toString(), hash(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hashes;
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

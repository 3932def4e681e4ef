package io.customerroom.ledger.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanySettingsTest {

    @Test
    void defaultsAreTheseAndNoOthers() {
        assertThat(CompanySettings.defaults())
                .isEqualTo(new CompanySettings(
                        "My company",
                        new CompanyCalendar(ZoneId.of("UTC"), Month.JANUARY, DayOfWeek.MONDAY),
                        Currency.getInstance("EUR"),
                        10,
                        DataSize.ofMegabytes(1024),
                        2,
                        Duration.ofHours(1),
                        DataSize.ofMegabytes(200),
                        DataSize.ofMegabytes(20),
                        1500,
                        "127.0.0.1",
                        8480,
                        List.of(),
                        new MailSettings("", 587, MailSettings.Security.STARTTLS, "", "", "", "", 7, 7, List.of(), 7)));
    }

    @Test
    void everyKeyIsRead() {
        assertThat(parse("""
                company:
                  name: Harbour Tea
                  zone: Pacific/Chatham
                  currency: nzd
                  rate-days: 4
                  fiscal-year-start: july
                  week-start: Sunday
                limits:
                  memory: 512 MB
                  threads: 4
                  question-minutes: 5
                  upload: 2 GB
                  artefact: 5 MB
                  requests-per-minute: 600
                server:
                  address: 0.0.0.0
                  port: 9000
                  proxies: [127.0.0.1, '::1']
                mail:
                  host: smtp.example.org
                  port: 465
                  security: tls
                  user: room
                  password-file: secret/mail.password
                  from: room@example.org
                  link: https://room.example.org/
                  days-before: 3
                  escalate-after-days: 14
                  escalate-to: fay, ada
                  hour: 8
                """))
                .isEqualTo(new CompanySettings(
                        "Harbour Tea",
                        new CompanyCalendar(ZoneId.of("Pacific/Chatham"), Month.JULY, DayOfWeek.SUNDAY),
                        Currency.getInstance("NZD"),
                        4,
                        DataSize.ofMegabytes(512),
                        4,
                        Duration.ofMinutes(5),
                        DataSize.ofMegabytes(2048),
                        DataSize.ofMegabytes(5),
                        600,
                        "0.0.0.0",
                        9000,
                        List.of("127.0.0.1", "0:0:0:0:0:0:0:1"),
                        new MailSettings(
                                "smtp.example.org",
                                465,
                                MailSettings.Security.TLS,
                                "room",
                                "secret/mail.password",
                                "room@example.org",
                                "https://room.example.org",
                                3,
                                14,
                                List.of("fay", "ada"),
                                8)));
    }

    @Test
    void fiscalYearStartMayBeANumber() {
        assertThat(parse("company: {fiscal-year-start: 7}").calendar().fiscalYearStart())
                .isEqualTo(Month.JULY);
    }

    @Test
    void findingsAreToldTogetherWithLineAndNearKey() {
        assertThatThrownBy(() -> parse("""
                company:
                  zon: UTC
                  currency: gold
                limits:
                  memory: 5
                  memory: 1 GB
                colour: blue
                """))
                .isInstanceOf(Failure.class)
                .hasMessage("customer-room.yaml cannot be used. "
                        + "line 6: 'memory' is given twice. "
                        + "line 3: currency is 'gold', which is not a currency code such as EUR. "
                        + "line 5: memory is '5', which is not a size of at least 128 MB, such as 1 GB. "
                        + "line 7: there is no key 'colour'. Known are: company, limits, mail, server. "
                        + "line 2: there is no key 'zon'. Did you mean 'zone'?");
    }

    @Test
    void textThatIsNotYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> parse("company:\n  name: [tea\n"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("customer-room.yaml, line 3: this is not YAML");
    }

    @Test
    void listInPlaceOfKeysIsRefused() {
        assertThatThrownBy(() -> parse("- company\n"))
                .hasMessageContaining("line 1: keys with values are expected here.");
    }

    @Test
    void folderWithoutSettingsIsNoWorkspace(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> new Workspace(folder).require())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is not a workspace");
        Files.writeString(folder.resolve("customer-room.yaml"), "company:\n  name: Harbour Tea\n");
        assertThat(CompanySettings.read(new Workspace(folder).require()).company())
                .isEqualTo("Harbour Tea");
    }

    private static CompanySettings parse(String text) {
        return CompanySettings.from(StrictYaml.parse("customer-room.yaml", text));
    }
}

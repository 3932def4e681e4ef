package io.customerroom.ledger.workspace;

import io.customerroom.kernel.CompanyCalendar;
import java.net.InetAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * What {@code customer-room.yaml} says about the company and the limits of this installation. A missing key means its default;
 * an unknown key or a wrong value refuses the whole file, all findings together.
 *
 * @param company the company's name, shown on the walls; default {@code My company}
 * @param calendar zone (default UTC), first month of the fiscal year (January), first day of the week (Monday)
 * @param currency the reporting currency; default EUR
 * @param rateDays for so many days after its own a rate of exchange holds, if no later one comes; default 10
 * @param memory what the engine may hold in memory, outside the Java heap; beyond it spills into the workspace; default 1 GB
 * @param threads threads of the engine; default 2
 * @param questionTime after which a single question to the engine is stopped; default 60 minutes
 * @param upload the largest file accepted in the browser; default 200 MB
 * @param artefact the largest file that may hang beside the numbers; default 20 MB
 * @param requests that one person may send in a minute, pages and tokens together; default 1500
 * @param address where the server listens; default 127.0.0.1, this machine only
 * @param port default 8480; 0 takes any free one
 * @param proxies addresses of proxies in front, whose word about people's addresses and https is believed; default: none is
 * @param mail how reminders leave the house; default: none do
 */
public record CompanySettings(
        String company,
        CompanyCalendar calendar,
        Currency currency,
        int rateDays,
        DataSize memory,
        int threads,
        Duration questionTime,
        DataSize upload,
        DataSize artefact,
        int requests,
        String address,
        int port,
        List<String> proxies,
        MailSettings mail) {

    /** The longest time that {@code rate-days} may state. */
    public static final int MOST_RATE_DAYS = 366;

    public CompanySettings {
        proxies = List.copyOf(proxies);
        if (company.isBlank()) {
            throw new IllegalArgumentException("company must have a name");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive, but was " + threads);
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, but was " + port);
        }
    }

    public static CompanySettings defaults() {
        return from(StrictYaml.parse("customer-room.yaml", ""));
    }

    /** Refuses settings that could not be used. */
    public static void check(String text) {
        from(StrictYaml.parse("customer-room.yaml", text));
    }

    /** Reads the workspace's settings. The caller has made sure that it is a workspace. */
    public static CompanySettings read(Workspace workspace) {
        return from(StrictYaml.read(workspace.settings()));
    }

    static CompanySettings from(StrictYaml yaml) {
        StrictYaml.Section company = yaml.root().section("company");
        StrictYaml.Section limits = yaml.root().section("limits");
        StrictYaml.Section server = yaml.root().section("server");
        CompanySettings settings = new CompanySettings(
                company.value("name", CompanySettings::name, "a name").orElse("My company"),
                calendar(company),
                company.value("currency", CompanySettings::currencyOf, "a currency code such as EUR")
                        .orElseGet(() -> Currency.getInstance("EUR")),
                company.value("rate-days", text -> number(text, 0, MOST_RATE_DAYS), "a number of days from 0 to 366")
                        .orElse(10),
                limits.value("memory", CompanySettings::memoryOf, "a size of at least 128 MB, such as 1 GB")
                        .orElseGet(() -> DataSize.ofMegabytes(1024)),
                limits.value("threads", text -> number(text, 1, 256), "a number from 1 to 256")
                        .orElse(2),
                Duration.ofMinutes(
                        limits.value("question-minutes", text -> number(text, 1, 1440), "a number from 1 to 1440")
                                .orElse(60)),
                limits.value("upload", DataSize::parse, "a size such as 200 MB")
                        .orElseGet(() -> DataSize.ofMegabytes(200)),
                limits.value("artefact", DataSize::parse, "a size such as 20 MB")
                        .orElseGet(() -> DataSize.ofMegabytes(20)),
                limits.value("requests-per-minute", text -> number(text, 60, 1_000_000), "a number from 60 to 1000000")
                        .orElse(1500),
                server.value("address", CompanySettings::name, "an address such as 127.0.0.1")
                        .orElse("127.0.0.1"),
                server.value("port", text -> number(text, 0, 65_535), "a number from 0 to 65535")
                        .orElse(8480),
                server.values("proxies", CompanySettings::addressOf, "a list of addresses such as 127.0.0.1"),
                MailSettings.from(yaml.root().section("mail")));
        yaml.finish();
        return settings;
    }

    private static CompanyCalendar calendar(StrictYaml.Section company) {
        return new CompanyCalendar(
                company.value("zone", ZoneId::of, "a time zone such as Europe/Berlin")
                        .orElseGet(() -> ZoneId.of("UTC")),
                company.value("fiscal-year-start", CompanySettings::monthOf, "a month such as july or 7")
                        .orElse(Month.JANUARY),
                company.value("week-start", text -> DayOfWeek.valueOf(upper(text)), "a day such as monday")
                        .orElse(DayOfWeek.MONDAY));
    }

    private static String name(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("blank");
        }
        return text.strip();
    }

    private static String addressOf(String text) {
        return InetAddress.ofLiteral(text.strip()).getHostAddress();
    }

    private static Currency currencyOf(String text) {
        return Currency.getInstance(upper(text));
    }

    private static DataSize memoryOf(String text) {
        DataSize memory = DataSize.parse(text);
        if (memory.megabytes() < 128) {
            throw new IllegalArgumentException("too small: " + memory);
        }
        return memory;
    }

    private static Month monthOf(String text) {
        return Character.isDigit(text.charAt(0)) ? Month.of(number(text, 1, 12)) : Month.valueOf(upper(text));
    }

    private static int number(String text, int lowest, int highest) {
        int number = Integer.parseInt(text);
        if (number < lowest || number > highest) {
            throw new IllegalArgumentException("out of range: " + number);
        }
        return number;
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}

package io.customerroom.ledger.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How reminders leave the house by mail. Nothing is sent while no host is named. The password is never a setting: it comes from the
 * environment or from a file of its own.
 *
 * @param host of the mail server; empty: no mail is sent
 * @param port default 587
 * @param security default {@code starttls}
 * @param user to sign in with; empty: without signing in
 * @param passwordFile seen from the workspace; empty: the password is in the environment
 * @param from address of the sender
 * @param link address of the room for people, as it stands in letters, without a slash at the end; empty: letters have no links
 * @param daysBefore how long before its date a promise is first reminded of; default 7
 * @param escalateAfterDays how long a promise is overdue before others are told; default 7
 * @param escalateTo accounts that are told; none: every facilitator
 * @param hour of the company's day from which letters go out; default 7
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        String user,
        String passwordFile,
        String from,
        String link,
        int daysBefore,
        int escalateAfterDays,
        List<String> escalateTo,
        int hour) {

    /** How the way to the mail server is secured. */
    public enum Security {
        /** Plain at first, then encrypted, or not at all. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** Not encrypted: for a server on this machine. */
        NONE;

        static Security of(String text) {
            return Arrays.stream(values())
                    .filter(it -> it.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown"));
        }
    }

    public MailSettings {
        escalateTo = List.copyOf(escalateTo);
    }

    /** Whether mail is sent at all. */
    public boolean on() {
        return !host.isEmpty();
    }

    static MailSettings from(StrictYaml.Section mail) {
        return new MailSettings(
                mail.value("host", String::strip, "the name of a mail server").orElse(""),
                mail.value("port", text -> number(text, 1, 65_535), "a number from 1 to 65535")
                        .orElse(587),
                mail.value("security", Security::of, "starttls, tls or none").orElse(Security.STARTTLS),
                mail.value("user", String::strip, "a name to sign in with").orElse(""),
                mail.value("password-file", String::strip, "a file").orElse(""),
                mail.value("from", MailSettings::address, "a mail address such as room@example.org")
                        .orElse(""),
                mail.value("link", MailSettings::link, "an address such as https://room.example.org")
                        .orElse(""),
                mail.value("days-before", text -> number(text, 0, 60), "a number from 0 to 60")
                        .orElse(7),
                mail.value("escalate-after-days", text -> number(text, 0, 365), "a number from 0 to 365")
                        .orElse(7),
                mail.value("escalate-to", MailSettings::names, "accounts, such as fay, ada")
                        .orElse(List.of()),
                mail.value("hour", text -> number(text, 0, 23), "an hour from 0 to 23")
                        .orElse(7));
    }

    private static String address(String text) {
        if (!text.strip().matches("[^\\s@<>,;:\"]+@[A-Za-z0-9.-]+")) {
            throw new IllegalArgumentException("no address");
        }
        return text.strip();
    }

    private static String link(String text) {
        if (!text.strip().matches("https?://\\S+")) {
            throw new IllegalArgumentException("no link");
        }
        return text.strip().replaceAll("/+$", "");
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static int number(String text, int lowest, int highest) {
        int number = Integer.parseInt(text.strip());
        if (number < lowest || number > highest) {
            throw new IllegalArgumentException("out of range: " + number);
        }
        return number;
    }
}

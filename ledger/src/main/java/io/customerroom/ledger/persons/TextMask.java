package io.customerroom.ledger.persons;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hides what a person's own words say about how to reach or charge them: e-mail addresses, telephone, card and account numbers, in the digits of any
 * script. Card numbers are told by their check digit (Luhn, ISO/IEC 7812-1), account numbers by theirs (ISO 13616, MOD 97-10 of ISO/IEC 7064). A telephone number is what is written
 * like one: with a plus, a leading zero, or in groups; amounts, dates, times and numbers of orders stay.
 */
public final class TextMask {

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{M}0-9._%+-]{1,64}[@\\uFF20][\\p{L}\\p{M}0-9.-]{1,190}[.\\uFF0E]\\p{L}{2,24}");
    private static final Pattern ACCOUNT = Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}\\p{Nd}{2}");
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}.,#]|[\\p{Lu}\\p{Nd}]-)[+\\uFF0B]?\\(?\\p{Nd}(?:[ \\u00A0()/.-]{0,2}\\p{Nd}){6,18}(?![\\p{L}\\p{Nd}])");
    /** Days and moments: 2026-03-31, 31.03.2026, 3/31/2026, with or without a time of day behind. */
    private static final Pattern DAY =
            Pattern.compile("(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{4})(?: \\d{1,2})?");
    /** 1.234.567, 12 345 678.90 and 1234567.89, as money is written. */
    private static final Pattern AMOUNT =
            Pattern.compile("[1-9]\\d{0,2}(?:([ .])\\d{3})(?:\\1\\d{3})*(?:\\.\\d{1,2})?|[1-9]\\d*\\.\\d{1,2}");

    private static final int SHORTEST_CARD = 12;
    private static final int LONGEST_CARD = 19;
    private static final int LONGEST_IBAN = 34;

    /** How long account numbers are in each country that has them (SWIFT, IBAN Registry): long keys in hexadecimal digits are none. */
    private static final Map<String, Integer> IBANS = Stream.of("""
                    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28
                    EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26
                    IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28
                    NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25
                    SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30""".strip().split("\\s+"))
            .collect(Collectors.toMap(
                    country -> country.substring(0, 2), country -> Integer.valueOf(country.substring(2))));

    private TextMask() {}

    /** The text with {@code [e-mail]}, {@code [account]} and {@code [number]} in their place. */
    public static String mask(String text) {
        String masked = EMAIL.matcher(text).replaceAll("[e-mail]");
        masked = withoutAccounts(masked);
        return DIGITS.matcher(masked)
                .replaceAll(found -> reachesOrCharges(found.group()) ? "[number]" : quoted(found.group()));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }

    private static String withoutAccounts(String text) {
        Matcher begin = ACCOUNT.matcher(text);
        StringBuilder masked = new StringBuilder();
        int told = 0;
        while (begin.find(told)) {
            int end = endOfAccount(text, begin.start());
            masked.append(text, told, begin.start()).append(end < 0 ? begin.group() : "[account]");
            told = end < 0 ? begin.end() : end;
        }
        return masked.append(text, told, text.length()).toString();
    }

    /** The end of the longest account number that begins here, in groups or not; -1 where there is none. */
    private static int endOfAccount(String text, int from) {
        int end = -1;
        StringBuilder plain = new StringBuilder();
        for (int at = from; at < text.length() && plain.length() < LONGEST_IBAN; at++) {
            char here = text.charAt(at);
            if (Character.isLetterOrDigit(here)) {
                plain.append(here);
                boolean ends = at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
                end = ends && isIban(plain.toString()) ? at + 1 : end;
            } else if (here != ' ' && here != '\u00A0' && here != '-') {
                break;
            }
        }
        return end;
    }

    /** As long as its country's are; letters count from 10, the first four characters stand last, and the remainder by 97 is 1. */
    private static boolean isIban(String written) {
        String plain = inAscii(written).toUpperCase(Locale.ROOT);
        if (plain.length() != IBANS.getOrDefault(plain.substring(0, Math.min(2, plain.length())), 0)
                || !plain.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]+")) {
            return false;
        }
        int remainder = 0;
        String turned = plain.substring(4) + plain.substring(0, 4);
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), Character.MAX_RADIX);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }

    private static boolean reachesOrCharges(String written) {
        String ascii = inAscii(written);
        String digits = ascii.replaceAll("\\D", "");
        if (DAY.matcher(ascii).matches() || AMOUNT.matcher(ascii).matches()) {
            return false;
        }
        boolean card = digits.length() >= SHORTEST_CARD && digits.length() <= LONGEST_CARD && hasCheckDigit(digits);
        boolean dialled = ascii.startsWith("+") || ascii.startsWith("(") || ascii.startsWith("0");
        boolean grouped = ascii.length() > digits.length();
        return card || dialled || grouped;
    }

    /** Luhn: from the right, every second digit doubled, its digits added; the sum is a multiple of ten. */
    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Digits, letters and signs of full width, and digits of any script, as ASCII writes them. */
    private static String inAscii(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(point -> {
            int digit = Character.digit(point, 10);
            if (digit >= 0) {
                ascii.append(digit);
            } else {
                ascii.appendCodePoint(point == '\uFF0B' ? '+' : point == '\u00A0' ? ' ' : point);
            }
        });
        return ascii.toString();
    }

    /**
     * The same, and {@code [name]} where a name stands, or one of its words of three letters or more, however it is written. Whoever shares a name with a common
     * word loses that word: better a gap than a person.
     */
    public static String mask(String text, Collection<String> names) {
        return mask(text, NameList.of(names));
    }

    /** The same with a list that many texts are read against. */
    public static String mask(String text, NameList names) {
        return names.hide(mask(text));
    }

    /** What a file is called, without names and addresses; its numbers are days and versions, and stay. */
    public static String maskName(String file, NameList names) {
        return names.hide(EMAIL.matcher(file).replaceAll("[e-mail]"));
    }
}

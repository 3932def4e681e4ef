package io.customerroom.ledger.imports.values;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Amounts as people print them: with the sign of their currency, with negative ones in brackets or with the minus behind. Only the signs of the
 * reporting currency are taken off; an amount in another currency stays unreadable, since it is another amount.
 */
public final class MoneyText {

    private static final Map<String, List<String>> SIGNS = Map.ofEntries(
            Map.entry("EUR", List.of("€")),
            Map.entry("USD", List.of("US$", "$")),
            Map.entry("CAD", List.of("CA$", "C$", "$")),
            Map.entry("AUD", List.of("A$", "AU$", "$")),
            Map.entry("NZD", List.of("NZ$", "$")),
            Map.entry("SGD", List.of("S$", "$")),
            Map.entry("HKD", List.of("HK$", "$")),
            Map.entry("MXN", List.of("MX$", "$")),
            Map.entry("GBP", List.of("£")),
            Map.entry("JPY", List.of("¥", "円")),
            Map.entry("CNY", List.of("¥", "元")),
            Map.entry("CHF", List.of("SFr.", "Fr.")),
            Map.entry("INR", List.of("₹", "Rs.")),
            Map.entry("BRL", List.of("R$")),
            Map.entry("KRW", List.of("₩")),
            Map.entry("PLN", List.of("zł")),
            Map.entry("CZK", List.of("Kč")),
            Map.entry("SEK", List.of("kr")),
            Map.entry("NOK", List.of("kr")),
            Map.entry("DKK", List.of("kr.", "kr")),
            Map.entry("TRY", List.of("₺")),
            Map.entry("UAH", List.of("₴")),
            Map.entry("ILS", List.of("₪")));

    private final String code;
    private final List<String> signs;

    /** @param currency the reporting currency, as three letters */
    public MoneyText(String currency) {
        this.code = currency.toUpperCase(Locale.ROOT);
        this.signs = SIGNS.getOrDefault(code, List.of());
    }

    /** The reporting currency, as three letters. */
    public String currency() {
        return code;
    }

    /** The bare number with its sign in front; empty where there was nothing to take off, or nothing is left. */
    public Optional<byte[]> bare(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
        boolean negative = false;
        String rest = text;
        if (rest.startsWith("(") && rest.endsWith(")")) {
            negative = true;
            rest = inner(rest, 1, 1);
        }
        rest = withoutSign(rest);
        if (rest.startsWith("-") || rest.startsWith("−")) {
            if (negative) {
                return Optional.empty();
            }
            negative = true;
            rest = inner(rest, 1, 0);
        } else if (rest.endsWith("-") || rest.endsWith("−")) {
            if (negative) {
                return Optional.empty();
            }
            negative = true;
            rest = inner(rest, 0, 1);
        }
        rest = withoutSign(rest);
        if (rest.isEmpty() || !Character.isDigit(rest.charAt(0)) || rest.equals(text)) {
            return Optional.empty();
        }
        return Optional.of(((negative ? "-" : "") + rest).getBytes(StandardCharsets.UTF_8));
    }

    private String withoutSign(String text) {
        if (text.regionMatches(true, 0, code, 0, code.length())) {
            return inner(text, code.length(), 0);
        }
        if (text.regionMatches(true, text.length() - code.length(), code, 0, code.length())) {
            return inner(text, 0, code.length());
        }
        for (String sign : signs) {
            if (text.startsWith(sign)) {
                return inner(text, sign.length(), 0);
            }
            if (text.endsWith(sign)) {
                return inner(text, 0, sign.length());
            }
        }
        return text;
    }

    private static String inner(String text, int front, int back) {
        return text.substring(front, text.length() - back)
                .replaceAll("^[\\s\\u00a0\\u202f]+|[\\s\\u00a0\\u202f]+$", "");
    }
}

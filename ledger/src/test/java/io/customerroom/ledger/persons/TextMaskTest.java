package io.customerroom.ledger.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            write to ada.b+x@mail.example.org!   | write to [e-mail]!
            jürgen@köln.example                  | [e-mail]
            call +49 (30) 123-4567 now           | call [number] now
            my card 4111 1111 1111 1111          | my card [number]
            card 4111-1111-1111-1111, cvc 123    | card [number], cvc 123
            card 4111111111111111                | card [number]
            call 0151-2345678 or 015123456789    | call [number] or [number]
            call +905321234567                   | call [number]
            ara: ０５３２ １２３ ４５ ６７            | ara: [number]
            اتصل ٠٥٣٢١٢٣٤٥٦٧                     | اتصل [number]
            İLETİŞİM: ıĞdır@örnek.com.tr         | İLETİŞİM: [e-mail]
            a＠b.example                          | [e-mail]
            IBAN tr330006100519786457841326      | IBAN [account]
            IBAN DE89 3704 0044 0532 0130 00.    | IBAN [account].
            order be83750cc1548fc43be7855ee6c26d5e | order be83750cc1548fc43be7855ee6c26d5e
            order 4711, 3 parcels, 12.50 EUR     | order 4711, 3 parcels, 12.50 EUR
            late by 10 days                      | late by 10 days
            order 4000123456, invoice 20260417   | order 4000123456, invoice 20260417
            order AB-2026-000123456              | order AB-2026-000123456
            on 2026-03-31 and 31.03.2026 18:30   | on 2026-03-31 and 31.03.2026 18:30
            1.234.567,89 EUR and 12 345 678.90   | 1.234.567,89 EUR and 12 345 678.90
            cost 1234567.89 in all               | cost 1234567.89 in all
            part DE12 3456 7890 1234 5678 90     | part DE12 [number]
            card 4111111111111112 of the museum  | card 4111111111111112 of the museum
            """)
    void whatReachesOrChargesAPersonIsHidden(String text, String masked) {
        assertThat(TextMask.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mr BRAND says Ada was kind          | Mr [name] says [name] was kind
            Ada Brand wants her money           | [name] wants her money
            brandy and the Adagio               | brandy and the Adagio
            Brand's line is slow                | [name]'s line is slow
            """)
    void namesOfThoseTheNoteIsAboutAreHiddenAndOtherWordsAreNot(String text, String masked) {
        assertThat(TextMask.mask(text, List.of("Ada Brand", "De"))).isEqualTo(masked);
    }

    @Test
    void noEmailCardAccountOrDialledNumberSurvivesWhateverStandsAroundIt() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String secret =
                    switch ((int) (seed % 4)) {
                        case 0 -> word(random) + "@" + word(random) + ".example";
                        case 1 -> "+" + (1 + random.nextInt(98)) + " " + digits(random, 3) + " " + digits(random, 6);
                        case 2 -> withLuhn("4" + digits(random, 14));
                        default -> iban(digits(random, 18));
                    };
            String text = word(random) + " " + secret + "! " + word(random);
            assertThat(TextMask.mask(text))
                    .as("seed " + seed)
                    .doesNotContain(secret)
                    .contains("[");
        }
    }

    @Test
    void daysAmountsAndNumbersOfOrdersStay() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String day = LocalDate.ofEpochDay(random.nextInt(10_000, 25_000)).toString();
            String amount = String.format(Locale.ROOT, "%,d.%02d", random.nextInt(1_000_000_000), random.nextInt(100));
            String order = "order " + (1 + random.nextInt(9)) + digits(random, 3 + random.nextInt(7));
            String text = String.join(" of ", order, day, amount, "EUR");
            assertThat(TextMask.mask(text)).as("seed " + seed).isEqualTo(text);
        }
    }

    private static String word(SplittableRandom random) {
        return random.ints(3 + random.nextInt(8), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String digits(SplittableRandom random, int count) {
        return random.ints(count, '0', '9' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The one digit with which a number passes, found by trying all ten with another way to add up. */
    private static String withLuhn(String number) {
        return IntStream.range(0, 10)
                .mapToObj(last -> number + last)
                .filter(card -> IntStream.range(0, card.length())
                                        .map(i -> {
                                            int digit = card.charAt(i) - '0';
                                            boolean doubled = (card.length() - i) % 2 == 0;
                                            return doubled ? "0246813579".charAt(digit) - '0' : digit;
                                        })
                                        .sum()
                                % 10
                        == 0)
                .findFirst()
                .orElseThrow();
    }

    private static String iban(String account) {
        int check = 98
                - new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue(); // DE00
        return "DE%02d%s".formatted(check, account);
    }
}

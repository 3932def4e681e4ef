package io.customerroom.ledger.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            write to ada.b+x@mail.example.org!   | write to [e-mail]!
            jürgen@köln.example                  | [e-mail]
            call +49 (30) 123-4567 now           | call [number] now
            my card 4111 1111 1111 1111          | my card [number]
            IBAN DE89 3704 0044 0532 0130 00.    | IBAN [account].
            order 4711, 3 parcels, 12.50 EUR     | order 4711, 3 parcels, 12.50 EUR
            late by 10 days                      | late by 10 days
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
}

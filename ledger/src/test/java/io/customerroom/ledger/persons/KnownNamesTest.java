package io.customerroom.ledger.persons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rosalind Quux of Elm Row 7, called RQ-4477; Target, a shop; Ångström, 100200. */
class KnownNamesTest {

    private static final KnownNames KNOWN = KnownNames.of(
            List.of("Rosalind Quux", "Elm Row 7", "RQ-4477", "Target", "Ångström", "100200", "17", "o1", "", "Li"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rosalind Quux told me so                | [name] told me so
            ROSALIND  quux, of Elm Row 7.           | [name], of [name].
            as Quux, Rosalind wrote                 | as [name] wrote
            letter-of-rosalind_quux.csv             | letter-of-[name].csv
            (rq-4477)                               | ([name])
            Target is shut                          | [name] is shut
            the target was met                      | the target was met
            Ångström came                           | [name] came
            ANGSTRÖM came                           | ANGSTRÖM came
            customer 100200, 17 orders, o1          | customer [name], 17 orders, o1
            Rosalind alone, Quux alone, Elm Row     | Rosalind alone, Quux alone, Elm Row
            Rosalind Quuxley is somebody else       | Rosalind Quuxley is somebody else
            Li said nothing                         | Li said nothing
            """)
    void whatACustomerIsCalledIsHiddenAndNothingElse(String written, String hidden) {
        assertThat(KNOWN.hide(written)).isEqualTo(hidden);
    }

    @Test
    void nobodyKnownHidesNothing() {
        assertThat(KnownNames.none().hide("Rosalind Quux")).isEqualTo("Rosalind Quux");
    }

    @Test
    void manyNamesAreFoundEachForItself() {
        KnownNames.Collecting collecting = new KnownNames.Collecting();
        for (int i = 0; i < 20_000; i++) {
            collecting.accept("Person%05d Of%05d".formatted(i, i));
        }
        assertThat(collecting.done().hide("Person00000 Of00000 met person19999 of19999 and Person00001 Of00002"))
                .isEqualTo("[name] met [name] and Person00001 Of00002");
    }
}

package io.customerroom.room.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    @Test
    void aPasswordMatchesItsOwnTextOnly() {
        Passwords passwords = Passwords.cheap();
        String stored = passwords.hash("a longer sentence");
        assertThat(stored).startsWith("pbkdf2-sha256:10:").doesNotContain("sentence");
        assertThat(passwords.matches("a longer sentence", stored)).isTrue();
        assertThat(passwords.matches("a longer sentencf", stored)).isFalse();
        assertThat(passwords.hash("a longer sentence")).isNotEqualTo(stored);
    }

    @Test
    void withoutATextNothingMatches() {
        assertThat(Passwords.cheap().matches("", null)).isFalse();
    }

    @Test
    void theKeyIsThatOfThePublishedFunction() {
        // RFC 7914, section 11: PBKDF2-HMAC-SHA-256, P = "passwd", S = "salt", c = 1; first 32 of 64 bytes.
        String stored = "pbkdf2-sha256:1:73616c74:55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc";
        assertThat(Passwords.cheap().matches("passwd", stored)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ada | elevenchars     | Use at least 12 characters; this has 11.
            ada | hello ada hello | Leave the account's name out of it.
            ada | Password1234    | This is one of the passwords everybody tries first.
            eve | aaaabbbbccccdddd | Use at least 5 different characters.
            eve | the harbour at night | Leave the company's name out of it.
            eve | HarbourAndSons 2026 | Leave the company's name out of it.
            """)
    void aWeakPasswordIsToldWhy(String name, String password, String objection) {
        assertThat(PasswordPolicy.objections(name, "Harbour and Sons", password))
                .containsExactly(objection);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            iloveyou98761    | a password that many use
            P@ssw0rd12345    | a password that many use
            michael19851985  | a name, something repeated
            elizabeth1999    | a name, a year or day
            jessica@jessica@ | something repeated
            abcdefghijklm    | letters or digits in order
            """)
    void aPasswordOfKnownPiecesIsRefusedAndNotRepeated(String password, String pieces) {
        assertThat(PasswordPolicy.objections("ada", "", password))
                .containsExactly("This would soon be guessed: it is put together from " + pieces
                        + ". Take some words that do not belong together.");
    }

    @Test
    void alsoTheLongestPasswordIsJudgedAtOnce() {
        assertThat(PasswordPolicy.objections("ada", "", "abcdef".repeat(33))).hasSize(1);
        assertThat(PasswordPolicy.objections(
                        "ada", "", "a herd of goats, 7 lanterns and an old tin whistle ".repeat(3)))
                .isEmpty();
    }

    @Test
    void shortWordsOfTheCompanyAreNobodysSecret() {
        assertThat(PasswordPolicy.objections("ada", "A & B Ltd", "a longer ltd sentence"))
                .isEmpty();
        assertThat(PasswordPolicy.objections("ada", "", "a longer sentence")).isEmpty();
    }

    @Test
    void aLongSentenceIsFine() {
        assertThat(PasswordPolicy.objections("ada", "Harbour and Sons", "sand and a longer sentence"))
                .isEmpty();
    }
}

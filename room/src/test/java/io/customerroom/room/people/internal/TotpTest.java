package io.customerroom.room.people.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B: the ASCII text 12345678901234567890. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheRfcsAppendix(long second, String lastSixDigits) {
        assertThat(Totp.codeAt(SECRET, Instant.ofEpochSecond(second))).isEqualTo(lastSixDigits);
    }

    @Test
    void aCodeIsRightHalfAMinuteEarlyOrLateAndOnlyOnce() {
        Instant now = Instant.ofEpochSecond(1111111111);
        String code = Totp.codeAt(SECRET, now);
        OptionalLong step = Totp.step(SECRET, code, now, 0);
        assertThat(step).hasValue(37037037);
        assertThat(Totp.step(SECRET, code, now.plusSeconds(30), 0)).hasValue(37037037);
        assertThat(Totp.step(SECRET, code, now.minusSeconds(30), 0)).hasValue(37037037);
        assertThat(Totp.step(SECRET, code, now.plusSeconds(60), 0)).isEmpty();
        assertThat(Totp.step(SECRET, code, now, 37037037)).isEmpty();
    }

    @Test
    void aSecretHas160BitsInBase32() {
        assertThat(Totp.secret()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.secret());
    }
}

package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thongsuot.Proves;

/// One-time codes against the standard and against a stranger's program.
@Proves("H6.1")
class TimeCodesTests {

    private static final String DIGITS = "1234567890";

    /// RFC 6238, Appendix B: the table of test vectors, all three algorithms, eight digits.
    @ParameterizedTest
    @CsvSource({
        "59,94287082,46119246,90693936",
        "1111111109,07081804,68084774,25091201",
        "1111111111,14050471,67062674,99943326",
        "1234567890,89005924,91819424,93441116",
        "2000000000,69279037,90698825,38618901",
        "20000000000,65353130,77737706,47863826"
    })
    void givesTheCodesOfTheStandard(long second, String sha1, String sha256, String sha512) {
        long step = TimeCodes.step(Instant.ofEpochSecond(second));
        assertThat(new TimeCodes(8, "HmacSHA1").code(secret(20), step)).isEqualTo(sha1);
        assertThat(new TimeCodes(8, "HmacSHA256").code(secret(32), step)).isEqualTo(sha256);
        assertThat(new TimeCodes(8, "HmacSHA512").code(secret(64), step)).isEqualTo(sha512);
    }

    /// RFC 4648 §10: test vectors of Base32, without the padding.
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesBase32AsTheStandard(String text, String written) {
        assertThat(TimeCodes.base32(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(written);
    }

    @Test
    void agreesWithOathtoolOnAnySecretAtAnyTime() {
        Random random = new Random(20241122);
        TimeCodes codes = new TimeCodes(TimeCodes.DIGITS, TimeCodes.ALGORITHM);
        for (int time = 0; time < 25; time++) {
            byte[] secret = new byte[20];
            random.nextBytes(secret);
            Instant at = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE));
            assertThat(codes.code(secret, TimeCodes.step(at)))
                    .as("at %s", at)
                    .isEqualTo(Oathtool.code(TimeCodes.base32(secret), at));
        }
    }

    @Test
    void takesTheStepBeforeAndAfterAndNoOther() {
        TimeCodes codes = new TimeCodes(TimeCodes.DIGITS, TimeCodes.ALGORITHM);
        Instant now = Instant.parse("2024-11-22T01:00:10Z");
        long step = TimeCodes.step(now);
        for (long offset = -3; offset <= 3; offset++) {
            var matched = codes.matching(secret(20), codes.code(secret(20), step + offset), now);
            assertThat(matched.isPresent()).as("offset %d", offset).isEqualTo(Math.abs(offset) <= 1);
            if (matched.isPresent()) {
                assertThat(matched.getAsLong()).isEqualTo(step + offset);
            }
        }
        assertThat(codes.matching(secret(20), "", now)).isEmpty();
    }

    private static byte[] secret(int length) {
        return DIGITS.repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}

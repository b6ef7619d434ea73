package vn.thongsuot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thongsuot.Proves;
import vn.thongsuot.shared.Refusal;

/// What a password must be.
@Proves("H6.1")
class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @CsvSource({
        "ngan,                PASSWORD_SHORT",
        "matkhau123!,         PASSWORD_COMMON",
        "MậtKhẩu@2024,        PASSWORD_COMMON",
        "P@ssw0rd123,         PASSWORD_COMMON",
        "1234567890,          PASSWORD_COMMON",
        "qwertyuiop12,        PASSWORD_COMMON",
        "abcabcabcabc,        PASSWORD_COMMON",
        "aaaaaaaaaaaa,        PASSWORD_COMMON",
        "TraVinh2024!,        PASSWORD_COMMON",
        "xin-hanh.ttm-chao,   PASSWORD_LIKE_NAME",
    })
    void refusesWhatEverybodyTriesFirst(String password, AccessProblem problem) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> rules.check(password, "hanh.ttm"));
        assertThat(refusal).as(password).isNotNull();
        assertThat(refusal.problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chín con rồng về biển", "cầu-quay-mưa-tháng-bảy", "8cayDua&motConMeo"})
    void takesAShortSentence(String password) {
        assertThatCode(() -> rules.check(password, "hanh.ttm")).doesNotThrowAnyException();
    }
}

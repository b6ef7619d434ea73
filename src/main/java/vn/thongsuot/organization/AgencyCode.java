package vn.thongsuot.organization;

import java.util.regex.Pattern;

/// **Mã cơ quan.** A code under a scheme, in force for a period. The key is (scheme, code, valid from): a new
/// unit may re-use an old unit's code.
public record AgencyCode(Scheme scheme, String code, Period period) {

    /// Who gives the code.
    public enum Scheme {
        /// Identifier for electronic exchange, QĐ 20/2020/QĐ-TTg: groups from the highest level down, at most 35
        /// characters.
        IDENTIFIER("[0-9A-Z]+(\\.[0-9A-Z]+)*", 35),
        /// The older form, QCVN 102:2016/BTTTT: 13 characters, lowest level first; kept as an alias.
        OLD_IDENTIFIER("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}", 13),
        /// Code of an administrative unit, General Statistics Office: 2, 3 or 5 digits.
        ADMINISTRATIVE_UNIT("\\d{2}|\\d{3}|\\d{5}", 5);

        private final Pattern form;
        private final int longest;

        Scheme(String form, int longest) {
            this.form = Pattern.compile(form);
            this.longest = longest;
        }

        boolean fits(String code) {
            return code.length() <= longest && form.matcher(code).matches();
        }
    }

    public AgencyCode {
        if (!scheme.fits(code)) {
            throw OrganizationProblem.CODE_INVALID.because(code);
        }
    }
}

package vn.thongsuot.dossier;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// **Người nộp hồ sơ.** Who asks.
///
/// @param number of the identity card, 12 digits, or of the older card, 9
public record Applicant(
        String name,
        String number,
        @Nullable String phone,
        @Nullable String address) {

    private static final Pattern NUMBER = Pattern.compile("\\d{9}|\\d{12}");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST = 300;

    /// As typed at the counter. Refuses a name or number that is missing or cannot be; what was taken once stays
    /// readable, whatever is asked for later.
    public static Applicant of(String name, String number, @Nullable String phone, @Nullable String address) {
        String plain = name.strip().replaceAll("\\s+", " ");
        if (plain.length() < 2) {
            throw DossierProblem.APPLICANT_MISSING.because().at("name");
        }
        needLength("name", plain, LONGEST_NAME);
        if (!NUMBER.matcher(number.strip()).matches()) {
            throw DossierProblem.NUMBER_INVALID.because().at("number");
        }
        needLength("phone", phone, LONGEST);
        needLength("address", address, LONGEST);
        return new Applicant(plain, number.strip(), phone, address);
    }

    private static void needLength(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw DossierProblem.TEXT_TOO_LONG.because(longest).at(field);
        }
    }
}

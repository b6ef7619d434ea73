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

    /// Refuses a name or number that is missing or cannot be.
    public Applicant {
        name = name.strip().replaceAll("\\s+", " ");
        number = number.strip();
        if (name.length() < 2) {
            throw DossierProblem.APPLICANT_MISSING.because().at("name");
        }
        needLength("name", name, LONGEST_NAME);
        if (!NUMBER.matcher(number).matches()) {
            throw DossierProblem.NUMBER_INVALID.because().at("number");
        }
        needLength("phone", phone, LONGEST);
        needLength("address", address, LONGEST);
    }

    private static void needLength(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw DossierProblem.TEXT_TOO_LONG.because(longest).at(field);
        }
    }
}

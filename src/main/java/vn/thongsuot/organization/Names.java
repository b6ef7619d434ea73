package vn.thongsuot.organization;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Names as they are kept: composed (NFC), single spaces, of a sensible length.
final class Names {

    static final int LONGEST_AGENCY = 300;
    static final int LONGEST_NOTE = 500;
    static final int LONGEST_PERSON = 120;
    private static final int SHORTEST = 2;
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cc}|\\p{Cf}");

    private Names() {}

    static String agency(String typed) {
        return clean(typed, LONGEST_AGENCY);
    }

    static String note(String typed) {
        return clean(typed, LONGEST_NOTE);
    }

    static String person(String typed) {
        return clean(typed, LONGEST_PERSON);
    }

    private static String clean(String typed, int longest) {
        String clean = GAPS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        if (clean.length() < SHORTEST
                || clean.length() > longest
                || UNSEEN.matcher(clean).find()) {
            throw OrganizationProblem.NAME_INVALID.because(longest);
        }
        return clean;
    }
}

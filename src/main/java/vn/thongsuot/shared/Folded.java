package vn.thongsuot.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// **Tên bỏ dấu.** A name made comparable without marks and case: `Nguyễn Thị Lan` → `nguyen thi lan`.
public record Folded(String marked, String plain) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}.]+");

    public static Folded of(String text) {
        String lower = GAPS.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd');
        return new Folded(lower, plain);
    }

    /// What SQL's `like` finds folded names with that hold `query`; empty, which finds nothing, where it has no letter.
    public static String within(String query) {
        String plain = of(query).plain();
        return plain.isEmpty() ? "" : literally(plain);
    }

    /// What SQL's `like` finds texts with that hold `text` as it stands: its own signs mean nothing.
    public static String literally(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /// How well this name answers `query`: 0 best, −1 not at all. Exact marks come before folded ones, a match at
    /// the beginning before one inside; otherwise every typed word must begin some word of the name.
    public int rank(Folded query) {
        if (marked.equals(query.marked)) {
            return 0;
        }
        if (startsAWord(marked, query.marked)) {
            return 1;
        }
        if (startsAWord(plain, query.plain)) {
            return query.marked.equals(query.plain) ? 1 : 2;
        }
        boolean all = Arrays.stream(query.plain.split(" ", -1)).allMatch(word -> startsAWord(plain, word));
        return all ? 3 : -1;
    }

    private static boolean startsAWord(String text, String start) {
        for (int at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
            if (at == 0 || text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '.') {
                return true;
            }
        }
        return false;
    }
}

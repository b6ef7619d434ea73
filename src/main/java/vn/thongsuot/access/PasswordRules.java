package vn.thongsuot.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/// What a password must be: long enough, not one of those everybody tries, not the person's own name. No rules
/// about kinds of characters and no forced change (NIST SP 800-63B §5.1.1.2).
final class PasswordRules {

    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern EDGES = Pattern.compile("^[^a-z]+|[^a-z]+$");
    private static final Pattern REPEATED = Pattern.compile("(.{1,4}?)\\1+.?");
    private static final String ROWS =
            "01234567890 1234567891011121314151617181920 9876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm 1qaz2wsx3edc4rfv5tgb";

    private final Set<String> common;

    PasswordRules() {
        try {
            common = new ClassPathResource("access/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Refuses with the reason, or returns.
    void check(String password, String signInName) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw AccessProblem.PASSWORD_SHORT.because(SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw AccessProblem.PASSWORD_LONG.because(LONGEST);
        }
        String plain = plain(password);
        if (isCommon(plain)) {
            throw AccessProblem.PASSWORD_COMMON.because();
        }
        String name = plain(signInName).replaceAll("[^a-z0-9]", "");
        if (name.length() >= 3 && plain.replaceAll("[^a-z0-9]", "").contains(name)) {
            throw AccessProblem.PASSWORD_LIKE_NAME.because();
        }
    }

    private boolean isCommon(String plain) {
        String inner = EDGES.matcher(plain).replaceAll("");
        String letters = unleeted(inner).replaceAll("[^a-z]", "");
        return common.contains(plain)
                || common.contains(letters)
                || REPEATED.matcher(plain).matches()
                || isRow(plain)
                || plain.chars().distinct().count() < 5;
    }

    /// A run of neighbouring keys, perhaps typed twice or ended with a few signs.
    private static boolean isRow(String plain) {
        String core = plain.replaceAll("[^a-z0-9]", "");
        for (String row : ROWS.split(" ", -1)) {
            if (core.length() >= 4 && (row.contains(core) || (row + row).contains(core))) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").replace('đ', 'd');
    }

    private static String unleeted(String plain) {
        return plain.replace('@', 'a')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('3', 'e')
                .replace('!', 'i');
    }
}

package vn.thongsuot.shared.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.MenuItem;
import vn.thongsuot.shared.SignedIn;
import vn.thongsuot.shared.Words;

/// **Khung trang.** Everything a template may know of the request besides its own view: the reader's language,
/// the person, the menu, the clock, and how to write words, dates and numbers.
///
/// @param path the address shown, without the query
/// @param theme `light`, `dark` or `auto`
/// @param clock what the demonstration's clock shows; null in production
public record Shell(
        Words words,
        Locale locale,
        String path,
        String province,
        @Nullable SignedIn person,
        List<MenuGroup> menu,
        @Nullable Clock clock,
        Csrf csrf,
        String theme,
        java.util.function.UnaryOperator<String> assets) {

    private static final Locale VIETNAM = Locale.of("vi", "VN");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    /// A group of the sidebar with its lines.
    public record MenuGroup(MenuItem.Section section, List<MenuItem> items) {}

    /// Business time of a demonstration, and how many of its seconds pass in a real one.
    public record Clock(Instant at, double rate) {}

    /// The token a form and an htmx request must carry.
    public record Csrf(String header, String parameter, String token) {}

    /// The message `key` in the reader's language.
    public String t(String key, Object... arguments) {
        return words.of(locale, key, arguments);
    }

    /// The province's name within a sentence: `tỉnh Trà Vinh`.
    public String provinceWithin() {
        boolean noun = province.startsWith("Tỉnh ") || province.startsWith("Thành phố ");
        return noun ? province.substring(0, 1).toLowerCase(Words.VIETNAMESE) + province.substring(1) : province;
    }

    /// The address of a static file.
    public String asset(String name) {
        return assets.apply(name);
    }

    public boolean may(String permission) {
        SignedIn reader = person;
        return reader != null && reader.permissions().contains(permission);
    }

    /// Whether `item` leads to the page shown, or of all that lead to one above it comes nearest.
    public boolean here(MenuItem item) {
        return above(item)
                && menu.stream()
                        .flatMap(group -> group.items().stream())
                        .noneMatch(other -> other.href().length() > item.href().length() && above(other));
    }

    private boolean above(MenuItem item) {
        return item.href().equals("/")
                ? path.equals("/")
                : path.equals(item.href()) || path.startsWith(item.href() + "/");
    }

    /// The first lines of the menu, for the bar at a phone's foot.
    public List<MenuItem> firstItems(int most) {
        return menu.stream()
                .flatMap(group -> group.items().stream())
                .limit(most)
                .toList();
    }

    /// The letters on the person's badge: of the last two words of a Vietnamese name, `Trần Thị Mỹ Hạnh` → `MH`.
    public String initials() {
        SignedIn reader = person;
        String[] words =
                reader == null ? new String[0] : reader.personName().strip().split("\\s+");
        StringBuilder letters = new StringBuilder();
        for (int word = Math.max(0, words.length - 2); word < words.length; word++) {
            letters.appendCodePoint(Character.toUpperCase(words[word].codePointAt(0)));
        }
        return letters.toString();
    }

    /// `22/11/2024`.
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    /// What stands in a field for a day or a moment, as people write it (`22/11/2024`, `22/11/2024 14:05`); as it was
    /// typed where it is neither.
    public String written(String typed) {
        try {
            return typed.contains("T")
                    ? TIME.format(LocalDateTime.parse(typed))
                    : typed.contains("-") ? date(LocalDate.parse(typed)) : typed;
        } catch (DateTimeParseException unreadable) {
            return typed;
        }
    }

    /// `22/11/2024 14:05`, in the office's time zone.
    public String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time.atZone(BusinessClock.ZONE));
    }

    /// `22/11/2024 14:05:12`, where the second matters.
    public static String exact(Instant time) {
        return EXACT.format(time.atZone(BusinessClock.ZONE));
    }

    /// `14:05`.
    public String hour(Instant time) {
        return CLOCK.format(time.atZone(BusinessClock.ZONE));
    }

    /// `thứ Sáu 22/11/2024`.
    public String weekday(LocalDate date) {
        return t("shared.weekday." + date.getDayOfWeek().getValue()) + " " + date(date);
    }

    /// `text` with its first letter large, to begin a line with.
    public String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /// `9.253` (or `9,253` for a reader of English).
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale.getLanguage().equals("en") ? Locale.ENGLISH : VIETNAM)
                .format(number);
    }

    /// `65,57`, with `digits` decimals.
    public String decimal(double number, int digits) {
        NumberFormat format =
                NumberFormat.getNumberInstance(locale.getLanguage().equals("en") ? Locale.ENGLISH : VIETNAM);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(number);
    }
}

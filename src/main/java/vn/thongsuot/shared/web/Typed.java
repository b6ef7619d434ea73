package vn.thongsuot.shared.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.CollectionUtils;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.thongsuot.shared.Problem;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.SharedProblem;

/// **Điều đã gõ.** What a person typed into a form, kept as it was until it can be read. A controller takes it as a
/// parameter.
///
/// @param fields everything that was sent, by name of field
public record Typed(MultiValueMap<String, String> fields) {

    private static final int LONGEST_QUERY = 120;
    private static final int LONGEST_SHOWN = 40;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private static final DateTimeFormatter WRITTEN = written("d/M/uuuu");
    private static final DateTimeFormatter WRITTEN_TIME = written("H:mm[:ss]");
    private static final DateTimeFormatter WRITTEN_MOMENT = written("d/M/uuuu H:mm");

    public Typed {
        fields = CollectionUtils.unmodifiableMultiValueMap(fields);
    }

    public static Typed nothing() {
        return new Typed(new LinkedMultiValueMap<>());
    }

    /// The same, with `value` where nothing was sent for `name`.
    public Typed with(String name, Object value) {
        return has(name) ? this : instead(name, value);
    }

    /// The same, whatever was typed for `name`.
    public Typed instead(String name, Object value) {
        MultiValueMap<String, String> more = new LinkedMultiValueMap<>(fields);
        more.set(name, String.valueOf(value));
        return new Typed(more);
    }

    /// Whether `name` was sent, be it empty.
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /// Whether anything was typed for `name`.
    public boolean given(String name) {
        return !text(name).isEmpty();
    }

    public String text(String name) {
        String text = fields.getFirst(name);
        return text == null ? "" : text.strip();
    }

    public @Nullable String orNull(String name) {
        return given(name) ? text(name) : null;
    }

    /// Every value of a field that is sent once for each choice.
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    /// As a date field sends it (`2025-07-01`) or as people write it (`1/7/2025`).
    public LocalDate date(String name) {
        return at(name, Typed::day);
    }

    /// `7:30` or `07:30`.
    public LocalTime time(String name) {
        return at(
                name,
                typed -> read(typed, SharedProblem.VALUE_UNREADABLE, text -> LocalTime.parse(text, WRITTEN_TIME)));
    }

    /// As a field of date and time sends it (`2025-07-01T08:00`) or as people write it (`1/7/2025 8:00`).
    public LocalDateTime moment(String name) {
        return at(
                name,
                typed -> read(
                        typed,
                        SharedProblem.VALUE_UNREADABLE,
                        text -> text.contains("/")
                                ? LocalDateTime.parse(text, WRITTEN_MOMENT)
                                : LocalDateTime.parse(text)));
    }

    public long number(String name) {
        return at(name, typed -> read(typed, SharedProblem.VALUE_UNREADABLE, Long::parseLong));
    }

    /// The version that the form was made for.
    public long version() {
        return number("version");
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return at(name, typed -> read(typed, SharedProblem.CHOICE_MISSING, text -> Enum.valueOf(type, text)));
    }

    /// The thing chosen; null for none.
    public @Nullable UUID id(String name) {
        return given(name) ? at(name, typed -> read(typed, SharedProblem.CHOICE_MISSING, UUID::fromString)) : null;
    }

    /// As {@link #date}.
    public static LocalDate day(String text) {
        return read(
                text,
                SharedProblem.DATE_UNREADABLE,
                day -> inCalendars(day.contains("/") ? LocalDate.parse(day, WRITTEN) : LocalDate.parse(day)));
    }

    private static LocalDate inCalendars(LocalDate day) {
        if (day.getYear() < EARLIEST_YEAR || day.getYear() > LATEST_YEAR) {
            throw new IllegalArgumentException("no calendar reaches " + day);
        }
        return day;
    }

    /// What was typed into a search, cut to a sensible length.
    public static String query(String text) {
        String plain = text.strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_QUERY));
    }

    /// What was typed for `name`, read; a refusal names the field.
    private <T> T at(String name, Function<String, T> reading) {
        try {
            return reading.apply(text(name));
        } catch (Refusal unreadable) {
            throw unreadable.at(name);
        }
    }

    private static <T> T read(String text, Problem otherwise, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            throw otherwise.because(text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
        }
    }

    private static DateTimeFormatter written(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }
}

package vn.thongsuot.calendar.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.CalendarProblem;

/// What a person typed into a form, kept as it was until it can be read.
record Typed(Map<String, String> fields) {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final DateTimeFormatter WRITTEN_MOMENT = DateTimeFormatter.ofPattern("d/M/uuuu H:mm");

    Typed with(String name, Object value) {
        Map<String, String> more = new HashMap<>(fields);
        more.putIfAbsent(name, String.valueOf(value));
        return new Typed(more);
    }

    /// The same, whatever was typed for `name`.
    Typed instead(String name, Object value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, String.valueOf(value));
        return new Typed(more);
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    boolean given(String name) {
        return !text(name).isEmpty();
    }

    @Nullable
    String orNull(String name) {
        return given(name) ? text(name) : null;
    }

    /// As a date field sends it (`2025-07-01`) or as people write it (`1/7/2025`).
    LocalDate date(String name) {
        return read(name, text -> text.contains("/") ? LocalDate.parse(text, WRITTEN) : LocalDate.parse(text));
    }

    LocalTime time(String name) {
        return read(name, LocalTime::parse);
    }

    /// As a field of date and time sends it (`2025-07-01T08:00`) or as people write it (`1/7/2025 8:00`).
    LocalDateTime moment(String name) {
        return read(
                name,
                text -> text.contains("/") ? LocalDateTime.parse(text, WRITTEN_MOMENT) : LocalDateTime.parse(text));
    }

    long number(String name) {
        return read(name, Long::parseLong);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return read(name, text -> Enum.valueOf(type, text));
    }

    private <T> T read(String name, Function<String, T> reading) {
        String text = text(name);
        try {
            return reading.apply(text);
        } catch (DateTimeParseException | IllegalArgumentException unreadable) {
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            throw CalendarProblem.UNREADABLE.because(shown);
        }
    }
}

package vn.thongsuot.organization.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.organization.OrganizationProblem;

/// What a person typed into a form, kept as it was until it can be read.
record Typed(Map<String, String> fields) {

    private static final int LONGEST_QUERY = 120;

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    static Typed nothing() {
        return new Typed(Map.of());
    }

    Typed with(String name, Object value) {
        Map<String, String> more = new HashMap<>(fields);
        more.putIfAbsent(name, String.valueOf(value));
        return new Typed(more);
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    @Nullable
    String orNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    /// As a date field sends it (`2025-07-01`) or as people write it (`1/7/2025`).
    LocalDate date(String name) {
        return day(text(name));
    }

    /// What was typed into a search, cut to a sensible length.
    static String query(String text) {
        String plain = text.strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_QUERY));
    }

    static LocalDate day(String text) {
        try {
            return text.contains("/") ? LocalDate.parse(text, WRITTEN) : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw OrganizationProblem.DATE_UNREADABLE.because(text);
        }
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, String label) {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw OrganizationProblem.CHOICE_MISSING.because(label);
    }

    @Nullable
    UUID id(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw OrganizationProblem.CHOICE_MISSING.because(name);
        }
    }

    long version() {
        return version("version");
    }

    long version(String name) {
        String text = text(name);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            throw OrganizationProblem.CHOICE_MISSING.because("version");
        }
    }
}

package vn.thongsuot.access.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.thongsuot.access.AccessProblem;
import vn.thongsuot.shared.SharedProblem;

/// What a person sent with a form, kept as it was typed until it can be read.
record Fields(MultiValueMap<String, String> sent) {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d/M/uuuu");

    static Fields nothing() {
        return new Fields(new LinkedMultiValueMap<>());
    }

    boolean has(String name) {
        return sent.containsKey(name);
    }

    String text(String name) {
        String text = sent.getFirst(name);
        return text == null ? "" : text.strip();
    }

    List<String> all(String name) {
        return sent.getOrDefault(name, List.of());
    }

    /// As a date field sends it (`2025-07-01`) or as people write it (`1/7/2025`).
    LocalDate date(String name) {
        String text = text(name);
        try {
            return text.contains("/") ? LocalDate.parse(text, WRITTEN) : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw AccessProblem.DATE_UNREADABLE.because(text);
        }
    }

    @Nullable
    UUID id(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw SharedProblem.FIELD_INVALID.because(name);
        }
    }
}

package vn.thongsuot.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.web.Typed;

/// **Xem tại ngày.** The day the directory is looked at, kept in the address; today where none is given.
///
/// @param changes days on which agencies took over from others, to jump to
/// @param unreadable what was typed instead of a day; null where a day was read
public record AsOf(
        LocalDate day,
        LocalDate today,
        List<LocalDate> changes,
        @Nullable String unreadable) {

    private static final int MOST_CHANGES = 3;

    public AsOf {
        changes = List.copyOf(changes);
    }

    /// @param text as a date field sends it or as people write it
    static AsOf of(@Nullable String text, Directory directory, BusinessClock clock) {
        LocalDate today = clock.today();
        LocalDate day = text == null || text.isBlank() ? today : Typed.day(text.strip());
        List<LocalDate> changes = directory.daysOfChange();
        return new AsOf(day, today, changes.subList(Math.max(0, changes.size() - MOST_CHANGES), changes.size()), null);
    }

    /// As typed on a page: what is no day is kept in the field, marked, and today is shown.
    static AsOf typed(@Nullable String text, Directory directory, BusinessClock clock, HttpServletResponse response) {
        try {
            return of(text, directory, clock);
        } catch (Refusal noDay) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            AsOf now = of(null, directory, clock);
            return new AsOf(
                    now.day,
                    now.today,
                    now.changes,
                    String.valueOf(noDay.arguments().getFirst()));
        }
    }

    public boolean isToday() {
        return day.equals(today);
    }

    /// `path` looked at on this day.
    public String link(String path) {
        return on(path, isToday() ? null : day);
    }

    /// `path` looked at on another day; today for null.
    public String on(String path, @Nullable LocalDate other) {
        return other == null || other.equals(today) ? path : path + (path.contains("?") ? "&" : "?") + "asOf=" + other;
    }

    /// `path` on this day with the given ones of `fields`.
    String list(String path, Map<String, String> fields) {
        String query = fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return link(query.isEmpty() ? path : path + "?" + query);
    }
}

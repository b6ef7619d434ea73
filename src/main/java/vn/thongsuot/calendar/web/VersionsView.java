package vn.thongsuot.calendar.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// **Các bản của lịch.** Every version of a calendar, the newest first.
public record VersionsView(String id, String name, long newest, List<Row> rows) {

    /// One version: which change made it, of what, when, by whom (null for the platform's own work).
    public record Row(
            long version,
            String change,
            CalendarView.@Nullable Entry entry,
            @Nullable Long restored,
            @Nullable Long parentVersion,
            Instant at,
            @Nullable String author) {}
}

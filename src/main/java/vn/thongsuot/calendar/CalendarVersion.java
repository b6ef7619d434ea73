package vn.thongsuot.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.OfficerId;

/// **Bản của lịch.** One version of a calendar: who made it, when, and by which change.
///
/// @param entry what was entered or withdrawn
/// @param restored the version whose content came back
/// @param parentVersion the version of the calendar above whose adjustments are in force in this one
/// @param at business time
/// @param officer null for the platform's own work
/// @param author name and post on that day
public record CalendarVersion(
        long version,
        Change change,
        @Nullable CalendarEntry entry,
        @Nullable Long restored,
        @Nullable Long parentVersion,
        Instant at,
        @Nullable OfficerId officer,
        @Nullable String author) {

    /// **Thay đổi lịch.** What made a version.
    public enum Change {
        OPENED,
        ENTERED,
        WITHDRAWN,
        HOURS_CHANGED,
        RESTORED,
        /// The calendar above changed.
        INHERITED
    }
}

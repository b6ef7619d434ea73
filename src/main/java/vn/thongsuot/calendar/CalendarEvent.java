package vn.thongsuot.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.Auditable;
import vn.thongsuot.shared.Thing;

/// **Sự kiện về lịch.** Everything that can happen to a working calendar; each makes its next version.
public sealed interface CalendarEvent extends Auditable {

    CalendarId calendar();

    @Override
    default Thing thing() {
        return new Thing("calendar", calendar().value());
    }

    /// @param adjustments how many announced adjustments it opened with
    record Opened(
            CalendarId calendar,
            long version,
            String name,
            @Nullable CalendarId parent,
            int edition,
            int adjustments,
            Actor by,
            Instant at)
            implements CalendarEvent {}

    record Adjusted(
            CalendarId calendar,
            long version,
            UUID adjustment,
            String kind,
            LocalDate day,
            @Nullable LocalDate makeUp,
            String source,
            Actor by,
            Instant at)
            implements CalendarEvent {}

    record AdjustmentWithdrawn(
            CalendarId calendar, long version, UUID adjustment, String kind, LocalDate day, Actor by, Instant at)
            implements CalendarEvent {}

    record HoursChanged(CalendarId calendar, long version, String hours, Actor by, Instant at)
            implements CalendarEvent {}

    record Restored(CalendarId calendar, long version, long restored, Actor by, Instant at) implements CalendarEvent {}

    record Inherited(CalendarId calendar, long version, CalendarId parent, long parentVersion, Actor by, Instant at)
            implements CalendarEvent {}
}

package vn.thongsuot.calendar;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.SharedProblem;

/// Writes a calendar's next version. Rows are closed and added, never changed: every older version stays readable.
@Component
class CalendarStore {

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether the calendar was new.
    boolean create(CalendarQueries.Head head) {
        CalendarId parent = head.parent();
        return jdbc.sql("""
                        insert into calendar.calendar (id, version, name_vi, name_en, parent)
                        values (:id, :version, :vi, :en, :parent) on conflict do nothing
                        """)
                        .param("id", head.id().value())
                        .param("version", head.version())
                        .param("vi", head.name().vi())
                        .param("en", head.name().en())
                        .param("parent", parent == null ? null : parent.value())
                        .update()
                == 1;
    }

    /// Goes on to the version after `expected`, or refuses when somebody else did.
    long advance(CalendarId id, long expected) {
        int changed = jdbc.sql("""
                        update calendar.calendar set version = version + 1
                         where id = :id and version = :expected
                        """)
                .param("id", id.value())
                .param("expected", expected)
                .update();
        if (changed == 0) {
            throw SharedProblem.CHANGED_MEANWHILE.because();
        }
        return expected + 1;
    }

    /// Goes on to the next version, whichever it is.
    long advance(CalendarId id) {
        return jdbc.sql("update calendar.calendar set version = version + 1 where id = :id returning version")
                .param("id", id.value())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /// What made a version.
    record Revision(
            CalendarId calendar,
            long version,
            CalendarVersion.Change change,
            @Nullable UUID adjustment,
            @Nullable Long restored,
            @Nullable Long parentVersion) {}

    void add(Revision revision, Author by, Instant at) {
        var officer = by.officer();
        jdbc.sql("""
                        insert into calendar.revision
                            (calendar, version, kind, adjustment, restored, parent_version, edition, at, officer, author)
                        values (:calendar, :version, :kind, :adjustment, :restored, :parent, :edition, :at, :officer,
                            :author)
                        """)
                .param("calendar", revision.calendar().value())
                .param("version", revision.version())
                .param("kind", revision.change().name())
                .param("adjustment", revision.adjustment())
                .param("restored", revision.restored())
                .param("parent", revision.parentVersion())
                .param("edition", HolidayRules.LATEST)
                .param("at", Timestamp.from(at))
                .param("officer", officer == null ? null : officer.value())
                .param("author", by.line())
                .update();
    }

    /// The adjustment is in force from version `since` on.
    void enter(CalendarId calendar, UUID id, Adjustment adjustment, @Nullable String reason, long since) {
        LocalDate makeUp = adjustment instanceof Adjustment.Swap swap ? swap.makeUp() : null;
        String half = adjustment instanceof Adjustment.HalfDay day ? day.off().name() : null;
        String holiday = adjustment instanceof Adjustment.Choice choice
                ? choice.holiday().name()
                : null;
        jdbc.sql("""
                        insert into calendar.adjustment (id, calendar, kind, day, make_up, half, holiday,
                            source_vi, source_en, reason, since_version)
                        values (:id, :calendar, :kind, :day, :makeUp, :half, :holiday, :vi, :en, :reason, :since)
                        """)
                .param("id", id)
                .param("calendar", calendar.value())
                .param("kind", adjustment.kind().name())
                .param("day", adjustment.day())
                .param("makeUp", makeUp)
                .param("half", half)
                .param("holiday", holiday)
                .param("vi", adjustment.source().vi())
                .param("en", adjustment.source().en())
                .param("reason", reason)
                .param("since", since)
                .update();
    }

    /// Whether the adjustment was in force; it is not from version `until` on.
    boolean withdraw(CalendarId calendar, UUID id, long until) {
        return jdbc.sql("""
                        update calendar.adjustment set until_version = :until
                         where calendar = :calendar and id = :id and until_version is null
                        """)
                        .param("until", until)
                        .param("calendar", calendar.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    void setHours(CalendarId calendar, Week week, long since) {
        jdbc.sql("""
                        update calendar.opening_hours set until_version = :since
                         where calendar = :calendar and until_version is null
                        """).param("since", since).param("calendar", calendar.value()).update();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (Week.Hours hours : week.on(day)) {
                jdbc.sql("""
                                insert into calendar.opening_hours (calendar, weekday, opens, closes, counts, since_version)
                                values (:calendar, :weekday, :opens, :closes, :counts, :since)
                                """)
                        .param("calendar", calendar.value())
                        .param("weekday", day.getValue())
                        .param("opens", hours.from())
                        .param("closes", hours.until())
                        .param("counts", week.counts(day))
                        .param("since", since)
                        .update();
            }
        }
    }
}

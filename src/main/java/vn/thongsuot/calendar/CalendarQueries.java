package vn.thongsuot.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thongsuot.shared.OfficerId;
import vn.thongsuot.shared.Text;

/// Reads calendars as of any of their versions.
@Component
class CalendarQueries {

    private final JdbcClient jdbc;

    CalendarQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A calendar and its newest version.
    record Head(
            CalendarId id,
            long version,
            Text name,
            @Nullable CalendarId parent) {}

    /// The province's calendar first, the others by name.
    List<Head> heads() {
        return jdbc.sql("""
                        select id, version, name_vi, name_en, parent from calendar.calendar
                         order by parent is not null, name_vi
                        """)
                .query((row, _) -> new Head(
                        new CalendarId(row.getString("id")),
                        row.getLong("version"),
                        text(row, "name"),
                        row.getString("parent") == null ? null : new CalendarId(row.getString("parent"))))
                .list();
    }

    Optional<Head> head(CalendarId id) {
        return heads().stream().filter(head -> head.id().equals(id)).findFirst();
    }

    /// The calendar as it was in `version`, or nothing where it never had that version.
    Optional<WorkingCalendar> version(Head head, long version) {
        record Basis(int edition, @Nullable Long parentVersion) {}
        return jdbc.sql("""
                        select edition, parent_version from calendar.revision
                         where calendar = :calendar and version = :version
                        """)
                .param("calendar", head.id().value())
                .param("version", version)
                .query((row, _) -> new Basis(row.getInt("edition"), row.getObject("parent_version", Long.class)))
                .optional()
                .map(basis -> new WorkingCalendar(
                        head.id(),
                        version,
                        head.name(),
                        week(head.id(), version),
                        HolidayRules.edition(basis.edition()),
                        new WorkingCalendar.Adjustments(
                                told(inherited(head, basis.parentVersion())), told(entries(head.id(), version)))));
    }

    private List<CalendarEntry> inherited(Head head, @Nullable Long parentVersion) {
        CalendarId parent = head.parent();
        return parent == null || parentVersion == null ? List.of() : entries(parent, parentVersion);
    }

    private static Map<UUID, Adjustment> told(List<CalendarEntry> entries) {
        return entries.stream().collect(Collectors.toMap(CalendarEntry::id, CalendarEntry::told));
    }

    /// What was entered into the calendar itself and in force in `version`, by day.
    List<CalendarEntry> entries(CalendarId calendar, long version) {
        return jdbc.sql("""
                        select id, calendar, kind, day, make_up, half, holiday, source_vi, source_en, reason, since_version
                          from calendar.adjustment
                         where calendar = :calendar and since_version <= :version
                           and (until_version is null or until_version > :version)
                         order by day, id
                        """)
                .param("calendar", calendar.value())
                .param("version", version)
                .query((row, _) -> entry(row))
                .list();
    }

    private Week week(CalendarId calendar, long version) {
        record Stretch(DayOfWeek day, Week.Hours hours, boolean counts) {}
        List<Stretch> stretches = jdbc.sql("""
                        select weekday, opens, closes, counts from calendar.opening_hours
                         where calendar = :calendar and since_version <= :version
                           and (until_version is null or until_version > :version)
                         order by weekday, opens
                        """)
                .param("calendar", calendar.value())
                .param("version", version)
                .query((row, _) -> new Stretch(
                        DayOfWeek.of(row.getInt("weekday")),
                        new Week.Hours(
                                row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)),
                        row.getBoolean("counts")))
                .list();
        Map<DayOfWeek, List<Week.Hours>> hours = new EnumMap<>(DayOfWeek.class);
        stretches.forEach(stretch ->
                hours.computeIfAbsent(stretch.day(), _ -> new ArrayList<>()).add(stretch.hours()));
        return new Week(
                hours, stretches.stream().anyMatch(stretch -> stretch.day() == DayOfWeek.SATURDAY && stretch.counts()));
    }

    /// The calendar's versions, the newest first.
    List<CalendarVersion> versions(CalendarId calendar) {
        Map<UUID, CalendarEntry> entries = new HashMap<>();
        jdbc.sql("""
                        select id, calendar, kind, day, make_up, half, holiday, source_vi, source_en, reason, since_version
                          from calendar.adjustment where calendar = :calendar
                        """)
                .param("calendar", calendar.value())
                .query((row, _) -> entry(row))
                .list()
                .forEach(entry -> entries.put(entry.id(), entry));
        return jdbc.sql("""
                        select version, kind, adjustment, restored, parent_version, at, officer, author
                          from calendar.revision where calendar = :calendar order by version desc
                        """)
                .param("calendar", calendar.value())
                .query((row, _) -> version(row, entries))
                .list();
    }

    private static CalendarVersion version(ResultSet row, Map<UUID, CalendarEntry> entries) throws SQLException {
        UUID adjustment = row.getObject("adjustment", UUID.class);
        UUID officer = row.getObject("officer", UUID.class);
        return new CalendarVersion(
                row.getLong("version"),
                CalendarVersion.Change.valueOf(row.getString("kind")),
                adjustment == null ? null : entries.get(adjustment),
                row.getObject("restored", Long.class),
                row.getObject("parent_version", Long.class),
                row.getTimestamp("at").toInstant(),
                officer == null ? null : new OfficerId(officer),
                row.getString("author"));
    }

    private static CalendarEntry entry(ResultSet row) throws SQLException {
        return new CalendarEntry(
                row.getObject("id", UUID.class),
                new CalendarId(row.getString("calendar")),
                adjustment(row),
                row.getString("reason"),
                row.getLong("since_version"));
    }

    private static Adjustment adjustment(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        Text source = text(row, "source");
        return switch (Adjustment.Kind.valueOf(row.getString("kind"))) {
            case SWAP -> new Adjustment.Swap(day, row.getObject("make_up", LocalDate.class), source);
            case MAKE_UP -> new Adjustment.MakeUp(day, source);
            case DAY_OFF -> new Adjustment.DayOff(day, source);
            case HALF_DAY -> new Adjustment.HalfDay(day, Adjustment.Half.valueOf(row.getString("half")), source);
            case CHOICE -> new Adjustment.Choice(Adjustment.Holiday.valueOf(row.getString("holiday")), day, source);
        };
    }

    private static Text text(ResultSet row, String column) throws SQLException {
        return new Text(row.getString(column + "_vi"), row.getString(column + "_en"));
    }
}

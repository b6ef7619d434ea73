package vn.thongsuot.dashboard.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thongsuot.calendar.CalendarDay;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.Week;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.organization.AgencyView;
import vn.thongsuot.organization.Directory;
import vn.thongsuot.shared.Actor;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Words;

/// The week of a person's office: the calendar their agency keeps, day by day, and whether the office is open now.
@Component
class OfficeWeek {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final Calendars calendars;
    private final Directory directory;
    private final BusinessClock clock;
    private final Words words;

    OfficeWeek(Calendars calendars, Directory directory, BusinessClock clock, Words words) {
        this.calendars = calendars;
        this.directory = directory;
        this.clock = clock;
        this.words = words;
    }

    /// The calendar the agency of `actor` keeps; the province's for whoever has no agency.
    WorkingCalendar calendar(Actor actor) {
        String kept = switch (actor) {
            case Actor.Officer officer ->
                directory.agency(officer.agency()).map(AgencyView::calendar).orElse(CalendarId.PROVINCE.value());
            case Actor.Administrator _, Actor.Neighbour _, Actor.Job _ -> CalendarId.PROVINCE.value();
        };
        CalendarId id = new CalendarId(kept);
        return calendars.of(calendars.has(id) ? id : CalendarId.PROVINCE);
    }

    List<HomeView.Day> of(WorkingCalendar calendar, Locale locale) {
        LocalDate today = clock.today();
        LocalDate monday = today.with(DayOfWeek.MONDAY);
        return monday.datesUntil(monday.plusDays(7))
                .filter(calendar::knows)
                .map(date -> day(calendar.day(date), today, locale))
                .toList();
    }

    private HomeView.Day day(CalendarDay day, LocalDate today, Locale locale) {
        boolean usual = day.kind() == CalendarDay.Kind.WORKING || day.kind() == CalendarDay.Kind.WEEKEND;
        String text = day.off()
                ? day.text(words, locale)
                : day.hours().stream()
                                .map(hours -> HOUR.format(hours.from()) + " – " + HOUR.format(hours.until()))
                                .collect(Collectors.joining(", "))
                        + (usual ? "" : " · " + day.text(words, locale));
        return new HomeView.Day(
                day.date(), day.date().equals(today), day.date().isBefore(today), day.off(), text, !usual);
    }

    /// `Đang trong giờ làm việc, đến 11:30`.
    String now(WorkingCalendar calendar, Locale locale) {
        LocalDate today = clock.today();
        if (!calendar.knows(today)) {
            return "";
        }
        CalendarDay day = calendar.day(today);
        if (day.off()) {
            return words.of(locale, "dashboard.now.off", day.text(words, locale));
        }
        LocalTime time = clock.now().toLocalTime();
        for (Week.Hours hours : day.hours()) {
            if (time.isBefore(hours.from())) {
                return words.of(locale, "dashboard.now.before", HOUR.format(hours.from()));
            }
            if (time.isBefore(hours.until())) {
                return words.of(locale, "dashboard.now.open", HOUR.format(hours.until()));
            }
        }
        return words.of(locale, "dashboard.now.after");
    }
}

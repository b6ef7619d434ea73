package vn.thongsuot.calendar.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Words;

/// The days off of a year as a file for the calendar on a telephone.
@Controller
@PreAuthorize("denyAll()")
class DaysOffFileController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Calendars calendars;
    private final Words words;
    private final BusinessClock clock;

    DaysOffFileController(Calendars calendars, Words words, BusinessClock clock) {
        this.calendars = calendars;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/calendar/{id}/days-off.ics")
    @PreAuthorize("hasAuthority('CALENDAR_VIEW')")
    ResponseEntity<byte[]> show(
            @PathVariable String id, @RequestParam(required = false) @Nullable Integer year, Locale locale) {
        WorkingCalendar calendar = calendars.of(new CalendarId(id));
        int shown = year == null ? clock.today().getYear() : year;
        Instant made = calendars.versions(calendar.id()).getFirst().at();
        String file = ICalendar.of(calendar, shown, made, words, locale);
        ContentDisposition name = ContentDisposition.attachment()
                .filename(calendar.id() + "-" + shown + ".ics")
                .build();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file.getBytes(StandardCharsets.UTF_8));
    }
}

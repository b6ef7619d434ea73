package vn.thongsuot.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.thongsuot.calendar.CalendarId;
import vn.thongsuot.calendar.Calendars;
import vn.thongsuot.calendar.Deadline;
import vn.thongsuot.calendar.Supplement;
import vn.thongsuot.calendar.TimeLimit;
import vn.thongsuot.calendar.WorkingCalendar;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Refusal;
import vn.thongsuot.shared.Words;
import vn.thongsuot.shared.web.Reasons;
import vn.thongsuot.shared.web.Typed;

/// Computes a deadline for whoever asks, and measures the office's time between two moments. The whole question
/// stands in the address, so that an answer can be passed on.
@Controller
@PreAuthorize("denyAll()")
class DeadlineController {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Calendars calendars;
    private final Words words;
    private final Reasons reasons;
    private final BusinessClock clock;

    DeadlineController(Calendars calendars, Words words, Reasons reasons, BusinessClock clock) {
        this.calendars = calendars;
        this.words = words;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping("/deadline")
    @PreAuthorize("hasAuthority('CALENDAR_VIEW')")
    ModelAndView show(Typed asked, Locale locale, HttpServletResponse response) {
        Typed typed = asked.with("calendar", CalendarId.PROVINCE)
                .with("received", FIELD.format(clock.now()))
                .with("amount", 5)
                .with("unit", TimeLimit.Unit.WORKING_DAYS)
                .with("policy", Supplement.Policy.RESTART);
        String error = null;
        DeadlineView.Result result = null;
        DeadlineView.Span span = null;
        try {
            WorkingCalendar calendar = calendars.of(new CalendarId(typed.text("calendar")));
            result = asked.has("received") ? result(calendar, typed, locale) : null;
            span = asked.has("from") ? span(calendar, typed, locale) : null;
        } catch (Refusal refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            error = reasons.of(refused, locale);
        }
        return new ModelAndView(
                "calendar/deadline", "view", new DeadlineView(typed, choices(typed, locale), error, result, span));
    }

    private DeadlineView.Result result(WorkingCalendar calendar, Typed typed, Locale locale) {
        TimeLimit limit = limit(typed);
        Instant received = instant(typed, "received");
        List<Supplement> supplements = typed.given("asked") || typed.given("answered")
                ? List.of(new Supplement(instant(typed, "asked"), instant(typed, "answered")))
                : List.of();
        Deadline deadline =
                calendar.deadline(received, limit, supplements, typed.choice("policy", Supplement.Policy.class));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        boolean passed = deadline.due().isBefore(now);
        return new DeadlineView.Result(
                deadline.due(),
                relative(calendar, now, deadline.due(), passed, locale),
                passed,
                received,
                limit.text(words, locale),
                calendar.name().in(locale),
                calendar.id().value(),
                deadline.version(),
                deadline.lines(words, locale));
    }

    /// `còn 5 ngày 3 giờ làm việc`; nothing where the calendar does not reach from the one to the other.
    private String relative(WorkingCalendar calendar, Instant now, Instant due, boolean passed, Locale locale) {
        if (!calendar.knows(now.atZone(BusinessClock.ZONE).toLocalDate())) {
            return "";
        }
        return passed
                ? words.of(
                        locale,
                        "calendar.deadline.passed",
                        calendar.between(due, now).text(words, locale))
                : words.of(
                        locale,
                        "calendar.deadline.left",
                        calendar.between(now, due).text(words, locale));
    }

    private static TimeLimit limit(Typed typed) {
        int amount = Math.toIntExact(Math.clamp(typed.number("amount"), -1, Integer.MAX_VALUE));
        return new TimeLimit(
                amount,
                typed.choice("unit", TimeLimit.Unit.class),
                typed.given("firstDay") ? TimeLimit.FirstDay.COUNTED : TimeLimit.FirstDay.NOT_COUNTED,
                cutOff(typed));
    }

    private static @Nullable LocalTime cutOff(Typed typed) {
        return typed.given("cutOff") ? TimeLimit.SAME_DAY_CUT_OFF : null;
    }

    private DeadlineView.Span span(WorkingCalendar calendar, Typed typed, Locale locale) {
        Instant from = instant(typed, "from");
        Instant until = instant(typed, "until");
        return new DeadlineView.Span(
                from,
                until,
                calendar.between(from, until).text(words, locale),
                calendar.workingDaysBetween(from, until));
    }

    private static Instant instant(Typed typed, String name) {
        return typed.moment(name).atZone(BusinessClock.ZONE).toInstant();
    }

    private List<CalendarView.Sibling> choices(Typed typed, Locale locale) {
        return calendars.all().stream()
                .map(calendar -> new CalendarView.Sibling(
                        calendar.id().value(),
                        calendar.name().in(locale),
                        calendar.id().value().equals(typed.text("calendar"))))
                .toList();
    }
}

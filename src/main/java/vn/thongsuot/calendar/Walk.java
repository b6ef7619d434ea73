package vn.thongsuot.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import vn.thongsuot.calendar.Deadline.Why;

/// **Đếm thời hạn.** Walks from a start inside the office's hours over the days a limit needs, and tells a chain
/// what it passed.
record Walk(WorkingCalendar calendar, TimeLimit limit) {

    /// The due moment of the limit, longer by `more` time (hours) or `moreUnits` (the other units).
    LocalDateTime forward(LocalDateTime start, Duration more, long moreUnits, Chain reasons) {
        long amount = limit.amount() + moreUnits;
        return switch (limit.unit()) {
            case WORKING_DAYS -> afterDays(start, amount, reasons);
            case HALF_DAYS -> afterHalfDays(start, amount, reasons);
            case WORKING_HOURS ->
                afterHours(start, Duration.ofHours(limit.amount()).plus(more), reasons);
            case CALENDAR_DAYS -> afterCalendarDays(start, amount, reasons);
        };
    }

    private LocalDateTime afterDays(LocalDateTime start, long amount, Chain reasons) {
        CalendarDay day = calendar.day(start.toLocalDate());
        boolean firstCounts = limit.firstDay() == TimeLimit.FirstDay.COUNTED && day.counts();
        long left = firstCounts ? amount - 1 : amount;
        if (left <= 0) {
            return closing(countedFrom(day.date(), reasons));
        }
        while (left > 0) {
            day = calendar.day(day.date().plusDays(1));
            reasons.passed(day);
            if (day.counts()) {
                left--;
            }
        }
        return closing(day);
    }

    private LocalDateTime afterHalfDays(LocalDateTime start, long amount, Chain reasons) {
        CalendarDay day = calendar.day(start.toLocalDate());
        long left = amount;
        LocalDateTime end = start;
        boolean inside = false;
        while (true) {
            if (day.counts()) {
                for (Week.Hours hours : day.hours()) {
                    LocalDateTime closes = day.date().atTime(hours.until());
                    if (closes.isBefore(start)) {
                        continue;
                    }
                    boolean current =
                            !inside && !day.date().atTime(hours.from()).isAfter(start);
                    inside = true;
                    end = closes;
                    if (current && limit.firstDay() == TimeLimit.FirstDay.NOT_COUNTED && left > 0) {
                        continue;
                    }
                    left--;
                    if (left <= 0) {
                        return end;
                    }
                }
            }
            day = calendar.day(day.date().plusDays(1));
            reasons.passed(day);
        }
    }

    private LocalDateTime afterHours(LocalDateTime start, Duration length, Chain reasons) {
        CalendarDay day = calendar.day(start.toLocalDate());
        Duration left = length;
        while (true) {
            if (day.counts()) {
                for (Week.Hours hours : day.hours()) {
                    LocalDateTime opens = later(day.date().atTime(hours.from()), start);
                    LocalDateTime closes = day.date().atTime(hours.until());
                    if (closes.isBefore(opens)) {
                        continue;
                    }
                    Duration there = Duration.between(opens, closes);
                    if (left.compareTo(there) <= 0) {
                        return opens.plus(left);
                    }
                    left = left.minus(there);
                }
            }
            day = calendar.day(day.date().plusDays(1));
            reasons.passed(day);
        }
    }

    /// Civil Code 2015 art. 148.5: a last day off moves the end to the end of the next working day.
    private LocalDateTime afterCalendarDays(LocalDateTime start, long amount, Chain reasons) {
        long days = limit.firstDay() == TimeLimit.FirstDay.COUNTED ? Math.max(0, amount - 1) : amount;
        LocalDate last = start.toLocalDate().plusDays(days);
        CalendarDay day = calendar.day(last);
        if (!day.counts()) {
            CalendarDay next = countedFrom(last, reasons);
            reasons.add(Why.LAST_DAY_OFF, last.atStartOfDay(), null, List.of(next.date()), Sources.LAST_DAY_OFF, true);
            day = next;
        }
        return closing(day);
    }

    /// The first day from `date` on that counts, writing down those it passes.
    CalendarDay countedFrom(LocalDate date, Chain reasons) {
        CalendarDay day = calendar.day(date);
        while (!day.counts()) {
            reasons.passed(day);
            day = calendar.day(day.date().plusDays(1));
        }
        return day;
    }

    static LocalDateTime closing(CalendarDay day) {
        return day.date().atTime(day.hours().getLast().until());
    }

    /// `time` on `day`, moved forward into the office's hours.
    static LocalDateTime within(CalendarDay day, LocalTime time) {
        for (Week.Hours hours : day.hours()) {
            if (!time.isAfter(hours.until())) {
                return day.date().atTime(time.isBefore(hours.from()) ? hours.from() : time);
            }
        }
        return closing(day);
    }

    static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }
}

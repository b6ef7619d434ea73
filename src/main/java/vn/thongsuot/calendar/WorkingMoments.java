package vn.thongsuot.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.Chances;

/// **Thời điểm trong giờ làm việc.** Draws moments at which an office is open, for made-up data.
public final class WorkingMoments {

    private static final int SECONDS_OF_AN_HOUR = 3_600;

    private final WorkingCalendar calendar;
    private final Chances chances;

    public WorkingMoments(WorkingCalendar calendar, Chances chances) {
        this.calendar = calendar;
        this.chances = chances;
    }

    /// The days from `from` to `to`, both included, on which the office is open.
    public List<LocalDate> days(LocalDate from, LocalDate to) {
        return calendar.days(from, to)
                .filter(day -> !day.off())
                .map(CalendarDay::date)
                .toList();
    }

    /// Any moment of a day the office is open.
    public Instant on(LocalDate day) {
        List<Week.Hours> hours = calendar.day(day).hours();
        long open = hours.stream().mapToLong(WorkingMoments::seconds).sum();
        long second = chances.random().nextLong(open);
        for (Week.Hours part : hours) {
            if (second < seconds(part)) {
                return instant(day.atTime(part.from()).plusSeconds(second));
            }
            second -= seconds(part);
        }
        throw new IllegalStateException(day + " has no hours");
    }

    private static long seconds(Week.Hours hours) {
        return Duration.between(hours.from(), hours.until()).toSeconds();
    }

    /// `wanted` while the office is open, or else within the hour after it opens again; always after `from`.
    public Instant after(Instant from, Instant wanted) {
        Instant moment = wanted.isAfter(from) ? wanted : from.plusSeconds(1);
        LocalDateTime local = LocalDateTime.ofInstant(moment, BusinessClock.ZONE);
        for (LocalDate day = local.toLocalDate(); ; day = day.plusDays(1)) {
            for (Week.Hours hours : calendar.day(day).hours()) {
                LocalDateTime opens = day.atTime(hours.from());
                if (opens.isAfter(local)) {
                    return instant(opens.plusSeconds(chances.from(1, SECONDS_OF_AN_HOUR)));
                }
                if (day.atTime(hours.until()).isAfter(local)) {
                    return moment;
                }
            }
        }
    }

    /// The same, but not after `limit` where there is time before it.
    public Instant before(Instant from, Instant wanted, Instant limit) {
        Instant moment = after(from, wanted);
        if (!moment.isAfter(limit)) {
            return moment;
        }
        return limit.isAfter(from) ? limit : after(from, from);
    }

    /// On the day the office is open for the `days`-th time after `from`.
    public Instant daysLater(Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, BusinessClock.ZONE);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (!calendar.day(day).off()) {
                left--;
            }
        }
        return on(day);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(BusinessClock.ZONE).toInstant();
    }
}

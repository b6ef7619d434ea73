package vn.thongsuot.calendar;

import static vn.thongsuot.calendar.WorkingCalendar.instant;
import static vn.thongsuot.calendar.WorkingCalendar.local;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import vn.thongsuot.calendar.Deadline.Why;

/// **Cách tính hạn.** One computation of a deadline: moves the reception into the office's hours, walks the days,
/// and writes down why at each turn.
final class Reckoning {

    private final WorkingCalendar calendar;
    private final TimeLimit limit;
    private final Walk walk;
    private final LocalDateTime received;
    private final Chain chain = new Chain();

    Reckoning(WorkingCalendar calendar, Instant received, TimeLimit limit) {
        this.calendar = calendar;
        this.limit = limit;
        this.walk = new Walk(calendar, limit);
        this.received = local(received);
    }

    Deadline after(List<Supplement> supplements, Supplement.Policy policy) {
        LocalDateTime start = start(received);
        chain.started(start, limit);
        if (supplements.isEmpty()) {
            return deadline(start, walk.forward(start, Duration.ZERO, 0, chain));
        }
        requireOrder(supplements);
        LocalDateTime due = switch (policy) {
            case RESTART -> restarted(start, supplements);
            case PAUSE -> paused(start, supplements);
            case SHIFT -> shifted(start, supplements);
        };
        return deadline(start, due);
    }

    private Deadline deadline(LocalDateTime start, LocalDateTime due) {
        return new Deadline(
                calendar.id(),
                calendar.version(),
                instant(received),
                instant(start),
                instant(due),
                chain.until(due, limit));
    }

    private void requireOrder(List<Supplement> supplements) {
        Instant earliest = instant(received);
        for (Supplement supplement : supplements) {
            if (supplement.asked().isBefore(earliest)) {
                throw CalendarProblem.SUPPLEMENT_ORDER.because();
            }
            earliest = supplement.answered();
        }
    }

    /// Decree 61/2018/NĐ-CP art. 19.4: from zero when the dossier is complete.
    private LocalDateTime restarted(LocalDateTime start, List<Supplement> supplements) {
        LocalDateTime from = start;
        for (Supplement supplement : supplements) {
            Chain untilAsked = new Chain();
            if (late(supplement, walk.forward(from, Duration.ZERO, 0, untilAsked))) {
                continue;
            }
            LocalDateTime asked = local(supplement.asked());
            chain.takeUntil(untilAsked, asked);
            chain.add(Why.ASKED, asked, null, List.of(), null, true);
            from = start(local(supplement.answered()));
            chain.add(Why.RESTARTED, from, null, List.of(limit), Sources.RESTART, true);
        }
        return walk.forward(from, Duration.ZERO, 0, chain);
    }

    private LocalDateTime paused(LocalDateTime start, List<Supplement> supplements) {
        Duration time = Duration.ZERO;
        long units = 0;
        for (Supplement supplement : supplements) {
            if (late(supplement, walk.forward(start, time, units, new Chain()))) {
                continue;
            }
            LocalDateTime asked = Walk.later(local(supplement.asked()), start);
            LocalDateTime answered = Walk.later(start(local(supplement.answered())), asked);
            time = time.plus(calendar.between(asked, answered));
            long passed = switch (limit.unit()) {
                case WORKING_DAYS -> calendar.countedDays(asked.toLocalDate(), answered.toLocalDate());
                case HALF_DAYS -> calendar.countedHalfDays(asked, answered);
                case CALENDAR_DAYS ->
                    answered.toLocalDate().toEpochDay() - asked.toLocalDate().toEpochDay();
                case WORKING_HOURS -> calendar.between(asked, answered).toHours();
            };
            units += limit.unit() == TimeLimit.Unit.WORKING_HOURS ? 0 : passed;
            chain.add(Why.ASKED, asked, null, List.of(), null, true);
            chain.add(
                    Why.PAUSED,
                    answered,
                    null,
                    List.of(TimeLimit.of(Math.toIntExact(passed), limit.unit())),
                    Sources.PAUSE,
                    true);
        }
        return walk.forward(start, time, units, chain);
    }

    private LocalDateTime shifted(LocalDateTime start, List<Supplement> supplements) {
        LocalDateTime due = walk.forward(start, Duration.ZERO, 0, chain);
        for (Supplement supplement : supplements) {
            if (late(supplement, due)) {
                continue;
            }
            LocalDate asked = local(supplement.asked()).toLocalDate();
            LocalDateTime answered = local(supplement.answered());
            long taken = answered.toLocalDate().toEpochDay() - asked.toEpochDay();
            LocalDate day = due.toLocalDate().plusDays(taken);
            CalendarDay first = walk.countedFrom(day, chain);
            chain.add(Why.ASKED, local(supplement.asked()), null, List.of(), null, true);
            chain.add(Why.SHIFTED, answered, null, List.of(TimeLimit.calendarDays(Math.toIntExact(taken))), null, true);
            due = limit.unit() == TimeLimit.Unit.WORKING_HOURS && first.date().equals(day)
                    ? Walk.within(first, due.toLocalTime())
                    : Walk.closing(first);
        }
        return due;
    }

    private boolean late(Supplement supplement, LocalDateTime due) {
        LocalDateTime asked = local(supplement.asked());
        if (asked.isAfter(due)) {
            chain.add(Why.ASKED_TOO_LATE, asked, null, List.of(due.toLocalDate()), null, true);
            return true;
        }
        return false;
    }

    /// The reception itself if the office was open and the rule's hour not passed, else its next opening.
    private LocalDateTime start(LocalDateTime at) {
        CalendarDay day = calendar.day(at.toLocalDate());
        if (day.off()) {
            return openingAfter(day, at, Why.RECEIVED_ON_A_DAY_OFF);
        }
        LocalTime time = at.toLocalTime();
        LocalTime cutOff = limit.cutOff();
        if (time.isAfter(day.hours().getLast().until())) {
            return openingAfter(day, at, Why.AFTER_HOURS);
        }
        if (cutOff != null && time.isAfter(cutOff)) {
            return openingAfter(day, at, Why.AFTER_CUT_OFF);
        }
        for (Week.Hours hours : day.hours()) {
            if (time.isBefore(hours.from())) {
                boolean first = hours.equals(day.hours().getFirst());
                chain.add(
                        first ? Why.BEFORE_HOURS : Why.LUNCH_BREAK,
                        at,
                        null,
                        List.of(hours.from()),
                        Sources.HOURS,
                        true);
                return at.toLocalDate().atTime(hours.from());
            }
            if (!time.isAfter(hours.until())) {
                return at;
            }
        }
        throw new IllegalStateException("No hours of " + day + " hold " + time);
    }

    private LocalDateTime openingAfter(CalendarDay day, LocalDateTime at, Why why) {
        CalendarDay next = calendar.day(day.date().plusDays(1));
        chain.passed(next);
        while (next.off()) {
            next = calendar.day(next.date().plusDays(1));
            chain.passed(next);
        }
        LocalDateTime opening = next.date().atTime(next.hours().getFirst().from());
        LocalTime cutOff = limit.cutOff();
        List<Object> arguments = why == Why.AFTER_CUT_OFF && cutOff != null
                ? List.of(cutOff, opening.toLocalTime(), opening.toLocalDate())
                : List.of(opening.toLocalTime(), opening.toLocalDate());
        chain.add(why, at, null, arguments, why == Why.AFTER_CUT_OFF ? Sources.CUT_OFF : Sources.HOURS, true);
        return opening;
    }
}

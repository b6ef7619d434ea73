package vn.thongsuot.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.calendar.Deadline.Reason;
import vn.thongsuot.calendar.Deadline.Why;
import vn.thongsuot.shared.Text;

/// **Chuỗi lý do.** The links of a deadline, collected in the order found and told in the order of time.
final class Chain {

    private final List<Reason> links = new ArrayList<>();
    private @Nullable CalendarDay open;
    private @Nullable CalendarDay last;

    void started(LocalDateTime start, TimeLimit limit) {
        Why why = switch (limit.unit()) {
            case WORKING_HOURS -> Why.STARTED_AT_ONCE;
            case WORKING_DAYS, HALF_DAYS, CALENDAR_DAYS ->
                limit.amount() == 0
                        ? Why.STARTED_WITHIN_THE_DAY
                        : limit.firstDay() == TimeLimit.FirstDay.COUNTED ? Why.STARTED_COUNTING_THE_DAY : Why.STARTED;
        };
        Text source = switch (why) {
            case STARTED_AT_ONCE -> Sources.AT_ONCE;
            case STARTED -> Sources.FIRST_DAY;
            case STARTED_WITHIN_THE_DAY -> limit.cutOff() == null ? null : Sources.CUT_OFF;
            default -> null;
        };
        add(why, start, null, List.of(limit), source, true);
    }

    /// A day walked over: told when it was skipped, or worked although one might not think so.
    void passed(CalendarDay day) {
        CalendarDay before = last;
        if (before == null || !before.alike(day) || !before.date().plusDays(1).equals(day.date())) {
            close();
            open = day;
        }
        last = day;
    }

    private void close() {
        CalendarDay first = open;
        CalendarDay end = last;
        if (first != null && end != null && first.kind() != CalendarDay.Kind.WORKING) {
            links.add(link(first, end));
        }
        open = null;
        last = null;
    }

    private static Reason link(CalendarDay first, CalendarDay end) {
        Text name = first.name();
        LocalDate other = first.other();
        Why why = switch (first.kind()) {
            case WEEKEND -> Why.WEEKEND;
            case HOLIDAY -> Why.HOLIDAY;
            case IN_LIEU -> Why.IN_LIEU;
            case SWAPPED_OFF -> Why.SWAPPED_OFF;
            case DAY_OFF -> Why.DAY_OFF;
            case COUNTER_ONLY -> Why.COUNTER_ONLY;
            case MAKE_UP -> Why.MAKE_UP;
            case HALF_DAY -> Why.HALF_DAY;
            case WORKING -> throw new IllegalArgumentException("A working day needs no reason");
        };
        List<Object> arguments = name != null ? List.of(name) : other != null ? List.of(other) : List.of();
        LocalDate until = end.date().equals(first.date()) ? null : end.date();
        return new Reason(why, first.date().atStartOfDay(), until, arguments, first.source(), first.confirmed());
    }

    void add(
            Why why,
            LocalDateTime from,
            @Nullable LocalDate until,
            List<Object> arguments,
            @Nullable Text source,
            boolean confirmed) {
        links.add(new Reason(why, from, until, arguments, source, confirmed));
    }

    /// Takes the links of `other` that lie before `moment`.
    void takeUntil(Chain other, LocalDateTime moment) {
        other.close();
        other.links.stream().filter(link -> !link.from().isAfter(moment)).forEach(links::add);
    }

    List<Reason> until(LocalDateTime due, TimeLimit limit) {
        close();
        Why why = switch (limit.unit()) {
            case WORKING_HOURS -> Why.DUE_AT_THE_MINUTE;
            case WORKING_DAYS, HALF_DAYS, CALENDAR_DAYS -> limit.amount() == 0 ? Why.DUE_WITHIN_THE_DAY : Why.DUE;
        };
        links.sort(Comparator.comparing(Reason::from));
        links.add(new Reason(why, due, null, List.of(limit), null, true));
        return links;
    }
}

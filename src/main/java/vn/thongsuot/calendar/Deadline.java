package vn.thongsuot.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thongsuot.shared.Text;
import vn.thongsuot.shared.Words;

/// **Hạn.** The moment something is due, and the whole chain of reasons it is that moment.
///
/// @param version of the calendar it was computed with; the same version gives the same deadline for ever
/// @param start when counting began: the reception, or the office's next opening
public record Deadline(
        CalendarId calendar, long version, Instant received, Instant start, Instant due, List<Reason> reasons) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    public Deadline {
        reasons = List.copyOf(reasons);
    }

    /// **Lý do của hạn.** One link of the chain: on which days, which rule did what, by which source.
    ///
    /// @param from the moment, or the start of the first day
    /// @param until the last day, where several are meant
    /// @param arguments for the message: texts, numbers, dates, times, weekdays, limits
    /// @param confirmed `false` when a default rule stands in for an announcement not made yet
    public record Reason(
            Why why,
            LocalDateTime from,
            @Nullable LocalDate until,
            List<Object> arguments,
            @Nullable Text source,
            boolean confirmed) {

        public Reason {
            arguments = List.copyOf(arguments);
        }

        /// The reason in the reader's language.
        public String text(Words words, Locale locale) {
            Object[] shown = arguments.stream()
                    .map(argument -> shown(argument, words, locale))
                    .toArray();
            return words.of(locale, why.key(), shown);
        }

        private static Object shown(Object argument, Words words, Locale locale) {
            return switch (argument) {
                case Text text -> text.in(locale);
                case LocalDate date -> Shown.day(date);
                case LocalTime time -> Shown.hour(time);
                case DayOfWeek day -> words.of(locale, "shared.weekday." + day.getValue());
                case TimeLimit limit -> limit.text(words, locale);
                case Enum<?> constant -> words.of(locale, "calendar.half." + kebab(constant.name()));
                default -> argument;
            };
        }
    }

    /// **Một dòng của chuỗi lý do.** A link of the chain as it is read.
    ///
    /// @param mark `c-hit`, `c-skip` or `c-end`: how it is drawn
    /// @param when the moment, the day or the days
    public record Line(
            String mark, String when, String text, @Nullable String source, boolean confirmed) {}

    /// The chain in the reader's language.
    public List<Line> lines(Words words, Locale locale) {
        return reasons.stream().map(reason -> line(reason, words, locale)).toList();
    }

    private static Line line(Reason reason, Words words, Locale locale) {
        Text source = reason.source();
        return new Line(
                switch (reason.why().mark()) {
                    case PASSED_OVER -> "c-skip";
                    case COUNTED -> "c-hit";
                    case END -> "c-end";
                },
                when(reason),
                reason.text(words, locale),
                source == null ? null : source.in(locale),
                reason.confirmed());
    }

    private static String when(Reason reason) {
        LocalDate until = reason.until();
        if (reason.why().moment()) {
            return MOMENT.format(reason.from());
        }
        if (until == null) {
            return DAY.format(reason.from());
        }
        boolean sameYear = until.getYear() == reason.from().getYear();
        return (sameYear ? SHORT : DAY).format(reason.from()) + " – " + DAY.format(until);
    }

    /// **Loại lý do.** What a link of the chain did to the deadline.
    public enum Why {
        BEFORE_HOURS(Mark.PASSED_OVER),
        LUNCH_BREAK(Mark.PASSED_OVER),
        AFTER_HOURS(Mark.PASSED_OVER),
        AFTER_CUT_OFF(Mark.PASSED_OVER),
        RECEIVED_ON_A_DAY_OFF(Mark.PASSED_OVER),
        STARTED(Mark.COUNTED),
        STARTED_COUNTING_THE_DAY(Mark.COUNTED),
        STARTED_AT_ONCE(Mark.COUNTED),
        STARTED_WITHIN_THE_DAY(Mark.COUNTED),
        WEEKEND(Mark.PASSED_OVER),
        HOLIDAY(Mark.PASSED_OVER),
        IN_LIEU(Mark.PASSED_OVER),
        SWAPPED_OFF(Mark.PASSED_OVER),
        DAY_OFF(Mark.PASSED_OVER),
        COUNTER_ONLY(Mark.PASSED_OVER),
        MAKE_UP(Mark.COUNTED),
        HALF_DAY(Mark.COUNTED),
        LAST_DAY_OFF(Mark.PASSED_OVER),
        ASKED(Mark.COUNTED),
        ASKED_TOO_LATE(Mark.PASSED_OVER),
        RESTARTED(Mark.COUNTED),
        PAUSED(Mark.COUNTED),
        SHIFTED(Mark.COUNTED),
        DUE(Mark.END),
        DUE_AT_THE_MINUTE(Mark.END),
        DUE_WITHIN_THE_DAY(Mark.END);

        private final Mark mark;

        Why(Mark mark) {
            this.mark = mark;
        }

        public Mark mark() {
            return mark;
        }

        /// The message key: `calendar.reason.after-cut-off`.
        public String key() {
            return "calendar.reason." + kebab(name());
        }

        /// Whether the link is a moment rather than a day.
        public boolean moment() {
            return switch (this) {
                case WEEKEND, HOLIDAY, IN_LIEU, SWAPPED_OFF, DAY_OFF, COUNTER_ONLY, MAKE_UP, HALF_DAY, LAST_DAY_OFF ->
                    false;
                case BEFORE_HOURS,
                        LUNCH_BREAK,
                        AFTER_HOURS,
                        AFTER_CUT_OFF,
                        RECEIVED_ON_A_DAY_OFF,
                        STARTED,
                        STARTED_COUNTING_THE_DAY,
                        STARTED_AT_ONCE,
                        STARTED_WITHIN_THE_DAY,
                        ASKED,
                        ASKED_TOO_LATE,
                        RESTARTED,
                        PAUSED,
                        SHIFTED,
                        DUE,
                        DUE_AT_THE_MINUTE,
                        DUE_WITHIN_THE_DAY -> true;
            };
        }
    }

    /// **Dấu trên chuỗi lý do.** How the link is drawn.
    public enum Mark {
        PASSED_OVER,
        COUNTED,
        END
    }

    static String kebab(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

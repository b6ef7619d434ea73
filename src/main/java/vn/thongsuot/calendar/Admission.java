package vn.thongsuot.calendar;

import java.time.LocalDate;
import vn.thongsuot.calendar.CalendarDay.Kind;

/// **Nhận điều chỉnh.** Decides whether an adjustment may enter a calendar as it is now. An adjusted day is not
/// adjusted again: what is there is withdrawn first.
record Admission(WorkingCalendar calendar) {

    private static final int LONGEST_SOURCE = 300;

    void require(Adjustment adjustment) {
        int length = adjustment.source().vi().strip().length();
        if (length < 3 || length > LONGEST_SOURCE) {
            throw CalendarProblem.SOURCE_MISSING.because();
        }
        switch (adjustment) {
            case Adjustment.Swap swap -> {
                requireWorked(swap.off());
                requireRest(swap.makeUp());
            }
            case Adjustment.MakeUp makeUp -> requireRest(makeUp.day());
            case Adjustment.HalfDay half -> requireWorked(half.day());
            case Adjustment.DayOff off -> requireWorked(off.day());
            case Adjustment.Choice choice -> requireFree(choice);
        }
    }

    private void requireWorked(LocalDate day) {
        if (calendar.day(day).kind() != Kind.WORKING) {
            throw CalendarProblem.NOT_A_WORKING_DAY.because(Shown.day(day));
        }
    }

    private void requireRest(LocalDate day) {
        Kind kind = calendar.day(day).kind();
        if (kind != Kind.WEEKEND && kind != Kind.COUNTER_ONLY) {
            throw CalendarProblem.NOT_A_DAY_OFF.because(Shown.day(day));
        }
    }

    private void requireFree(Adjustment.Choice choice) {
        int year = choice.day().getYear();
        if (calendar.inForce().stream()
                .anyMatch(other -> other instanceof Adjustment.Choice made
                        && made.holiday() == choice.holiday()
                        && made.day().getYear() == year)) {
            throw CalendarProblem.CHOSEN_ALREADY.because(String.valueOf(year));
        }
        // Asked first, because a year without known lunar days has no window.
        calendar.day(choice.day());
        HolidayRules.Window window = calendar.rules()
                .window(choice.holiday(), year)
                .orElseThrow(
                        () -> CalendarProblem.CHOICE_OUTSIDE.because(Shown.day(choice.day()), Shown.day(choice.day())));
        if (!window.holds(choice.day())) {
            throw CalendarProblem.CHOICE_OUTSIDE.because(Shown.day(window.first()), Shown.day(window.last()));
        }
    }
}

package vn.thongsuot.calendar;

import java.time.LocalDate;

/// **Kỳ nghỉ, kỳ làm bù.** Days in a row that are what they are for the same reason: `first` tells it, `last` ends
/// them.
public record Spell(CalendarDay first, LocalDate last) {

    public int days() {
        return Math.toIntExact(last.toEpochDay() - first.date().toEpochDay()) + 1;
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(first.date()) && !day.isAfter(last);
    }

    boolean goesOnWith(CalendarDay day) {
        return last.plusDays(1).equals(day.date()) && first.alike(day);
    }

    Spell until(LocalDate day) {
        return new Spell(first, day);
    }
}

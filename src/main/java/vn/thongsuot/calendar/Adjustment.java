package vn.thongsuot.calendar;

import java.time.LocalDate;
import vn.thongsuot.shared.Text;

/// **Điều chỉnh lịch.** What an administrator enters because no rule computes it, each with the document that
/// ordered it.
public sealed interface Adjustment {

    /// The day it is sorted by.
    LocalDate day();

    /// The document that ordered it.
    Text source();

    /// The same adjustment, ordered by `source`.
    default Adjustment from(Text source) {
        return switch (this) {
            case Swap swap -> new Swap(swap.off, swap.makeUp, source);
            case MakeUp makeUp -> new MakeUp(makeUp.day, source);
            case HalfDay half -> new HalfDay(half.day, half.off, source);
            case DayOff off -> new DayOff(off.day, source);
            case Choice choice -> new Choice(choice.holiday, choice.day, source);
        };
    }

    /// Its kind by name: `SWAP`, `HALF_DAY`.
    default Kind kind() {
        return switch (this) {
            case Swap _ -> Kind.SWAP;
            case MakeUp _ -> Kind.MAKE_UP;
            case HalfDay _ -> Kind.HALF_DAY;
            case DayOff _ -> Kind.DAY_OFF;
            case Choice _ -> Kind.CHOICE;
        };
    }

    /// **Hoán đổi ngày làm việc.** `off` is a day off, `makeUp` is worked in its place with its hours.
    record Swap(LocalDate off, LocalDate makeUp, Text source) implements Adjustment {
        @Override
        public LocalDate day() {
            return off;
        }
    }

    /// **Làm bù.** A day off that is worked.
    record MakeUp(LocalDate day, Text source) implements Adjustment {}

    /// **Nghỉ nửa ngày.** A working day of which only one half is worked.
    record HalfDay(LocalDate day, Half off, Text source) implements Adjustment {}

    /// **Nghỉ đột xuất.** A working day that is not worked: a storm, mourning, an election.
    record DayOff(LocalDate day, Text source) implements Adjustment {}

    /// **Chọn ngày nghỉ lễ.** The announced first day of a holiday of several days, in the year of `day`.
    record Choice(Holiday holiday, LocalDate day, Text source) implements Adjustment {}

    /// **Buổi.** The half of a day that is off.
    enum Half {
        MORNING,
        AFTERNOON
    }

    /// **Ngày lễ do Chính phủ chọn ngày.** The holidays whose days are announced each year.
    enum Holiday {
        TET,
        NATIONAL_DAY
    }

    /// **Loại điều chỉnh.** The kinds by name, in the order a form offers them.
    enum Kind {
        SWAP,
        MAKE_UP,
        DAY_OFF,
        HALF_DAY,
        CHOICE
    }
}

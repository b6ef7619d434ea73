package vn.thongsuot.calendar;

import java.time.Instant;

/// **Lần bổ sung hồ sơ.** The applicant was asked for more at `asked` and had given all of it at `answered`.
/// Until it is answered a dossier has no deadline.
public record Supplement(Instant asked, Instant answered) {

    /// **Cách tính khi bổ sung.** What a supplement does to the deadline.
    public enum Policy {
        /// The whole limit again from the answer: Decree 61/2018/NĐ-CP art. 19.4.
        RESTART,
        /// The time the applicant took is not counted: Decree 63/2024/NĐ-CP as amended by Decree 301/2026/NĐ-CP.
        PAUSE,
        /// The due day moves by the calendar days the applicant took, then to a working day.
        SHIFT
    }

    public Supplement {
        if (answered.isBefore(asked)) {
            throw CalendarProblem.SUPPLEMENT_ORDER.because();
        }
    }
}

package vn.thongsuot.dossier;

import java.time.Instant;
import java.time.LocalDate;
import vn.thongsuot.shared.BusinessClock;

/// **Quy định một cửa theo thời gian.** Which texts rule the one-stop office on a day, and what it is called then.
enum OneStopLaw {
    DECREE_61("Nghị định 61/2018/NĐ-CP", "Thông tư 01/2018/TT-VPCP", "Bộ phận Tiếp nhận và Trả kết quả"),
    DECREE_118("Nghị định 118/2025/NĐ-CP", "Thông tư 01/2018/TT-VPCP", "Trung tâm Phục vụ hành chính công"),
    CIRCULAR_3("Nghị định 118/2025/NĐ-CP", "Thông tư 03/2025/TT-VPCP", "Trung tâm Phục vụ hành chính công");

    private static final LocalDate DECREE_118_FROM = LocalDate.of(2025, 7, 1);
    private static final LocalDate CIRCULAR_3_FROM = LocalDate.of(2025, 9, 15);

    /// Names of the texts and of the office, as documents cite them.
    final String decree;

    final String circular;
    final String office;

    OneStopLaw(String decree, String circular, String office) {
        this.decree = decree;
        this.circular = circular;
        this.office = office;
    }

    static OneStopLaw at(Instant moment) {
        LocalDate day = moment.atZone(BusinessClock.ZONE).toLocalDate();
        if (day.isBefore(DECREE_118_FROM)) {
            return DECREE_61;
        }
        return day.isBefore(CIRCULAR_3_FROM) ? DECREE_118 : CIRCULAR_3;
    }
}

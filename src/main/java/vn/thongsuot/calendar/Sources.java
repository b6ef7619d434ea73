package vn.thongsuot.calendar;

import vn.thongsuot.shared.Text;

/// The sources of the rules of counting, as the chain of reasons names them.
final class Sources {

    static final Text HOURS = new Text(
            "Quy tắc tiếp nhận ngoài giờ, theo giờ làm việc của lịch",
            "Reception outside hours, by the calendar’s hours");
    static final Text CUT_OFF =
            new Text("Nghị định 23/2015/NĐ-CP, Điều 7: sau 15 giờ", "Decree 23/2015/NĐ-CP, art. 7: after 15:00");
    static final Text FIRST_DAY = new Text(
            "Bộ luật Dân sự 2015, Điều 147 khoản 2: không tính ngày đầu tiên",
            "Civil Code 2015, art. 147.2: the first day is not counted");
    static final Text AT_ONCE = new Text(
            "Bộ luật Dân sự 2015, Điều 147 khoản 1: giờ tính ngay", "Civil Code 2015, art. 147.1: hours start at once");
    static final Text LAST_DAY_OFF = new Text("Bộ luật Dân sự 2015, Điều 148 khoản 5", "Civil Code 2015, art. 148.5");
    static final Text RESTART = new Text("Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4", "Decree 61/2018/NĐ-CP, art. 19.4");
    static final Text PAUSE = new Text(
            "Nghị định 63/2024/NĐ-CP, sửa đổi bởi Nghị định 301/2026/NĐ-CP",
            "Decree 63/2024/NĐ-CP as amended by Decree 301/2026/NĐ-CP");

    private Sources() {}
}

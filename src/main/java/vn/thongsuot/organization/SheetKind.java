package vn.thongsuot.organization;

import java.util.List;

/// **Loại bảng.** What a file of the directory holds, and its columns in order. An export has the columns of an
/// import.
public enum SheetKind {
    AGENCIES(List.of(
            "Mã hệ thống",
            "Tên cơ quan",
            "Tên tiếng Anh",
            "Cấp",
            "Loại",
            "Cơ quan cấp trên",
            "Mã định danh",
            "Mã đơn vị hành chính",
            "Lịch làm việc",
            "Từ ngày",
            "Đến ngày")),
    OFFICERS(List.of(
            "Mã cán bộ",
            "Họ và tên",
            "Mã cơ quan",
            "Tên cơ quan",
            "Đơn vị",
            "Loại chức vụ",
            "Chức vụ",
            "Chức vụ chính",
            "Từ ngày",
            "Đến ngày"));

    private final List<String> columns;

    SheetKind(List<String> columns) {
        this.columns = columns;
    }

    public List<String> columns() {
        return columns;
    }
}

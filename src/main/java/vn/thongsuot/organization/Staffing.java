package vn.thongsuot.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an agency of the demonstration is manned: its units, the posts each agency of the kind has, and what the
/// rest of its people are.
///
/// @param typical how many people such an agency has, before all are scaled to the province's total
record Staffing(List<String> units, List<Seat> seats, String restTitle, int typical) {

    /// `count` people under one title; `unit` is an index into the units, or null for the agency's leaders.
    record Seat(
            PostKind kind,
            String title,
            int count,
            @Nullable Integer unit) {}

    int smallest() {
        return seats.stream().mapToInt(Seat::count).sum() + 1;
    }

    Staffing sized(int people) {
        return new Staffing(units, seats, restTitle, people);
    }

    static final Staffing PROVINCE = new Staffing(
            List.of(),
            List.of(
                    seat(PostKind.CHAIRMAN, "Chủ tịch", 1, null),
                    seat(PostKind.VICE_CHAIRMAN, "Phó Chủ tịch", 3, null)),
            "Ủy viên",
            6);
    static final Staffing OFFICE = new Staffing(
            List.of(
                    "Phòng Tổng hợp",
                    "Phòng Nội chính",
                    "Phòng Kinh tế",
                    "Phòng Khoa giáo - Văn xã",
                    "Phòng Hành chính - Tổ chức",
                    "Ban Tiếp công dân",
                    "Trung tâm Phục vụ hành chính công"),
            List.of(
                    seat(PostKind.HEAD, "Chánh Văn phòng", 1, null),
                    seat(PostKind.DEPUTY_HEAD, "Phó Chánh Văn phòng", 3, null),
                    seat(PostKind.CLERK, "Văn thư", 4, 4),
                    seat(PostKind.ACCOUNTANT, "Kế toán", 2, 4),
                    seat(PostKind.ADMINISTRATOR, "Quản trị hệ thống", 2, 4),
                    seat(PostKind.INDEX_OFFICER, "Tổ chỉ số phục vụ", 3, 0),
                    seat(PostKind.ONE_STOP_OFFICER, "Công chức một cửa", 12, 6)),
            "Chuyên viên",
            96);
    static final Staffing DEPARTMENT = new Staffing(
            List.of("Văn phòng", "Thanh tra", "Phòng Kế hoạch - Tài chính", "Phòng Nghiệp vụ 1", "Phòng Nghiệp vụ 2"),
            List.of(
                    seat(PostKind.HEAD, "Giám đốc", 1, null),
                    seat(PostKind.DEPUTY_HEAD, "Phó Giám đốc", 3, null),
                    seat(PostKind.CLERK, "Văn thư", 2, 0),
                    seat(PostKind.ACCOUNTANT, "Kế toán", 1, 2),
                    seat(PostKind.ONE_STOP_OFFICER, "Công chức một cửa", 2, 0)),
            "Chuyên viên",
            62);
    static final Staffing INSPECTORATE = new Staffing(
            List.of(
                    "Văn phòng",
                    "Phòng Nghiệp vụ 1",
                    "Phòng Nghiệp vụ 2",
                    "Phòng Giám sát, kiểm tra và xử lý sau thanh tra"),
            List.of(
                    seat(PostKind.HEAD, "Chánh Thanh tra", 1, null),
                    seat(PostKind.DEPUTY_HEAD, "Phó Chánh Thanh tra", 2, null),
                    seat(PostKind.CLERK, "Văn thư", 1, 0),
                    seat(PostKind.ACCOUNTANT, "Kế toán", 1, 0),
                    seat(PostKind.AUDITOR, "Kiểm tra hệ thống", 4, 3)),
            "Thanh tra viên",
            40);
    static final Staffing DISTRICT = new Staffing(
            List.of(),
            List.of(
                    seat(PostKind.CHAIRMAN, "Chủ tịch", 1, null),
                    seat(PostKind.VICE_CHAIRMAN, "Phó Chủ tịch", 3, null)),
            "Ủy viên",
            9);
    static final Staffing DISTRICT_OFFICE = new Staffing(
            List.of("Tổ Tổng hợp", "Tổ Hành chính - Quản trị", "Bộ phận Tiếp nhận và Trả kết quả"),
            List.of(
                    seat(PostKind.HEAD, "Chánh Văn phòng", 1, null),
                    seat(PostKind.DEPUTY_HEAD, "Phó Chánh Văn phòng", 2, null),
                    seat(PostKind.CLERK, "Văn thư", 2, 1),
                    seat(PostKind.ADMINISTRATOR, "Quản trị hệ thống", 1, 1),
                    seat(PostKind.ONE_STOP_OFFICER, "Công chức một cửa", 5, 2)),
            "Chuyên viên",
            26);
    static final Staffing DIVISION = new Staffing(
            List.of(),
            List.of(
                    seat(PostKind.HEAD, "Trưởng phòng", 1, null),
                    seat(PostKind.DEPUTY_HEAD, "Phó Trưởng phòng", 1, null),
                    seat(PostKind.CLERK, "Văn thư kiêm nhiệm", 1, null)),
            "Chuyên viên",
            9);
    static final Staffing COMMUNE = new Staffing(
            List.of(
                    "Văn phòng - Thống kê",
                    "Tư pháp - Hộ tịch",
                    "Địa chính - Xây dựng - Môi trường",
                    "Văn hóa - Xã hội",
                    "Tài chính - Kế toán",
                    "Bộ phận Tiếp nhận và Trả kết quả"),
            List.of(
                    seat(PostKind.CHAIRMAN, "Chủ tịch", 1, null),
                    seat(PostKind.VICE_CHAIRMAN, "Phó Chủ tịch", 2, null),
                    seat(PostKind.CLERK, "Văn thư", 1, 0),
                    seat(PostKind.ACCOUNTANT, "Kế toán", 1, 4),
                    seat(PostKind.ONE_STOP_OFFICER, "Công chức một cửa", 2, 5)),
            "Công chức",
            23);
    static final Staffing STATION = simple("Trưởng trạm", "Viên chức y tế", 7);
    static final Staffing SCHOOL = new Staffing(
            List.of("Tổ Khoa học tự nhiên", "Tổ Khoa học xã hội", "Tổ Văn phòng"),
            List.of(
                    seat(PostKind.HEAD, "Hiệu trưởng", 1, null),
                    seat(PostKind.DEPUTY_HEAD, "Phó Hiệu trưởng", 1, null),
                    seat(PostKind.CLERK, "Văn thư", 1, 2),
                    seat(PostKind.ACCOUNTANT, "Kế toán", 1, 2)),
            "Giáo viên",
            30);

    static Staffing simple(String head, String rest, int people) {
        return new Staffing(
                List.of(),
                List.of(
                        seat(PostKind.HEAD, head, 1, null),
                        seat(PostKind.DEPUTY_HEAD, "Phó " + head, 1, null),
                        seat(PostKind.CLERK, "Văn thư", 1, null)),
                rest,
                people);
    }

    private static Seat seat(PostKind kind, String title, int count, @Nullable Integer unit) {
        return new Seat(kind, title, count, unit);
    }
}

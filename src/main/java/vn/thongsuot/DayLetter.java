package vn.thongsuot;

import java.util.List;

/// What communes write to each other on a played day.
///
/// @param direction what the receiver's leader says about it
record DayLetter(String subject, String urgency, List<String> body, String direction) {

    private static final String LEGAL = "Công chức Tư pháp - Hộ tịch kiểm tra, tham mưu văn bản trả lời.";
    private static final String LAND = "Công chức Địa chính phối hợp kiểm tra thực địa, báo cáo kết quả.";
    private static final String SOCIAL = "Công chức Văn hóa - Xã hội rà soát danh sách, tham mưu trả lời.";
    private static final String OFFICE = "Công chức Văn phòng - Thống kê tham mưu triển khai thực hiện.";

    private static final List<DayLetter> LETTERS = List.of(
            plain("phối hợp xác minh tình trạng hôn nhân của công dân chuyển nơi cư trú", LEGAL),
            plain("phối hợp rà soát hộ nghèo, hộ cận nghèo chuyển đến trên địa bàn", SOCIAL),
            urgent("phối hợp phòng, chống xâm nhập mặn và vận hành cống tuyến giáp ranh", LAND),
            plain("phối hợp xác minh nguồn gốc sử dụng đất của hộ gia đình tại khu vực giáp ranh", LAND),
            plain("cung cấp bản sao trích lục hộ tịch phục vụ giải quyết thủ tục hành chính", LEGAL),
            plain("trao đổi kinh nghiệm số hóa hồ sơ tại Bộ phận Tiếp nhận và Trả kết quả", OFFICE),
            urgent("phối hợp tiêm phòng bệnh lở mồm long móng trên gia súc tại vùng giáp ranh", OFFICE),
            plain("phối hợp quản lý thanh niên trong độ tuổi gọi nhập ngũ chuyển nơi cư trú", OFFICE),
            plain("phối hợp nạo vét kênh thủy lợi nội đồng tuyến giáp ranh", LAND),
            plain("phối hợp quản lý đối tượng bảo trợ xã hội thay đổi nơi cư trú", SOCIAL),
            plain("phối hợp tuyên truyền, kích hoạt tài khoản định danh điện tử cho người dân", OFFICE),
            urgent("phối hợp tìm thân nhân của người cao tuổi đi lạc", SOCIAL),
            plain("xác nhận thời gian tham gia dân công hỏa tuyến của công dân", SOCIAL),
            plain("phối hợp bảo đảm trật tự, an toàn giao thông trên tuyến đường liên xã", OFFICE),
            plain("trao đổi thông tin hộ kinh doanh hoạt động trên địa bàn giáp ranh", OFFICE),
            plain("phối hợp xác minh thông tin cư trú phục vụ đăng ký khai sinh", LEGAL),
            plain("phối hợp thu gom, xử lý rác thải sinh hoạt trên tuyến kênh chung", LAND),
            plain("phối hợp tổ chức hoạt động văn hóa, thể thao của đồng bào Khmer", SOCIAL));

    static DayLetter of(int place) {
        return LETTERS.get(place % LETTERS.size());
    }

    private static DayLetter plain(String subject, String direction) {
        return new DayLetter(subject, "NORMAL", body(subject, "trong 05 ngày làm việc"), direction);
    }

    private static DayLetter urgent(String subject, String direction) {
        return new DayLetter(subject, "URGENT", body(subject, "trong 01 ngày làm việc"), direction);
    }

    private static List<String> body(String subject, String limit) {
        return List.of(
                "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư và quy chế "
                        + "phối hợp giữa các địa phương; để kịp thời giải quyết công việc của người dân, Ủy ban nhân dân "
                        + "đề nghị quý cơ quan " + subject + ".",
                "Kết quả xin gửi lại " + limit + " kể từ khi nhận được văn bản này, qua trục liên thông văn bản.",
                "Rất mong sự quan tâm phối hợp của quý cơ quan./.");
    }
}

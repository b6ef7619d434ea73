package vn.thongsuot.outgoing;

import java.util.List;
import vn.thongsuot.shared.Chances;

/// Subjects of made-up documents, as they lie on desks along the Hậu river.
final class MadeSubjects {

    private static final double WITH_A_PLACE = 30;
    private static final List<DocumentType> TYPES = List.of(
            DocumentType.OFFICIAL_LETTER,
            DocumentType.REPORT,
            DocumentType.ANNOUNCEMENT,
            DocumentType.PLAN,
            DocumentType.INVITATION,
            DocumentType.DECISION);
    private static final List<String> ACTS = List.of(
            "triển khai thực hiện",
            "báo cáo kết quả thực hiện",
            "đôn đốc thực hiện",
            "lấy ý kiến góp ý dự thảo kế hoạch",
            "hướng dẫn thực hiện",
            "tăng cường công tác",
            "phối hợp thực hiện",
            "tổng kết công tác",
            "cung cấp số liệu về",
            "phân công nhiệm vụ",
            "kiểm tra, giám sát công tác",
            "mời họp về");
    private static final List<String> TOPICS = List.of(
            "chuyển đổi số",
            "số hóa kết quả giải quyết thủ tục hành chính",
            "phòng, chống hạn, xâm nhập mặn",
            "giải ngân vốn đầu tư công",
            "phòng, chống dịch bệnh trên đàn vật nuôi",
            "xây dựng nông thôn mới nâng cao",
            "giảm nghèo bền vững",
            "cải cách hành chính",
            "tiếp công dân, giải quyết khiếu nại, tố cáo",
            "bảo đảm trật tự, an toàn giao thông",
            "phòng cháy, chữa cháy và cứu nạn, cứu hộ",
            "tuyển quân",
            "chăm lo Tết cho hộ nghèo, gia đình chính sách",
            "tổ chức lễ hội Ok Om Bok",
            "bảo vệ rừng phòng hộ ven biển",
            "quản lý đất đai, cấp giấy chứng nhận quyền sử dụng đất",
            "thu ngân sách nhà nước",
            "chi trả trợ cấp qua tài khoản",
            "phổ biến, giáo dục pháp luật",
            "bồi dưỡng cán bộ, công chức",
            "an toàn thông tin mạng",
            "phát triển du lịch cộng đồng",
            "vệ sinh môi trường, thu gom rác thải",
            "phòng, chống đuối nước trẻ em",
            "tiêm chủng mở rộng",
            "chỉnh trang đô thị",
            "quản lý, sử dụng tài sản công",
            "văn thư, lưu trữ",
            "dân tộc, tôn giáo",
            "bình đẳng giới");
    private static final List<String> PLACES =
            List.of("trên địa bàn tỉnh", "tại các xã, phường, thị trấn", "tại các cơ quan, đơn vị trực thuộc");

    private final Chances chances;

    MadeSubjects(Chances chances) {
        this.chances = chances;
    }

    DocumentType type() {
        return chances.ranked(TYPES);
    }

    String next(int year) {
        String subject = "Về việc " + chances.of(ACTS) + " " + chances.of(TOPICS);
        return subject + (chances.in(WITH_A_PLACE) ? " " + chances.of(PLACES) : "") + " năm " + year;
    }
}

package vn.thongsuot;

/// What is done in a played day, in the order it happens, in the words of its report.
enum DayStep {
    RECEIVED(Of.DOSSIERS, "tiếp nhận"),
    TAKEN(Of.DOSSIERS, "nhận xử lý"),
    PAPERS_ASKED(Of.DOSSIERS, "yêu cầu bổ sung"),
    PAPERS_RECEIVED(Of.DOSSIERS, "nhận bổ sung"),
    REFUSED(Of.DOSSIERS, "từ chối giải quyết"),
    PROPOSED(Of.DOSSIERS, "trình kết quả"),
    SIGNED(Of.DOSSIERS, "ký kết quả trong giờ"),
    SIGNED_LATE(Of.DOSSIERS, "ký kết quả sau giờ làm việc"),
    RETURNED(Of.DOSSIERS, "trả kết quả"),

    DRAFTED(Of.OUTGOING, "soạn và trình ký"),
    SENT_BACK(Of.OUTGOING, "lãnh đạo trả lại để sửa"),
    REVISED(Of.OUTGOING, "sửa và trình lại"),
    APPROVED(Of.OUTGOING, "ký trong giờ"),
    APPROVED_LATE(Of.OUTGOING, "ký sau giờ làm việc"),
    NUMBERED(Of.OUTGOING, "cấp số, đóng dấu"),
    ISSUED(Of.OUTGOING, "phát hành"),
    RECALLED(Of.OUTGOING, "thu hồi"),

    REGISTERED(Of.INCOMING, "vào sổ"),
    TURNED_AWAY(Of.INCOMING, "từ chối tiếp nhận"),
    ASSIGNED(Of.INCOMING, "phân công"),
    STARTED(Of.INCOMING, "bắt đầu xử lý"),
    FINISHED(Of.INCOMING, "hoàn thành trong ngày"),
    GIVEN_BACK(Of.INCOMING, "trả lại nơi thu hồi"),
    UNREGISTERED(Of.INCOMING, "hết giờ chưa vào sổ");

    /// What it is done to.
    enum Of {
        DOSSIERS("Hồ sơ một cửa"),
        OUTGOING("Văn bản đi"),
        INCOMING("Văn bản đến");

        final String title;

        Of(String title) {
            this.title = title;
        }
    }

    final Of of;
    final String words;

    DayStep(Of of, String words) {
        this.of = of;
        this.words = words;
    }
}

package vn.thongsuot.outgoing;

/// **Loại văn bản hành chính.** The 29 types of Decree 30/2020/NĐ-CP art. 7, with the abbreviations of annex III.
public enum DocumentType {
    OFFICIAL_LETTER("Công văn", ""),
    RESOLUTION("Nghị quyết", "NQ"),
    DECISION("Quyết định", "QĐ"),
    DIRECTIVE("Chỉ thị", "CT"),
    REGULATION("Quy chế", "QC"),
    PROVISION("Quy định", "QyĐ"),
    COMMUNIQUE("Thông cáo", "TC"),
    ANNOUNCEMENT("Thông báo", "TB"),
    GUIDANCE("Hướng dẫn", "HD"),
    PROGRAMME("Chương trình", "CTr"),
    PLAN("Kế hoạch", "KH"),
    OPTION_PLAN("Phương án", "PA"),
    SCHEME("Đề án", "ĐA"),
    PROJECT("Dự án", "DA"),
    REPORT("Báo cáo", "BC"),
    MINUTES("Biên bản", "BB"),
    SUBMISSION("Tờ trình", "TTr"),
    CONTRACT("Hợp đồng", "HĐ"),
    TELEGRAM("Công điện", "CĐ"),
    MEMORANDUM("Bản ghi nhớ", "BGN"),
    AGREEMENT("Bản thỏa thuận", "BTT"),
    AUTHORISATION("Giấy ủy quyền", "GUQ"),
    INVITATION("Giấy mời", "GM"),
    INTRODUCTION("Giấy giới thiệu", "GGT"),
    LEAVE("Giấy nghỉ phép", "GNP"),
    DISPATCH_NOTE("Phiếu gửi", "PG"),
    TRANSFER_NOTE("Phiếu chuyển", "PC"),
    NOTICE_NOTE("Phiếu báo", "PB"),
    OFFICE_LETTER("Thư công", "");

    private final String typeName;
    private final String abbreviation;

    DocumentType(String typeName, String abbreviation) {
        this.typeName = typeName;
        this.abbreviation = abbreviation;
    }

    /// As the decree calls it.
    public String typeName() {
        return typeName;
    }

    /// Whose book its numbers come from: number and notation are unique in a year (Decree 30/2020/NĐ-CP, annex I), so
    /// the two without an abbreviation share one.
    DocumentType book() {
        return abbreviation.isEmpty() ? OFFICIAL_LETTER : this;
    }

    /// Empty for the two that have none.
    public String abbreviation() {
        return abbreviation;
    }
}

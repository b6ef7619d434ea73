package vn.thongsuot.scoring;

/// **Nhóm chỉ số.** The groups of the index, by the codes the national portal answers with. The Decision counts
/// online services and online payment (CLGQ and TTTT) as one group of 22 points; the portal shows them apart.
public enum IndicatorGroup {
    /// Công khai, minh bạch.
    CKMB,
    /// Tiến độ, kết quả giải quyết.
    TDGQ,
    /// Dịch vụ công trực tuyến.
    CLGQ,
    /// Thanh toán trực tuyến.
    TTTT,
    /// Số hóa hồ sơ.
    MDSH,
    /// Mức độ hài lòng.
    MDHL
}

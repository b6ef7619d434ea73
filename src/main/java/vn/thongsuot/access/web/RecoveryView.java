package vn.thongsuot.access.web;

import java.util.List;

/// **Trang mã dự phòng.** Ten codes to print, shown this once.
///
/// @param first whether codes were turned on just now
public record RecoveryView(List<String> codes, String signInName, boolean first) {

    public RecoveryView {
        codes = List.copyOf(codes);
    }
}

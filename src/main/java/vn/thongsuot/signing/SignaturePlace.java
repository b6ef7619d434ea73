package vn.thongsuot.signing;

/// **Chỗ đặt chữ ký.** Where on the document a signature is shown.
///
/// @param page counted from 1; 0 for the last page
public record SignaturePlace(int page, Corner corner) {

    /// A corner of the page as it is read.
    public enum Corner {
        TOP_RIGHT,
        TOP_LEFT,
        BOTTOM_RIGHT,
        BOTTOM_LEFT;

        boolean right() {
            return this == TOP_RIGHT || this == BOTTOM_RIGHT;
        }

        boolean top() {
            return this == TOP_RIGHT || this == TOP_LEFT;
        }
    }

    public SignaturePlace {
        if (page < 0) {
            throw SigningProblem.PAGE_ABSENT.because(page);
        }
    }
}

package vn.thongsuot.signing;

/// **Chỗ đặt chữ ký.** Where on the document a signature is shown.
///
/// @param page counted from 1; 0 for the last page
/// @param overName between the signer's title and typed name, where the page has that name (Decree 30/2020/NĐ-CP,
/// annex I, box 7c); in the corner where it does not
public record SignaturePlace(int page, Corner corner, boolean overName) {

    public SignaturePlace(int page, Corner corner) {
        this(page, corner, false);
    }

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

package vn.thongsuot.signing;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// A page as it is read: some are stored lying on their side.
record TurnedPage(PDRectangle crop, int rotation) {

    private static final int QUARTER = 90;
    private static final int HALF = 180;
    private static final int THREE_QUARTERS = 270;

    /// A box of the page as it is read, in points from its lower left corner.
    record Box(float left, float bottom, float wide, float high) {}

    static TurnedPage of(PDPage page) {
        return new TurnedPage(page.getCropBox(), page.getRotation());
    }

    float width() {
        return lying() ? crop.getHeight() : crop.getWidth();
    }

    float height() {
        return lying() ? crop.getWidth() : crop.getHeight();
    }

    boolean upright() {
        return turn() == 0;
    }

    private boolean lying() {
        return turn() == QUARTER || turn() == THREE_QUARTERS;
    }

    private int turn() {
        return Math.floorMod(rotation, 360);
    }

    /// `box` in the coordinates the page is stored in.
    PDRectangle stored(Box box) {
        float x = crop.getLowerLeftX();
        float y = crop.getLowerLeftY();
        return switch (turn()) {
            case QUARTER ->
                new PDRectangle(x + crop.getWidth() - box.bottom - box.high, y + box.left, box.high, box.wide);
            case HALF ->
                new PDRectangle(
                        x + crop.getWidth() - box.left - box.wide,
                        y + crop.getHeight() - box.bottom - box.high,
                        box.wide,
                        box.high);
            case THREE_QUARTERS ->
                new PDRectangle(x + box.bottom, y + crop.getHeight() - box.left - box.wide, box.high, box.wide);
            default -> new PDRectangle(x + box.left, y + box.bottom, box.wide, box.high);
        };
    }

    /// `stored` as it is read.
    Box read(PDRectangle stored) {
        float x = crop.getLowerLeftX();
        float y = crop.getLowerLeftY();
        float right = x + crop.getWidth() - stored.getUpperRightX();
        float top = y + crop.getHeight() - stored.getUpperRightY();
        return switch (turn()) {
            case QUARTER -> new Box(stored.getLowerLeftY() - y, right, stored.getHeight(), stored.getWidth());
            case HALF -> new Box(right, top, stored.getWidth(), stored.getHeight());
            case THREE_QUARTERS -> new Box(top, stored.getLowerLeftX() - x, stored.getHeight(), stored.getWidth());
            default ->
                new Box(stored.getLowerLeftX() - x, stored.getLowerLeftY() - y, stored.getWidth(), stored.getHeight());
        };
    }

    /// Turns a drawing back, so that it is read upright.
    COSArray turnedBack() {
        float[] matrix = switch (turn()) {
            case QUARTER -> new float[] {0, 1, -1, 0, 0, 0};
            case HALF -> new float[] {-1, 0, 0, -1, 0, 0};
            case THREE_QUARTERS -> new float[] {0, -1, 1, 0, 0, 0};
            default -> new float[] {1, 0, 0, 1, 0, 0};
        };
        COSArray array = new COSArray();
        for (float value : matrix) {
            array.add(new COSFloat(value));
        }
        return array;
    }
}

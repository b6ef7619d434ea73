package vn.thongsuot.signing;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import vn.thongsuot.shared.DocumentFont;
import vn.thongsuot.shared.Words;

/// What an agency's seal looks like: round, red, over a third of the person's signature, on its left (Decree
/// 30/2020/NĐ-CP, annex I, box 8; art. 33). It is visibly a demonstration's and like no agency's own.
final class SealAppearance implements PdfSignature.Appearance {

    /// 34 mm.
    private static final float DIAMETER = 96;

    private static final float EDGE = 4;
    private static final float SIZE = 7;
    private static final float INNER = DIAMETER / 2 - 13;
    private static final float BASELINE = INNER + 3;
    private static final String MARK = "DẤU TRÌNH DIỄN";

    /// The share of the ring that a name may fill, in half turns.
    private static final double WIDEST = 1.35;

    private static final float OPACITY = 0.85f;
    /// Left open between the two words.
    private static final double GAP = 0.1;

    private static final Color RED = new Color(0xC8102E);

    /// How far a quarter of a circle's control points stand from its ends.
    private static final float ROUND = 0.5523f;

    private final String agency;

    SealAppearance(String agency) {
        this.agency = agency;
    }

    /// Over the last of the signatures shown on the page. Refuses a page without any.
    @Override
    public byte[] on(PDDocument document, int number, List<PDRectangle> earlier) throws IOException {
        if (earlier.isEmpty()) {
            throw SigningProblem.NOT_SIGNED.because();
        }
        PDPage page = document.getPage(number);
        TurnedPage turned = TurnedPage.of(page);
        TurnedPage.Box signature = turned.read(earlier.getLast());
        float left = signature.left() + signature.wide() / 3 - DIAMETER;
        float bottom = signature.bottom() + signature.high() / 2 - DIAMETER / 2;
        TurnedPage.Box box = new TurnedPage.Box(Math.max(EDGE, left), Math.max(EDGE, bottom), DIAMETER, DIAMETER);
        try (PDDocument template = new PDDocument()) {
            PDFont bold = Drawing.font(template, DocumentFont.BOLD);
            return Drawing.field(template, page, box, content -> draw(content, bold));
        }
    }

    private void draw(PDPageContentStream content, PDFont bold) throws IOException {
        PDExtendedGraphicsState ink = new PDExtendedGraphicsState();
        ink.setStrokingAlphaConstant(OPACITY);
        ink.setNonStrokingAlphaConstant(OPACITY);
        content.setGraphicsStateParameters(ink);
        content.setStrokingColor(RED);
        content.setNonStrokingColor(RED);
        content.setLineWidth(2);
        circle(content, DIAMETER / 2 - 1.5f);
        content.setLineWidth(0.8f);
        circle(content, INNER);
        around(content, bold, agency.toUpperCase(Words.VIETNAMESE), true);
        around(content, bold, MARK, false);
    }

    /// Between the rings: over the middle and read from inside, or under it.
    private static void around(PDPageContentStream content, PDFont font, String text, boolean above)
            throws IOException {
        float room = (float) (Math.PI * BASELINE * (above ? WIDEST : 2 - WIDEST - GAP));
        float size = Math.min(SIZE, SIZE * room / Drawing.width(text, font, SIZE));
        float radius = above ? BASELINE : BASELINE + size * 0.7f;
        double angle = (above ? 1 : -1) * (double) Drawing.width(text, font, size) / radius / 2
                + (above ? 0.5 : -0.5) * Math.PI;
        for (int letter : text.codePoints().toArray()) {
            String shown = Character.toString(letter);
            double half = Drawing.width(shown, font, size) / radius / 2;
            angle += above ? -half : half;
            double turn = above ? angle - Math.PI / 2 : angle + Math.PI / 2;
            Matrix place = Matrix.getRotateInstance(turn, (float) (DIAMETER / 2 + radius * Math.cos(angle)), (float)
                    (DIAMETER / 2 + radius * Math.sin(angle)));
            place.translate(-Drawing.width(shown, font, size) / 2, 0);
            content.beginText();
            content.setFont(font, size);
            content.setTextMatrix(place);
            content.showText(shown);
            content.endText();
            angle += above ? -half : half;
        }
    }

    private static void circle(PDPageContentStream content, float radius) throws IOException {
        float middle = DIAMETER / 2;
        float pull = radius * ROUND;
        content.moveTo(middle + radius, middle);
        content.curveTo(middle + radius, middle + pull, middle + pull, middle + radius, middle, middle + radius);
        content.curveTo(middle - pull, middle + radius, middle - radius, middle + pull, middle - radius, middle);
        content.curveTo(middle - radius, middle - pull, middle - pull, middle - radius, middle, middle - radius);
        content.curveTo(middle + pull, middle - radius, middle + radius, middle - pull, middle + radius, middle);
        content.stroke();
    }
}

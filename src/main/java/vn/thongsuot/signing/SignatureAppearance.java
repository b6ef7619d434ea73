package vn.thongsuot.signing;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.DocumentFont;

/// What a signature looks like on the page: who signed, as what, for which agency and when, with the time zone (Decree
/// 30/2020/NĐ-CP, annex I), in the blue of a person's signature.
final class SignatureAppearance {

    private static final float WIDTH = 210;
    private static final float MARGIN = 28;
    private static final float GAP = 6;
    private static final float PADDING = 7;
    private static final float SIZE = 9;
    private static final float LEADING = 11.5f;
    private static final Color BLUE = new Color(0x1C4EA1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss ZZZZZ");

    private final Signer signer;
    private final Instant at;

    SignatureAppearance(Signer signer, Instant at) {
        this.signer = signer;
        this.at = at;
    }

    /// One page like `page` with nothing on it but this signature, in `corner`, beside the boxes of `earlier` ones.
    byte[] on(PDPage page, List<PDRectangle> earlier, SignaturePlace.Corner corner) throws IOException {
        try (PDDocument template = new PDDocument()) {
            PDFont regular = font(template, DocumentFont.REGULAR);
            PDFont bold = font(template, DocumentFont.BOLD);
            List<Line> lines = lines(regular, bold);
            float height = lines.size() * LEADING + 2 * PADDING - (LEADING - SIZE);
            Turned turned = new Turned(page.getCropBox(), page.getRotation());
            PDRectangle box = free(turned, earlier, corner, height);

            PDPage only = new PDPage(page.getMediaBox());
            template.addPage(only);
            PDAcroForm form = new PDAcroForm(template);
            template.getDocumentCatalog().setAcroForm(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            PDSignatureField field = new PDSignatureField(form);
            form.getFields().add(field);
            PDAnnotationWidget widget = field.getWidgets().getFirst();
            widget.setPage(only);
            widget.setRectangle(box);
            widget.setAppearance(appearance(template, lines, height, turned.upright()));

            ByteArrayOutputStream out = new ByteArrayOutputStream();
            template.save(out);
            return out.toByteArray();
        }
    }

    /// Stacked from the corner until a place is free.
    private static PDRectangle free(
            Turned turned, List<PDRectangle> earlier, SignaturePlace.Corner corner, float height) {
        float left = corner.right() ? turned.width() - MARGIN - WIDTH : MARGIN;
        for (int stacked = 0; ; stacked++) {
            float up = MARGIN + stacked * (height + GAP);
            if (left < 0 || up + height > turned.height()) {
                throw SigningProblem.NO_ROOM.because();
            }
            float bottom = corner.top() ? turned.height() - up - height : up;
            PDRectangle box = turned.onPage(left, bottom, WIDTH, height);
            if (earlier.stream().noneMatch(other -> overlap(box, other))) {
                return box;
            }
        }
    }

    private static boolean overlap(PDRectangle one, PDRectangle other) {
        return one.getLowerLeftX() < other.getUpperRightX()
                && other.getLowerLeftX() < one.getUpperRightX()
                && one.getLowerLeftY() < other.getUpperRightY()
                && other.getLowerLeftY() < one.getUpperRightY();
    }

    private static PDAppearanceDictionary appearance(
            PDDocument template, List<Line> lines, float height, COSArray upright) throws IOException {
        PDFormXObject shape = new PDFormXObject(new PDStream(template));
        shape.setResources(new PDResources());
        shape.setFormType(1);
        shape.setBBox(new PDRectangle(WIDTH, height));
        shape.getCOSObject().setItem(COSName.MATRIX, upright);
        PDAppearanceStream stream = new PDAppearanceStream(shape.getCOSObject());
        try (PDPageContentStream content = new PDPageContentStream(template, stream)) {
            content.setStrokingColor(BLUE);
            content.setNonStrokingColor(BLUE);
            content.setLineWidth(0.8f);
            content.addRect(0.4f, 0.4f, WIDTH - 0.8f, height - 0.8f);
            content.stroke();
            float baseline = height - PADDING - SIZE + 1;
            for (Line line : lines) {
                content.beginText();
                content.setFont(line.font(), SIZE);
                content.newLineAtOffset(PADDING, baseline);
                content.showText(line.text());
                content.endText();
                baseline -= LEADING;
            }
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.getCOSObject().setDirect(true);
        appearance.setNormalAppearance(stream);
        return appearance;
    }

    private record Line(String text, PDFont font) {}

    private List<Line> lines(PDFont regular, PDFont bold) throws IOException {
        List<Line> lines = new ArrayList<>();
        broken("Ký bởi: " + signer.name(), bold, lines);
        broken("Chức vụ: " + signer.post(), regular, lines);
        broken("Cơ quan: " + signer.agency(), regular, lines);
        broken("Thời gian ký: " + TIME.format(at.atZone(BusinessClock.ZONE)), regular, lines);
        broken("Chứng thư số trình diễn, không có giá trị pháp lý", regular, lines);
        return lines;
    }

    /// Breaks `text` between words where it is longer than the box.
    private static void broken(String text, PDFont font, List<Line> lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (String word : printable(text, font).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > WIDTH - 2 * PADDING) {
                lines.add(new Line(line.toString(), font));
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(new Line(line.toString(), font));
    }

    private static float width(String text, PDFont font) throws IOException {
        return font.getStringWidth(text) / 1000 * SIZE;
    }

    /// A letter the font lacks is shown as `?` rather than keeping anybody from signing.
    private static String printable(String text, PDFont font) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(letter -> {
            try {
                font.encode(Character.toString(letter));
                shown.appendCodePoint(letter);
            } catch (IOException | IllegalArgumentException absent) {
                shown.append('?');
            }
        });
        return shown.toString();
    }

    private static PDFont font(PDDocument document, DocumentFont face) throws IOException {
        try (InputStream font = face.open()) {
            return PDType0Font.load(document, font, true);
        }
    }

    /// A page as it is read: some are stored lying on their side.
    private record Turned(PDRectangle crop, int rotation) {

        private static final int QUARTER = 90;
        private static final int HALF = 180;
        private static final int THREE_QUARTERS = 270;

        float width() {
            return lying() ? crop.getHeight() : crop.getWidth();
        }

        float height() {
            return lying() ? crop.getWidth() : crop.getHeight();
        }

        private boolean lying() {
            return turn() == QUARTER || turn() == THREE_QUARTERS;
        }

        private int turn() {
            return Math.floorMod(rotation, 360);
        }

        /// A box of the page as it is read, in the coordinates it is stored in.
        PDRectangle onPage(float left, float bottom, float wide, float high) {
            float x = crop.getLowerLeftX();
            float y = crop.getLowerLeftY();
            return switch (turn()) {
                case QUARTER -> new PDRectangle(x + crop.getWidth() - bottom - high, y + left, high, wide);
                case HALF ->
                    new PDRectangle(
                            x + crop.getWidth() - left - wide, y + crop.getHeight() - bottom - high, wide, high);
                case THREE_QUARTERS -> new PDRectangle(x + bottom, y + crop.getHeight() - left - wide, high, wide);
                default -> new PDRectangle(x + left, y + bottom, wide, high);
            };
        }

        /// Turns the drawing back, so that it is read upright.
        COSArray upright() {
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
}

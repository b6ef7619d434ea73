package vn.thongsuot.signing;

import java.awt.Color;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import vn.thongsuot.shared.BusinessClock;
import vn.thongsuot.shared.DocumentFont;

/// What a signature looks like on the page: who signed, as what, for which agency and when, with the time zone (Decree
/// 30/2020/NĐ-CP, annex I), in the blue of a person's signature.
final class SignatureAppearance implements PdfSignature.Appearance {

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
    private final SignaturePlace place;

    SignatureAppearance(Signer signer, Instant at, SignaturePlace place) {
        this.signer = signer;
        this.at = at;
        this.place = place;
    }

    /// Over the signer's name, or in its corner beside the boxes of `earlier` ones.
    @Override
    public byte[] on(PDDocument document, int number, List<PDRectangle> earlier) throws IOException {
        PDPage page = document.getPage(number);
        TurnedPage turned = TurnedPage.of(page);
        try (PDDocument template = new PDDocument()) {
            PDFont regular = Drawing.font(template, DocumentFont.REGULAR);
            PDFont bold = Drawing.font(template, DocumentFont.BOLD);
            List<Line> lines = lines(regular, bold);
            float height = lines.size() * LEADING + 2 * PADDING - (LEADING - SIZE);
            TurnedPage.Box box = place.overName() && turned.upright()
                    ? overName(document, number, turned, height)
                            .filter(over -> earlier.stream().noneMatch(other -> overlap(turned.stored(over), other)))
                            .orElseGet(() -> free(turned, earlier, height))
                    : free(turned, earlier, height);
            return Drawing.field(template, page, box, content -> draw(content, lines, height));
        }
    }

    /// Centred over the last place the signer's name is typed at.
    private Optional<TurnedPage.Box> overName(PDDocument document, int number, TurnedPage turned, float height)
            throws IOException {
        return PageWords.of(document, number, 1)
                .last(signer.name())
                .map(name -> new TurnedPage.Box(
                        Math.clamp((name.left() + name.right() - WIDTH) / 2, GAP, turned.width() - WIDTH - GAP),
                        name.baseline() + name.size(),
                        WIDTH,
                        height))
                .filter(box -> box.bottom() + height < turned.height());
    }

    /// Stacked from the corner until a place is free.
    private TurnedPage.Box free(TurnedPage turned, List<PDRectangle> earlier, float height) {
        float left = place.corner().right() ? turned.width() - MARGIN - WIDTH : MARGIN;
        for (int stacked = 0; ; stacked++) {
            float up = MARGIN + stacked * (height + GAP);
            if (left < 0 || up + height > turned.height()) {
                throw SigningProblem.NO_ROOM.because();
            }
            float bottom = place.corner().top() ? turned.height() - up - height : up;
            TurnedPage.Box box = new TurnedPage.Box(left, bottom, WIDTH, height);
            if (earlier.stream().noneMatch(other -> overlap(turned.stored(box), other))) {
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

    private static void draw(PDPageContentStream content, List<Line> lines, float height) throws IOException {
        content.setStrokingColor(BLUE);
        content.setNonStrokingColor(BLUE);
        content.setLineWidth(0.8f);
        content.addRect(0.4f, 0.4f, WIDTH - 0.8f, height - 0.8f);
        content.stroke();
        float baseline = height - PADDING - SIZE + 1;
        for (Line line : lines) {
            Drawing.write(content, line.text(), line.font(), SIZE, PADDING, baseline);
            baseline -= LEADING;
        }
    }

    private record Line(String text, PDFont font) {}

    private List<Line> lines(PDFont regular, PDFont bold) throws IOException {
        List<Line> lines = new ArrayList<>();
        add(lines, "Ký bởi: " + signer.name(), bold);
        add(lines, "Chức vụ: " + signer.post(), regular);
        add(lines, "Cơ quan: " + signer.agency(), regular);
        add(lines, "Thời gian ký: " + TIME.format(at.atZone(BusinessClock.ZONE)), regular);
        add(lines, "Chứng thư số trình diễn, không có giá trị pháp lý", regular);
        return lines;
    }

    private static void add(List<Line> lines, String text, PDFont font) throws IOException {
        Drawing.broken(text, font, SIZE, WIDTH - 2 * PADDING).forEach(line -> lines.add(new Line(line, font)));
    }
}

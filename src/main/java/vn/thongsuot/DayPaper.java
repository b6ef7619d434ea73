package vn.thongsuot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.thongsuot.shared.DocumentFont;

/// The papers of a played day as PDF: what a scanner at the counter gives, and letters as their drafters export them.
final class DayPaper implements AutoCloseable {

    private static final float LEFT = 85;
    private static final float RIGHT = 60;
    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float LEADING = 1.45f;

    private final PDDocument document = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    private final PDPageContentStream content;

    private DayPaper() throws IOException {
        this.regular = font(DocumentFont.REGULAR);
        this.bold = font(DocumentFont.BOLD);
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        this.content = new PDPageContentStream(document, page);
    }

    private PDFont font(DocumentFont face) throws IOException {
        try (InputStream file = face.open()) {
            return PDType0Font.load(document, file, true);
        }
    }

    /// A sheet of an office with a title and lines below it.
    static byte[] sheet(String title, List<String> lines) throws IOException {
        try (DayPaper paper = new DayPaper()) {
            paper.middle(paper.bold, 12, 0, WIDTH, 790, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            paper.middle(paper.bold, 13, 0, WIDTH, 773, "Độc lập - Tự do - Hạnh phúc");
            float y = 725;
            for (String line : paper.wrapped(paper.bold, 14, title)) {
                paper.middle(paper.bold, 14, 0, WIDTH, y, line);
                y -= 14 * LEADING;
            }
            y -= 14;
            for (String line : lines) {
                y = paper.paragraph(y, line);
            }
            return paper.finished();
        }
    }

    /// An official letter: laid out by annex I of Decree 30/2020/NĐ-CP, places for number, day and month left open.
    ///
    /// @param from the people's committee, as it is called in lists; `to` those it goes to
    static byte[] letter(String from, List<String> to, DayLetter said, int year, String signer) throws IOException {
        try (DayPaper paper = new DayPaper()) {
            String place = from.replaceFirst("^UBND ", "");
            paper.middle(paper.bold, 13, 40, 270, 785, "ỦY BAN NHÂN DÂN");
            paper.middle(paper.bold, 13, 40, 270, 768, place.toUpperCase(java.util.Locale.ROOT));
            paper.middle(paper.regular, 13, 40, 270, 738, "Số:            /UBND-VP");
            paper.middle(paper.bold, 12, 270, 575, 785, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            paper.middle(paper.bold, 13, 270, 575, 768, "Độc lập - Tự do - Hạnh phúc");
            paper.middle(paper.regular, 13, 270, 575, 738, "Trà Vinh, ngày        tháng        năm " + year);
            float y = 705;
            for (String line : paper.wrapped(paper.regular, 13, "V/v " + said.subject())) {
                paper.write(paper.regular, 13, LEFT, y, line);
                y -= 13 * LEADING;
            }
            y = paper.paragraph(y - 14, "Kính gửi: " + String.join("; ", to) + ".");
            for (String line : said.body()) {
                y = paper.paragraph(y - 4, line);
            }
            y -= 24;
            paper.write(paper.bold, 12, LEFT, y, "Nơi nhận:");
            paper.write(paper.regular, 11, LEFT, y - 16, "- Như trên;");
            paper.write(paper.regular, 11, LEFT, y - 31, "- Lưu: VT.");
            paper.middle(paper.bold, 13, 330, 560, y, "CHỦ TỊCH");
            paper.middle(paper.bold, 13, 330, 560, y - 110, signer);
            return paper.finished();
        }
    }

    private float paragraph(float top, String text) throws IOException {
        float y = top;
        for (String line : wrapped(regular, 13, text)) {
            write(regular, 13, LEFT, y, line);
            y -= 13 * LEADING;
        }
        return y;
    }

    private List<String> wrapped(PDFont font, float size, String text) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(font, size, longer) > WIDTH - LEFT - RIGHT) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void middle(PDFont font, float size, float left, float right, float y, String text) throws IOException {
        write(font, size, left + (right - left - width(font, size, text)) / 2, y, text);
    }

    private static float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private void write(PDFont font, float size, float left, float y, String text) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(left, y);
        content.showText(text);
        content.endText();
    }

    private byte[] finished() throws IOException {
        content.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

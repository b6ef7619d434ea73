package vn.thongsuot.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.thongsuot.shared.DocumentFont;

/// An official letter as a drafter exports it: laid out by annex I, places for number and day left open.
public final class LetterPdf {

    private LetterPdf() {}

    public static byte[] of(String subject) {
        try (PDDocument document = new PDDocument()) {
            PDFont regular = font(document, DocumentFont.REGULAR);
            PDFont bold = font(document, DocumentFont.BOLD);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                write(content, bold, 13, 85, 770, "ỦY BAN NHÂN DÂN");
                write(content, bold, 13, 100, 755, "TỈNH TRÀ VINH");
                write(content, regular, 13, 90, 730, "Số:           /UBND-VP");
                write(content, regular, 12, 85, 712, "V/v " + subject);
                write(content, bold, 12, 300, 770, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
                write(content, bold, 13, 345, 755, "Độc lập - Tự do - Hạnh phúc");
                write(content, regular, 13, 325, 730, "Trà Vinh, ngày        tháng 11 năm 2024");
                write(content, regular, 13, 140, 670, "Kính gửi: Ủy ban nhân dân các xã, phường, thị trấn.");
                for (int line = 0; line < 9; line++) {
                    write(content, regular, 13, 85, 640 - line * 20, LINES[line % LINES.length]);
                }
                write(content, bold, 12, 85, 400, "Nơi nhận:");
                write(content, regular, 11, 85, 385, "- Như trên;");
                write(content, regular, 11, 85, 371, "- Lưu: VT.");
                write(content, bold, 13, 370, 400, "KT. CHỦ TỊCH");
                write(content, bold, 13, 365, 385, "PHÓ CHỦ TỊCH");
                write(content, bold, 13, 360, 290, "Đặng Quốc Tường");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final String[] LINES = {
        "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về",
        "công tác văn thư, Ủy ban nhân dân tỉnh đề nghị các địa phương rà soát việc số hóa",
        "hồ sơ, ký số kết quả và báo cáo trước ngày 29 tháng 11 năm 2024."
    };

    private static PDFont font(PDDocument document, DocumentFont face) throws IOException {
        try (InputStream file = face.open()) {
            return PDType0Font.load(document, file, true);
        }
    }

    private static void write(
            PDPageContentStream content, PDFont font, float size, float left, float baseline, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(left, baseline);
        content.showText(text);
        content.endText();
    }
}
